import { type Static, Type } from 'typebox';
import { badFields } from '../../modules/identity/refusals.ts';
import { courseScope, findCourses, isCourseKey } from '../../modules/learning/courses.ts';
import { carryOut, refuseTooMany } from '../../modules/learning/enrolments.ts';
import { unknownCourses } from '../../modules/learning/refusals.ts';
import type { CourseOutcome, EnrolmentOrder, EnrolmentOutcome } from '../../modules/learning/types.ts';
import { limitCalls } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import type { Throttles } from '../callers.ts';
import { flag, readFlag, textOrNull } from './fields.ts';

const bulkOrder = Type.Object({
  action: { ...textOrNull, description: 'enroll or unenroll' },
  identifiers: { ...textOrNull, description: 'Usernames and e-mails, separated by commas or blanks' },
  courses: { ...textOrNull, description: 'Course ids, separated by commas' },
  auto_enroll: Type.Optional({
    ...flag,
    description: 'People without an account come in when they have one',
  }),
  email_students: Type.Optional({ ...flag, description: 'Write to each person' }),
  reason: Type.Optional({ ...textOrNull, maxLength: 1000, description: 'Kept with each enrolment' }),
  force: Type.Optional({ ...flag, description: 'Past a full course and a closed enrolment' }),
});

const state = Type.Object({
  user: Type.Boolean(),
  enrollment: Type.Boolean(),
  allowed: Type.Boolean(),
  auto_enroll: Type.Boolean(),
});
const result = Type.Object({
  identifier: Type.String(),
  before: Type.Optional(state),
  after: Type.Optional(state),
  invalidIdentifier: Type.Optional(Type.Literal(true)),
  error: Type.Optional(Type.Literal(true)),
  error_message: Type.Optional(Type.String()),
});
const action = Type.Union([Type.Literal('enroll'), Type.Literal('unenroll')]);
const bulkAnswer = Type.Object({
  action,
  auto_enroll: Type.Boolean(),
  email_students: Type.Boolean(),
  courses: Type.Record(
    Type.String(),
    Type.Object({ action, auto_enroll: Type.Boolean(), results: Type.Array(result) }),
  ),
});

/** 50 000 addresses of the greatest length, and the names of their courses. */
const mostBytes = 16 * 1024 * 1024;

/** `bulk-enrollment/bulk-enroll` (contract §2.10, §6; ruling "bulk-enroll"). A scope of its own: its calls are limited. */
export async function serveBulkEnrolment(server: HttpServer, throttles: Throttles | null): Promise<void> {
  await server.register(async (scope) => {
    if (throttles) countCalls(scope, throttles);
    route(scope, {
      method: 'POST',
      path: '/bulk-enrollment/bulk-enroll',
      caller: ['staff'],
      summary: 'Enrol or unenrol many people in many courses',
      description: 'All courses are checked first; what hinders one person is told in their result.',
      schema: { body: bulkOrder, response: { 200: bulkAnswer } },
      bodyLimit: mostBytes,
      config: { rawLineBreaks: true },
      errors: wordBulk,
      handler: async ({ body, context, site }) => {
        const { courseKeys, ...wanted } = readOrder(body);
        refuseTooMany(wanted.identifiers.length, courseKeys.length);
        const outcomes = await context.transaction(async (tx) => {
          const { courses, unknown } = await findCourses(tx, courseScope(site), courseKeys);
          if (unknown.length > 0) throw unknownCourses(unknown);
          return carryOut(tx, site, { ...wanted, courses });
        });
        return toAnswer(wanted, outcomes);
      },
    });
  });
}

/** Staff have a limit of their own (contract §2.10); who is none may not call today, and would have the lower one. */
function countCalls(scope: HttpServer, { v0_bulk, v0_bulk_staff }: Throttles): void {
  for (const [limit, isStaff] of [[v0_bulk_staff, true] as const, [v0_bulk, false] as const]) {
    limitCalls(scope, limit, ({ actor, context }) => {
      if (!actor || (actor.role !== 'member') !== isStaff) return null;
      return { context, key: `v0_bulk:${actor.tenantId}:${actor.accountId}` };
    });
  }
}

type WantedOrder = Omit<EnrolmentOrder, 'courses'>;

/** Judges every field and refuses with all that is wrong, in the words of contract §2.10 and §9. */
function readOrder(body: Static<typeof bulkOrder>): WantedOrder & { courseKeys: string[] } {
  const faults: Record<string, string[]> = {};
  const readText = (field: 'action' | 'identifiers' | 'courses') => {
    const sent = body[field];
    if (sent === null) faults[field] = ['This field may not be null.'];
    else if (/^[\s,]*$/.test(sent)) faults[field] = ['This field may not be blank.'];
    return sent ?? '';
  };
  const read = (field: 'auto_enroll' | 'email_students' | 'force') => {
    const sent = body[field] === undefined ? false : body[field];
    const value = sent === null ? undefined : readFlag(sent);
    if (value === undefined)
      faults[field] = [sent === null ? 'This field may not be null.' : 'Must be a valid boolean.'];
    return value ?? false;
  };
  const asked = readText('action');
  const wantedAction = asked === 'enroll' || asked === 'unenroll' ? asked : null;
  if (wantedAction === null) faults.action ??= [`"${asked}" is not a valid choice.`];
  const courseKeys = splitCourses(readText('courses'));
  const badKey = courseKeys.find((key) => !isCourseKey(key));
  if (badKey !== undefined) faults.courses ??= [`Course key not valid: ${badKey}`];
  const order = {
    action: wantedAction ?? 'unenroll',
    identifiers: splitIdentifiers(readText('identifiers')),
    courseKeys,
    autoEnroll: read('auto_enroll'),
    notify: read('email_students'),
    force: read('force'),
    reason: body.reason?.trim() ?? '',
  } as const;
  if (Object.keys(faults).length > 0) throw badFields(faults);
  return order;
}

/**
 * Commas, blanks and line breaks separate; each once. An address broken off behind its `@` or a dot goes on in the next
 * line: the document's own sample is broken so, and no address ends there.
 */
function splitIdentifiers(text: string): string[] {
  const joined = text.replace(/(@(?:[^\s,@]*\.)?)[ \t]*[\r\n]\s*/g, '$1');
  return [...new Set(joined.split(/[\s,]+/).filter((one) => one !== ''))];
}

/** Only commas separate (contract §2.10). A line break inside a key is none of it, a blank is its `+`. */
function splitCourses(text: string): string[] {
  const keys = text.split(',').map((key) => key.replace(/[ \t]*[\r\n]\s*/g, '').trim());
  return [...new Set(keys.filter((key) => key !== ''))];
}

function toAnswer(order: WantedOrder, outcomes: readonly CourseOutcome[]): Static<typeof bulkAnswer> {
  const { action, autoEnroll: auto_enroll, notify: email_students } = order;
  const courses = outcomes.map(({ course, outcomes: results }) => [
    course.key,
    { action, auto_enroll, results: results.map(toResult) },
  ]);
  return { action, auto_enroll, email_students, courses: Object.fromEntries(courses) };
}

const hindrances = { full: 'Course full.', closed: 'Enrollment closed.' } as const;

function toResult(outcome: EnrolmentOutcome): Static<typeof result> {
  const { identifier } = outcome;
  if ('invalid' in outcome) return { identifier, invalidIdentifier: true };
  if ('hindrance' in outcome) {
    return { identifier, error: true, error_message: hindrances[outcome.hindrance] };
  }
  const toState = ({ autoEnroll: auto_enroll, ...facts }: typeof outcome.before) => ({
    ...facts,
    auto_enroll,
  });
  return { identifier, before: toState(outcome.before), after: toState(outcome.after) };
}

/** The document writes the 404 of this one endpoint without a full stop. */
function wordBulk(problem: Problem): Rendered | undefined {
  const { code, message } = problem;
  if (code === 'course.unknown') return { status: 404, body: { detail: 'Not found' } };
  if (code === 'enrolment.too_many') return { status: 413, body: { detail: message } };
  if (code === 'request.too_large') {
    return { body: { detail: `${message} At most ${mostBytes / 1024 / 1024} MB in one call.` } };
  }
  return undefined;
}
