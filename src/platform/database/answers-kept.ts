import { sql } from 'kysely';
import type { OwnerContext, Tx } from './contract.ts';

const hours = 24;

/** An answer as it is kept. */
export interface Kept {
  /** Of the request that was answered. */
  readonly digest: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: it held a secret. */
  readonly body: string | null;
}

/** Claims a caller's key, waiting for whoever just works under it. @returns the answer kept under it; null: none, go on */
export async function claimKey(
  tx: Tx,
  { caller, key, digest }: { caller: string; key: string; digest: Buffer },
): Promise<Kept | null> {
  const now = tx.clock.now();
  const expired = new Date(now.getTime() - hours * 3_600_000);
  const { rows } = await sql`
    insert into answers_kept as k (tenant_id, caller, key, digest, status, created_at)
    values (${tx.tenantId}, ${caller}, ${key}, ${digest}, 0, ${now})
    on conflict (tenant_id, caller, key) do update set digest = excluded.digest, created_at = excluded.created_at
      where k.created_at < ${expired}
    returning k.key`.execute(tx.db);
  if (rows.length > 0) return null;
  const found = await sql<Kept>`
    select digest, status, headers, body from answers_kept
    where tenant_id = ${tx.tenantId} and caller = ${caller} and key = ${key}`.execute(tx.db);
  return found.rows[0] ?? null;
}

/** Keeps the answer under the key that this transaction claimed. */
export async function keepAnswer(
  tx: Tx,
  { caller, key }: { caller: string; key: string },
  { status, headers, body }: Omit<Kept, 'digest'>,
): Promise<void> {
  await sql`
    update answers_kept set status = ${status}, headers = ${JSON.stringify(headers)}::jsonb,
      body = ${body}::text
    where tenant_id = ${tx.tenantId} and caller = ${caller} and key = ${key}`.execute(tx.db);
}

/** Forgets the answers to an account's requests and those that show this person; a port of identity. */
export async function forgetAnswers(tx: Tx, accountId: number): Promise<void> {
  await sql`
    delete from answers_kept k using accounts a
    where a.tenant_id = ${tx.tenantId} and a.id = ${accountId} and k.tenant_id = a.tenant_id
      and (k.caller = ${`account:${accountId}`} or position(a.uuid::text in k.body) > 0
        or position(a.email in k.body) > 0)`.execute(tx.db);
}

/** Deletes what is kept for longer than a day; a worker's task. */
export async function purgeAnswers(owner: OwnerContext): Promise<void> {
  const before = new Date(owner.clock.now().getTime() - hours * 3_600_000);
  await owner.transaction((tx) =>
    tx.db.deleteFrom('answers_kept').where('created_at', '<', before).execute(),
  );
}
