import { type Expression, type SqlBool, sql } from 'kysely';
import { refuse } from '../refusal.ts';
import type { OwnerTx, Read } from './contract.ts';

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

/** Holds for rows that no running transaction can slip a row before. @param table in a join, the one that is followed */
export function isSettled(table = ''): Expression<SqlBool> {
  return sql<SqlBool>`${columnOf(table, 'changed_in')} < pg_snapshot_xmin(pg_current_snapshot())`;
}

/** Holds for rows behind the place, in sync order. @param table as of `isSettled` */
export function isBehind({ transaction, id }: SyncPlace, table = ''): Expression<SqlBool> {
  const place = sql`(${columnOf(table, 'changed_in')}, ${columnOf(table, 'id')})`;
  return sql<SqlBool>`${place} > (${transaction}::xid8, ${id}::bigint)`;
}

function columnOf(table: string, column: (typeof syncOrder)[number]) {
  return sql.ref(table === '' ? column : `${table}.${column}`);
}

/**
 * The place before all that may still come. Ask it before the rows, in the same read: whatever settles between the two is
 * then shown twice and never left out.
 * Refuses a place of another database, as after a restore: the copy then begins anew.
 */
export async function horizonOf(read: Read, place: SyncPlace | null): Promise<SyncPlace> {
  const { rows } = await sql<{ horizon: string; hasEnded: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      coalesce(${place?.transaction ?? null}::xid8 > pg_snapshot_xmax(pg_current_snapshot()), false) as "hasEnded"`.execute(
    read.db,
  );
  const [found] = rows;
  if (found?.hasEnded)
    throw refuse(
      'expired',
      'list.sync_ended',
      'This place in the list has ended; begin again by a moment or from the start.',
    );
  return { transaction: found?.horizon ?? '0', id: 0 };
}

/**
 * Renews stamps that another PostgreSQL gave, as a restored dump brings them: transactions are counted by each server for
 * itself, and rows of its future would stay out of every copy. Called at each start; does nothing on the server it knows.
 * @returns whether anything was looked through
 */
export async function renewForeignStamps(tx: OwnerTx): Promise<boolean> {
  const here = sql`(select system_identifier::text from pg_control_system())`;
  const { rows } = await sql<{ known: boolean }>`
    select database_system is not distinct from ${here} as known from installation for update`.execute(tx.db);
  if (rows[0]?.known !== false) return false;
  await sql`set local statement_timeout = 0`.execute(tx.db);
  for (const table of ['accounts', 'enrolments', 'participants', 'registrations']) {
    await sql`update ${sql.table(table)} set changed_in = pg_current_xact_id()
      where changed_in >= pg_snapshot_xmin(pg_current_snapshot()) and changed_in <> pg_current_xact_id()`.execute(
      tx.db,
    );
  }
  await sql`update installation set database_system = ${here}`.execute(tx.db);
  return true;
}
