import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { beginBulkEnrolment } from '../../modules/learning/bulk-enrolments.ts';
import { findCourses, isCourseKey } from '../../modules/learning/courses.ts';
import { carryOut, previewOrder, refuseTooMany } from '../../modules/learning/enrolments.ts';
import type {
  Course,
  CourseOutcome,
  EnrolmentAction,
  EnrolmentOutcome,
} from '../../modules/learning/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { closed } from './formats.ts';
import { job, showJob } from './jobs.ts';
import { courseKey, coursesFor } from './learning-shapes.ts';
import { write } from './writes.ts';

const outcomes = [
  'enrolled',
  'already_enrolled',
  'pending',
  'already_pending',
  'ended',
  'no_longer_pending',
  'not_enrolled',
  'unknown',
  'full',
  'closed',
] as const;
type Outcome = (typeof outcomes)[number];

const wanted = closed({
  action: Type.Union([Type.Literal('enrol'), Type.Literal('unenrol')]),
  identifiers: Type.Array(Type.String({ maxLength: 320 }), {
    minItems: 1,
    maxItems: 50_000,
    description: 'Usernames and e-mails; who is named twice counts once',
  }),
  courses: Type.Array(courseKey, { minItems: 1, maxItems: 1000 }),
  wait_for_accounts: Type.Optional(
    Type.Boolean({ default: true, description: 'Who has no account yet comes in on having one' }),
  ),
  notify: Type.Optional(Type.Boolean({ description: 'Write to each person' })),
  force: Type.Optional(Type.Boolean({ description: 'Past a full course and a closed enrolment' })),
  reason: Type.Optional(Type.String({ maxLength: 1000, description: 'Kept with each enrolment' })),
});

const answer = closed({
  is_dry_run: Type.Boolean(),
  counts: Type.Record(Type.String({ enum: [...outcomes] }), Type.Integer()),
  courses: Type.Array(
    closed({
      key: Type.String(),
      name: Type.String(),
      results: Type.Array(
        closed({
          identifier: Type.String(),
          outcome: Type.String({
            enum: [...outcomes],
            description:
              '`pending`: waits for an account; `unknown`: neither a username here nor an e-mail; `full` and `closed`: not enrolled',
          }),
        }),
      ),
    }),
  ),
});

type Done = Static<typeof answer>;

/** Pairs of identifier and course that are done while the caller waits: one batch of the job that more become. */
const mostAtOnce = 500;

/** 50 000 addresses of usual length. */
const bodyLimit = 4 * 1024 * 1024;

/** `/bulk-enrolments`: many people into or out of many courses. */
export function serveBulkEnrolments(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/bulk-enrolments',
    caller: ['staff'],
    summary: 'Enrol many people in many courses, or take them out',
    description:
      'What hinders one person is told in their result. `?dry_run=true` tells what would happen and changes nothing. At ' +
      'most 50 000 pairs of identifier and course; more than 500 are a job (202), which tells the results in its rows.',
    bodyLimit,
    schema: {
      querystring: closed({ dry_run: Type.Optional(Type.Boolean()) }),
      body: wanted,
      response: { 200: answer, 202: job },
    },
    handler: async (request, reply) => {
      const { action, identifiers, courses: keys, wait_for_accounts: autoEnroll = true } = request.body;
      const { notify = false, force = false, reason = '' } = request.body;
      refuseTooMany(identifiers.length, keys.length);
      const plain = { action: actions[action], identifiers, autoEnroll, notify, force, reason };
      if (request.query.dry_run === true) {
        const found = await request.context.read(async (read) =>
          previewOrder(read, { ...plain, courses: await named(read, request, keys) }),
        );
        return toAnswer(true, plain.action, found);
      }
      return write<Done | Static<typeof job>>(request, reply, async (tx) => {
        const courses = await named(tx, request, keys);
        if (identifiers.length * courses.length > mostAtOnce) {
          const courseKeys = courses.map(({ key }) => key);
          const begun = await beginBulkEnrolment(
            tx,
            request.site,
            { ...plain, courseKeys },
            coursesFor(request),
          );
          return { status: 202, body: showJob(begun), headers: { location: `/api/v1/jobs/${begun.uuid}` } };
        }
        const done = await carryOut(tx, request.site, { ...plain, courses });
        return { status: 200, body: toAnswer(false, plain.action, done) };
      });
    },
  });
}

const actions = { enrol: 'enroll', unenrol: 'unenroll' } as const;

/** The courses of the keys; one that is unknown is refused by its place, and nobody is enrolled anywhere. */
async function named(read: Read, request: FastifyRequest, keys: readonly string[]): Promise<Course[]> {
  const valid = keys.filter(isCourseKey);
  const { courses, unknown } = await findCourses(read, coursesFor(request), valid);
  if (unknown.length === 0 && valid.length === keys.length) return courses;
  const known = new Set(courses.map(({ key }) => key));
  const fields = Object.fromEntries(
    keys.flatMap((key, place) =>
      isCourseKey(key) && known.has(key.trim().replaceAll(' ', '+'))
        ? []
        : [[`courses.${place}`, [`There is no course "${key}".`]]],
    ),
  );
  throw refuse('invalid', 'course.unknown', Object.values(fields).flat().join(' '), { fields });
}

function toAnswer(isDryRun: boolean, action: EnrolmentAction, done: readonly CourseOutcome[]) {
  const counts: Record<string, number> = {};
  const courses = done.map(({ course, outcomes: found }) => ({
    key: course.key,
    name: course.name,
    results: found.map((one) => {
      const outcome = outcomeOf(action, one);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      return { identifier: one.identifier, outcome };
    }),
  }));
  return { is_dry_run: isDryRun, counts, courses };
}

function outcomeOf(action: EnrolmentAction, one: EnrolmentOutcome): Outcome {
  if ('invalid' in one) return 'unknown';
  if ('hindrance' in one) return one.hindrance;
  const { before, after } = one;
  if (action === 'unenroll') {
    if (before.enrollment) return 'ended';
    return before.allowed ? 'no_longer_pending' : 'not_enrolled';
  }
  if (after.enrollment) return before.enrollment ? 'already_enrolled' : 'enrolled';
  return before.allowed ? 'already_pending' : 'pending';
}
