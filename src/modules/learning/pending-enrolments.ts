import type { Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { fold } from '../../platform/text-folding.ts';
import { record, recordAll } from '../activity/activity.ts';
import { findAccount } from '../identity/accounts.ts';
import type { Account } from '../identity/types.ts';
import { lockCourses } from './courses.queries.ts';
import { endEnrolments, insertEnrolments, selectActive, selectPlacesOf } from './enrolments.queries.ts';
import * as rows from './pending-enrolments.queries.ts';
import { bucketOf, freePlaces, hindranceOf, usualMode } from './rules.ts';
import type { Course, Hindrance } from './types.ts';

/**
 * Turns the pending enrolments of a person real, in the transaction that makes the account active (a port of identity).
 * Where a course is full or its enrolment closed by then, the pending one stays with the reason.
 */
export async function enrolWaiting(tx: Tx, account: Account): Promise<void> {
  const emailKey = fold(account.email);
  await rows.lockBuckets(tx, [bucketOf(emailKey)]);
  const waiting = await rows.selectWaiting(tx, emailKey);
  if (waiting.length === 0) return;
  const ids = waiting.map((one) => one.course_id);
  const courses = await lockCourses(tx, ids);
  const active = await selectActive(tx, ids, [account.id]);
  const isIn = new Set(active.map((place) => place.course_id));
  const judged = courses.map((course) => ({
    course,
    reason: isIn.has(course.id) ? null : judge(tx, course),
  }));
  const free = judged.filter(({ reason }) => reason === null).map(({ course }) => course);
  await Promise.all([
    insertEnrolments(
      tx,
      free.map((course) => ({ course_id: course.id, account_id: account.id, mode: usualMode(course) })),
      false,
    ),
    rows.deletePending(
      tx,
      free.map((course) => ({ courseId: course.id, emailKey })),
    ),
    rows.holdPending(
      tx,
      emailKey,
      judged.flatMap(({ course, reason }) => (reason === null ? [] : [{ courseId: course.id, reason }])),
    ),
    recordAll(
      tx,
      free.map((course) => ({ verb: 'enrolled', objectType: 'course', objectId: course.id })),
      uuid(tx.random, tx.clock.now()),
    ),
  ]);
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

function judge(tx: Tx, course: Course): Hindrance | null {
  return hindranceOf(course, tx.clock.now()) ?? (freePlaces(course) < 1 ? 'full' : null);
}
