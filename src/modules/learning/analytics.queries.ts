import {
  type Compilable,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SqlBool,
  sql,
} from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { CourseScope } from './types.ts';

export interface EnrolmentBatchFilter {
  readonly courseKey?: string;
  readonly usernameKey?: string;
  /** Strict bounds on the day of enrolling. */
  readonly after?: Date;
  readonly before?: Date;
  /** Enrolments whose certificate was completed within the bounds count too. */
  readonly includeCertificates: boolean;
}

/**
 * Every enrolment in courses of the scope with its certificate, by id, as the JSON that PostgreSQL makes of it (contract §2.12).
 * @param certificateAddress what comes before a certificate's uuid in its address
 */
export const enrolmentsAsJson =
  (tenantId: number, scope: CourseScope | null, filter: EnrolmentBatchFilter, certificateAddress: string) =>
  (db: Kysely<DB>): Compilable<{ row: string }> =>
    db
      .selectFrom('enrolments as e')
      .innerJoin('courses as c', (join) =>
        join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.id', '=', 'e.course_id'),
      )
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.account_id'),
      )
      .leftJoin('certificates as t', (join) =>
        join
          .onRef('t.tenant_id', '=', 'e.tenant_id')
          .onRef('t.course_id', '=', 'e.course_id')
          .onRef('t.account_id', '=', 'e.account_id')
          .on('t.revoked_at', 'is', null),
      )
      .select(asJson(certificateAddress).as('row'))
      .where('e.tenant_id', '=', tenantId)
      .where(matching(scope, filter))
      .orderBy('e.id');

const enrolmentPairs = sql.raw(`'enrollment_id', e.id, 'user_id', e.account_id, 'username', a.username,
    'course_id', c.course_key, 'date_enrolled', replace(
      to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z')`);

/** Built as json and not as jsonb, which would parse and sort each row again: it costs a third of the whole export. */
const asJson = (certificateAddress: string) => sql<string>`
  case when t.id is null then json_build_object(${enrolmentPairs})::text else (
    select json_build_object(${enrolmentPairs}, 'certificate', found, 'cerificate', found)::text
    from (select json_build_object(
      'completion_date', to_char(t.completed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')
        || case when date_trunc('second', t.completed_at) = t.completed_at then ''
           else to_char(t.completed_at at time zone 'UTC', '.US') end || '+00:00',
      'grade', t.grade, 'url', ${certificateAddress}::text || t.uuid) as found) as one
  ) end`;

type Joined = ExpressionBuilder<
  { e: DB['enrolments']; c: DB['courses']; a: DB['accounts']; t: DB['certificates'] },
  'e' | 'c' | 'a' | 't'
>;

const matching = (scope: CourseScope | null, filter: EnrolmentBatchFilter) => (where: Joined) => {
  const all: Expression<SqlBool>[] = [];
  if (scope) all.push(sql<SqlBool>`c.org_key = any(${[...scope.orgKeys]}::text[])`);
  if (filter.courseKey !== undefined) all.push(where('c.course_key', '=', filter.courseKey));
  if (filter.usernameKey !== undefined) all.push(where('a.username_key', '=', filter.usernameKey));
  const within = (column: 'e.created_at' | 't.completed_at') =>
    where.and([
      ...(filter.after ? [where(column, '>', filter.after)] : []),
      ...(filter.before ? [where(column, '<', filter.before)] : []),
    ]);
  all.push(
    filter.includeCertificates
      ? where.or([
          within('e.created_at'),
          where.and([where('t.id', 'is not', null), within('t.completed_at')]),
        ])
      : within('e.created_at'),
  );
  return where.and(all);
};
