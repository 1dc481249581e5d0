import type pg from 'pg';
import type { Tx } from './contract.ts';
import {
  databaseUnavailable,
  isAftermath,
  isClash,
  isConnectionLoss,
  isTimeout,
  isUnfit,
  unfitValue,
} from './failures.ts';
import type { SharedConnections, Waiting } from './shared-connections.ts';
import type { Run } from './statements.ts';

/**
 * A runner for reads: statements issued together leave together as one unit of a shared connection.
 * @param prelude opens the unit (`begin; set local …`)
 */
export function runShared(connections: SharedConnections, prelude: string): Run {
  let unit: Waiting[] = [];
  const leave = () => {
    const full = unit;
    unit = [];
    connections.send(prelude, full);
  };
  return (statement) =>
    new Promise((resolve, reject) => {
      // nextTick runs once the microtasks are done: everything started with Promise.all is in the unit by then.
      if (unit.length === 0) process.nextTick(leave);
      unit.push({ statement, resolve, reject });
    });
}

/** Runs reads again after a lost connection, up to five times within about a second. */
export async function readAgain<T>(work: () => Promise<T>): Promise<T> {
  return again(work, (error) => isConnectionLoss(error) || isClash(error));
}

/** What a transaction's work is given: its statements, and how it ends. */
export interface Transaction extends Pick<Tx, 'afterCommit' | 'last'> {
  readonly run: Run;
}

/**
 * Runs `work` inside one transaction of a client from `pool`.
 * Its `begin` travels with the first statement, so a one-statement transaction takes two round trips.
 * Runs it again after a clash, or a connection lost before `commit` was sent; after that the outcome is unknown and
 * running it again could do it twice.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  prelude: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  let sent = false;
  let acts: (() => void)[] = [];
  const result = await again(
    async () => {
      acts = [];
      sent = false;
      let committed: Promise<void> | undefined;
      const client = await pool.connect();
      let broken: Error | undefined;
      // Of statements issued together the later ones fail because the first did, and may be heard of before it: a clash
      // would look like a fault and not be tried again.
      let first: unknown;
      try {
        const gather = gatherWrites(client);
        gather();
        const begun = client.query(prelude);
        begun.catch(() => undefined);
        const value = await work({
          run(statement) {
            if (sent) throw new Error('Nothing can be asked after the last of a transaction.');
            gather();
            return client.query(statement).catch((error: unknown) => {
              first ??= error;
              throw error;
            });
          },
          afterCommit: (act) => acts.push(act),
          last(asked) {
            process.nextTick(() => {
              sent = true;
              committed = commit(client);
              committed.catch(() => undefined);
            });
            return asked();
          },
        });
        await begun;
        sent = true;
        await (committed ?? commit(client));
        return value;
      } catch (error) {
        const cause = isAftermath(error) ? (first ?? error) : error;
        broken = await rollBack(client, cause);
        throw cause;
      } finally {
        client.release(broken);
      }
    },
    (error) => isClash(error) || (!sent && isConnectionLoss(error)),
  );
  for (const act of acts) act();
  return result;
}

/**
 * Lets what a client is asked in one turn leave in one write: each write is a system call here and a waking of PostgreSQL
 * there.
 */
function gatherWrites(client: pg.PoolClient): () => void {
  const socket = client.connection.stream;
  let isGathering = false;
  return () => {
    if (isGathering) return;
    isGathering = true;
    socket.cork();
    // Once the microtasks are done: everything started with Promise.all is asked by then.
    process.nextTick(() => {
      isGathering = false;
      socket.uncork();
    });
  };
}

async function commit(client: pg.PoolClient): Promise<void> {
  const answer = await client.query('commit');
  // PostgreSQL answers ROLLBACK when a statement had failed and someone swallowed its error.
  if (answer.command !== 'COMMIT')
    throw new Error('A statement of this transaction failed; nothing was written.');
}

/** Ends the transaction; returns what is wrong with the client if it cannot be used again. */
async function rollBack(client: pg.PoolClient, cause: unknown): Promise<Error | undefined> {
  if (isConnectionLoss(cause)) return cause instanceof Error ? cause : new Error('connection lost');
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed');
  }
}

const pauses = [10, 30, 100, 200, 400];

async function again<T>(work: () => Promise<T>, worthwhile: (error: unknown) => boolean): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = pauses[attempt];
      if (pause !== undefined && worthwhile(error)) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        continue;
      }
      if (isUnfit(error)) throw unfitValue(error);
      throw isConnectionLoss(error) || isClash(error) || isTimeout(error)
        ? databaseUnavailable(error)
        : error;
    }
  }
}
