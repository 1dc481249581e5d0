import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';

export interface ImportedPlaceRow {
  readonly course_id: number;
  readonly account_id: number;
  readonly mode: string;
  readonly is_active: boolean;
  readonly created_at: Date;
}

export interface MadeEnrolment {
  readonly id: number;
  readonly course_id: number;
  readonly account_id: number;
}

/**
 * Inserts the enrolments that are not here yet, active or not, and counts the active ones, with one statement.
 * Where more are in than the capacity, that is granted: who was in stays in.
 */
export async function insertImportedEnrolments(
  tx: Tx,
  batch: readonly ImportedPlaceRow[],
): Promise<MadeEnrolment[]> {
  const { rows } = await sql<MadeEnrolment>`
    with done as (
      insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
      select ${tx.tenantId}, r.course_id, r.account_id, r.mode, r.is_active, r.created_at, ${tx.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (
        course_id bigint, account_id bigint, mode text, is_active boolean, created_at timestamptz)
      on conflict (tenant_id, course_id, account_id) do nothing
      returning id, course_id, account_id, is_active
    ), counted as (
      update courses c set
        taken = c.taken + counts.n,
        granted = case when c.taken + counts.n > c.capacity then c.taken + counts.n else c.granted end
      from (select course_id, count(*)::integer as n from done where is_active group by course_id) as counts
      where c.tenant_id = ${tx.tenantId} and c.id = counts.course_id
    )
    select id, course_id, account_id from done order by id`.execute(tx.db);
  return rows;
}

export interface ImportedCodeRow {
  readonly code: string;
  readonly course_id: number;
  readonly mode: string;
  readonly created_at: Date;
  readonly is_cancelled: boolean;
  readonly redeemed_at: Date | null;
  readonly redeemed_by: number | null;
}

/** Inserts the codes that are not here yet with one statement; of equal ones of a batch the first. */
export async function insertImportedCodes(
  tx: Tx,
  batchId: string,
  batch: readonly ImportedCodeRow[],
): Promise<{ id: number; code: string }[]> {
  const { rows } = await sql<{ id: number; code: string }>`
    insert into enrolment_codes (tenant_id, code, course_id, mode, batch_id, created_at, cancelled_at, redeemed_at,
      redeemed_by)
    select ${tx.tenantId}, r.code, r.course_id, r.mode, ${batchId}, r.created_at,
      case when r.is_cancelled then ${tx.clock.now()}::timestamptz end, r.redeemed_at, r.redeemed_by
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (code text, course_id bigint, mode text,
      created_at timestamptz, is_cancelled boolean, redeemed_at timestamptz, redeemed_by bigint)
    on conflict (tenant_id, code) do nothing
    returning id, code`.execute(tx.db);
  return rows;
}

export interface KnownCode {
  readonly code: string;
  readonly courseId: number;
  readonly batchId: string;
  readonly isCancelled: boolean;
  readonly isRedeemed: boolean;
  readonly redeemedBy: number | null;
}

export async function findKnownCodes(read: Read, codes: readonly string[]): Promise<KnownCode[]> {
  const { rows } = await sql<KnownCode>`
    select code, course_id as "courseId", batch_id as "batchId", cancelled_at is not null as "isCancelled",
      redeemed_at is not null as "isRedeemed", redeemed_by as "redeemedBy"
    from enrolment_codes
    where tenant_id = ${read.tenantId} and code = any (${[...codes]}::text[])`.execute(read.db);
  return rows;
}
