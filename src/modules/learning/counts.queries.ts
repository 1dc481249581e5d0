import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { CourseScope } from './types.ts';

/** Enrolments made in a course on a day of UTC. */
export interface EnrolmentCount {
  readonly courseKey: string;
  readonly courseName: string;
  readonly day: string;
  readonly count: number;
}

/** Of the `courses` with the most enrolments since, by day; days without any are left out. */
export async function countEnrolmentsByDay(
  read: Read,
  scope: CourseScope | null,
  since: Date,
  courses: number,
): Promise<EnrolmentCount[]> {
  const shown = scope ? sql`c.org_key = any(${[...scope.orgKeys]}::text[])` : sql`true`;
  const { rows } = await sql<EnrolmentCount>`
    with counted as (
      select e.course_id, to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count
      from enrolments e join courses c on c.tenant_id = e.tenant_id and c.id = e.course_id
      where e.tenant_id = ${read.tenantId} and e.created_at >= ${since} and ${shown}
      group by e.course_id, day
    ), busiest as (
      select course_id from counted group by course_id order by sum(count) desc, course_id limit ${courses}
    )
    select c.course_key as "courseKey", c.name as "courseName", n.day, n.count
    from counted n join busiest using (course_id)
    join courses c on c.tenant_id = ${read.tenantId} and c.id = n.course_id
    order by c.id, n.day`.execute(read.db);
  return rows;
}
