import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { isBehind, isSettled, type SyncPlace } from '../../platform/database/sync-order.ts';
import type { After, ChangedEnrolment, CourseScope, NamedEnrolment, NamedEnrolmentFilter } from './types.ts';

/** The enrolments behind one, by id. */
export function selectEnrolmentsAfter(
  read: Read,
  scope: CourseScope | null,
  filter: NamedEnrolmentFilter,
  { after, limit }: { after: After | null; limit: number },
): Promise<NamedEnrolment[]> {
  return listed(read)
    .where(matching(scope, filter))
    .where('e.id', '>', after?.id ?? 0)
    .orderBy('e.id')
    .limit(limit)
    .execute();
}

/** The enrolments behind a place in sync order, of which no running transaction can slip one before. */
export async function selectChangedEnrolments(
  read: Read,
  scope: CourseScope | null,
  filter: NamedEnrolmentFilter & { readonly changedFrom?: Date },
  { after, limit }: { after: SyncPlace | null; limit: number },
): Promise<ChangedEnrolment[]> {
  let query = listed(read).select('e.changed_in as transaction').where(matching(scope, filter));
  if (after) query = query.where(isBehind(after, 'e'));
  if (filter.changedFrom) query = query.where('e.updated_at', '>=', filter.changedFrom);
  const rows = await query
    .where(isSettled('e'))
    .orderBy('e.changed_in')
    .orderBy('e.id')
    .limit(limit)
    .execute();
  return rows.map(({ transaction, ...row }) => ({ ...row, place: { transaction, id: row.id } }));
}

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
