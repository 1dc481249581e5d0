import type { Read } from '../../platform/database/contract.ts';
import { countEnrolmentsByDay, type EnrolmentCount } from './counts.queries.ts';
import type { CourseScope } from './types.ts';

/** How many busiest courses are counted: more lines than these nobody tells apart. */
const busiest = 8;

/**
 * How many enrolments were made in each of the busiest courses on each day (UTC) since; days without any are left out.
 * @param scope of the site that shows the courses
 */
export function countEnrolments(
  read: Read,
  scope: CourseScope | null,
  since: Date,
): Promise<EnrolmentCount[]> {
  return countEnrolmentsByDay(read, scope, since, busiest);
}
