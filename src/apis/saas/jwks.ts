import { Type } from 'typebox';
import { listPublicKeys } from '../../modules/identity/jwts.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';

const keySchema = Type.Object({
  kty: Type.String(),
  kid: Type.String(),
  alg: Type.String(),
  use: Type.Literal('sig'),
  crv: Type.Optional(Type.String()),
  x: Type.Optional(Type.String()),
  n: Type.Optional(Type.String()),
  e: Type.Optional(Type.String()),
});

/** `/.well-known/jwks.json`: the keys by which other programs judge the JWTs of the host's tenant (RFC 7517). Who asks does not matter, so that caches may keep it. */
export function serveJwks(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/jwks.json',
    caller: 'anyone',
    summary: 'The public keys that judge the JWTs of this tenant',
    description:
      'None while JWTs are signed by HS256, and none before the first one was signed by a key pair.',
    config: { answers: 'application/jwk-set+json' },
    schema: { response: { 200: Type.Object({ keys: Type.Array(keySchema) }) } },
    handler: async (request, reply) => {
      const keys = await request.context.read((read) => listPublicKeys(read, identity));
      // Shortly: whoever meets a key that is new to them asks again, past a cache that must not hold them up.
      reply.header('cache-control', 'public, max-age=60');
      return {
        keys: keys.map(({ id, algorithm, publicKey }) => ({
          kty: publicKey.kty ?? '',
          ...publicKey,
          kid: id,
          alg: algorithm,
          use: 'sig' as const,
        })),
      };
    },
  });
}
