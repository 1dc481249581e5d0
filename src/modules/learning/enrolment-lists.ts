import type { Read } from '../../platform/database/contract.ts';
import { selectEnrolmentsAfter } from './enrolment-lists.queries.ts';
import { unknownEnrolment } from './refusals.ts';
import type { AfterChange, CourseScope, NamedEnrolment, NamedEnrolmentFilter } from './types.ts';

/**
 * The enrolments behind one, in courses that the scope shows: by id or, where the filter asks for what changed, by last
 * change; these stop before what a transaction that is still running may have changed, so that following them misses none.
 */
export function enrolmentsAfter(
  read: Read,
  scope: CourseScope | null,
  filter: NamedEnrolmentFilter,
  page: { after: AfterChange | null; limit: number },
): Promise<NamedEnrolment[]> {
  return selectEnrolmentsAfter(read, scope, filter, page);
}

/** The enrolment of that id in a course that the scope shows, with names. Refuses an unknown one. */
export async function requireNamedEnrolment(
  read: Read,
  scope: CourseScope | null,
  id: number,
): Promise<NamedEnrolment> {
  const [found] = await selectEnrolmentsAfter(read, scope, { id }, { after: null, limit: 1 });
  if (!found) throw unknownEnrolment(id);
  return found;
}
