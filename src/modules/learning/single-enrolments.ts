import type { Tx } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { record } from '../activity/activity.ts';
import { identify } from '../identity/accounts.ts';
import type { Site } from '../tenants/types.ts';
import { lockCourses } from './courses.queries.ts';
import { selectEnrolmentsAfter } from './enrolment-lists.queries.ts';
import { requireNamedEnrolment } from './enrolment-lists.ts';
import { updateMode } from './enrolments.queries.ts';
import { carryOut, release } from './enrolments.ts';
import {
  alreadyEnrolled,
  badIdentifier,
  courseFull,
  enrolmentClosed,
  inactiveLearner,
  unknownEnrolment,
} from './refusals.ts';
import { refuseOtherMode, usualMode } from './rules.ts';
import type { Course, CourseScope, NamedEnrolment } from './types.ts';

export interface WantedEnrolment {
  /** A username or an e-mail. */
  readonly identifier: string;
  /** Absent: the usual one of the course. */
  readonly mode?: string;
  /** Whether the person is written to. */
  readonly notify: boolean;
  /** Past a full course and a closed enrolment. */
  readonly force: boolean;
  readonly reason: string;
}

/**
 * Enrols one person. Refuses an identifier that names nobody and is no address, a mode that the course does not have, a
 * closed enrolment, a full course, and who is in already.
 * @returns null: the address has no active account, and the enrolment waits for one
 */
export async function enrolOne(
  tx: Tx,
  site: Site,
  course: Course,
  wanted: WantedEnrolment,
): Promise<NamedEnrolment | null> {
  const { identifier, mode = usualMode(course), ...rest } = wanted;
  refuseOtherMode(course, mode);
  const order = { ...rest, action: 'enroll', identifiers: [identifier], courses: [course], mode } as const;
  const [done] = await carryOut(tx, site, { ...order, autoEnroll: true });
  const [outcome] = done?.outcomes ?? [];
  if (!outcome || 'invalid' in outcome) throw badIdentifier(identifier);
  if ('hindrance' in outcome)
    throw outcome.hindrance === 'full' ? courseFull(course.key) : enrolmentClosed(course.key);
  if (outcome.before.enrollment) throw alreadyEnrolled();
  if (!outcome.after.enrollment) return null;
  const account = (await identify(tx, [identifier.trim()])).get(fold(identifier.trim()));
  const filter = { courseId: course.id, accountId: account?.id ?? 0 };
  const [made] = await selectEnrolmentsAfter(tx, null, filter, { after: null, limit: 1 });
  return made ?? null;
}

/**
 * Changes how somebody takes part, ends the enrolment or takes it up again, the latter by the rules of `enrolOne`.
 * Refuses an unknown enrolment.
 * @param judge looks at the enrolment as it is, under the lock of its course
 */
export async function changeEnrolment(
  tx: Tx,
  site: Site,
  scope: CourseScope | null,
  id: number,
  change: { readonly mode?: string; readonly isActive?: boolean },
  judge: (present: NamedEnrolment) => void,
): Promise<NamedEnrolment> {
  const { courseId } = await requireNamedEnrolment(tx, scope, id);
  const [course] = await lockCourses(tx, [courseId]);
  if (!course) throw unknownEnrolment(id);
  const present = await requireNamedEnrolment(tx, scope, id);
  judge(present);
  const { mode = present.mode, isActive = present.isActive } = change;
  if (change.mode !== undefined) refuseOtherMode(course, change.mode);
  if (isActive && !present.isActive) {
    const wanted = { identifier: present.username, mode, notify: false, force: false, reason: '' };
    if (!(await enrolOne(tx, site, course, wanted))) throw inactiveLearner();
  } else {
    if (mode !== present.mode) {
      await updateMode(tx, id, mode);
      await record(tx, { verb: 'changed', objectType: 'enrolment', objectId: id, fields: ['mode'] });
    }
    if (present.isActive && !isActive) await release(tx, courseId, present.accountId);
  }
  return requireNamedEnrolment(tx, scope, id);
}
