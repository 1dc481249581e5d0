import type { Read } from '../../platform/database/contract.ts';
import { horizonOf, type SyncPlace } from '../../platform/database/sync-order.ts';
import { selectChangedEnrolments, selectEnrolmentsAfter } from './enrolment-lists.queries.ts';
import { unknownEnrolment } from './refusals.ts';
import type { After, ChangedEnrolment, CourseScope, NamedEnrolment, NamedEnrolmentFilter } from './types.ts';

/** The enrolments behind one in the list by id, in courses that the scope shows. */
export function enrolmentsAfter(
  read: Read,
  scope: CourseScope | null,
  filter: NamedEnrolmentFilter,
  page: { after: After | null; limit: number },
): Promise<NamedEnrolment[]> {
  return selectEnrolmentsAfter(read, scope, filter, page);
}

/**
 * The enrolments behind a place in the order of the transactions that wrote them last, up to the oldest transaction that
 * still runs, and where a copy goes on that has them all. Refuses a place of another database.
 * @param filter `changedFrom`: written at that moment or later, for who has no place yet
 */
export async function listChangedEnrolments(
  read: Read,
  scope: CourseScope | null,
  filter: NamedEnrolmentFilter & { readonly changedFrom?: Date },
  page: { after: SyncPlace | null; limit: number },
): Promise<{ changed: ChangedEnrolment[]; horizon: SyncPlace }> {
  const [horizon, changed] = await Promise.all([
    horizonOf(read, page.after),
    selectChangedEnrolments(read, scope, filter, page),
  ]);
  return { changed, horizon };
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
