import type { Read } from '../../platform/database/contract.ts';
import { isJwt } from '../../platform/jwt.ts';
import { hashToken } from '../../platform/secrets.ts';
import { readTenantJwt } from './jwts.ts';
import { findCredential } from './tokens.queries.ts';
import type { Identity, Resolved } from './types.ts';

/**
 * Whom a presented token names in this tenant: the one resolver of every scheme and API (ruling "Any credential, any
 * API"). A token of another tenant is unknown here, as is a revoked one; nothing is cached, so revoking works at once.
 */
export async function resolveCredential(
  read: Read,
  identity: Pick<Identity, 'secret' | 'jwtKey'>,
  token: string,
): Promise<Resolved> {
  if (!isJwt(token)) return resolveHash(read, hashToken(token));
  const jwt = await readTenantJwt(read, identity, token);
  if ('bad' in jwt) return { bad: jwt.bad === 'expired' ? 'expired' : 'unknown', jwt: jwt.bad };
  const resolved = await resolveHash(read, hashToken(jwt.id));
  return 'bad' in resolved ? { jwt: 'ended', ...resolved } : resolved;
}

async function resolveHash(read: Read, hash: Buffer): Promise<Resolved> {
  const found = await findCredential(read, hash);
  if (!found || found.clientDisabledAt !== null) return { bad: 'unknown' };
  // Shutting an account revokes its JWTs; whoever holds one is told the reason.
  if (found.kind === 'jwt' && !found.isActive) return { bad: 'inactive', username: found.username };
  if (found.revokedAt !== null) return { bad: 'unknown' };
  if (found.expiresAt !== null && found.expiresAt <= read.clock.now()) return { bad: 'expired' };
  if (!found.isActive) return { bad: 'inactive', username: found.username };
  return {
    actor: {
      accountId: found.accountId,
      username: found.username,
      role: found.role,
      tenantId: read.tenantId,
      kind: found.kind,
      tokenId: found.tokenId,
      oauthClientId: found.oauthClientId,
      scopes: found.scopes,
    },
  };
}
