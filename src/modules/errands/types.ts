import type { Author, Tx } from '../../platform/database/contract.ts';
import type { Site } from '../tenants/types.ts';

export type ErrandState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Long work that a person began and watches. */
export interface Errand {
  readonly uuid: string;
  /** Which `ErrandKind` does it. */
  readonly kind: string;
  readonly state: ErrandState;
  readonly author: Author;
  /** What is asked besides the rows. */
  readonly input: unknown;
  /** Rows in all; null: not known yet. */
  readonly total: number | null;
  /** Rows done. */
  readonly done: number;
  /** How many rows came to each outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Why it failed. */
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly changedAt: Date;
  readonly endedAt: Date | null;
  /** Somebody asked it to end; it does after the batch at hand. */
  readonly cancelAskedAt: Date | null;
}

/** A row to be done: whom or what it is about, and with what. */
export interface NewErrandRow {
  readonly subject: string;
  readonly target?: string | null;
}

export interface ErrandRow {
  /** From 1. */
  readonly number: number;
  readonly subject: string;
  readonly target: string | null;
  /** In a word of the kind; null: not done yet. */
  readonly outcome: string | null;
  readonly message: string | null;
}

/** What came of a row. */
export interface RowOutcome extends NewErrandRow {
  /** A word for programs: `enrolled`, `full`. */
  readonly outcome: string;
  /** A sentence where the word says too little. */
  readonly message?: string | null;
}

export interface NewErrand {
  readonly kind: string;
  readonly input: unknown;
  /** The rows to be done, where they are known; else the kind finds them itself and says when it is over. */
  readonly rows?: readonly NewErrandRow[];
  /** How many there will be, where the kind finds them itself and that is known. */
  readonly total?: number | null;
}

/** An errand as its kind is given it for one batch. */
export interface ErrandAtWork extends Errand {
  /** The rows of this batch, where they were known from the beginning. */
  readonly rows: readonly ErrandRow[];
}

/** What one batch came to. */
export interface Batch {
  /** In the order of the rows, one for each. */
  readonly outcomes: readonly RowOutcome[];
  /** Whether nothing is left; without it the errand is over once `total` rows are done. */
  readonly isOver?: boolean;
  /** How many rows there are in all, once known. */
  readonly total?: number;
}

/**
 * What does errands of one kind; a verb of a higher module, which the hall names (`errandKinds`). `work` does the batch
 * after `errand.done` rows in the transaction given, which keeps the outcomes as well: a batch is done as a whole, once.
 * A refusal fails the errand and undoes the batch; whatever else it throws is tried again.
 */
export interface ErrandKind {
  /** `<noun>.<verb>`, such as `enrolment.bulk`. */
  readonly name: string;
  /** Rows of a batch at most. */
  readonly batch: number;
  work(tx: Tx, site: Site, errand: ErrandAtWork): Promise<Batch>;
}

/** Which errands a list shows. */
export interface ErrandFilter {
  /** Those that this account began. */
  readonly authorId?: number;
  readonly state?: ErrandState;
  readonly kind?: string;
}

/** An errand that a worker took. */
export interface ClaimedErrand {
  readonly tenantId: number;
  readonly siteId: number;
  readonly uuid: string;
  readonly kind: string;
  readonly claim: number;
  /** Takings since the last finished batch, this one included. */
  readonly tries: number;
  readonly author: Author;
  readonly requestId: string;
}
