import type { Read } from '../../platform/database/contract.ts';
import { hashToken } from '../../platform/secrets.ts';
import { findCredential } from './tokens.queries.ts';
import type { Resolved } from './types.ts';

/**
 * Whom a presented token names in this tenant: the one resolver of every scheme and API (ruling "Any credential, any
 * API"). A token of another tenant is unknown here, as is a revoked one; nothing is cached, so revoking works at once.
 */
export async function resolveCredential(read: Read, token: string): Promise<Resolved> {
  const found = await findCredential(read, hashToken(token));
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
