import { sql } from 'kysely';
import type { OwnerRead, Tx } from '../../platform/database/contract.ts';
import { factsOf, type MessageKey, messageOf } from './types.ts';

/** A notification that is to be mailed, marked as mailed by the same statement. */
export interface ClaimedNotification {
  readonly accountId: number;
  readonly message: MessageKey;
  readonly facts: Readonly<Record<string, string>>;
  readonly about: readonly number[];
  readonly occurrences: number;
  readonly siteId: number | null;
  readonly isSeen: boolean;
}

/** Tenants that have something to mail at that pace. */
export async function selectTenantsWithMail(read: OwnerRead, pace: string): Promise<number[]> {
  const { rows } = await sql<{ tenant_id: number }>`
    select distinct n.tenant_id from notifications n
    where n.mail = ${pace} and n.mailed_at is null order by n.tenant_id`.execute(read.db);
  return rows.map((row) => row.tenant_id);
}

/**
 * Claims all that is to be mailed to up to `people` persons of the tenant. A person is claimed whole, by holding their
 * counter, so that of two workers one writes the letter.
 */
export async function claimMail(tx: Tx, pace: string, people: number): Promise<ClaimedNotification[]> {
  const { rows } = await sql<{
    account_id: number;
    message: string;
    facts: unknown;
    about: number[];
    occurrences: number;
    site_id: number | null;
    is_seen: boolean;
  }>`
    with held as (
      select i.account_id from notification_inboxes i
      where i.tenant_id = ${tx.tenantId} and exists (
        select 1 from notifications n where n.tenant_id = ${tx.tenantId} and n.account_id = i.account_id
          and n.mail = ${pace} and n.mailed_at is null)
      order by i.account_id limit ${people} for update skip locked
    ), claimed as (
      update notifications n set mailed_at = ${tx.clock.now()} from held
      where n.tenant_id = ${tx.tenantId} and n.account_id = held.account_id
        and n.mail = ${pace} and n.mailed_at is null
      returning n.account_id, n.message, n.facts, n.about, n.occurrences, n.site_id, n.change,
        n.seen_at is not null as is_seen
    )
    select c.account_id, c.message, c.facts, c.about, c.occurrences, c.site_id, c.is_seen from claimed c
    order by c.account_id, c.change`.execute(tx.db);
  return rows.map((row) => ({
    accountId: row.account_id,
    message: messageOf(row.message),
    facts: factsOf(row.facts),
    about: row.about,
    occurrences: row.occurrences,
    siteId: row.site_id,
    isSeen: row.is_seen,
  }));
}
