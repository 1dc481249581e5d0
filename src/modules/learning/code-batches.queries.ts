import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { After, CodeBatch, CourseScope } from './types.ts';

export interface BatchFilter {
  readonly id?: string;
  readonly courseId?: number;
}

/** The batches before one, newest first: each is what its codes come to. */
export async function selectBatches(
  read: Read,
  scope: CourseScope | null,
  filter: BatchFilter,
  { after, limit }: { after: After | null; limit: number },
): Promise<CodeBatch[]> {
  const { rows } = await sql<CodeBatch>`
    select k.batch_id as id, min(k.id) as "firstCodeId", min(c.course_key) as "courseKey", min(k.mode) as mode,
      min(k.created_at) as "createdAt",
      (count(*) filter (where k.cancelled_at is null and k.redeemed_at is null))::integer as open,
      (count(*) filter (where k.cancelled_at is null and k.redeemed_at is not null))::integer as redeemed,
      (count(*) filter (where k.cancelled_at is not null))::integer as cancelled
    from enrolment_codes k join courses c on c.tenant_id = k.tenant_id and c.id = k.course_id
    where k.tenant_id = ${read.tenantId}
      ${scope ? sql`and c.org_key = any(${[...scope.orgKeys]}::text[])` : sql``}
      ${filter.id === undefined ? sql`` : sql`and k.batch_id = ${filter.id}::uuid`}
      ${filter.courseId === undefined ? sql`` : sql`and k.course_id = ${filter.courseId}`}
    group by k.batch_id
    ${after ? sql`having min(k.id) < ${after.id}` : sql``}
    order by min(k.id) desc limit ${limit}`.execute(read.db);
  return rows;
}
