import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';

/** Moves the moment forward; an older one than is there changes nothing. */
export async function upsertPresence(tx: Tx, accountId: number): Promise<void> {
  await sql`
    insert into presences as p (tenant_id, account_id, seen_at)
    select ${tx.tenantId}, a.id, ${tx.clock.now()}::timestamptz from accounts a
    where a.tenant_id = ${tx.tenantId} and a.id = ${accountId}
    on conflict (tenant_id, account_id) do update set seen_at = greatest(p.seen_at, excluded.seen_at)`.execute(
    tx.db,
  );
}

export async function deletePresence(tx: Tx, accountId: number): Promise<void> {
  await tx.db
    .deleteFrom('presences')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Whoever was seen since, the latest first; at most `limit`. */
export function selectPresent(
  read: Read,
  since: Date,
  limit: number,
): Promise<{ accountId: number; seenAt: Date }[]> {
  return read.db
    .selectFrom('presences')
    .select(['account_id as accountId', 'seen_at as seenAt'])
    .where('tenant_id', '=', read.tenantId)
    .where('seen_at', '>', since)
    .orderBy('seen_at', 'desc')
    .orderBy('account_id')
    .limit(limit)
    .execute();
}
