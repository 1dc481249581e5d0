import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { endPresence, notePresence } from '../../modules/community/presences.ts';
import { requireAccountById } from '../../modules/identity/accounts.ts';
import { attemptLogin, noteLogin, type ProvenLogin } from '../../modules/identity/logins.ts';
import { lacksSecondFactor } from '../../modules/identity/second-factors.ts';
import { endSignIn, openSession } from '../../modules/identity/tokens.ts';
import type { Account } from '../../modules/identity/types.ts';
import { closeVisit, openVisit, proveKey } from '../../modules/workshops/logins.ts';
import type { Participant } from '../../modules/workshops/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { provesSameOrigin } from '../../platform/http/same-origin.ts';
import { refuse } from '../../platform/refusal.ts';
import { type Services, sessionCookie } from '../callers.ts';
import { notPermitted, visitCookie } from './auth.ts';
import { closed, noContent, nullable } from './formats.ts';

const session = closed({
  site: closed({
    name: Type.String(),
    slug: Type.String(),
    tenant: Type.String(),
    language: nullable(Type.String()),
    is_default: Type.Boolean(),
  }),
  account: nullable(
    closed({
      uuid: Type.String(),
      name: Type.String(),
      username: Type.String(),
      email: Type.String(),
      role: Type.String({ enum: ['member', 'staff', 'admin', 'owner'] }),
      locale: nullable(Type.String()),
      is_operator: Type.Boolean(),
      lacks_second_factor: Type.Boolean({
        description:
          'The site demands one of its staff, and this person has none: only `/me` and `/session` answer',
      }),
    }),
  ),
  participant: nullable(
    closed({
      id: Type.Integer(),
      full_name: Type.String(),
      class: nullable(Type.String()),
      event_id: Type.Integer(),
    }),
  ),
});

const withPassword = closed({
  login: Type.String({ minLength: 1, maxLength: 320, description: 'Username or e-mail' }),
  password: Type.String({ minLength: 1, maxLength: 1000 }),
  code: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 40,
      description: 'Of the app, or a recovery code, where one is asked for',
    }),
  ),
});
const withKey = closed({
  key: Type.String({ minLength: 1, maxLength: 200, description: 'The login key of a participant' }),
});

/** `/session`: who is signed in here, signing in and out of the pages. */
export function serveSession(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/session',
    caller: 'anyone',
    summary: 'The site, and who is signed in',
    schema: { response: { 200: session } },
    handler: async (request) => {
      const { actor, visit, context } = request;
      if (!actor) return shown(request, null, visit?.participant ?? null);
      return context.read(async (read) => {
        const account = await requireAccountById(read, actor.accountId);
        return shown(request, await personOf(read, request, account), null);
      });
    },
  });

  route(server, {
    method: 'POST',
    path: '/session',
    caller: 'anyone',
    summary: 'Sign in by a password, or as a participant by a login key: sets a cookie',
    description:
      'Failures are counted by account and by address; too many are 429. An account with a second factor answers 401 ' +
      '`login.second_factor` to the right password, until a `code` comes along.',
    schema: { body: Type.Union([withPassword, withKey]), response: { 200: session } },
    handler: async (request, reply) => {
      refuseOtherOrigins(request);
      const { body } = request;
      return 'key' in body
        ? enterByKey(services, request, reply, body.key)
        : enterByPassword(services, request, reply, body);
    },
  });

  route(server, {
    method: 'DELETE',
    path: '/session',
    caller: ['participant', 'member'],
    summary: 'Sign out',
    schema: { response: noContent },
    handler: async (request, reply) => {
      const { actor, visit, context } = request;
      await context.transaction(async (tx) => {
        if (visit) await closeVisit(tx, visit.visitId);
        if (!actor) return;
        await endSignIn(tx, actor.tokenId);
        await endPresence(tx, actor.accountId);
      });
      for (const name of [sessionCookie, visitCookie]) reply.clearCookie(name, { path: '/' });
      return reply.code(204).send(null);
    },
  });
}

/** Gives the browser the cookie of a session. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: Pick<FastifyReply, 'setCookie'>,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
): void {
  setCookie(request, reply, sessionCookie, token, expiresAt);
}

async function enterByPassword(
  { identity, passwords, throttles }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { login, password, code }: Static<typeof withPassword>,
) {
  const accompanied = { secret: identity.secret, code: code ?? null };
  const attempt = { login, password, accompanied, address: request.ip };
  const proven = await attemptLogin(request.context, passwords, attempt, throttles?.login ?? null);
  refuseClosed(proven);
  const { person, opened } = await request.context.transaction(async (tx) => {
    await noteLogin(tx, proven);
    await notePresence(tx, proven.accountId);
    const found = await requireAccountById(tx, proven.accountId);
    return { person: await personOf(tx, request, found), opened: await openSession(tx, found.id) };
  });
  setSessionCookie(request, reply, opened);
  reply.clearCookie(visitCookie, { path: '/' });
  return shown(request, person, null);
}

async function enterByKey(
  { identity, throttles }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
) {
  const attempt = { address: request.ip, limit: throttles?.login ?? null };
  const proven = await proveKey(request.context, identity, key, attempt);
  const token = await request.context.transaction((tx) => openVisit(tx, identity, proven));
  setCookie(request, reply, visitCookie, token, undefined);
  reply.clearCookie(sessionCookie, { path: '/' });
  return shown(request, null, proven);
}

/** A password opens an account that is active and, where it signed itself up, confirmed. */
function refuseClosed({ isActive, isUnconfirmed }: ProvenLogin): void {
  if (!isActive) throw refuse('forbidden', 'login.inactive', 'This account is not active.');
  if (isUnconfirmed)
    throw refuse(
      'forbidden',
      'login.unconfirmed',
      'Confirm your e-mail address first: a letter is on its way.',
    );
}

/** Nobody is signed in by a form on a page of somebody else. Programs that are no browser name no origin. */
function refuseOtherOrigins(request: FastifyRequest): void {
  const { 'sec-fetch-site': fetchSite, origin } = request.headers;
  if ((fetchSite !== undefined || origin !== undefined) && !provesSameOrigin(request)) throw notPermitted();
}

function setCookie(
  request: FastifyRequest,
  reply: Pick<FastifyReply, 'setCookie'>,
  name: string,
  value: string,
  expires: Date | undefined,
): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    ...(expires && { expires }),
  });
}

interface Person extends Account {
  readonly lacksSecondFactor: boolean;
}

async function personOf(read: Read, { site }: FastifyRequest, account: Account): Promise<Person> {
  return { ...account, lacksSecondFactor: await lacksSecondFactor(read, site, account) };
}

function shown(
  { site }: Pick<FastifyRequest, 'site'>,
  account: Person | null,
  participant: Participant | null,
) {
  const { name, slug, tenantSlug, config, isDefault } = site;
  return {
    site: { name, slug, tenant: tenantSlug, language: config.language ?? null, is_default: isDefault },
    account: account && {
      uuid: account.uuid,
      name: account.name,
      username: account.username,
      email: account.email,
      role: account.role,
      locale: account.locale,
      is_operator: isDefault && account.role === 'owner',
      lacks_second_factor: account.lacksSecondFactor,
    },
    participant: participant && {
      id: participant.id,
      full_name: participant.fullName,
      class: participant.class,
      event_id: participant.eventId,
    },
  };
}
