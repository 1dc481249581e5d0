import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { AfterChange, CourseScope, NamedEnrolment, NamedEnrolmentFilter } from './types.ts';

/** The enrolments behind one: by id, or by last change where the filter asks for what changed. */
export function selectEnrolmentsAfter(
  read: Read,
  scope: CourseScope | null,
  filter: NamedEnrolmentFilter,
  { after, limit }: { after: AfterChange | null; limit: number },
): Promise<NamedEnrolment[]> {
  const { updatedSince } = filter;
  const id = after?.id ?? 0;
  const found = listed(read).where(matching(scope, filter)).limit(limit);
  if (updatedSince === undefined) return found.where('e.id', '>', id).orderBy('e.id').execute();
  return found
    .where(sql<SqlBool>`(${changed}, e.id) > (${after?.updatedAt ?? updatedSince}::timestamptz, ${id})`)
    .where(sql<SqlBool>`e.updated_at < ${settled}`)
    .orderBy(changed)
    .orderBy('e.id')
    .execute();
}

/** To the millisecond, as cursors say it. */
const changed = sql<Date>`date_trunc('milliseconds', e.updated_at)`;

/**
 * Before this no transaction that is still running has changed anything: what it commits later would otherwise lie behind
 * a reader who is past that moment. The seconds are for clocks that do not agree. When a transaction of the owner's (an
 * import, a job) began is hidden from us; it is taken for an hour old.
 */
const settled = sql<Date>`coalesce((
  select min(coalesce(running.xact_start, now() - interval '1 hour')) - interval '5 seconds'
  from pg_locks l join pg_stat_activity running on running.pid = l.pid
  where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted
    and running.datname = current_database()), 'infinity')`;

const listed = (read: Read) =>
  read.db
    .selectFrom('enrolments as e')
    .innerJoin('courses as c', (join) =>
      join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.id', '=', 'e.course_id'),
    )
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.account_id'),
    )
    .select([
      'e.id',
      'e.course_id as courseId',
      'c.course_key as courseKey',
      'c.name as courseName',
      'e.account_id as accountId',
      'a.uuid as accountUuid',
      'a.username',
      'a.name',
      'a.email',
      'e.mode',
      'e.is_active as isActive',
      'e.created_at as createdAt',
      'e.updated_at as updatedAt',
    ])
    .where('e.tenant_id', '=', read.tenantId);

type Joined = ExpressionBuilder<
  { e: DB['enrolments']; c: DB['courses']; a: DB['accounts'] },
  'e' | 'c' | 'a'
>;

const matching = (scope: CourseScope | null, filter: NamedEnrolmentFilter) => (where: Joined) => {
  const all: Expression<SqlBool>[] = [];
  if (scope) all.push(sql<SqlBool>`c.org_key = any(${[...scope.orgKeys]}::text[])`);
  if (filter.id !== undefined) all.push(where('e.id', '=', filter.id));
  if (filter.courseId !== undefined) all.push(where('e.course_id', '=', filter.courseId));
  if (filter.accountId !== undefined) all.push(where('e.account_id', '=', filter.accountId));
  if (filter.accountUuid !== undefined) all.push(where('a.uuid', '=', filter.accountUuid));
  if (filter.isActive !== undefined) all.push(where('e.is_active', '=', filter.isActive));
  return where.and(all);
};
