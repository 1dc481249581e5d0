import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  earnedScopes,
  festivalTokenSeconds,
  grantScopes,
  requestableScopes,
} from '../../modules/festival/scopes.ts';
import { attemptLogin, noteLogin } from '../../modules/identity/logins.ts';
import { noteClientUse, requireClient } from '../../modules/identity/oauth-clients.ts';
import { unknownClient, wrongLogin } from '../../modules/identity/refusals.ts';
import { issueAccessToken } from '../../modules/identity/tokens.ts';
import type { Grant } from '../../modules/identity/types.ts';
import { readClientCredentials } from '../../platform/http/client-credentials.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';

const v0Scopes = ['read', 'write', 'email', 'profile'];
/** Of every API that takes these tokens. */
const scopes = [...new Set([...v0Scopes, ...requestableScopes, ...earnedScopes])];

const tokenRequest = Type.Object({
  grant_type: Type.Optional(
    Type.String({ description: 'client_credentials, or password where the client may' }),
  ),
  client_id: Type.Optional(Type.String()),
  client_secret: Type.Optional(Type.String()),
  token_type: Type.Optional(Type.String({ description: 'bearer' })),
  scope: Type.Optional(
    Type.String({
      description: 'Some of: read write email profile performer venue. Default: the first four',
    }),
  ),
  username: Type.Optional(Type.String({ description: 'Username or e-mail, with grant password' })),
  password: Type.Optional(Type.String()),
});
type TokenRequest = Static<typeof tokenRequest>;

/**
 * `POST /oauth2/access_token`: RFC 6749 §4.3 and §4.4 with the answer of contract §1.4. It is the token endpoint of the
 * discovery document too, for libraries that insist on 200 and a flat body (ruling "Token answers", Gemini).
 */
export function serveAccessTokens(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/oauth2/access_token',
    caller: 'anyone',
    security: ['oauthClient'],
    summary: 'An access token for a client, which acts as its owner, or for a person',
    schema: {
      body: tokenRequest,
      response: {
        200: Type.Object({
          access_token: Type.String(),
          expires_in: Type.Integer(),
          token_type: Type.Literal('Bearer'),
          scope: Type.String(),
        }),
      },
    },
    errors: wordRefusal,
    handler: async (request, reply) => {
      const grant = readGrant(request.body);
      const { asked, areFestivals } = readScopes(request.body.scope);
      const { clientId, clientSecret } = readClient(request);
      const client = await request.context.read((read) =>
        requireClient(read, services.passwords, clientId, clientSecret, grant),
      );
      const person = grant === 'password' ? await provePerson(services, request) : null;
      const issued = await request.context.transaction(async (tx) => {
        const accountId = person?.accountId ?? client.ownerId;
        if (accountId === null) throw unknownClient();
        const granted = areFestivals ? await grantScopes(tx, accountId, asked) : asked;
        const grantOf = { accountId, oauthClientId: client.id, scopes: granted };
        // Together: they travel in one write.
        const [made] = await Promise.all([
          areFestivals ? issueAccessToken(tx, grantOf, festivalTokenSeconds) : issueAccessToken(tx, grantOf),
          noteClientUse(tx, client),
          person && noteLogin(tx, person),
        ]);
        return { ...made, granted };
      });
      reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
      const { token: access_token, expiresIn: expires_in, granted } = issued;
      return { access_token, expires_in, token_type: 'Bearer' as const, scope: granted.join(' ') };
    },
  });
}

function readGrant({ grant_type, token_type }: TokenRequest): Grant {
  if (grant_type === undefined || grant_type === '') throw invalidRequest('grant_type is missing.');
  if (grant_type !== 'client_credentials' && grant_type !== 'password')
    throw refuse('invalid', 'oauth.unsupported_grant_type', 'Use client_credentials or password.');
  if (token_type !== undefined && token_type.toLowerCase() !== 'bearer')
    throw invalidRequest('Only bearer tokens are issued.');
  return grant_type;
}

/**
 * The scopes asked for, all of v0's without any. Which API they are of decides about the token: one of Gemini's carries
 * what the person earned by a role, and lives as long as Gemini's own (ruling "Any credential, any API": `profile`
 * without one of v0's others counts as Gemini's).
 */
function readScopes(sent = ''): { asked: string[]; areFestivals: boolean } {
  const asked = sent.split(/\s+/).filter((scope) => scope !== '');
  if (asked.length === 0) return { asked: v0Scopes, areFestivals: false };
  const unknown = asked.find((scope) => !scopes.includes(scope));
  if (unknown !== undefined)
    throw refuse('invalid', 'oauth.invalid_scope', `Known scopes: ${scopes.join(' ')}.`);
  const areFestivals =
    asked.some((scope) => !v0Scopes.includes(scope)) || asked.every((scope) => scope === 'profile');
  return { asked: scopes.filter((scope) => asked.includes(scope)), areFestivals };
}

/** Refuses a request that names no client, or two. */
function readClient({ body, headers }: FastifyRequest<{ Body: TokenRequest }>) {
  const named = readClientCredentials(headers.authorization, body);
  if ('none' in named) throw unknownClient();
  if ('several' in named) throw invalidRequest('Two different clients are named.');
  return named;
}

async function provePerson(services: Services, request: FastifyRequest<{ Body: TokenRequest }>) {
  const { username: login, password } = request.body;
  if (login === undefined || password === undefined)
    throw invalidRequest('username and password are needed.');
  const attempt = { login, password, address: request.ip };
  const limit = services.throttles?.login ?? null;
  const proven = await attemptLogin(request.context, services.passwords, attempt, limit);
  if (!proven.isActive) throw wrongLogin();
  return proven;
}

function invalidRequest(message: string): Refusal {
  return refuse('invalid', 'oauth.invalid_request', message);
}

/** The error codes of RFC 6749 §5.2; an address that is none here is worded like every other of v0. */
function wordRefusal(problem: Problem): Rendered | undefined {
  const word = (error: string, status = problem.status, headers: Record<string, string> = {}) => ({
    status,
    headers: { 'cache-control': 'no-store', pragma: 'no-cache', ...headers },
    body: { error, error_description: problem.message },
  });
  if (problem.status === 404 || problem.status === 405) return undefined;
  if (problem.code === 'oauth_client.unknown')
    return word('invalid_client', 401, { 'www-authenticate': 'Basic realm="api"' });
  if (problem.code === 'oauth_client.grant') return word('unauthorized_client', 400);
  if (problem.code === 'login.wrong') return word('invalid_grant', 400);
  if (problem.code.startsWith('oauth.')) return word(problem.code.slice('oauth.'.length));
  if (problem.status === 403) return word('access_denied');
  if (problem.status === 429 || problem.status === 503) return word('temporarily_unavailable');
  return word(problem.status >= 500 ? 'server_error' : 'invalid_request');
}
