import type { Read, Tx } from '../../platform/database/contract.ts';
import {
  insertActivity,
  selectActivityOf,
  selectAuthors,
  selectStream,
  selectStreamBefore,
} from './activity.queries.ts';
import { publicVerbs } from './rules.ts';
import type { ActivityQuery, Happening, Recorded, StreamedHappening, Thing } from './types.ts';

/**
 * Writes what happened into the log that is both audit trail and activity stream, in the transaction that does it.
 * It takes ids and names of fields, never values.
 */
export async function record(tx: Tx, happening: Happening): Promise<void> {
  await insertActivity(tx, [happening]);
}

/** Writes many at once with one statement; `batchId` ties them together, so that bulk work can be found again. */
export async function recordAll(tx: Tx, happenings: readonly Happening[], batchId: string): Promise<void> {
  if (happenings.length > 0) await insertActivity(tx, happenings, batchId);
}

/** What was done by an account or to it, oldest first: for the person's own copy of their data. */
export function listActivityOf(read: Read, accountId: number): Promise<Recorded[]> {
  return selectActivityOf(read, accountId);
}

/** The accounts that did one of these to a thing, by their numbers; one that is gone may be among them. */
export function listAuthors(read: Read, on: Thing, verbs: readonly string[]): Promise<number[]> {
  return selectAuthors(read, on, verbs);
}

/**
 * One page of the activity stream, newest first, and how many happenings there are in all.
 * @param sees `all`: the whole log, for whom it is about and for admins; `public`: what everybody of the tenant may read
 */
export function listActivity(
  read: Read,
  query: ActivityQuery,
  sees: 'all' | 'public',
  page: { readonly limit: number; readonly offset: number },
): Promise<{ count: number; happenings: StreamedHappening[] }> {
  return selectStream(read, narrowed(query, sees), page);
}

/**
 * The activity stream, newest first: at most `limit` happenings older than a number, however far back.
 * @param before the number of the last one seen; null: from the newest
 * @param sees as for `listActivity`
 */
export function listActivityBefore(
  read: Read,
  query: ActivityQuery,
  sees: 'all' | 'public',
  before: number | null,
  limit: number,
): Promise<StreamedHappening[]> {
  return selectStreamBefore(read, narrowed(query, sees), before, limit);
}

function narrowed(query: ActivityQuery, sees: 'all' | 'public'): ActivityQuery {
  if (sees === 'all') return query;
  return { ...query, verbs: query.verbs?.filter((verb) => publicVerbs.includes(verb)) ?? publicVerbs };
}
