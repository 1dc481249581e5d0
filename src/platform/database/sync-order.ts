import { type Expression, type SqlBool, sql } from 'kysely';
import type { Read } from './contract.ts';

/**
 * Where a copy of a list stands: after that row of that transaction. Numbers of rows and times of changes are given out
 * before the commit, so that a row may appear behind a place that was read already; transactions below the oldest one
 * that runs cannot.
 */
export interface SyncPlace {
  /** Of PostgreSQL, 64 bits as a text. */
  readonly transaction: string;
  readonly id: number;
}

/** A row's columns in sync order; tables have both (`changed_in` is stamped by the database). */
export const syncOrder = ['changed_in', 'id'] as const;

/** Holds for rows that no running transaction can slip a row before. */
export function isSettled(): Expression<SqlBool> {
  return sql<SqlBool>`changed_in < pg_snapshot_xmin(pg_current_snapshot())`;
}

/** Holds for rows behind the place, in sync order. */
export function isBehind({ transaction, id }: SyncPlace): Expression<SqlBool> {
  return sql<SqlBool>`(changed_in, id) > (${transaction}::xid8, ${id}::bigint)`;
}

/**
 * The place before all that may still come. Ask it before the rows, in the same read: whatever settles between the two is
 * then shown twice and never left out.
 * @returns `ended`: the place is none of this database's, as after a restore, and the copy begins anew
 */
export async function horizonOf(
  read: Read,
  place: SyncPlace | null,
): Promise<{ horizon: SyncPlace; hasEnded: boolean }> {
  const { rows } = await sql<{ horizon: string; hasEnded: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      coalesce(${place?.transaction ?? null}::xid8 > pg_snapshot_xmax(pg_current_snapshot()), false) as "hasEnded"`.execute(
    read.db,
  );
  const [found] = rows;
  return { horizon: { transaction: found?.horizon ?? '0', id: 0 }, hasEnded: found?.hasEnded ?? false };
}
