import type { Read, Tx } from '../../platform/database/contract.ts';
import { insertActivity, selectActivityOf } from './activity.queries.ts';
import type { Happening, Recorded } from './types.ts';

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
