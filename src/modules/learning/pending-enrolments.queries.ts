import { type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Hindrance } from './types.ts';

export interface PendingRow {
  readonly course_id: number;
  readonly email_key: string;
  readonly auto_enroll: boolean;
}

/** Locks the buckets of addresses, lowest first, until the transaction ends. */
export async function lockBuckets(tx: Tx, buckets: readonly number[]): Promise<void> {
  const sorted = [...new Set(buckets)].sort((one, other) => one - other);
  await sql`
    insert into address_buckets (tenant_id, bucket)
    select ${tx.tenantId}, bucket from unnest(${sorted}::smallint[]) with ordinality as wanted (bucket, place)
    order by place
    on conflict (tenant_id, bucket) do update set bucket = excluded.bucket`.execute(tx.db);
}

export async function selectPending(
  read: Read,
  courseIds: readonly number[],
  emailKeys: readonly string[],
): Promise<PendingRow[]> {
  return read.db
    .selectFrom('pending_enrolments')
    .select(['course_id', 'email_key', 'auto_enroll'])
    .where('tenant_id', '=', read.tenantId)
    .where(sql<SqlBool>`course_id = any(${[...courseIds]}::bigint[])`)
    .where(sql<SqlBool>`email_key = any(${[...emailKeys]}::text[])`)
    .execute();
}

export interface WaitingRow {
  readonly course_id: number;
  readonly email_key: string;
}

/** The courses in which people of these addresses wait for an account, in the order in which they were allowed to. */
export async function selectWaiting(read: Read, emailKeys: readonly string[]): Promise<WaitingRow[]> {
  return read.db
    .selectFrom('pending_enrolments')
    .select(['course_id', 'email_key'])
    .where('tenant_id', '=', read.tenantId)
    .where(sql<SqlBool>`email_key = any(${[...emailKeys]}::text[])`)
    .where('auto_enroll', '=', true)
    .orderBy('id')
    .execute();
}

export async function upsertPending(
  tx: Tx,
  rows: readonly { courseId: number; email: string; emailKey: string }[],
  autoEnroll: boolean,
): Promise<void> {
  await sql`
    insert into pending_enrolments (tenant_id, course_id, email, email_key, auto_enroll, created_at)
    select ${tx.tenantId}, course_id, email, email_key, ${autoEnroll}, ${tx.clock.now()}
    from unnest(${rows.map((row) => row.courseId)}::bigint[], ${rows.map((row) => row.email)}::text[],
                ${rows.map((row) => row.emailKey)}::text[]) as wanted (course_id, email, email_key)
    on conflict (tenant_id, course_id, email_key)
      do update set auto_enroll = excluded.auto_enroll, held_reason = null`.execute(tx.db);
}

export async function deletePending(
  tx: Tx,
  rows: readonly { courseId: number; emailKey: string }[],
): Promise<void> {
  await sql`
    delete from pending_enrolments p
    using unnest(${rows.map((row) => row.courseId)}::bigint[], ${rows.map((row) => row.emailKey)}::text[])
      as ended (course_id, email_key)
    where p.tenant_id = ${tx.tenantId} and p.course_id = ended.course_id and p.email_key = ended.email_key`.execute(
    tx.db,
  );
}

/** Notes why people who have an account now are not in the course. */
export async function holdPending(
  tx: Tx,
  held: readonly { courseId: number; emailKey: string; reason: Hindrance }[],
): Promise<void> {
  await sql`
    update pending_enrolments p set held_reason = held.reason
    from unnest(${held.map((one) => one.courseId)}::bigint[], ${held.map((one) => one.emailKey)}::text[],
                ${held.map((one) => one.reason)}::text[]) as held (course_id, email_key, reason)
    where p.tenant_id = ${tx.tenantId} and p.email_key = held.email_key and p.course_id = held.course_id`.execute(
    tx.db,
  );
}

/** Erases what an address without an account of its own left behind. */
export async function deleteTracesOf(tx: Tx, emailKey: string): Promise<void> {
  await tx.db
    .deleteFrom('pending_enrolments')
    .where('tenant_id', '=', tx.tenantId)
    .where('email_key', '=', emailKey)
    .execute();
  await tx.db
    .deleteFrom('manual_enrolments')
    .where('tenant_id', '=', tx.tenantId)
    .where('email_key', '=', emailKey)
    .execute();
}
