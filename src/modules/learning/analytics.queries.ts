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

export interface EnrolmentJson {
  readonly id: number;
  readonly row: string;
}

/** Rows of the first piece: found by the index within milliseconds, while all of them are sorted first (0.5 s for a million). */
const firstRows = 1000;

/**
 * Every enrolment in courses of the scope with its certificate, by id, as the JSON that PostgreSQL makes of it
 * (contract §2.12): a first thousand, then the rest.
 * @param certificateAddress what comes before a certificate's uuid in its address
 */
export const enrolmentsAsJson = (
  tenantId: number,
  scope: CourseScope | null,
  filter: EnrolmentBatchFilter,
  certificateAddress: string,
) => {
  const rows = (db: Kysely<DB>) => ordered(db, tenantId, scope, filter);
  const texts = (db: Kysely<DB>, from: ReturnType<typeof rows>): Compilable<EnrolmentJson> =>
    db.selectFrom(from.as('s')).select(['s.id', asJson(certificateAddress).as('row')]);
  return {
    first: (db: Kysely<DB>) => texts(db, rows(db).limit(firstRows)),
    // `offset 0` keeps PostgreSQL from sorting the texts instead of the rows.
    rest: (db: Kysely<DB>, last: EnrolmentJson) => texts(db, rows(db).where('e.id', '>', last.id).offset(0)),
  };
};

/** Narrow rows, sorted before they become texts. */
const ordered = (db: Kysely<DB>, tenantId: number, scope: CourseScope | null, filter: EnrolmentBatchFilter) =>
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
    .select([
      'e.id',
      'e.account_id',
      'e.created_at',
      'a.username',
      'c.course_key',
      't.uuid',
      't.grade',
      't.completed_at',
    ])
    .where('e.tenant_id', '=', tenantId)
    .where(matching(scope, filter))
    .orderBy('e.id');

/** Texts put together: making an object of each row takes most of the export's time. Whatever people write is escaped. */
const asJson = (certificateAddress: string) => sql<string>`
  '{"enrollment_id":' || s.id || ',"user_id":' || s.account_id || ',"username":' || to_json(s.username)::text
  || ',"course_id":' || to_json(s.course_key)::text || ',"date_enrolled":"' || replace(
    to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z') || '"'
  || case when s.uuid is null then '' else (
    select ',"certificate":' || found || ',"cerificate":' || found from (select json_build_object(
      'completion_date', to_char(s.completed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')
        || case when date_trunc('second', s.completed_at) = s.completed_at then ''
           else to_char(s.completed_at at time zone 'UTC', '.US') end || '+00:00',
      'grade', s.grade, 'url', ${certificateAddress}::text || s.uuid)::text as found) as one
  ) end || '}'`;

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
