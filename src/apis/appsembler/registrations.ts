import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { badFields } from '../../modules/identity/refusals.ts';
import {
  prepareRegistration,
  type RegistrationPolicy,
  register,
  type SentRegistration,
} from '../../modules/identity/registrations.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import type { Services } from '../callers.ts';
import { fieldMessages, isBadInput } from './errors.ts';
import { bothUserIds, profileSchema } from './fields.ts';

const newAccount = Type.Object({
  username: Type.String(),
  password: Type.String(),
  email: Type.String(),
  name: Type.String(),
  send_activation_email: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Integer()])),
  ...profileSchema,
});
const newAccountWithoutPassword = Type.Object({
  email: Type.String(),
  name: Type.String(),
  ...profileSchema,
});

/** `accounts/create` and `accounts/user_without_password` (contract §2.1, §2.2). */
export function serveRegistrations(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/accounts/create',
    caller: ['staff'],
    summary: 'Register a person with a password; the account is active at once',
    schema: { body: newAccount, response: { 200: Type.Object(bothUserIds(Type.Integer())) } },
    errors: (problem) => wordRefusal(problem, 'Wrong parameters on user creation'),
    handler: async (request) => {
      const { username, email, name, password, send_activation_email = true } = request.body;
      const welcome = readBoolean(send_activation_email) ? 'confirmation' : 'none';
      const sent = { username, email, name, password, fields: request.body };
      const account = await enter(services, request, sent, { username: 'narrow', welcome });
      return { 'user_id ': account.id, user_id: account.id };
    },
  });

  route(server, {
    method: 'POST',
    path: '/accounts/user_without_password',
    caller: ['staff'],
    summary: 'Register a person who chooses a password by the link of a letter',
    schema: {
      body: newAccountWithoutPassword,
      response: { 200: Type.Object({ username: Type.String(), ...bothUserIds(Type.Integer()) }) },
    },
    errors: (problem) =>
      wordRefusal(
        problem,
        'email' in problem.fields ? 'Wrong email format' : 'Wrong parameters on user creation',
      ),
    handler: async (request) => {
      const { email, name } = request.body;
      const sent = { email, name, fields: request.body };
      const account = await enter(services, request, sent, { username: 'made', welcome: 'set_password' });
      return { username: account.username, 'user_id ': account.id, user_id: account.id };
    },
  });
}

async function enter(
  { passwords, identity }: Services,
  { site, context }: FastifyRequest,
  sent: SentRegistration,
  policy: Pick<RegistrationPolicy, 'username' | 'welcome'>,
): Promise<Account> {
  const now = context.clock.now();
  const registration = await prepareRegistration(passwords, site, sent, { ...policy, role: 'member', now });
  return context.transaction((tx) => register(tx, identity, site, registration));
}

function readBoolean(sent: boolean | string | number): boolean {
  const understood = booleanOf(String(sent));
  if (understood === undefined) throw badFields({ send_activation_email: ['Must be a valid boolean.'] });
  return understood;
}

/** Fields whose faults the document words with one sentence; what else is wrong is named beside it. */
const documented = ['username', 'password', 'email', 'name', 'send_activation_email', 'non_field_errors'];

function wordRefusal(problem: Problem, sentence: string): Rendered | undefined {
  if (problem.code === 'account.taken') return { body: { user_message: 'User already exists' } };
  if (!isBadInput(problem)) return undefined;
  const others = Object.entries(fieldMessages(problem)).filter(([field]) => !documented.includes(field));
  return { body: { user_message: sentence, ...Object.fromEntries(others) } };
}
