import type { Read, Tx } from '../../platform/database/contract.ts';
import type { LetterContent } from '../../platform/letter-layout.ts';
import { uuid } from '../../platform/random.ts';
import { fold } from '../../platform/text-folding.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { record, recordAll } from '../activity/activity.ts';
import { postLetters } from '../mail/letters.ts';
import { notify } from '../notifications/notifications.ts';
import type { Notice } from '../notifications/types.ts';
import type { Site } from '../tenants/types.ts';
import { lockCourses, selectCoursesById } from './courses.queries.ts';
import { type Plan, planOrder } from './enrolment-plans.ts';
import * as rows from './enrolments.queries.ts';
import { enrolmentLetter } from './mails.ts';
import { deletePending, selectPending, upsertPending } from './pending-enrolments.queries.ts';
import { distinctIdentifiers, lookUpPeople, resolvePeople } from './people.ts';
import { tooLarge, unknownEnrolment } from './refusals.ts';
import { mostPairs, parseCourseKey } from './rules.ts';
import type {
  Course,
  CourseOutcome,
  CourseScope,
  Enrolment,
  EnrolmentFilter,
  EnrolmentOrder,
  Person,
} from './types.ts';

/**
 * Carries out an order (contract §6): every identifier into or out of every course, all in this transaction.
 * What hinders one person is an outcome of theirs and fails nobody else. The number of statements is constant; places
 * are judged under a lock of the courses, with `courses__places` as the last judge.
 * Refuses more than 50 000 pairs.
 */
export async function carryOut(tx: Tx, site: Site, order: EnrolmentOrder): Promise<CourseOutcome[]> {
  const identifiers = distinctIdentifiers(order.identifiers);
  refuseTooMany(identifiers.length, order.courses.length);
  const named = await resolvePeople(tx, identifiers);
  const courses = await lockCourses(
    tx,
    order.courses.map((course) => course.id),
  );
  const courseIds = courses.map((course) => course.id);
  const accountIds = named.flatMap((person) => person.accountId ?? []);
  const emailKeys = named.flatMap((person) => person.emailKey ?? []);
  const [held, active, pending] = await Promise.all([
    rows.holdAccounts(tx, accountIds),
    rows.selectActive(tx, courseIds, accountIds),
    selectPending(tx, courseIds, emailKeys),
  ]);
  const people = withoutErased(named, new Set(held));
  const byId = new Map(courses.map((course) => [course.id, course]));
  const inOrder = order.courses.flatMap((course) => byId.get(course.id) ?? []);
  const plan = planOrder({ ...order, courses: inOrder }, people, active, pending, tx.clock.now());
  await write(tx, site, order, plan);
  return plan.outcomes;
}

/**
 * What an order would do now, and to whom: the outcomes of `carryOut`, and nothing is written or locked.
 * Refuses more than 50 000 pairs.
 */
export async function previewOrder(read: Read, order: EnrolmentOrder): Promise<CourseOutcome[]> {
  const identifiers = distinctIdentifiers(order.identifiers);
  refuseTooMany(identifiers.length, order.courses.length);
  const people = await lookUpPeople(read, identifiers);
  const courseIds = order.courses.map((course) => course.id);
  const [active, pending] = await Promise.all([
    rows.selectActive(
      read,
      courseIds,
      people.flatMap((person) => person.accountId ?? []),
    ),
    selectPending(
      read,
      courseIds,
      people.flatMap((person) => person.emailKey ?? []),
    ),
  ]);
  return planOrder(order, people, active, pending, read.clock.now()).outcomes;
}

/** Refuses more than 50 000 pairs of identifier and course; for a look before anything is looked up. */
export function refuseTooMany(identifiers: number, courses: number): void {
  if (identifiers * courses > mostPairs) throw tooLarge(mostPairs);
}

/** One page of the enrolments in the courses that the scope shows, by id. Refuses a course key that is none. */
export async function listEnrolments(
  read: Read,
  scope: CourseScope | null,
  filter: EnrolmentFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; enrolments: Enrolment[] }> {
  const found = await rows.selectEnrolments(
    read,
    scope,
    {
      ...(filter.courseKey !== undefined && { courseKey: parseCourseKey(filter.courseKey).key }),
      ...(filter.accountId !== undefined && { accountId: filter.accountId }),
      ...(filter.username !== undefined && { usernameKey: fold(filter.username) }),
      ...(filter.isActive !== undefined && { isActive: filter.isActive }),
    },
    page,
  );
  return { count: found.count, enrolments: await withCourses(read, found.rows) };
}

/** The enrolment of that id in a course that the scope shows. Refuses an unknown one. */
export async function requireEnrolment(
  read: Read,
  scope: CourseScope | null,
  id: number,
): Promise<Enrolment> {
  const found = await rows.selectEnrolments(read, scope, { id }, { limit: 1, offset: 0 });
  const [enrolment] = await withCourses(read, found.rows);
  if (!enrolment) throw unknownEnrolment(id);
  return enrolment;
}

/** Ends one person's enrolment and gives the place back; false when there was none. */
export async function release(tx: Tx, courseId: number, accountId: number): Promise<boolean> {
  // The course before the enrolment, as an order locks them; the other way round the two could wait for each other.
  const [course] = await lockCourses(tx, [courseId]);
  const ended = await rows.endEnrolments(tx, [{ course_id: courseId, account_id: accountId }]);
  if (ended.length === 0) return false;
  await record(tx, { verb: 'unenrolled', objectType: 'course', objectId: courseId });
  if (course) await notify(tx, enrolmentNotice('unenrolled', course, [accountId]));
  return true;
}

/** Who was erased while this order waited for a course is nobody any more. */
function withoutErased(named: readonly Person[], held: ReadonlySet<number>): Person[] {
  return named.map((person) =>
    person.accountId === null || held.has(person.accountId)
      ? person
      : { ...person, accountId: null, email: null, emailKey: null },
  );
}

async function write(tx: Tx, site: Site, order: EnrolmentOrder, plan: Plan): Promise<void> {
  const batchId = uuid(tx.random, tx.clock.now());
  const happenings = plan.changes.map((change) => ({
    verb: change.verb,
    objectType: 'course',
    objectId: change.courseId,
  }));
  // One connection, so these leave together and arrive in this order; each is skipped where there is nothing to write.
  await Promise.all([
    plan.enrol.length > 0 && rows.insertEnrolments(tx, plan.enrol, order.force),
    plan.end.length > 0 && rows.endEnrolments(tx, plan.end),
    plan.allow.length > 0 && upsertPending(tx, plan.allow, order.autoEnroll),
    plan.forget.length > 0 && deletePending(tx, plan.forget),
    plan.manual.length > 0 && rows.insertManual(tx, plan.manual, { reason: order.reason, batchId }),
    recordAll(tx, happenings, batchId),
    order.notify && postLetters(tx, lettersOf(site, plan)),
    order.notify && notify(tx, ...noticesOf(plan)),
  ]);
}

/** What is written depends on kind, course and language only, and is laid out once for each. */
function lettersOf(site: Site, plan: Plan) {
  const contents = new Map<string, LetterContent>();
  return plan.letters.map(({ kind, course, person, email }) => {
    const locale = chooseLocale(person.locale, site.config.language);
    const key = `${kind}:${course.id}:${locale}`;
    const content =
      contents.get(key) ?? enrolmentLetter(kind, { courseName: course.name, siteName: site.name, locale });
    contents.set(key, content);
    return {
      kind,
      siteId: site.id,
      accountId: person.accountId,
      to: { address: email, name: person.name },
      locale,
      content,
    };
  });
}

/** Everybody of a course in one notice. Who is invited to register has no page to be told on. */
function noticesOf(plan: Plan): Notice[] {
  const told = Map.groupBy(plan.letters, ({ kind, course }) => `${kind}:${course.id}`);
  return [...told.values()].flatMap((letters) => {
    const [first] = letters;
    if (first === undefined || first.kind === 'invited') return [];
    const tell = letters.flatMap(({ person }) => person.accountId ?? []);
    return [enrolmentNotice(first.kind, first.course, tell)];
  });
}

/** Tells people that they are in a course, or out of it. */
export function enrolmentNotice(
  message: 'enrolled' | 'unenrolled',
  course: Pick<Course, 'name'>,
  tell: readonly number[],
): Notice {
  return { kind: 'enrolment', message, facts: { course: course.name }, url: null, tell };
}

async function withCourses(read: Read, listed: readonly rows.ListedEnrolment[]): Promise<Enrolment[]> {
  const ids = [...new Set(listed.map((row) => row.courseId))];
  const courses = new Map(
    (await selectCoursesById(read, ids)).map((course): [number, Course] => [course.id, course]),
  );
  return listed.flatMap(({ courseId, ...row }) => {
    const course = courses.get(courseId);
    return course ? [{ ...row, course }] : [];
  });
}
