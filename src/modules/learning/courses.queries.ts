import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type {
  After,
  Course,
  CourseChange,
  CourseFilter,
  CourseKey,
  CourseScope,
  Mode,
  NewCourse,
} from './types.ts';

const columns = [
  'id',
  'course_key',
  'org',
  'number',
  'run',
  'name',
  'starts_at',
  'ends_at',
  'enrollment_starts_at',
  'enrollment_ends_at',
  'invitation_only',
  'pacing',
  'modes',
  'capacity',
  'taken',
  'granted',
] as const;

const own = (read: Read) =>
  read.db.selectFrom('courses').select(columns).where('tenant_id', '=', read.tenantId);

export type CourseRow = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

export async function findCourse(read: Read, key: string): Promise<Course | null> {
  const row = await own(read).where('course_key', '=', key).executeTakeFirst();
  return row ? toCourse(row) : null;
}

/** The courses with these keys that the scope shows, in any order. */
export async function selectCoursesByKey(
  read: Read,
  keys: readonly string[],
  scope: CourseScope | null,
): Promise<Course[]> {
  let query = own(read).where(sql<SqlBool>`course_key = any(${[...keys]}::text[])`);
  if (scope) query = query.where(sql<SqlBool>`org_key = any(${[...scope.orgKeys]}::text[])`);
  return (await query.execute()).map(toCourse);
}

export async function selectCoursesById(read: Read, ids: readonly number[]): Promise<Course[]> {
  const rows = await own(read)
    .where(sql<SqlBool>`id = any(${[...ids]}::bigint[])`)
    .execute();
  return rows.map(toCourse);
}

/** Locks the courses, in the order of their ids so that two of us never wait for each other. */
export async function lockCourses(tx: Tx, ids: readonly number[]): Promise<Course[]> {
  const rows = await own(tx)
    .where(sql<SqlBool>`id = any(${[...ids]}::bigint[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map(toCourse);
}

/** One page of courses by id, and how many there are in all. */
export async function selectCourses(
  read: Read,
  scope: CourseScope | null,
  filter: CourseFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; courses: Course[] }> {
  const [rows, counted] = await Promise.all([
    own(read).where(matching(scope, filter)).orderBy('id').limit(page.limit).offset(page.offset).execute(),
    read.db
      .selectFrom('courses')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('tenant_id', '=', read.tenantId)
      .where(matching(scope, filter))
      .executeTakeFirstOrThrow(),
  ]);
  return { count: counted.count, courses: rows.map(toCourse) };
}

/** The courses behind one, by id. */
export async function selectCoursesAfter(
  read: Read,
  scope: CourseScope | null,
  filter: CourseFilter,
  { after, limit }: { after: After | null; limit: number },
): Promise<Course[]> {
  const rows = await own(read)
    .where(matching(scope, filter))
    .where('id', '>', after?.id ?? 0)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toCourse);
}

/** Inserts the course under an organisation of the tenant; null when it has no organisation of that name. */
export async function insertCourse(
  tx: Tx,
  key: CourseKey & { orgKey: string; numberKey: string; nameKey: string },
  course: NewCourse,
  modes: readonly Mode[],
): Promise<Course | null> {
  const now = tx.clock.now();
  const { rows } = await sql<CourseRow>`
    insert into courses (
      tenant_id, course_key, organisation_id, org, org_key, number, number_key, run, name, name_key, starts_at, ends_at,
      enrollment_starts_at, enrollment_ends_at, invitation_only, pacing, modes, capacity, created_at, updated_at)
    select ${tx.tenantId}, ${key.key}, o.id, ${key.org}, ${key.orgKey}, ${key.number}, ${key.numberKey}, ${key.run},
      ${course.name}, ${key.nameKey}, ${course.startsAt}::timestamptz, ${course.endsAt}::timestamptz,
      ${course.enrollmentStartsAt}::timestamptz, ${course.enrollmentEndsAt}::timestamptz, ${course.invitationOnly},
      ${course.pacing}, ${JSON.stringify(modes)}::jsonb, ${course.capacity}::integer, ${now}::timestamptz, ${now}::timestamptz
    from organisations o where o.tenant_id = ${tx.tenantId} and o.short_name_key = ${key.orgKey}
    returning ${sql.join(columns.map((column) => sql.ref(column)))}`.execute(tx.db);
  return rows[0] ? toCourse(rows[0]) : null;
}

/** Writes a change. Lowering the capacity below what is taken grants the places that are taken. */
export async function updateCourseRow(
  tx: Tx,
  id: number,
  change: Omit<CourseChange, 'modes'> & { nameKey?: string; modes?: readonly Mode[] },
): Promise<void> {
  const columns = {
    ...(change.name !== undefined && { name: change.name, name_key: change.nameKey ?? change.name }),
    ...(change.startsAt !== undefined && { starts_at: change.startsAt }),
    ...(change.endsAt !== undefined && { ends_at: change.endsAt }),
    ...(change.enrollmentStartsAt !== undefined && { enrollment_starts_at: change.enrollmentStartsAt }),
    ...(change.enrollmentEndsAt !== undefined && { enrollment_ends_at: change.enrollmentEndsAt }),
    ...(change.invitationOnly !== undefined && { invitation_only: change.invitationOnly }),
    ...(change.pacing !== undefined && { pacing: change.pacing }),
    ...(change.modes !== undefined && { modes: JSON.stringify(change.modes) }),
  };
  const capacity = change.capacity;
  await tx.db
    .updateTable('courses')
    .set({ ...columns, updated_at: tx.clock.now() })
    .$if(capacity !== undefined, (query) =>
      query.set({
        capacity: capacity ?? null,
        granted: sql<number>`case when ${capacity ?? null}::integer < taken then taken else 0 end`,
      }),
    )
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

const matching =
  (scope: CourseScope | null, filter: CourseFilter) => (where: ExpressionBuilder<DB, 'courses'>) => {
    const all: Expression<SqlBool>[] = [];
    if (scope) all.push(sql<SqlBool>`org_key = any(${[...scope.orgKeys]}::text[])`);
    if (filter.org !== undefined) all.push(where('org_key', '=', filter.org));
    if (filter.number !== undefined) all.push(where('number_key', '=', filter.number));
    if (filter.contains !== undefined) {
      all.push(
        sql<SqlBool>`(strpos(name_key, ${filter.contains}) > 0 or strpos(lower(course_key), ${filter.contains}) > 0)`,
      );
    }
    // strpos, not like: it is as little leakproof, but needs no escaping; the tenant's index is used before it.
    if (filter.nameContains !== undefined) {
      all.push(sql<SqlBool>`strpos(name_key, ${filter.nameContains}) > 0`);
    }
    if (filter.numberContains !== undefined) {
      all.push(sql<SqlBool>`strpos(number_key, ${filter.numberContains}) > 0`);
    }
    return where.and(all);
  };

export function toCourse(row: CourseRow): Course {
  return {
    id: row.id,
    key: row.course_key,
    org: row.org,
    number: row.number,
    run: row.run,
    name: row.name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    enrollmentStartsAt: row.enrollment_starts_at,
    enrollmentEndsAt: row.enrollment_ends_at,
    invitationOnly: row.invitation_only,
    pacing: row.pacing === 'self' ? 'self' : 'instructor',
    modes: toModes(row.modes),
    capacity: row.capacity,
    taken: row.taken,
    granted: row.granted,
  };
}

/** The column is written from `Mode` only and checked to be a list. */
function toModes(value: unknown): Mode[] {
  return Array.isArray(value) ? value.filter(isMode) : [];
}

function isMode(value: unknown): value is Mode {
  return typeof value === 'object' && value !== null && 'slug' in value && 'name' in value;
}
