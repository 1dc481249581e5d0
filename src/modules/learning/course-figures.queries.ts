import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { CourseFigures, Span } from './types.ts';

/** What a course comes to: two statements whatever its size. */
export async function selectFigures(
  read: Read,
  courseId: number,
  { by, since }: { by: Span; since: Date | null },
): Promise<CourseFigures> {
  const own = sql`tenant_id = ${read.tenantId} and course_id = ${courseId}`;
  const [totals, enrolled] = await Promise.all([
    sql<Omit<CourseFigures, 'codes' | 'enrolled'> & CourseFigures['codes']>`
      select e.active, e.ended, p.pending, t.completed, k.open, k.redeemed, k.cancelled
      from
        (select (count(*) filter (where is_active))::integer as active,
           (count(*) filter (where not is_active))::integer as ended from enrolments where ${own}) e,
        (select count(*)::integer as pending from pending_enrolments where ${own}) p,
        (select count(*)::integer as completed from certificates where ${own} and revoked_at is null) t,
        (select (count(*) filter (where cancelled_at is null and redeemed_at is null))::integer as open,
           (count(*) filter (where cancelled_at is null and redeemed_at is not null))::integer as redeemed,
           (count(*) filter (where cancelled_at is not null))::integer as cancelled
         from enrolment_codes where ${own}) k`.execute(read.db),
    sql<{ from: Date; count: number }>`
      select date_trunc(${by}, created_at, 'UTC') as "from", count(*)::integer as count
      from enrolments where ${own} ${since ? sql`and created_at >= ${since}` : sql``}
      group by 1 order by 1`.execute(read.db),
  ]);
  const [found] = totals.rows;
  if (!found) throw new Error('A statement that counts answers one row.');
  const { open, redeemed, cancelled, ...figures } = found;
  return { ...figures, codes: { open, redeemed, cancelled }, enrolled: enrolled.rows };
}
