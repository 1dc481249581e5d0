import type { Compilable, Kysely } from 'kysely';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { After, CodeState, CourseScope, EnrolmentCode } from './types.ts';

export interface LockedCode {
  readonly id: number;
  readonly courseId: number;
  readonly courseKey: string;
  readonly mode: string;
  readonly cancelledAt: Date | null;
  readonly redeemedAt: Date | null;
  readonly redeemedBy: number | null;
}

/** Inserts the codes that nobody has yet, in their order; a code that exists is left out of what is returned. */
export async function insertCodes(
  tx: Tx,
  batch: { courseId: number; mode: string; batchId: string },
  codes: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    insert into enrolment_codes (tenant_id, code, course_id, mode, batch_id, created_by, created_at)
    select ${tx.tenantId}, code, ${batch.courseId}, ${batch.mode}, ${batch.batchId}, ${tx.author?.id ?? null}::bigint,
      ${tx.clock.now()}
    from unnest(${[...codes]}::text[]) with ordinality as made (code, place) order by place
    on conflict (tenant_id, code) do nothing
    returning code`.execute(tx.db);
  return rows.map((row) => row.code);
}

/**
 * Locks the code until the transaction ends: of many redeemers the second sees what the first did.
 * @param scope only codes of courses that it shows; null: every course
 */
export async function lockCode(
  tx: Tx,
  code: string | { readonly id: number },
  scope: CourseScope | null,
): Promise<LockedCode | null> {
  const named = typeof code === 'string' ? sql`k.code = ${code}` : sql`k.id = ${code.id}`;
  const shown = scope ? sql`and c.org_key = any(${[...scope.orgKeys]}::text[])` : sql``;
  const { rows } = await sql<LockedCode>`
    select k.id, k.course_id as "courseId", c.course_key as "courseKey", k.mode, k.cancelled_at as "cancelledAt",
      k.redeemed_at as "redeemedAt", k.redeemed_by as "redeemedBy"
    from enrolment_codes k join courses c on c.tenant_id = k.tenant_id and c.id = k.course_id
    where k.tenant_id = ${tx.tenantId} and ${named} ${shown} for update of k`.execute(tx.db);
  return rows[0] ?? null;
}

export async function markRedeemed(tx: Tx, id: number, accountId: number): Promise<void> {
  await update(tx, id, { redeemed_at: tx.clock.now(), redeemed_by: accountId });
}

/** Takes the redemption back and cancels the code, or opens it again. */
export async function resetCode(tx: Tx, id: number, cancelled: boolean): Promise<void> {
  await update(tx, id, {
    redeemed_at: null,
    redeemed_by: null,
    cancelled_at: cancelled ? tx.clock.now() : null,
  });
}

export interface CodeFilter {
  readonly id?: number;
  readonly courseId?: number;
  readonly courseKey?: string;
  readonly state?: CodeState;
  readonly batchId?: string;
}

/** One page of codes by id, and how many there are in all. */
export async function selectCodes(
  read: Read,
  scope: CourseScope | null,
  filter: CodeFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; codes: EnrolmentCode[] }> {
  const [rows, counted] = await Promise.all([
    listed(read.db, read.tenantId, scope, filter).limit(page.limit).offset(page.offset).execute(),
    listed(read.db, read.tenantId, scope, filter)
      .clearSelect()
      .clearOrderBy()
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { count: counted.count, codes: rows.map((row) => ({ ...row, state: toState(row.state) })) };
}

/** The codes behind one, by id. */
export async function selectCodesAfter(
  read: Read,
  scope: CourseScope | null,
  filter: CodeFilter,
  { after, limit }: { after: After | null; limit: number },
): Promise<EnrolmentCode[]> {
  const rows = await listed(read.db, read.tenantId, scope, filter)
    .where('k.id', '>', after?.id ?? 0)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, state: toState(row.state) }));
}

/** The same rows to be streamed, for a file of a whole batch. */
export const streamedCodes =
  (tenantId: number, scope: CourseScope | null, filter: CodeFilter) =>
  (db: Kysely<DB>): Compilable<CodeRow> =>
    listed(db, tenantId, scope, filter);

export type CodeRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

export function toState(text: string): CodeState {
  return text === 'redeemed' || text === 'cancelled' ? text : 'open';
}

const listed = (db: Kysely<DB>, tenantId: number, scope: CourseScope | null, filter: CodeFilter) =>
  db
    .selectFrom('enrolment_codes as k')
    .innerJoin('courses as c', (join) =>
      join.onRef('c.tenant_id', '=', 'k.tenant_id').onRef('c.id', '=', 'k.course_id'),
    )
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 'k.tenant_id').onRef('a.id', '=', 'k.redeemed_by'),
    )
    .select([
      'k.id',
      'k.code',
      'c.course_key as courseKey',
      'k.mode',
      'k.batch_id as batchId',
      'k.created_at as createdAt',
      'k.redeemed_at as redeemedAt',
      'a.username as redeemedBy',
      state.as('state'),
    ])
    .where('k.tenant_id', '=', tenantId)
    .where(matching(scope, filter))
    .orderBy('k.id');

const state = sql<string>`case when k.cancelled_at is not null then 'cancelled'
  when k.redeemed_at is not null then 'redeemed' else 'open' end`;

type Joined = ExpressionBuilder<{ k: DB['enrolment_codes']; c: DB['courses'] }, 'k' | 'c'>;

const matching = (scope: CourseScope | null, filter: CodeFilter) => (where: Joined) => {
  const all: Expression<SqlBool>[] = [];
  if (scope) all.push(sql<SqlBool>`c.org_key = any(${[...scope.orgKeys]}::text[])`);
  if (filter.id !== undefined) all.push(where('k.id', '=', filter.id));
  if (filter.courseId !== undefined) all.push(where('k.course_id', '=', filter.courseId));
  if (filter.courseKey !== undefined) all.push(where('c.course_key', '=', filter.courseKey));
  if (filter.batchId !== undefined) all.push(where('k.batch_id', '=', filter.batchId));
  if (filter.state !== undefined) all.push(sql<SqlBool>`${state} = ${filter.state}`);
  return where.and(all);
};

async function update(
  tx: Tx,
  id: number,
  change: { redeemed_at: Date | null; redeemed_by: number | null; cancelled_at?: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('enrolment_codes')
    .set(change)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}
