import pg from 'pg';
import Cursor from 'pg-cursor';
import { refuse } from '../refusal.ts';
import { type Connection, clientConfig } from './connection.ts';

const rowsAtOnce = 1000;
const stallSeconds = 30;

/** One statement of a result. */
export interface Piece {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Connections for long results only: an export must never hold up a request (rule 10). */
export interface Exports {
  /** @param rest what follows the last row of the first piece */
  stream<Row>(
    prelude: string,
    first: Piece,
    rest: ((last: Row) => Piece) | null,
  ): AsyncGenerator<readonly Row[]>;
  close(): Promise<void>;
}

/** @param size how many exports may run at once in this process */
export function openExports(connection: Connection, size: number, warn: (error: Error) => void): Exports {
  const session = { role: 'app', pipeline: false, statementTimeout: 0, name: 'muster exports' } as const;
  const pool = new pg.Pool({ ...clientConfig(connection, session), max: size, idleTimeoutMillis: 10_000 });
  pool.on('error', warn);
  // Without a listener of its own a client that breaks while it is used ends the process.
  pool.on('connect', (client) => client.on('error', warn));
  let running = 0;
  /** Gives each client in use back, thrown away: whoever still reads from it gets an error. */
  const inUse = new Set<() => void>();

  async function* stream<Row>(prelude: string, first: Piece, rest: ((last: Row) => Piece) | null) {
    if (running >= size) {
      throw refuse('unavailable', 'export.busy', 'Too many exports are running at once.', { retryAfter: 5 });
    }
    running += 1;
    let failure: Error | undefined = new Error('The export was left before its end.');
    let giveBack = () => {};
    try {
      const client = await pool.connect();
      giveBack = () => {
        // A client with an open cursor is thrown away: closing it is what ends the statement.
        if (inUse.delete(giveBack)) client.release(failure);
      };
      inUse.add(giveBack);
      await client.query(prelude);
      let last: Row | undefined;
      for await (const rows of readPiece<Row>(client, first)) {
        last = rows.at(-1);
        yield* unlessStalled(client, rows);
      }
      if (rest !== null && last !== undefined) {
        for await (const rows of readPiece<Row>(client, rest(last))) yield* unlessStalled(client, rows);
      }
      await client.query('commit');
      failure = undefined;
    } finally {
      giveBack();
      running -= 1;
    }
  }

  return {
    stream,
    async close() {
      for (const giveBack of inUse) giveBack();
      await pool.end();
    },
  };
}

async function* readPiece<Row>(client: pg.PoolClient, piece: Piece): AsyncGenerator<readonly Row[]> {
  const cursor = client.query(new Cursor<Row>(piece.sql, [...piece.parameters]));
  while (true) {
    const rows = await cursor.read(rowsAtOnce);
    if (rows.length === 0) return;
    yield rows;
  }
}

/** Ends the connection when the reader does not come back for the next rows: a stuck client must not hold a snapshot. */
function* unlessStalled<Row>(client: pg.PoolClient, rows: readonly Row[]): Generator<readonly Row[]> {
  const stalled = setTimeout(() => client.connection.stream.destroy(), stallSeconds * 1000);
  try {
    yield rows;
  } finally {
    clearTimeout(stalled);
  }
}
