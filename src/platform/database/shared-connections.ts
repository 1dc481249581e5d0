import pg from 'pg';
import { type Connection, clientConfig, type SessionOptions } from './connection.ts';

/** One statement of a unit, waiting for its answer. */
export interface Waiting {
  readonly statement: pg.QueryConfig;
  readonly resolve: (result: pg.QueryResult) => void;
  readonly reject: (error: unknown) => void;
}

/** A few pipelined connections for short reads: whatever is queued in one tick leaves in one write. */
export interface SharedConnections {
  /**
   * Queues the statements of a unit. They are sent as `begin; set local …`, the statements, `commit` without waiting
   * in between: one round trip, and tenant and role end with the unit.
   */
  send(prelude: string, unit: readonly Waiting[]): void;
  close(): Promise<void>;
}

/** @param size connections; two keep a 2-core machine busy (measured: 2 are faster than 4) */
export function openSharedConnections(
  connection: Connection,
  session: SessionOptions,
  size: number,
  warn: (error: Error) => void,
): SharedConnections {
  const slots: (pg.Client | null)[] = Array.from({ length: size }, () => null);
  let next = 0;

  function take(): pg.Client {
    next = (next + 1) % size;
    const slot = next;
    const present = slots[slot];
    if (present) return present;
    const client = new pg.Client(clientConfig(connection, session));
    const forget = () => {
      if (slots[slot] === client) slots[slot] = null;
    };
    client.on('error', (error) => {
      forget();
      warn(error);
    });
    client.on('end', forget);
    // Statements queued meanwhile are rejected by the driver itself when this fails.
    client.connect().catch(forget);
    slots[slot] = client;
    return client;
  }

  return {
    send(prelude, unit) {
      const client = take();
      const socket = client.connection.stream;
      socket.cork();
      const begun = client.query(prelude);
      const answers = unit.map((waiting) => client.query(waiting.statement));
      const committed = client.query('commit');
      socket.uncork();
      settle(begun, answers, committed, unit);
    },
    async close() {
      const open = slots.filter((client) => client !== null);
      await Promise.all(open.map((client) => client.end().catch(() => undefined)));
    },
  };
}

/** A statement after a failed `begin` would fail for a second, misleading reason: the first failure is the one to report. */
function settle(
  begun: Promise<unknown>,
  answers: readonly Promise<pg.QueryResult>[],
  committed: Promise<unknown>,
  unit: readonly Waiting[],
): void {
  let failure: unknown;
  begun.catch((error: unknown) => {
    failure ??= error;
  });
  committed.catch(() => undefined);
  answers.forEach((answer, position) => {
    const waiting = unit[position];
    answer.then(
      (result) => (failure === undefined ? waiting?.resolve(result) : waiting?.reject(failure)),
      (error: unknown) => {
        failure ??= error;
        waiting?.reject(failure);
      },
    );
  });
}
