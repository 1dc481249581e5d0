import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import {
  DefaultQueryExecutor,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type pg from 'pg';
import type { DB } from './schema.generated.ts';

/** Runs one compiled statement somewhere: in a pipelined unit, or on a transaction's own client. */
export type Run = (statement: pg.QueryConfig) => Promise<pg.QueryResult>;

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
/** The executor below never asks a driver for a connection. */
const noDriver: Driver = {
  init: () => Promise.resolve(),
  acquireConnection: () => Promise.reject(new Error('Statements run through their unit of work.')),
  beginTransaction: () => Promise.reject(new Error('Open a transaction with context.transaction.')),
  commitTransaction: () => Promise.reject(new Error('Open a transaction with context.transaction.')),
  rollbackTransaction: () => Promise.reject(new Error('Open a transaction with context.transaction.')),
  releaseConnection: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
};
const dialect = {
  createDriver: () => noDriver,
  createQueryCompiler: () => compiler,
  createAdapter: () => adapter,
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
};

/** A Kysely whose statements go to `run`; made anew for each unit of work, since it holds nothing but this function. */
export function composeOn(run: Run): Kysely<DB> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await run(named(query.sql, query.parameters));
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error('Long results are read with context.stream.');
    },
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  return new Kysely<DB>({ config: { dialect }, dialect, driver: noDriver, executor });
}

/** Names by text. Beyond the limit a text is sent unnamed, so that composed texts cannot fill PostgreSQL's memory. */
const names = new Map<string, string>();
const nameLimit = 1000;

/** A statement with a name of its own, so that PostgreSQL plans its text once a connection (0.63 → 1 in reads/s). */
export function named(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= nameLimit) return { text, values: [...values] };
    name = `m${names.size}`;
    names.set(text, name);
  }
  return { name, text, values: [...values] };
}
