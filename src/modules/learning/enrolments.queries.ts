import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { CourseScope, Transition } from './types.ts';

/** A person's place in a course: the row, whether or not it is active. */
export interface PlaceRow {
  readonly course_id: number;
  readonly account_id: number;
}

/**
 * Keeps these accounts from being erased until the transaction ends.
 * @returns those that are still there
 */
export async function holdAccounts(tx: Tx, accountIds: readonly number[]): Promise<number[]> {
  const rows = await tx.db
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where(sql<SqlBool>`id = any(${[...accountIds]}::bigint[])`)
    .forKeyShare()
    .execute();
  return rows.map(({ id }) => id);
}

/** The active enrolments of these accounts in these courses. */
export async function selectActive(
  read: Read,
  courseIds: readonly number[],
  accountIds: readonly number[],
): Promise<PlaceRow[]> {
  return read.db
    .selectFrom('enrolments')
    .select(['course_id', 'account_id'])
    .where('tenant_id', '=', read.tenantId)
    .where('is_active', '=', true)
    .where(sql<SqlBool>`course_id = any(${[...courseIds]}::bigint[])`)
    .where(sql<SqlBool>`account_id = any(${[...accountIds]}::bigint[])`)
    .execute();
}

/**
 * Enrols each account in its course and counts the places taken, in one statement; `courses__places` judges.
 * Whoever is in already stays as they are and takes no second place.
 * @param force raises what is granted where the course is full
 * @returns the enrolments that were not active before
 */
export async function insertEnrolments(
  tx: Tx,
  places: readonly (PlaceRow & { mode: string })[],
  force: boolean,
): Promise<(PlaceRow & { id: number })[]> {
  const now = tx.clock.now();
  const { rows } = await sql<PlaceRow & { id: number }>`
    with done as (
      insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
      select ${tx.tenantId}, course_id, account_id, mode, true, ${now}::timestamptz, ${now}::timestamptz
      from unnest(${places.map((one) => one.course_id)}::bigint[], ${places.map((one) => one.account_id)}::bigint[],
                  ${places.map((one) => one.mode)}::text[]) with ordinality as wanted (course_id, account_id, mode, place)
      order by place
      on conflict (tenant_id, course_id, account_id)
        do update set is_active = true, mode = excluded.mode, updated_at = excluded.updated_at
        where not enrolments.is_active
      returning id, course_id, account_id
    ), counted as (
      update courses c set
        taken = c.taken + counts.n,
        granted = case when ${force} and c.taken + counts.n > c.capacity then c.taken + counts.n else c.granted end
      from (select course_id, count(*)::integer as n from done group by course_id) as counts
      where c.tenant_id = ${tx.tenantId} and c.id = counts.course_id
    )
    select id, course_id, account_id from done`.execute(tx.db);
  return rows;
}

/** Takes one place, if there is one: the claim of single enrolments, O(1) whatever the size of the course. */
export async function claimPlace(tx: Tx, courseId: number): Promise<boolean> {
  const row = await tx.db
    .updateTable('courses')
    .set({ taken: sql<number>`taken + 1` })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', courseId)
    .where((where) => where.or([where('capacity', 'is', null), where('taken', '<', where.ref('capacity'))]))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the enrolment whose place was claimed; null when the person is in already. */
export async function insertClaimed(tx: Tx, place: PlaceRow & { mode: string }): Promise<number | null> {
  const now = tx.clock.now();
  const { rows } = await sql<{ id: number }>`
    insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
    values (${tx.tenantId}, ${place.course_id}, ${place.account_id}, ${place.mode}, true, ${now}, ${now})
    on conflict (tenant_id, course_id, account_id)
      do update set is_active = true, mode = excluded.mode, updated_at = excluded.updated_at
      where not enrolments.is_active
    returning id`.execute(tx.db);
  return rows[0]?.id ?? null;
}

/** Ends the active enrolments among these and gives their places back; what was granted beyond the capacity shrinks. */
export async function endEnrolments(tx: Tx, places: readonly PlaceRow[]): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    with ended as (
      update enrolments e set is_active = false, updated_at = ${tx.clock.now()}
      from unnest(${places.map((one) => one.course_id)}::bigint[], ${places.map((one) => one.account_id)}::bigint[])
        as wanted (course_id, account_id)
      where e.tenant_id = ${tx.tenantId} and e.course_id = wanted.course_id and e.account_id = wanted.account_id
        and e.is_active
      returning e.course_id, e.account_id
    ), counted as (
      update courses c set
        taken = c.taken - counts.n,
        granted = case when c.taken - counts.n > c.capacity then least(c.granted, c.taken - counts.n) else 0 end
      from (select course_id, count(*)::integer as n from ended group by course_id) as counts
      where c.tenant_id = ${tx.tenantId} and c.id = counts.course_id
    )
    select course_id, account_id from ended`.execute(tx.db);
  return rows;
}

/** Writes how somebody takes part. */
export async function updateMode(tx: Tx, id: number, mode: string): Promise<void> {
  await tx.db
    .updateTable('enrolments')
    .set({ mode, updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

/** The places that an account holds. */
export async function selectPlacesOf(read: Read, accountId: number): Promise<PlaceRow[]> {
  return read.db
    .selectFrom('enrolments')
    .select(['course_id', 'account_id'])
    .where('tenant_id', '=', read.tenantId)
    .where('account_id', '=', accountId)
    .where('is_active', '=', true)
    .orderBy('course_id')
    .execute();
}

export interface ManualRow {
  readonly courseId: number;
  readonly accountId: number | null;
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly transition: Transition;
}

/** One audit row for each person and course that was carried out, in one statement. */
export async function insertManual(
  tx: Tx,
  rows: readonly ManualRow[],
  { reason, batchId }: { reason: string; batchId: string },
): Promise<void> {
  await sql`
    insert into manual_enrolments (tenant_id, at, course_id, author_id, account_id, email, email_key, transition, reason,
                                   batch_id)
    select ${tx.tenantId}, ${tx.clock.now()}, course_id, ${tx.author?.id ?? null}, account_id, email, email_key, transition,
      ${reason}, ${batchId}
    from unnest(
      ${rows.map((row) => row.courseId)}::bigint[], ${rows.map((row) => row.accountId)}::bigint[],
      ${rows.map((row) => row.email)}::text[], ${rows.map((row) => row.emailKey)}::text[],
      ${rows.map((row) => row.transition)}::text[]) as done (course_id, account_id, email, email_key, transition)`.execute(
    tx.db,
  );
}

export interface ListedEnrolment {
  readonly id: number;
  readonly courseId: number;
  readonly accountId: number;
  readonly username: string;
  readonly mode: string;
  readonly isActive: boolean;
  readonly createdAt: Date;
}

/** What a list of enrolments is narrowed by; `courseKeys` null means every course of the scope. */
export interface EnrolmentRowFilter {
  readonly id?: number;
  readonly courseKey?: string;
  readonly accountId?: number;
  readonly usernameKey?: string;
  readonly isActive?: boolean;
}

/** One page of the enrolments in courses of the scope, by id, and how many there are in all. */
export async function selectEnrolments(
  read: Read,
  scope: CourseScope | null,
  filter: EnrolmentRowFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; rows: ListedEnrolment[] }> {
  const joined = () =>
    read.db
      .selectFrom('enrolments as e')
      .innerJoin('courses as c', (join) =>
        join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.id', '=', 'e.course_id'),
      )
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.account_id'),
      )
      .where('e.tenant_id', '=', read.tenantId)
      .where(matching(scope, filter));
  const [rows, counted] = await Promise.all([
    joined()
      .select([
        'e.id',
        'e.course_id as courseId',
        'e.account_id as accountId',
        'a.username',
        'e.mode',
        'e.is_active as isActive',
        'e.created_at as createdAt',
      ])
      .orderBy('e.id')
      .limit(page.limit)
      .offset(page.offset)
      .execute(),
    joined()
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { count: counted.count, rows };
}

type Joined = ExpressionBuilder<
  { e: DB['enrolments']; c: DB['courses']; a: DB['accounts'] },
  'e' | 'c' | 'a'
>;

const matching = (scope: CourseScope | null, filter: EnrolmentRowFilter) => (where: Joined) => {
  const all: Expression<SqlBool>[] = [];
  if (scope) all.push(sql<SqlBool>`c.org_key = any(${[...scope.orgKeys]}::text[])`);
  if (filter.id !== undefined) all.push(where('e.id', '=', filter.id));
  if (filter.courseKey !== undefined) all.push(where('c.course_key', '=', filter.courseKey));
  if (filter.accountId !== undefined) all.push(where('e.account_id', '=', filter.accountId));
  if (filter.usernameKey !== undefined) all.push(where('a.username_key', '=', filter.usernameKey));
  if (filter.isActive !== undefined) all.push(where('e.is_active', '=', filter.isActive));
  return where.and(all);
};
