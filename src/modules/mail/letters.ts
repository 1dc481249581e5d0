import type { OwnerContext, Read, Tx } from '../../platform/database/contract.ts';
import { enqueueJob } from '../../platform/jobs/enqueue.ts';
import { uuid } from '../../platform/random.ts';
import { deleteLettersOf, deleteSettled, insertLetters, selectLettersOf } from './letters.queries.ts';
import { keptFor, lastMarkOf, markOf } from './rules.ts';
import type { NewLetter, SentLetter } from './types.ts';

/**
 * Writes a letter into the outbox as part of this transaction. It leaves after the commit, and only then.
 * @returns the letter's id
 */
export async function postLetter(tx: Tx, letter: NewLetter): Promise<string> {
  const id = uuid(tx.random, tx.clock.now());
  await insertLetters(tx, [{ id, letter }]);
  tx.afterCommit(tellPosted);
  return id;
}

/** Writes many letters with one statement; else as `postLetter`. */
export async function postLetters(tx: Tx, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const now = tx.clock.now();
  await insertLetters(
    tx,
    letters.map((letter) => ({ id: uuid(tx.random, now), letter })),
  );
  tx.afterCommit(tellPosted);
}

/** Tells this process that letters are due; after the commit. */
export function tellPosted(): void {
  for (const listener of listeners) listener();
}

/** The processes' ends of the outbox: several servers may run in one process, as tests do. */
const listeners = new Set<() => void>();

/**
 * Calls `listener` after every commit that posted letters in this process, so that they need not wait for the minute's
 * look at the outbox. It must not throw. Its caller is the hall.
 * @returns ends the calls
 */
export function whenLettersPosted(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The task that deletes what the folder of letters holds of somebody erased. */
export const forgetTask = 'mail.forget';
const day = 24 * 60 * 60 * 1000;

/**
 * Erases every letter to an account that is erased, and those about it that have not left; then the worker deletes the
 * files of both. It does so again a day later: a letter may have been on its way, and the last one stays that long.
 */
export async function eraseLetters(tx: Tx, accountId: number): Promise<void> {
  await deleteLettersOf(tx, accountId);
  const marks = [markOf(tx.tenantId, accountId)];
  await enqueueJob(tx, forgetTask, { marks });
  const runAt = new Date(tx.clock.now().getTime() + day);
  await enqueueJob(tx, forgetTask, { marks: [...marks, lastMarkOf(tx.tenantId, accountId)] }, { runAt });
}

/** Letters to an account, oldest first, without what they said: for the person's own copy of their data. */
export function listLettersOf(read: Read, accountId: number): Promise<SentLetter[]> {
  return selectLettersOf(read, accountId);
}

const purgeSize = 5000;

/** Erases what is left of letters 30 days after they were written, delivered or given up. @returns how many */
export async function purgeLetters(owner: OwnerContext, signal?: AbortSignal): Promise<number> {
  let purged = 0;
  while (!signal?.aborted) {
    const before = new Date(owner.clock.now().getTime() - keptFor);
    const some = await owner.transaction((tx) => deleteSettled(tx, before, purgeSize));
    purged += some;
    if (some < purgeSize) break;
  }
  return purged;
}
