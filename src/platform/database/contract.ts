import type { Compilable, Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { DB } from './schema.generated.ts';

/** Who acts, as the audit trail names them. `account` is a person, `command` the command line, `system` a job. */
export interface Author {
  readonly kind: 'account' | 'command' | 'system' | 'participant';
  readonly id: number | null;
  readonly name: string;
}

/** What every unit of work carries besides its statements. */
export interface Scope {
  readonly tenantId: number;
  readonly siteId: number | null;
  readonly author: Author | null;
  readonly requestId: string;
}

/** Reads of one tenant. Each statement sees the newest committed rows; statements issued together travel together. */
export interface Read extends Scope {
  readonly db: Kysely<DB>;
  readonly clock: Clock;
  readonly random: Random;
}

/** One transaction of one tenant: all of it or nothing. May be run again from the start, so it must not act outside. */
export interface Tx extends Read {
  /** Runs after the commit was acknowledged, never otherwise. It must not throw. */
  afterCommit(act: () => void): void;
  /**
   * Asks the last of this transaction: the commit leaves in the same write, so that the locks taken here are not held
   * until we come round to it. All of `work` is asked in one turn; what must not be kept fails in PostgreSQL.
   */
  last<T>(work: () => Promise<T>): Promise<T>;
}

/** The edge's handle on the database: an API's handler, a job or a command opens one unit of work with it. */
export interface Context extends Scope {
  readonly clock: Clock;
  readonly random: Random;
  /** Runs reads; may be run again when the connection was lost. */
  read<T>(work: (read: Read) => Promise<T>): Promise<T>;
  /** Runs one transaction; runs it again after a clash or a connection lost before the commit was sent. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Streams a long result from a cursor on a connection of its own, in lists of up to 1000 rows.
   * @param rest what follows the last row of the first statement, in the same snapshot: a small first statement lets
   *   the answer begin before the whole is sorted
   * Refuses with `unavailable` when every export connection is taken; fails when nobody reads on for 30 s.
   */
  stream<Row>(
    compose: (db: Kysely<DB>) => Compilable<Row>,
    rest?: (db: Kysely<DB>, last: Row) => Compilable<Row>,
  ): AsyncGenerator<readonly Row[]>;
}

/** A read across tenants, as the owner of the tables. Minted in a few named places only (rule 5). */
export interface OwnerRead {
  readonly db: Kysely<DB>;
  readonly clock: Clock;
  readonly random: Random;
}

/** A transaction across tenants. */
export interface OwnerTx extends OwnerRead {
  afterCommit: Tx['afterCommit'];
  last: Tx['last'];
  /** The same transaction as a transaction of one tenant, for the verbs of the modules. */
  as(scope: Scope): Tx;
}

export interface OwnerContext {
  readonly clock: Clock;
  readonly random: Random;
  read<T>(work: (read: OwnerRead) => Promise<T>): Promise<T>;
  transaction<T>(work: (tx: OwnerTx) => Promise<T>): Promise<T>;
}
