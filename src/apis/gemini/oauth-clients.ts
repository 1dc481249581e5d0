import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireClientOfToken } from '../../modules/identity/access-tokens.ts';
import { requireClient, requireGrant } from '../../modules/identity/oauth-clients.ts';
import { unknownClient } from '../../modules/identity/refusals.ts';
import type { ProvenClient } from '../../modules/identity/types.ts';
import { readAuthorization } from '../../platform/http/authorization.ts';
import { readClientCredentials } from '../../platform/http/client-credentials.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';

/** Fields of a body by which a client shows itself. */
export const clientFields = {
  client_id: Type.Optional(Type.String()),
  client_secret: Type.Optional(Type.String()),
};

interface ClientBody {
  readonly client_id?: string;
  readonly client_secret?: string;
}

/**
 * Which client calls, in the order of contract §4.2: HTTP Basic, the body, a token that was issued to it. Refuses all
 * else alike.
 * @returns with whose token it was; null where none was needed
 */
export async function proveClient(
  services: Services,
  request: FastifyRequest<{ Body: ClientBody }>,
): Promise<{ client: ProvenClient; accountId: number | null }> {
  const { headers, body, context } = request;
  const named = readClientCredentials(headers.authorization, body);
  if ('several' in named) throw oauthRefusal('invalid_request', 'Two different clients are named.');
  if ('clientId' in named) {
    const client = await context.read((read) =>
      requireClient(read, services.passwords, named.clientId, named.clientSecret, null),
    );
    return { client, accountId: null };
  }
  const token = bearerIn(headers.authorization);
  if (token === null) throw unknownClient();
  const found = await context.read((read) => requireClientOfToken(read, token));
  if (body.client_id !== undefined && body.client_id !== found.client.clientId)
    throw oauthRefusal('invalid_request', 'Two different clients are named.');
  return found;
}

/** As `proveClient`, but for tokens of people: what is asked here is not about them. */
export async function proveClientItself(
  services: Services,
  request: FastifyRequest<{ Body: ClientBody }>,
): Promise<ProvenClient> {
  const { client, accountId } = await proveClient(services, request);
  if (accountId !== null) throw unknownClient();
  return client;
}

/** Refuses every grant but `password`, and that one to a client that may not use it. */
export function judgeGrant(grant: string | undefined, client: ProvenClient): void {
  if (grant === undefined || grant === '') throw oauthRefusal('invalid_request', 'grant_type is missing.');
  if (grant !== 'password')
    throw oauthRefusal('unsupported_grant_type', 'The only grant_type of this endpoint is password.');
  requireGrant(client, grant);
}

/** Refuses in a word of RFC 6749 §5.2, with 400. */
export function oauthRefusal(error: string, message: string): Refusal {
  return refuse('invalid', `oauth.${error}`, message, { detail: { error } });
}

function bearerIn(header: string | undefined): string | null {
  const sent = readAuthorization(header);
  const [token, ...more] = sent?.scheme === 'bearer' ? sent.words : [];
  return token === undefined || more.length > 0 ? null : token;
}
