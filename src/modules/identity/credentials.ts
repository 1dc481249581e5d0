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
  identity: Pick<Identity, 'secret'>,
  token: string,
): Promise<Resolved> {
  if (!isJwt(token)) return resolveHash(read, hashToken(token));
  const jwt = await readTenantJwt(read, identity, token);
  if ('bad' in jwt) return { bad: jwt.bad === 'expired' ? 'expired' : 'unknown' };
  return resolveHash(read, hashToken(jwt.id));
}

async function resolveHash(read: Read, hash: Buffer): Promise<Resolved> {
  const found = await findCredential(read, hash);
  if (!found || found.revokedAt !== null || found.clientDisabledAt !== null) return { bad: 'unknown' };
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
