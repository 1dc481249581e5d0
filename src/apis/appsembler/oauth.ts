import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { attemptLogin, noteLogin } from '../../modules/identity/logins.ts';
import { noteClientUse, requireClient } from '../../modules/identity/oauth-clients.ts';
import { unknownClient, wrongLogin } from '../../modules/identity/refusals.ts';
import { issueAccessToken } from '../../modules/identity/tokens.ts';
import type { Grant } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';

const scopes = ['read', 'write', 'email', 'profile'];

const tokenRequest = Type.Object({
  grant_type: Type.Optional(
    Type.String({ description: 'client_credentials, or password where the client may' }),
  ),
  client_id: Type.Optional(Type.String()),
  client_secret: Type.Optional(Type.String()),
  token_type: Type.Optional(Type.String({ description: 'bearer' })),
  scope: Type.Optional(Type.String({ description: 'Some of: read write email profile. Default: all' })),
  username: Type.Optional(Type.String({ description: 'Username or e-mail, with grant password' })),
  password: Type.Optional(Type.String()),
});
type TokenRequest = Static<typeof tokenRequest>;

/** `POST /oauth2/access_token`: RFC 6749 §4.3 and §4.4 with the answer of contract §1.4. */
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
      const granted = readScopes(request.body.scope);
      const { clientId, clientSecret } = readClient(request);
      const client = await request.context.read((read) =>
        requireClient(read, services.passwords, clientId, clientSecret, grant),
      );
      const person = grant === 'password' ? await provePerson(services, request) : null;
      const issued = await request.context.transaction(async (tx) => {
        const accountId = person?.accountId ?? client.ownerId;
        // Together: they travel in one write.
        const [made] = await Promise.all([
          issueAccessToken(tx, { accountId, oauthClientId: client.id, scopes: granted }),
          noteClientUse(tx, client),
          person && noteLogin(tx, person),
        ]);
        return made;
      });
      reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
      const { token: access_token, expiresIn: expires_in } = issued;
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

function readScopes(sent = ''): string[] {
  const asked = sent.split(/\s+/).filter((scope) => scope !== '');
  const unknown = asked.find((scope) => !scopes.includes(scope));
  if (unknown !== undefined)
    throw refuse('invalid', 'oauth.invalid_scope', `Known scopes: ${scopes.join(' ')}.`);
  return asked.length === 0 ? scopes : scopes.filter((scope) => asked.includes(scope));
}

/** From HTTP Basic or the body; naming the same client in both does no harm, two different ones do (RFC 6749 §2.3). */
function readClient({ body, headers }: FastifyRequest<{ Body: TokenRequest }>) {
  const sent = { clientId: body.client_id, clientSecret: body.client_secret };
  const basic = /^basic:?\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
  if (basic === undefined) {
    if (sent.clientId === undefined || sent.clientSecret === undefined) throw unknownClient();
    return { clientId: sent.clientId, clientSecret: sent.clientSecret };
  }
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined) throw unknownClient();
  const client = { clientId: percentDecoded(id), clientSecret: percentDecoded(secret) };
  const differs = (one: string | undefined, other: string) => one !== undefined && one !== other;
  if (differs(sent.clientId, client.clientId) || differs(sent.clientSecret, client.clientSecret))
    throw invalidRequest('Two different clients are named.');
  return client;
}

/** The RFC encodes both halves, most clients send them as they are: what is no percent-encoding is taken literally. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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
