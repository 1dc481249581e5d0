import type { Read } from '../../platform/database/contract.ts';
import { horizonOf, type SyncPlace } from '../../platform/database/sync-order.ts';
import { fold } from '../../platform/text-folding.ts';
import { countByDay, countByRole, type PeopleCount } from './account-counts.queries.ts';
import * as rows from './accounts.queries.ts';
import type { Account, AccountOrder, AccountQuery } from './types.ts';

/** One page of the tenant's accounts, ordered as wished and then by id, and how many there are in all. */
export function listAccounts(
  read: Read,
  query: AccountQuery,
  page: { limit: number; offset: number },
  orders: readonly AccountOrder[] = [],
): Promise<{ count: number; accounts: Account[] }> {
  return rows.selectAccounts(read, filterOf(query), page, orders);
}

/**
 * Accounts of the tenant behind a place, by number or in another order and then by number: pages cost the same however
 * far down the list they are.
 * @param after the place of the last one seen; null: from the beginning
 */
export function listAccountsAfter(
  read: Read,
  query: AccountQuery,
  order: AccountOrder | null,
  after: rows.AccountPlace | null,
  limit: number,
): Promise<rows.PlacedAccount[]> {
  return rows.selectAccountsAfter(read, filterOf(query), order, after, limit);
}

/** Accounts as they were changed, for a copy kept elsewhere: nothing that commits late is missed. */
export interface ChangedAccounts {
  readonly changed: readonly rows.ChangedAccount[];
  /** From here a copy that has all of `changed` and knows of no more goes on. */
  readonly horizon: SyncPlace;
}

/**
 * Accounts behind a place in the order of the transactions that wrote them last, up to the oldest transaction that still
 * runs. What is erased is no row any more; the log tells of it. Refuses a place of another database.
 * @param query `changedFrom`: written at that moment or later, for who has no place yet
 */
export async function listChangedAccounts(
  read: Read,
  query: AccountQuery & { readonly changedFrom?: Date },
  after: SyncPlace | null,
  limit: number,
): Promise<ChangedAccounts> {
  const { changedFrom } = query;
  const filter = { ...filterOf(query), ...(changedFrom && { changedFrom }) };
  const [horizon, changed] = await Promise.all([
    horizonOf(read, after),
    rows.selectChangedAccounts(read, filter, after, limit),
  ]);
  return { changed, horizon };
}

/** How many people there are by role, and how many came on each day (UTC) since; two statements. */
export async function countPeople(
  read: Read,
  since: Date,
): Promise<{ byRole: PeopleCount[]; byDay: { day: string; count: number }[] }> {
  const [byRole, byDay] = await Promise.all([countByRole(read), countByDay(read, since)]);
  return { byRole, byDay };
}

/** A query as the rows are asked for it. */
function filterOf(query: AccountQuery): rows.AccountFilter {
  return {
    ...(query.email !== undefined && { emailKey: fold(query.email.trim()) }),
    ...(query.isActive !== undefined && { isActive: query.isActive }),
    ...(query.role && { role: query.role }),
    ...(query.joined && { joinedFrom: query.joined.from, joinedBefore: query.joined.before }),
    ...(query.search && { pattern: `%${fold(query.search).replace(/[\\%_]/g, '\\$&')}%` }),
  };
}
