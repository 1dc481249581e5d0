import type { Read } from '../../platform/database/contract.ts';
import { horizonOf, type SyncPlace } from '../../platform/database/sync-order.ts';
import * as rows from './account-lists.queries.ts';
import { filterOf } from './accounts.ts';
import { syncEnded } from './refusals.ts';
import type {
  AccountOrder,
  AccountPlace,
  AccountQuery,
  ChangedAccount,
  PeopleCount,
  PlacedAccount,
} from './types.ts';

/**
 * Accounts of the tenant behind a place, by number or in another order and then by number: pages cost the same however
 * far down the list they are.
 * @param after the place of the last one seen; null: from the beginning
 */
export function listAccountsAfter(
  read: Read,
  query: AccountQuery,
  order: AccountOrder | null,
  after: AccountPlace | null,
  limit: number,
): Promise<PlacedAccount[]> {
  return rows.selectAccountsAfter(read, filterOf(query), order, after, limit);
}

/** Accounts as they were changed, for a copy kept elsewhere: nothing that commits late is missed. */
export interface ChangedAccounts {
  readonly changed: readonly ChangedAccount[];
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
  const [{ horizon, hasEnded }, changed] = await Promise.all([
    horizonOf(read, after),
    rows.selectChangedAccounts(read, filter, after, limit),
  ]);
  if (hasEnded) throw syncEnded();
  return { changed, horizon };
}

/** How many people there are by role, and how many came on each day (UTC) since; two statements. */
export async function countPeople(
  read: Read,
  since: Date,
): Promise<{ byRole: PeopleCount[]; byDay: { day: string; count: number }[] }> {
  const [byRole, byDay] = await Promise.all([rows.countByRole(read), rows.countByDay(read, since)]);
  return { byRole, byDay };
}
