import type { Read, Tx } from '../../platform/database/contract.ts';
import { hashToken } from '../../platform/secrets.ts';
import { record } from '../activity/activity.ts';
import * as rows from './access-tokens.queries.ts';
import { requireClientById } from './oauth-clients.ts';
import { unknownClient } from './refusals.ts';
import type { ClientUse, KnownAccessToken, ProvenClient } from './types.ts';

const day = 24 * 60 * 60 * 1000;
/** Milliseconds after its end that an access token still names its client (ruling "Client", Gemini). */
export const endedTokensKept = 400 * day;

/**
 * The client that an access token was made for, and whose token it is: also of one that expired, or that a new password
 * or address ended, but not of one that was revoked. The grant's other proofs are the caller's to demand.
 * Refuses any other text, a disabled client and an inactive owner.
 */
export async function requireClientOfToken(
  read: Read,
  token: string,
): Promise<{ client: ProvenClient; accountId: number }> {
  const known = await rows.findAccessToken(read, hashToken(token));
  if (!known || (known.revokedAt !== null && !known.isSuperseded)) throw unknownClient();
  const now = read.clock.now().getTime();
  if (known.expiresAt.getTime() + endedTokensKept <= now) throw unknownClient();
  return { client: await requireClientById(read, known.clientId), accountId: known.accountId };
}

/** What an access token says of itself, as long as it opens something; null for every other text (RFC 7662 §2.2). */
export async function inspectAccessToken(read: Read, token: string): Promise<KnownAccessToken | null> {
  const known = await rows.findAccessToken(read, hashToken(token));
  const opens =
    known &&
    known.revokedAt === null &&
    known.expiresAt > read.clock.now() &&
    known.isAccountActive &&
    !known.isClientDisabled;
  return opens ? known : null;
}

/** Ends an access token by its client's word; one of another client, or no token at all, is no matter (RFC 7009 §2.1). */
export async function endAccessToken(tx: Tx, oauthClientId: number, token: string): Promise<void> {
  const known = await rows.findAccessToken(tx, hashToken(token));
  if (known?.oauthClientId !== oauthClientId) return;
  const ended = await rows.revokeAccessToken(tx, known.id);
  if (ended) await record(tx, { verb: 'revoked', objectType: 'access_token', objectId: ended.id });
}

/** What the tenant's OAuth clients were used for, oldest client first. */
export function countClientUses(read: Read): Promise<ClientUse[]> {
  return rows.selectClientUses(read);
}
