import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  earnedScopes,
  festivalTokenSeconds,
  grantScopes,
  requestableScopes,
} from '../../modules/festival/scopes.ts';
import { viewerOf } from '../../modules/festival/viewers.ts';
import { endAccessToken, inspectAccessToken } from '../../modules/identity/access-tokens.ts';
import { findAccount } from '../../modules/identity/accounts.ts';
import { attemptLogin, noteLogin } from '../../modules/identity/logins.ts';
import { noteClientUse } from '../../modules/identity/oauth-clients.ts';
import { unknownClient, wrongLogin } from '../../modules/identity/refusals.ts';
import { issueAccessToken } from '../../modules/identity/tokens.ts';
import type { Account, ProvenClient } from '../../modules/identity/types.ts';
import type { Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { errorShape } from './errors.ts';
import { clientFields, judgeGrant, oauthRefusal, proveClient, proveClientItself } from './oauth-clients.ts';
import { issuerOf } from './oauth-discovery.ts';
import { showUser, userForm } from './user-forms.ts';

/** Scopes as they are sent: a text with blanks, or a list as the answer shows them (contract §3). */
export const scopeSent = Type.Optional(
  Type.Unsafe<string | string[] | null>({
    type: ['string', 'array', 'null'],
    items: { type: 'string' },
    description: 'Some of: profile performer venue. Default: all three',
  }),
);

const text = Type.Optional(Type.String());
const tokenRequest = Type.Object({
  grant_type: Type.Optional(Type.String({ description: 'password' })),
  username: Type.Optional(Type.String({ description: 'The e-mail' })),
  email: text,
  password: text,
  scope: scopeSent,
  ...clientFields,
});

/** The answer of a login and of a creation (contract §4.3), with the flat copies that OAuth libraries read. */
export const tokenAnswer = Type.Object({
  token: Type.Object({
    access_token: Type.String(),
    expires_in: Type.Integer(),
    scope: Type.Array(Type.String()),
    token_type: Type.Literal('Bearer'),
  }),
  user: userForm,
  access_token: Type.String(),
  expires_in: Type.Integer(),
  scope: Type.String(),
  token_type: Type.Literal('Bearer'),
});

/** Of answers with a token. */
export const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** `/api/oauth/…` (contract §4.2; RFC 7009, RFC 7662). */
export function serveOauth(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/api/oauth/token',
    caller: 'anyone',
    security: ['oauthClient'],
    summary: 'A token for a person, by password',
    description:
      'The client shows itself by HTTP Basic, by `client_id` and `client_secret`, or by an earlier token of the same ' +
      'person, expired or not, as bearer. Libraries that insist on 200 and a flat body find another token endpoint in ' +
      'the discovery document.',
    schema: { body: tokenRequest, response: { 201: tokenAnswer } },
    errors: wordOauthRefusal,
    handler: async (request, reply) => {
      const { client, accountId: bearerId } = await proveClient(services, request);
      judgeGrant(request.body.grant_type, client);
      const asked = readScopes(request.body.scope);
      const person = await provePerson(services, request);
      if (bearerId !== null && bearerId !== person.accountId) throw unknownClient();
      const answer = await request.context.transaction(async (tx) => {
        await noteLogin(tx, person);
        const account = await findAccount(tx, person.accountId);
        // Shut or erased while the password was being compared.
        if (!account?.isActive) throw wrongLogin();
        return openAccount(services, request, tx, { client, account, asked });
      });
      return reply.code(201).headers(noStore).send(answer);
    },
  });
  route(server, {
    method: 'POST',
    path: '/api/oauth/revoke',
    caller: 'anyone',
    security: ['oauthClient'],
    summary: 'Ends a token (RFC 7009)',
    description:
      'By the client it was issued to. Of a token that is none, or of another client, it is 200 as well.',
    schema: {
      body: aboutToken,
      response: { 200: Type.Object({}, { description: 'Done; some libraries want JSON' }) },
    },
    errors: wordOauthRefusal,
    handler: async (request, reply) => {
      const { client } = await proveClient(services, request);
      const token = tokenIn(request.body);
      await request.context.transaction((tx) => endAccessToken(tx, client.id, token));
      return reply.headers(noStore).send({});
    },
  });
  route(server, {
    method: 'POST',
    path: '/api/oauth/introspect',
    caller: 'anyone',
    security: ['oauthClient'],
    summary: 'Says what a token is good for (RFC 7662)',
    schema: { body: aboutToken, response: { 200: introspection } },
    errors: wordOauthRefusal,
    handler: async (request, reply) => {
      await proveClientItself(services, request);
      const token = tokenIn(request.body);
      const found = await request.context.read((read) => inspectAccessToken(read, token));
      reply.headers(noStore);
      if (!found) return { active: false };
      return {
        active: true,
        scope: found.scopes.join(' '),
        client_id: found.clientId,
        username: found.username,
        token_type: 'Bearer',
        sub: found.accountUuid,
        iat: Math.floor(found.createdAt.getTime() / 1000),
        exp: Math.floor(found.expiresAt.getTime() / 1000),
        iss: issuerOf(services, request),
      };
    },
  });
}

/** Makes a token of an account for a client and answers it as both endpoints do (contract §4.3). */
export async function openAccount(
  services: Services,
  request: FastifyRequest,
  tx: Tx,
  { client, account, asked }: { client: ProvenClient; account: Account; asked: readonly string[] },
): Promise<Static<typeof tokenAnswer>> {
  const scope = [...(await grantScopes(tx, account.id, asked))];
  const grant = { accountId: account.id, oauthClientId: client.id, scopes: scope };
  const [issued] = await Promise.all([
    issueAccessToken(tx, grant, festivalTokenSeconds),
    noteClientUse(tx, client),
  ]);
  const flat = { access_token: issued.token, expires_in: issued.expiresIn, token_type: 'Bearer' } as const;
  const viewer = await viewerOf(tx, { accountId: account.id, role: account.role, scopes: scope });
  const user = await showUser(services, request, tx, { viewer, account });
  return { token: { ...flat, scope }, user, ...flat, scope: scope.join(' ') };
}

/** The scopes asked for, in their order; none: the usual three. Refuses a word that is no scope. */
export function readScopes(sent: string | readonly string[] | null = null): string[] {
  const asked = [sent ?? []].flat().flatMap((part) => part.split(/\s+/).filter((scope) => scope !== ''));
  const known = [...requestableScopes, ...earnedScopes];
  const unknown = asked.find((scope) => !known.includes(scope));
  if (unknown !== undefined)
    throw oauthRefusal(
      'invalid_scope',
      `"${unknown}" is no scope; known are ${requestableScopes.join(' ')}.`,
    );
  return asked.length === 0 ? [...requestableScopes] : [...new Set(asked)];
}

/** Nothing of these endpoints is kept by a cache, and their fields are told in the RFC's word. */
export function wordOauthRefusal(problem: Problem): Rendered {
  const { body, headers, ...rendered } = errorShape.render(problem);
  const told = typeof body === 'object' && body !== null ? { ...body } : {};
  const isField = 'error' in told && told.error === 'validation_failed';
  return {
    ...rendered,
    headers: { ...headers, ...noStore },
    body: { ...told, ...(isField && { error: 'invalid_request' }) },
  };
}

async function provePerson(
  services: Services,
  request: FastifyRequest<{ Body: Static<typeof tokenRequest> }>,
) {
  const { username, email, password } = request.body;
  const login = username ?? email;
  if (login === undefined || password === undefined)
    throw oauthRefusal('invalid_request', 'username and password are needed.');
  const attempt = { login, password, address: request.ip };
  const limit = services.throttles?.login ?? null;
  const proven = await attemptLogin(request.context, services.passwords, attempt, limit);
  if (!proven.isActive) throw wrongLogin();
  return proven;
}

const aboutToken = Type.Object({
  token: text,
  token_type_hint: Type.Optional(Type.String({ description: 'access_token; there are no others' })),
  ...clientFields,
});

function tokenIn({ token = '' }: Static<typeof aboutToken>): string {
  if (token === '') throw oauthRefusal('invalid_request', 'token is missing.');
  return token;
}

const introspection = Type.Object({
  active: Type.Boolean(),
  scope: text,
  client_id: text,
  username: text,
  token_type: text,
  sub: Type.Optional(Type.String({ description: 'The id of the user' })),
  iat: Type.Optional(Type.Integer()),
  exp: Type.Optional(Type.Integer()),
  iss: text,
});
