import { Type } from 'typebox';
import type {
  CourseOutcome,
  Enrolment,
  EnrolmentOutcome,
  EnrolmentState,
  Hindrance,
  Mode,
} from '../../modules/learning/types.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import type { Order } from './enrollment-orders.ts';
import { toSeconds } from './users.ts';

const moment = Type.String({ format: 'date-time' });
const momentOrNull = Type.Union([moment, Type.Null()]);
const textOrNull = Type.Union([Type.String(), Type.Null()]);

/** An enrolment as the lists show it (contract §3.4). */
export const enrollment = Type.Object({
  created: moment,
  mode: Type.String(),
  is_active: Type.Boolean(),
  user: Type.String({ description: 'The username' }),
  course_details: Type.Object({
    course_id: Type.String(),
    course_name: Type.String(),
    enrollment_start: momentOrNull,
    enrollment_end: momentOrNull,
    course_start: momentOrNull,
    course_end: momentOrNull,
    invite_only: Type.Boolean(),
    pacing_type: Type.Enum(['Instructor Paced', 'Self Paced']),
    course_modes: Type.Array(
      Type.Object({
        slug: Type.String(),
        name: Type.String(),
        min_price: Type.Number(),
        suggested_prices: Type.String(),
        currency: Type.String(),
        expiration_datetime: momentOrNull,
        description: textOrNull,
        sku: textOrNull,
        bulk_sku: textOrNull,
      }),
    ),
  }),
});

const state = Type.Object({
  user: Type.Boolean(),
  enrollment: Type.Boolean(),
  allowed: Type.Boolean(),
  auto_enroll: Type.Boolean(),
});
const identifier = Type.String();

/** What became of each person in each course, course by course, in the order of the identifiers. */
export const answer = Type.Object({
  auto_enroll: Type.Boolean(),
  email_learners: Type.Boolean(),
  action: Type.Enum(['enroll', 'unenroll']),
  courses: Type.Array(Type.String()),
  results: Type.Array(
    Type.Union([
      Type.Object({ identifier, before: state, after: state, course: Type.String() }),
      Type.Object({ identifier, invalidIdentifier: Type.Literal(true) }),
      Type.Object({ identifier, error: Type.Literal(true), error_message: Type.String() }),
    ]),
  ),
});

/** Puts an enrolment into the words of the wire. */
export function toEnrollment({ course, ...enrolment }: Enrolment) {
  return {
    created: toSeconds(enrolment.createdAt),
    mode: enrolment.mode,
    is_active: enrolment.isActive,
    user: enrolment.username,
    course_details: {
      course_id: course.key,
      course_name: course.name,
      enrollment_start: orNull(course.enrollmentStartsAt),
      enrollment_end: orNull(course.enrollmentEndsAt),
      course_start: orNull(course.startsAt),
      course_end: orNull(course.endsAt),
      invite_only: course.invitationOnly,
      pacing_type: course.pacing === 'self' ? ('Self Paced' as const) : ('Instructor Paced' as const),
      course_modes: course.modes.map(toMode),
    },
  };
}

/** How a refused call is worded; undefined where the shape of all Tahoe errors has the words. */
export function wordsOfOrders({ code, detail, message, violations }: Problem): Rendered | undefined {
  if (code === 'enrolment.bad_order') return { body: detail.errors };
  if (code === 'enrolment.too_many') return { status: 413, body: { detail: message } };
  if (code === 'enrolment.foreign_courses') {
    return { body: { error: 'invalid-course-ids', invalid_course_ids: detail.keys } };
  }
  const isList = violations.some(({ field, keyword }) => field === '' && keyword === 'not');
  const sentence = 'Invalid data. Expected a dictionary, but got list.';
  return isList ? { body: { non_field_errors: [sentence] } } : undefined;
}

/** The answer to a call that was carried out. */
export function toAnswer(wanted: Order, outcomes: readonly CourseOutcome[]) {
  return {
    auto_enroll: wanted.autoEnroll,
    email_learners: wanted.notify,
    action: wanted.action,
    courses: outcomes.map(({ course }) => course.key),
    results: outcomes.flatMap(({ course, outcomes: each }) => each.map((one) => toResult(course.key, one))),
  };
}

function toResult(course: string, outcome: EnrolmentOutcome) {
  const { identifier } = outcome;
  if ('invalid' in outcome) return { identifier, invalidIdentifier: true as const };
  if ('hindrance' in outcome) {
    return { identifier, error: true as const, error_message: hindered(course, outcome.hindrance) };
  }
  return { identifier, before: toState(outcome.before), after: toState(outcome.after), course };
}

/** Names the course, since these results carry no `course` (contract §3.4). */
function hindered(course: string, hindrance: Hindrance): string {
  return hindrance === 'full'
    ? `The course ${course} is full.`
    : `Enrollment in the course ${course} is closed.`;
}

function toState({ user, enrollment, allowed, autoEnroll }: EnrolmentState) {
  return { user, enrollment, allowed, auto_enroll: autoEnroll };
}

/** By name, in the order of the document: the database keeps neither. */
function toMode(mode: Mode) {
  return {
    slug: mode.slug,
    name: mode.name,
    min_price: mode.min_price,
    suggested_prices: mode.suggested_prices,
    currency: mode.currency,
    expiration_datetime: mode.expiration_datetime,
    description: mode.description,
    sku: mode.sku,
    bulk_sku: mode.bulk_sku,
  };
}

function orNull(moment: Date | null): string | null {
  return moment && toSeconds(moment);
}
