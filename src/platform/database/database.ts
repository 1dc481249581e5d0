import pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import { type Connection, clientConfig, type DatabaseRole } from './connection.ts';
import type { Context, OwnerContext, OwnerTx, Read, Scope, Tx } from './contract.ts';
import { type Exports, openExports, type Piece } from './exports.ts';
import { openSharedConnections, type SharedConnections } from './shared-connections.ts';
import { composeOn, type Run } from './statements.ts';
import { inTransaction, readAgain, runShared, type Transaction } from './unit-of-work.ts';

export interface DatabaseOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly random: Random;
  readonly warn: (error: Error) => void;
  /** Called with the text of every statement, `begin` and `commit` apart; tests count with it. */
  readonly onStatement?: (text: string) => void;
  /** Clients of transactions, shared reads, exports and the owner. */
  readonly sizes?: Partial<typeof defaultSizes>;
}

const defaultSizes = { transactions: 10, reads: 2, exports: 3, owner: 3 };

export interface Database {
  /** A handle for one tenant. `author` is who acts, for the audit trail. */
  scope(scope: Scope): Context;
  /** A handle across tenants. Each place that asks for it is named in `scripts/check-walls.ts` (rule 5). */
  acrossTenants(): OwnerContext;
  /** Fails when the database does not answer. */
  ask(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the pools; connections are made when first needed. */
export function openDatabase(options: DatabaseOptions): Database {
  const sizes = { ...defaultSizes, ...options.sizes };
  const pools = openPools(options, sizes);
  return {
    scope: (scope) => contextOf(options, pools, scope),
    acrossTenants: () => ownerContextOf(options, pools),
    ask: async () => void (await pools.transactions.query('select 1')),
    async close() {
      await Promise.all([
        pools.reads.close(),
        pools.exports.close(),
        pools.transactions.end(),
        pools.owner.end(),
      ]);
    },
  };
}

interface Pools {
  readonly reads: SharedConnections;
  readonly exports: Exports;
  readonly transactions: pg.Pool;
  readonly owner: pg.Pool;
}

function openPools({ connection, warn }: DatabaseOptions, sizes: typeof defaultSizes): Pools {
  const pool = (role: DatabaseRole, max: number) => {
    const session = { role, pipeline: true, statementTimeout: 30_000, name: `muster ${role}` };
    const opened = new pg.Pool({ ...clientConfig(connection, session), max, idleTimeoutMillis: 60_000 });
    opened.on('error', warn);
    // Without a listener of its own a client that breaks while it is used ends the process.
    opened.on('connect', (client) => client.on('error', warn));
    return opened;
  };
  const reads = { role: 'app', pipeline: true, statementTimeout: 30_000, name: 'muster reads' } as const;
  return {
    reads: openSharedConnections(connection, reads, sizes.reads, warn),
    exports: openExports(connection, sizes.exports, warn),
    transactions: pool('app', sizes.transactions),
    owner: pool('owner', sizes.owner),
  };
}

function contextOf(options: DatabaseOptions, pools: Pools, scope: Scope): Context {
  const prelude = `begin; ${tenantSetting(scope.tenantId)}`;
  const snapshot = `begin isolation level repeatable read read only; ${tenantSetting(scope.tenantId)}`;
  const tools = { clock: options.clock, random: options.random };
  const read = (run: Run): Read => ({ ...scope, ...tools, db: composeOn(observed(options, run)) });
  return {
    ...scope,
    ...tools,
    read: (work) => readAgain(() => work(read(runShared(pools.reads, prelude)))),
    transaction: (work) =>
      inTransaction(pools.transactions, prelude, ({ run, ...ends }) => work({ ...read(run), ...ends })),
    stream(compose, rest) {
      const composed = (query: { compile(): Piece }) => {
        const piece = query.compile();
        options.onStatement?.(piece.sql);
        return piece;
      };
      const db = composeOn(refuseToRun);
      const follow = rest ? (last: Parameters<typeof rest>[1]) => composed(rest(db, last)) : null;
      return pools.exports.stream(snapshot, composed(compose(db)), follow);
    },
  };
}

function ownerContextOf(options: DatabaseOptions, pools: Pools): OwnerContext {
  const tools = { clock: options.clock, random: options.random };
  const work =
    <T>(act: (tx: OwnerTx) => Promise<T>) =>
    ({ run, ...ends }: Transaction) => {
      const db = composeOn(observed(options, run));
      const as = (scope: Scope): Tx => ({ ...scope, ...tools, db, ...ends });
      return act({ ...tools, db, ...ends, as });
    };
  return {
    ...tools,
    read: (act) => inTransaction(pools.owner, 'begin read only', work(act)),
    transaction: (act) => inTransaction(pools.owner, 'begin', work(act)),
  };
}

/** The integer goes into the text itself, since a simple query carries no values; it is checked for that reason. */
function tenantSetting(tenantId: number): string {
  if (!Number.isSafeInteger(tenantId) || tenantId < 1) throw new Error(`Not a tenant: ${tenantId}`);
  return `set local app.tenant_id = '${tenantId}'`;
}

function observed({ onStatement }: DatabaseOptions, run: Run): Run {
  if (!onStatement) return run;
  return (statement) => {
    onStatement(statement.text);
    return run(statement);
  };
}

const refuseToRun: Run = () => Promise.reject(new Error('A streamed query is composed, not run.'));
