import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { askForNewEmail } from '../../modules/admissions/email-confirmations.ts';
import { changeAccount, requireAccountById } from '../../modules/identity/accounts.ts';
import { prepareNames } from '../../modules/identity/changes.ts';
import { attemptLogin } from '../../modules/identity/logins.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { wording } from './errors.ts';
import { readFields, sentText } from './fields.ts';
import { detailSchema } from './logout.ts';
import { ownSchema, personMessages, tenantsOf, tenantsSchema, toOwn } from './people.ts';
import { english, say } from './texts.ts';

const aliases = ['/current_user/'];
const answer = Type.Object({ ...ownSchema, tenants: tenantsSchema });
const names = {
  username: sentText('1 to 150 letters, digits and @ . + - _'),
  first_name: sentText('At most 30 characters'),
  last_name: sentText('At most 30 characters'),
};

/** `current-user/` (contract §4.3): who is signed in, and what they may change in themselves. */
export function serveCurrentUser(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/current-user/',
    aliases,
    caller: ['member'],
    summary: 'Who is signed in',
    schema: { response: { 200: answer } },
    handler: async (request) => show(request, await self(request)),
  });
  for (const method of ['PUT', 'PATCH'] as const) {
    route(server, {
      method,
      path: '/current-user/',
      aliases,
      caller: ['member'],
      summary: method === 'PUT' ? 'Change the own names; the username is required' : 'Change some own names',
      schema: { body: Type.Object(names), response: { 200: answer } },
      handler: async (request) => show(request, await change(request, method === 'PUT')),
    });
  }
  serveNewEmail(server, services);
}

/** The account of whoever calls. */
export function self(request: FastifyRequest): Promise<Account> {
  return request.context.read((read) => requireAccountById(read, actorOf(request).accountId));
}

function show(request: FastifyRequest, account: Account) {
  return { ...toOwn(account), tenants: tenantsOf(request.site, account.role) };
}

async function change(request: FastifyRequest, isWhole: boolean): Promise<Account> {
  const sent = readFields(request.body ?? {}, {
    username: { required: isWhole, limit: 150 },
    first_name: { mayBeBlank: true, limit: 30 },
    last_name: { mayBeBlank: true, limit: 30 },
  });
  const { accountId, role } = actorOf(request);
  return wording(async () => {
    const wanted = prepareNames({
      ...(sent.username !== undefined && { username: sent.username }),
      ...(sent.first_name !== undefined && { firstName: sent.first_name }),
      ...(sent.last_name !== undefined && { lastName: sent.last_name }),
    });
    return (await request.context.transaction((tx) => changeAccount(tx, accountId, wanted, role))).account;
  }, personMessages);
}

/** An addition (contract §17.3): a new address, which the account takes when the letter's link is used. */
function serveNewEmail(server: HttpServer, { identity, passwords, throttles }: Services): void {
  route(server, {
    method: 'POST',
    path: '/current-user/email/',
    caller: ['member'],
    summary: 'Ask for another e-mail address',
    description: 'Takes the password again. The present address stays until the link of the letter is used.',
    schema: {
      body: Type.Object({ email: sentText('Required'), password: sentText('Required: the present one') }),
      response: { 200: detailSchema },
    },
    handler: async (request) => {
      const { email, password } = readFields(request.body, {
        email: { kind: 'email', required: true },
        password: { kind: 'password', required: true },
      });
      const account = await self(request);
      const login = { login: account.email, by: 'email', password } as const;
      const attempt = { ...login, accompanied: 'not_needed', address: request.ip } as const;
      await wording(
        async () => {
          await attemptLogin(request.context, passwords, attempt, throttles?.login ?? null);
          await request.context.transaction((tx) =>
            askForNewEmail(tx, identity, request.site, account, email),
          );
        },
        (refusal) =>
          refusal.code === 'login.wrong' ? { password: [english('wrongPassword')] } : personMessages(refusal),
      );
      return { detail: say(request, 'verificationSent') };
    },
  });
}
