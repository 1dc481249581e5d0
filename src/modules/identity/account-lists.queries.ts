import { type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import { isBehind, isSettled, type SyncPlace, syncOrder } from '../../platform/database/sync-order.ts';
import { type AccountFilter, matching, orderColumns, own, toAccount } from './accounts.queries.ts';
import type { AccountOrder, AccountPlace, ChangedAccount, PeopleCount, PlacedAccount } from './types.ts';

/** Expressions that are never null, so that every account has one place in each order. */
const keys = {
  username: sql<string>`${sql.ref(orderColumns.username)}`,
  email: sql<string>`${sql.ref(orderColumns.email)}`,
  name: sql<string>`${sql.ref(orderColumns.name)}`,
  joined: sql<string>`${sql.ref(orderColumns.joined)}`,
  lastLogin: sql<string>`coalesce(${sql.ref(orderColumns.lastLogin)}, '-infinity')`,
} as const;

/** What a key of a place is compared as. */
const types = {
  username: 'text',
  email: 'text',
  name: 'text',
  joined: 'timestamptz',
  lastLogin: 'timestamptz',
};

/** Accounts behind a place in that order, at most `limit`. */
export async function selectAccountsAfter(
  read: Read,
  filter: AccountFilter,
  order: AccountOrder | null,
  after: AccountPlace | null,
  limit: number,
): Promise<PlacedAccount[]> {
  const direction = order?.descending ? 'desc' : 'asc';
  const beyond = sql.raw(order?.descending ? '<' : '>');
  const key = order ? sql<string>`(${keys[order.by]})::text` : sql<string>`''`;
  let query = own(read).select(key.as('key')).where(matching(filter));
  if (order) query = query.orderBy(keys[order.by], direction);
  if (after && order) {
    const value = sql`${after.key}::text::${sql.raw(types[order.by])}`;
    query = query.where(sql<SqlBool>`(${keys[order.by]}, id) ${beyond} (${value}, ${after.id}::bigint)`);
  } else if (after) query = query.where('id', '>', after.id);
  const rows = await query.orderBy('id', direction).limit(limit).execute();
  return rows.map(({ key, ...row }) => ({ account: toAccount(row), place: { key, id: row.id } }));
}

/** Settled accounts behind a place in sync order, at most `limit`. */
export async function selectChangedAccounts(
  read: Read,
  filter: AccountFilter & { readonly changedFrom?: Date },
  after: SyncPlace | null,
  limit: number,
): Promise<ChangedAccount[]> {
  let query = own(read)
    .select(['changed_in as transaction', 'updated_at as updatedAt'])
    .where(matching(filter))
    .where(isSettled());
  if (after) query = query.where(isBehind(after));
  if (filter.changedFrom) query = query.where('updated_at', '>=', filter.changedFrom);
  const rows = await query.orderBy(syncOrder[0]).orderBy(syncOrder[1]).limit(limit).execute();
  return rows.map(({ transaction, updatedAt, ...row }) => ({
    account: toAccount(row),
    updatedAt,
    place: { transaction, id: row.id },
  }));
}

/** How many people there are by role. */
export async function countByRole(read: Read): Promise<PeopleCount[]> {
  const { rows } = await sql<PeopleCount>`
    select r.role, count(a.id) filter (where a.is_active)::integer as active,
      count(a.id) filter (where not a.is_active)::integer as inactive
    from unnest(array['member', 'staff', 'admin', 'owner']) with ordinality as r (role, place)
    left join accounts a on a.tenant_id = ${read.tenantId} and a.role = r.role
    group by r.role, r.place order by r.place`.execute(read.db);
  return rows;
}

/** Accounts made since, by the day of UTC; days without any are left out. */
export async function countByDay(read: Read, since: Date): Promise<{ day: string; count: number }[]> {
  const { rows } = await sql<{ day: string; count: number }>`
    select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count
    from accounts where tenant_id = ${read.tenantId} and created_at >= ${since}
    group by day order by day`.execute(read.db);
  return rows;
}
