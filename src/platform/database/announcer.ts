import { sql } from 'kysely';
import type { Log } from '../log.ts';
import type { OwnerContext } from './contract.ts';

/** Milliseconds between two announcements of one process: a rush of commits costs ten a second. */
const pace = 100;
/** PostgreSQL takes less than 8000 bytes. */
const mostBytes = 7_900;

/**
 * Makes a function that tells all processes listening on the channel (`listenTo`) of something, after the commit that
 * caused it: words of one tick leave together, under load ten times a second, the last included. Never inside a
 * transaction of a request, where a NOTIFY costs two thirds of the speed (rule 4). What does not fit is announced as an
 * empty text: anything may have happened. It never fails; what it could not tell is found by whoever polls.
 * @returns takes a word without blanks
 */
export function openAnnouncer(owner: OwnerContext, channel: string, log: Log): (word: string) => void {
  let words = new Set<string>();
  let isPacing = false;

  async function announce(): Promise<void> {
    const text = [...words].join(' ');
    words = new Set();
    const payload = Buffer.byteLength(text) > mostBytes ? '' : text;
    try {
      await owner.transaction((tx) => sql`select pg_notify(${channel}, ${payload})`.execute(tx.db));
    } catch (error) {
      log.warn({ error, channel }, 'The other processes could not be told.');
    }
    setTimeout(() => {
      isPacing = false;
      if (words.size > 0) begin();
    }, pace).unref();
  }

  function begin(): void {
    isPacing = true;
    setImmediate(() => void announce());
  }

  return (word) => {
    words.add(word);
    if (!isPacing) begin();
  };
}
