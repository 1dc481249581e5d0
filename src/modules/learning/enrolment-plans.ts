import type { ManualRow, PlaceRow } from './enrolments.queries.ts';
import type { EnrolmentLetterKind } from './mails.ts';
import type { PendingRow } from './pending-enrolments.queries.ts';
import { freePlaces, hindranceOf, transitionOf, usualMode } from './rules.ts';
import type {
  Course,
  CourseOutcome,
  EnrolmentOrder,
  EnrolmentOutcome,
  EnrolmentState,
  Person,
} from './types.ts';

/** What an order comes to: what is to be written, and what to answer. Made without a look at the database. */
export interface Plan {
  readonly enrol: (PlaceRow & { mode: string })[];
  readonly end: PlaceRow[];
  readonly allow: { courseId: number; email: string; emailKey: string }[];
  readonly forget: { courseId: number; emailKey: string }[];
  readonly manual: ManualRow[];
  readonly changes: { verb: 'enrolled' | 'unenrolled' | 'allowed'; courseId: number }[];
  readonly letters: { kind: EnrolmentLetterKind; course: Course; person: Person; email: string }[];
  readonly outcomes: CourseOutcome[];
}

/**
 * Decides an order course by course, person by person, in their order; places go to whoever comes first.
 * @param active who is in which course; @param pending who is allowed to be, both as the locks found them
 */
export function planOrder(
  order: EnrolmentOrder,
  people: readonly Person[],
  active: readonly PlaceRow[],
  pending: readonly PendingRow[],
  now: Date,
): Plan {
  const plan: Plan = {
    enrol: [],
    end: [],
    allow: [],
    forget: [],
    manual: [],
    changes: [],
    letters: [],
    outcomes: [],
  };
  const enrolled = new Set(active.map((place) => `${place.course_id}:${place.account_id}`));
  const allowed = new Map(pending.map((one) => [`${one.course_id}:${one.email_key}`, one.auto_enroll]));
  const known: Known = { enrolled, allowed, allowing: new Set(), written: new Set() };
  for (const course of order.courses) {
    const at = { course, free: freePlaces(course), hindrance: order.force ? null : hindranceOf(course, now) };
    const outcomes = people.map((person) => planOne(plan, order, at, person, known));
    plan.outcomes.push({ course, outcomes });
  }
  return plan;
}

interface At {
  readonly course: Course;
  free: number;
  readonly hindrance: 'closed' | null;
}

interface Known {
  /** `course:account`; grows as the plan does, since two identifiers may name one person. */
  readonly enrolled: Set<string>;
  /** `course:address` → whether that person comes in when the account becomes active. */
  readonly allowed: Map<string, boolean>;
  /** What the plan allows already: a username and an address of one call may be one person. */
  readonly allowing: Set<string>;
  /** `course:address` of whom a letter goes to already, for the same reason. */
  readonly written: Set<string>;
}

function planOne(plan: Plan, order: EnrolmentOrder, at: At, person: Person, known: Known): EnrolmentOutcome {
  const { identifier, email, emailKey } = person;
  if (email === null || emailKey === null) return { identifier, invalid: true };
  const before = stateOf(at.course, person, known);
  if (order.action === 'enroll') {
    const hindrance = enrol(plan, order, at, person, before, known);
    if (hindrance) return { identifier, hindrance };
  } else {
    unenrol(plan, at.course, person, before, known);
  }
  const after = stateOf(at.course, person, known);
  const isAccount = person.accountId !== null;
  plan.manual.push({
    courseId: at.course.id,
    accountId: person.accountId,
    email: isAccount ? null : email,
    emailKey: isAccount ? null : emailKey,
    transition: transitionOf(order.action, before, after),
  });
  const kind = letterKind(order, before, after);
  const written = `${at.course.id}:${emailKey}`;
  if (kind && !known.written.has(written)) plan.letters.push({ kind, course: at.course, person, email });
  known.written.add(written);
  return { identifier, before, after };
}

function enrol(
  plan: Plan,
  order: EnrolmentOrder,
  at: At,
  person: Person,
  before: EnrolmentState,
  known: Known,
): 'full' | 'closed' | null {
  if (before.enrollment) return null;
  if (at.hindrance) return at.hindrance;
  const { course } = at;
  const [email, emailKey] = [person.email ?? '', person.emailKey ?? ''];
  if (person.accountId === null || !person.isActive) {
    const key = `${course.id}:${emailKey}`;
    if (!known.allowing.has(key)) {
      plan.allow.push({ courseId: course.id, email, emailKey });
      plan.changes.push({ verb: 'allowed', courseId: course.id });
    }
    known.allowing.add(key);
    known.allowed.set(key, order.autoEnroll);
    return null;
  }
  if (at.free < 1 && !order.force) return 'full';
  at.free -= 1;
  plan.enrol.push({
    course_id: course.id,
    account_id: person.accountId,
    mode: order.mode ?? usualMode(course),
  });
  plan.changes.push({ verb: 'enrolled', courseId: course.id });
  known.enrolled.add(`${course.id}:${person.accountId}`);
  forget(plan, course, emailKey, before, known);
  return null;
}

function unenrol(plan: Plan, course: Course, person: Person, before: EnrolmentState, known: Known): void {
  if (before.enrollment && person.accountId !== null) {
    plan.end.push({ course_id: course.id, account_id: person.accountId });
    known.enrolled.delete(`${course.id}:${person.accountId}`);
  }
  if (before.enrollment || before.allowed) plan.changes.push({ verb: 'unenrolled', courseId: course.id });
  forget(plan, course, person.emailKey ?? '', before, known);
}

function forget(plan: Plan, course: Course, emailKey: string, before: EnrolmentState, known: Known): void {
  if (!before.allowed) return;
  plan.forget.push({ courseId: course.id, emailKey });
  known.allowed.delete(`${course.id}:${emailKey}`);
}

function stateOf(course: Course, person: Person, known: Known): EnrolmentState {
  const auto = known.allowed.get(`${course.id}:${person.emailKey}`);
  return {
    user: person.accountId !== null,
    enrollment: person.accountId !== null && known.enrolled.has(`${course.id}:${person.accountId}`),
    allowed: auto !== undefined,
    autoEnroll: auto ?? false,
  };
}

/** Enrolling again writes again (contract §6); taking out somebody who was not in writes to nobody. */
function letterKind(
  order: EnrolmentOrder,
  before: EnrolmentState,
  after: EnrolmentState,
): EnrolmentLetterKind | null {
  if (order.action === 'enroll') return after.enrollment ? 'enrolled' : 'invited';
  return before.enrollment || before.allowed ? 'unenrolled' : null;
}
