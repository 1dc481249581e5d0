import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { findAccount, requireAccount } from '../../modules/identity/accounts.ts';
import { issueJwt } from '../../modules/identity/jwts.ts';
import { attemptLogin, noteLogin } from '../../modules/identity/logins.ts';
import { wrongLogin } from '../../modules/identity/refusals.ts';
import { revokeToken } from '../../modules/identity/tokens.ts';
import {
  type Attempt,
  changeSharedPassword,
  closeVisit,
  openVisit,
  proveKey,
  proveSharedPassword,
  switchOffSharedPassword,
} from '../../modules/workshops/logins.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { callerOf, notPermitted } from './auth.ts';
import { noContent, sendNothing } from './formats.ts';

/** Seconds that the JWT of an account lives: as the shared password's, a manager's day or three. */
const accountSeconds = 3 * 24 * 60 * 60;

/** Anything is read as text, and a key may look like a number (contract §2). */
const anything = (description: string) =>
  Type.Optional(Type.Unsafe<unknown>({ type: ['string', 'number', 'boolean', 'null'], description }));
const loginSent = Type.Object({
  credential: anything('The login key, or a password'),
  admin_login: anything('"0": a participant; anything else: the administrator'),
  username: anything("Signs an account in instead, by its password. Its owner's username or e-mail"),
});
type LoginSent = Static<typeof loginSent>;
const tokenForm = Type.Object({ token: Type.String() });
const optionalText = Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'] }));

/** `/auth/…` (contract §2, ruling "Admins"). */
export function serveLogin(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/auth/config',
    caller: 'anyone',
    summary: 'How people sign in: by a key',
    schema: { response: { 200: Type.Object({ method: Type.Literal('key') }) } },
    handler: async () => ({ method: 'key' as const }),
  });
  serveSigningIn(server, services);
  serveWhoAmI(server);
  serveSigningOut(server);
  serveSharedPassword(server, services);
}

function serveSigningIn(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/auth/login',
    caller: 'anyone',
    summary: 'Sign in: a participant by a key, a manager by the shared password or as an account',
    description:
      'Fields come as JSON, as a form or in the query. Only failures are counted; too many are 429.',
    schema: { body: loginSent, querystring: loginSent, response: { 200: tokenForm } },
    handler: async (request) => ({ token: await signIn(services, request) }),
  });
}

async function signIn(
  services: Services,
  request: FastifyRequest<{ Body: LoginSent; Querystring: LoginSent }>,
): Promise<string> {
  const { context, body, query } = request;
  const said = (field: keyof LoginSent) => textOf(body[field] ?? query[field]);
  const [credential, login, username] = [said('credential'), said('admin_login'), said('username')];
  const isMissing = login === null && username === null;
  if (credential === null || isMissing)
    throw incomplete([...(credential === null ? ['credential'] : []), ...(isMissing ? ['admin_login'] : [])]);
  if (username !== null) return signInAccount(services, request, username, credential);
  const proven =
    login === '0'
      ? await proveKey(context, services.identity, credential, attemptOf(services, request))
      : await proveSharedPassword(context, services.passwords, credential, attemptOf(services, request));
  return context.transaction((tx) => openVisit(tx, services.identity, proven));
}

async function signInAccount(
  { identity, passwords, throttles }: Services,
  { context, ip: address }: FastifyRequest,
  login: string,
  password: string,
): Promise<string> {
  const attempt = { login, password, address };
  const proven = await attemptLogin(context, passwords, attempt, throttles?.login ?? null);
  const account = await context.read((read) => findAccount(read, proven.accountId));
  if (!proven.isActive || !account) throw wrongLogin();
  if (account.role === 'member') throw notPermitted();
  return context.transaction(async (tx) => {
    await noteLogin(tx, proven);
    return (await issueJwt(tx, identity, account.id, { claims: {}, seconds: accountSeconds })).token;
  });
}

function serveWhoAmI(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/auth/login',
    caller: ['user'],
    summary: 'Who is signed in',
    schema: {
      response: {
        200: Type.Object({
          id: Type.Integer({ description: 'Of the participant, or of the account; 0: the shared password' }),
          full_name: Type.String(),
          permission: Type.Integer({ description: '1 participant, 10 staff, 100 administrator' }),
          targetGroup: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
          event_id: Type.Integer({ description: '-1: a manager' }),
        }),
      },
    },
    handler: async (request) => {
      const caller = callerOf(request);
      if (caller.kind === 'participant') {
        const { id, fullName: full_name, targetGroup, eventId: event_id } = caller.participant;
        return { id, full_name, permission: 1, targetGroup, event_id };
      }
      const manager = { targetGroup: null, event_id: -1 };
      if (caller.kind === 'shared_password')
        return { id: 0, full_name: 'admin', permission: caller.permission, ...manager };
      const { username } = caller.actor;
      const account = await request.context.read((read) => requireAccount(read, username));
      return { id: account.id, full_name: account.name, permission: caller.permission, ...manager };
    },
  });
}

function serveSigningOut(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/auth/logout',
    caller: ['user'],
    summary: 'Sign out: the token that asks opens nothing any more',
    description: 'An API token is no sign-in and stays.',
    schema: { response: noContent },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      await request.context.transaction(async (tx) => {
        if (caller.kind !== 'manager') await closeVisit(tx, caller.visitId);
        else if (caller.actor.kind !== 'api') await revokeToken(tx, caller.actor.tokenId);
      });
      return sendNothing(reply);
    },
  });
}

function serveSharedPassword(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/auth/change_admin_password',
    caller: ['manage'],
    summary: "Change the administrator's password, which managers share",
    description: 'Whoever was signed in by the old one is no more; the answer signs in by the new one.',
    schema: {
      body: Type.Object({ old_password: optionalText, new_password: optionalText }),
      response: { 200: tokenForm },
    },
    handler: async (request) => {
      const { old_password: oldPassword, new_password: newPassword } = request.body;
      const proven = await changeSharedPassword(
        request.context,
        services.passwords,
        { oldPassword: oldPassword ?? '', newPassword: newPassword ?? '' },
        attemptOf(services, request),
      );
      const token = await request.context.transaction((tx) => openVisit(tx, services.identity, proven));
      return { token };
    },
  });

  route(server, {
    method: 'DELETE',
    path: '/auth/admin_password',
    caller: ['owner'],
    // A login key is no account's.
    security: ['jwt', 'apiToken', 'session'],
    summary: "Switch the administrator's password off: managers then sign in as accounts",
    schema: { response: noContent },
    handler: async (request, reply) => {
      await request.context.transaction(switchOffSharedPassword);
      return sendNothing(reply);
    },
  });
}

function attemptOf({ throttles }: Services, { ip: address }: FastifyRequest): Attempt {
  return { address, limit: throttles?.login ?? null };
}

/** As the ancestor reads every field: its text. Null: none, or null. */
function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

function incomplete(missing: readonly string[]): Refusal {
  const fields = Object.fromEntries(missing.map((field) => [field, [`${field} is required.`]]));
  return refuse('invalid', 'login.incomplete', Object.values(fields).flat().join(' '), { fields });
}
