import type { Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { fold } from '../../platform/text-folding.ts';
import { record, recordAll } from '../activity/activity.ts';
import { findAccount } from '../identity/accounts.ts';
import type { Addressed } from '../identity/types.ts';
import { notify } from '../notifications/notifications.ts';
import { lockCourses } from './courses.queries.ts';
import {
  endEnrolments,
  insertEnrolments,
  type PlaceRow,
  selectActive,
  selectPlacesOf,
} from './enrolments.queries.ts';
import { enrolmentNotice } from './enrolments.ts';
import * as rows from './pending-enrolments.queries.ts';
import { bucketOf, freePlaces, hindranceOf, usualMode } from './rules.ts';
import type { Course, Hindrance } from './types.ts';

/**
 * Turns the pending enrolments of people real, in the transaction that makes their accounts active (a port of identity).
 * Where a course is full or its enrolment closed by then, the pending one stays with the reason.
 * The number of statements is the same for one person and for a whole import.
 */
export async function enrolWaiting(tx: Tx, people: readonly Addressed[]): Promise<void> {
  const accounts = new Map(people.map(({ id, email }) => [fold(email), id]));
  const emailKeys = [...accounts.keys()];
  await rows.lockBuckets(tx, emailKeys.map(bucketOf));
  const waiting = await rows.selectWaiting(tx, emailKeys);
  if (waiting.length === 0) return;
  const ids = [...new Set(waiting.map((one) => one.course_id))];
  const courses = await lockCourses(tx, ids);
  const active = await selectActive(tx, ids, [...accounts.values()]);
  const { enrol, settled, held } = judgeWaiting(tx, { waiting, accounts, courses, active });
  const newcomers = Map.groupBy(enrol, (place) => place.course_id);
  const notices = courses.map((course) => {
    const places = newcomers.get(course.id) ?? [];
    return enrolmentNotice(
      'enrolled',
      course,
      places.map((place) => place.account_id),
    );
  });
  await Promise.all([
    insertEnrolments(tx, enrol, false),
    rows.deletePending(tx, settled),
    rows.holdPending(tx, held),
    recordAll(
      tx,
      enrol.map((place) => ({ verb: 'enrolled', objectType: 'course', objectId: place.course_id })),
      uuid(tx.random, tx.clock.now()),
    ),
    notify(tx, ...notices),
  ]);
}

/** Decides who comes in, course by course in the order in which they were allowed to. */
function judgeWaiting(
  tx: Tx,
  found: {
    waiting: readonly rows.WaitingRow[];
    accounts: ReadonlyMap<string, number>;
    courses: readonly Course[];
    active: readonly PlaceRow[];
  },
) {
  const enrol: (PlaceRow & { mode: string })[] = [];
  const settled: { courseId: number; emailKey: string }[] = [];
  const held: { courseId: number; emailKey: string; reason: Hindrance }[] = [];
  const isIn = new Set(found.active.map((place) => `${place.course_id}:${place.account_id}`));
  const free = new Map(found.courses.map((course) => [course.id, freePlaces(course)]));
  const byId = new Map(found.courses.map((course) => [course.id, course]));
  for (const { course_id: courseId, email_key: emailKey } of found.waiting) {
    const [course, accountId] = [byId.get(courseId), found.accounts.get(emailKey)];
    if (!course || accountId === undefined) continue;
    const places = free.get(courseId) ?? 0;
    const isInAlready = isIn.has(`${courseId}:${accountId}`);
    const reason = hindranceOf(course, tx.clock.now()) ?? (places < 1 ? 'full' : null);
    if (reason !== null && !isInAlready) {
      held.push({ courseId, emailKey, reason });
      continue;
    }
    settled.push({ courseId, emailKey });
    if (isInAlready) continue;
    free.set(courseId, places - 1);
    enrol.push({ course_id: courseId, account_id: accountId, mode: usualMode(course) });
  }
  return { enrol, settled, held };
}

/** Gives back the places of an account that is erased, and erases what its address left behind (a port of identity). */
export async function forgetLearner(tx: Tx, accountId: number): Promise<void> {
  const places = await selectPlacesOf(tx, accountId);
  if (places.length > 0) {
    await lockCourses(
      tx,
      places.map((place) => place.course_id),
    );
    await endEnrolments(tx, places);
    await record(tx, { verb: 'unenrolled', objectType: 'account', objectId: accountId });
  }
  const account = await findAccount(tx, accountId);
  if (account) await rows.deleteTracesOf(tx, fold(account.email));
}
