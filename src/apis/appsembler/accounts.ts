import { Type } from 'typebox';
import {
  changeAccount,
  findAccountByUsername,
  requireAccount,
  requireAccountByEither,
} from '../../modules/identity/accounts.ts';
import { prepareChange } from '../../modules/identity/changes.ts';
import { prepareTrustedPassword } from '../../modules/identity/logins.ts';
import { profileFields } from '../../modules/identity/profiles.ts';
import { unknownAccount } from '../../modules/identity/refusals.ts';
import type { AccountChange } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { actorOf, beside, type Services } from '../callers.ts';
import { isBadInput } from './errors.ts';
import { bothUserIds, profileSchema, textOrNull } from './profile-schema.ts';

const optionalText = Type.Optional(textOrNull);

/** `accounts/connect`, `accounts/update_user` and `accounts/get-user/<username>` (contract §2.3–2.5). */
export function serveAccounts(server: HttpServer, { passwords }: Services): void {
  route(server, {
    method: 'POST',
    path: '/accounts/connect',
    caller: ['staff'],
    summary: 'Change e-mail, password or name of the account with that username',
    schema: {
      body: Type.Object({
        username: Type.String({ pattern: '\\S' }),
        email: optionalText,
        password: optionalText,
        name: optionalText,
      }),
      response: { 200: Type.Object(bothUserIds(Type.Integer())) },
    },
    errors: wordConnection,
    handler: async (request) => {
      const { site, context, body } = request;
      const account = await context.read((read) => requireAccount(read, body.username));
      const sent = { email: unlessBlank(body.email), name: unlessBlank(body.name) };
      const judged = prepareChange(site, sent, context.clock.now());
      const password = unlessBlank(body.password);
      const change =
        password === undefined
          ? judged
          : { ...judged, passwordHash: await prepareTrustedPassword(passwords, account.username, password) };
      await context.transaction((tx) => changeAccount(tx, account.id, change, actorOf(request).role));
      return { 'user_id ': account.id, user_id: account.id };
    },
  });

  route(server, {
    method: 'POST',
    path: '/accounts/update_user',
    caller: ['staff'],
    summary: "Change e-mail, profile and the site's own fields of the account with that username or e-mail",
    schema: {
      body: Type.Object({
        user_lookup: optionalText,
        email: optionalText,
        name: optionalText,
        ...profileSchema,
      }),
      response: { 200: Type.Object({ success: Type.String() }) },
    },
    errors: wordUpdate,
    handler: async (request) => {
      const { site, context, body } = request;
      const lookup = unlessBlank(body.user_lookup);
      if (lookup === undefined) throw noLookup();
      const account = await context.read((read) => requireAccountByEither(read, lookup));
      const email = body.email?.trim() === account.email ? undefined : body.email;
      const change = prepareChange(site, { ...body, email }, context.clock.now());
      await context.transaction((tx) => changeAccount(tx, account.id, change, actorOf(request).role));
      return { success: `The following fields has been updated: ${pairsOf(change).join(', ')}` };
    },
  });

  route(server, {
    method: 'GET',
    path: '/accounts/get-user/:username',
    caller: ['staff', 'self'],
    config: { readsBeside: true },
    summary: 'Tell whether there is an account with that username',
    schema: {
      params: Type.Object({ username: Type.String() }),
      response: { 200: Type.Object(bothUserIds(Type.String())) },
    },
    handler: async (request) => {
      const { username } = request.params;
      const account = await beside(request, (read) => findAccountByUsername(read, username));
      if (!account) throw unknownAccount(username);
      return { 'user_id ': account.username, user_id: account.username };
    },
  });
}

function unlessBlank(text: string | null | undefined): string | undefined {
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

function noLookup() {
  return refuse('invalid', 'account.no_lookup', 'No user lookup has been provided');
}

/** What was understood and written, in the order of contract §2.4. */
function pairsOf({ email, name, profile, extra }: AccountChange): string[] {
  const values = new Map(Object.entries({ email, name, ...profile, ...extra }));
  const keys = new Set(['email', 'name', ...profileFields, ...Object.keys(extra ?? {})]);
  return [...keys]
    .filter((key) => values.get(key) !== undefined)
    .map((key) => `${key}=${values.get(key) ?? ''}`);
}

function wordConnection(problem: Problem): Rendered | undefined {
  const words = (status: number, user_message: string) => ({ status, body: { user_message } });
  if (problem.code === 'account.unknown') return words(404, 'User not found');
  if (problem.code === 'account.bad_email') return words(409, 'Invalid email format');
  if (problem.code === 'account.email_taken')
    return words(409, `The email ${problem.detail.email} is in use by another user`);
  return isBadInput(problem) ? words(400, 'Wrong parameters on user connection') : undefined;
}

const badEmailWords = { status: 400, body: { integrity_error: 'Valid e-mail address required.' } };
const updateWords: Readonly<Record<string, Rendered>> = {
  'account.no_lookup': { status: 400, body: { lookup_error: 'No user lookup has been provided' } },
  'account.ambiguous': {
    status: 400,
    body: { lookup_error: 'Two users have been found with the provided user_lookup' },
  },
  'account.unknown': {
    status: 404,
    body: { user_not_found: "The user for the Given username or email doesn't exists" },
  },
  'account.bad_email': badEmailWords,
  'account.email_taken': {
    status: 400,
    body: { integrity_error: 'An account with this e-mail already exists.' },
  },
};

function wordUpdate(problem: Problem): Rendered | undefined {
  const hasBadEmail = isBadInput(problem) && 'email' in problem.fields;
  return updateWords[problem.code] ?? (hasBadEmail ? badEmailWords : undefined);
}
