import { sql } from 'kysely';
import type { Tx } from '../../platform/database/contract.ts';
import type { Mode } from './types.ts';

/** What may be changed of a course, as it travels in one JSON value for a whole batch. */
export interface CourseColumns {
  readonly name: string;
  readonly name_key: string;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly enrollment_starts_at: Date | null;
  readonly enrollment_ends_at: Date | null;
  readonly invitation_only: boolean;
  readonly pacing: string;
  readonly modes: readonly Mode[];
  readonly capacity: number | null;
}

export interface ImportedCourseRow extends CourseColumns {
  readonly course_key: string;
  readonly org: string;
  readonly org_key: string;
  readonly number: string;
  readonly number_key: string;
  readonly run: string;
}

const shared = sql.raw(`name text, name_key text, starts_at timestamptz, ends_at timestamptz,
  enrollment_starts_at timestamptz, enrollment_ends_at timestamptz, invitation_only boolean, pacing text, modes jsonb,
  capacity integer`);

/** Inserts a batch with one statement, leaving out the keys that are here already. @returns what was inserted */
export async function insertImportedCourses(
  tx: Tx,
  batch: readonly ImportedCourseRow[],
): Promise<{ id: number; key: string }[]> {
  const now = tx.clock.now();
  const { rows } = await sql<{ id: number; key: string }>`
    insert into courses (
      tenant_id, course_key, organisation_id, org, org_key, number, number_key, run, name, name_key, starts_at, ends_at,
      enrollment_starts_at, enrollment_ends_at, invitation_only, pacing, modes, capacity, created_at, updated_at)
    select ${tx.tenantId}, r.course_key, o.id, r.org, r.org_key, r.number, r.number_key, r.run, r.name, r.name_key,
      r.starts_at, r.ends_at, r.enrollment_starts_at, r.enrollment_ends_at, r.invitation_only, r.pacing, r.modes,
      r.capacity, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (
      course_key text, org text, org_key text, number text, number_key text, run text, ${shared})
    join organisations o on o.tenant_id = ${tx.tenantId} and o.short_name_key = r.org_key
    on conflict (tenant_id, course_key) do nothing
    returning id, course_key as key`.execute(tx.db);
  return rows;
}

/** Changes a batch of locked courses with one statement. A capacity below what is taken grants the places taken. */
export async function updateImportedCourses(
  tx: Tx,
  batch: readonly (CourseColumns & { id: number })[],
): Promise<void> {
  await sql`
    update courses c set
      name = r.name, name_key = r.name_key, starts_at = r.starts_at, ends_at = r.ends_at,
      enrollment_starts_at = r.enrollment_starts_at, enrollment_ends_at = r.enrollment_ends_at,
      invitation_only = r.invitation_only, pacing = r.pacing, modes = r.modes, capacity = r.capacity,
      granted = case when r.capacity is not distinct from c.capacity then c.granted
                     when r.capacity < c.taken then c.taken else 0 end,
      updated_at = ${tx.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (id bigint, ${shared})
    where c.tenant_id = ${tx.tenantId} and c.id = r.id`.execute(tx.db);
}
