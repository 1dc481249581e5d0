import type { OwnerContext, Read, Tx } from '../../platform/database/contract.ts';
import { enqueueJob } from '../../platform/jobs/enqueue.ts';
import { uuid } from '../../platform/random.ts';
import { record } from '../activity/activity.ts';
import * as rows from './errands.queries.ts';
import { errandOver, tooManyRows, unknownErrand } from './refusals.ts';
import { selectRows } from './rows.queries.ts';
import { keptFor, mostRows } from './rules.ts';
import type { Errand, ErrandFilter, ErrandRow, NewErrand } from './types.ts';

/** The task that works errands which are due. */
export const workTask = 'errands.work';

/**
 * Begins an errand as part of this transaction: a worker does it after the commit, in batches. Who asks is its author.
 * Refuses more than 200 000 rows.
 * @param siteId the site on which it is done: letters that it causes are that site's
 */
export async function beginErrand(tx: Tx, siteId: number, wanted: NewErrand): Promise<Errand> {
  const known = wanted.rows;
  if (known && known.length > mostRows) throw tooManyRows(mostRows);
  const id = uuid(tx.random, tx.clock.now());
  await rows.insertErrand(tx, id, { ...wanted, siteId }, known?.length ?? wanted.total ?? null);
  if (known && known.length > 0) await rows.insertErrandRows(tx, id, known);
  await record(tx, { verb: 'began', objectType: 'errand', objectId: id });
  await enqueueJob(tx, workTask, {}, { key: workTask });
  return requireErrand(tx, id);
}

/** Up to `limit` errands after the one named, newest first. */
export function listErrands(
  read: Read,
  filter: ErrandFilter,
  page: { readonly limit: number; readonly after: string | null },
): Promise<Errand[]> {
  return rows.selectErrands(read, filter, page);
}

/**
 * The errand of that uuid. Refuses an unknown one.
 * @param authorId whose it must be; somebody else's is as good as unknown
 */
export async function requireErrand(read: Read, id: string, authorId?: number): Promise<Errand> {
  return known(await rows.findErrand(read, id), id, authorId);
}

/** Up to `limit` rows of an errand after the number given, in order, with what came of them. */
export function listErrandRows(
  read: Read,
  id: string,
  filter: { readonly outcome?: string },
  page: { readonly limit: number; readonly after: number },
): Promise<ErrandRow[]> {
  return selectRows(read, id, page, filter);
}

/**
 * Cancels an errand: one that waits at once, one that runs after the batch at hand; what is done stays done.
 * Refuses an unknown one and one that is over. @param authorId as of `requireErrand`
 */
export async function cancelErrand(tx: Tx, id: string, authorId?: number): Promise<Errand> {
  const errand = known(await rows.lockErrand(tx, id), id, authorId);
  if (errand.endedAt !== null) throw errandOver();
  if (errand.cancelAskedAt !== null) return errand;
  await rows.askToCancel(tx, id);
  if (errand.state === 'waiting') await rows.endErrand(tx, id, { state: 'cancelled' });
  await record(tx, { verb: 'cancelled', objectType: 'errand', objectId: id });
  return requireErrand(tx, id);
}

/** Takes somebody erased out of errands: as author, and as whom rows are about; a port of identity. */
export async function forgetErrands(tx: Tx, accountId: number): Promise<void> {
  await rows.forgetPerson(tx, accountId);
}

const purgeSize = 100;

/** Erases errands with their rows 30 days after they ended. @returns how many */
export async function purgeErrands(owner: OwnerContext, signal?: AbortSignal): Promise<number> {
  let purged = 0;
  while (!signal?.aborted) {
    const before = new Date(owner.clock.now().getTime() - keptFor);
    const some = await owner.transaction((tx) => rows.deleteEnded(tx, before, purgeSize));
    purged += some;
    if (some < purgeSize) break;
  }
  return purged;
}

function known(errand: Errand | null, id: string, authorId: number | undefined): Errand {
  const isHidden =
    authorId !== undefined && (errand?.author.kind !== 'account' || errand.author.id !== authorId);
  if (errand === null || isHidden) throw unknownErrand(id);
  return errand;
}
