import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { courseScope, findCourses, requireCourse } from '../../modules/learning/courses.ts';
import { carryOut, listEnrolments, requireEnrolment } from '../../modules/learning/enrolments.ts';
import type { EnrolmentFilter } from '../../modules/learning/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import { refuse } from '../../platform/refusal.ts';
import { keyIn, olderKey, olderKeyOf } from './courses.ts';
import { foreignCourses, order, readOrder } from './enrollment-orders.ts';
import { answer, enrollment, toAnswer, toEnrollment, wordsOfOrders } from './enrollment-words.ts';
import { idIn, routeWithSuffix } from './formats.ts';
import { envelope, pageOf, pageParameters, readPage } from './pagination.ts';

const filters = {
  user_id: Type.Optional(Type.String({ description: 'The number of a user' })),
  username: Type.Optional(Type.String({ description: 'The whole username' })),
  is_active: Type.Optional(
    Type.String({ description: 'true or 2: who is enrolled; false or 3: who was; anything else: both' }),
  ),
  ...pageParameters,
};
const querystring = Type.Object({
  course_id: Type.Optional(Type.String({ description: 'A course key; its `+` may be raw, %2B or a blank' })),
  ...filters,
});
/** 50 000 addresses of usual length; the server's own bound would stop at a third of what the limit of pairs allows. */
const bodyLimit = 4 * 1024 * 1024;

/** `enrollments/` and `enrollments/<id>/`: who is in the courses that the host's site shows (contract §3.4, §6). */
export function serveEnrollments(server: HttpServer): void {
  routeWithSuffix(server, {
    method: 'GET',
    path: '/enrollments/',
    caller: ['admin'],
    summary: "Enrolments in the site's courses, ended ones too, by id",
    schema: { querystring, response: { 200: pageOf(enrollment) } },
    handler: (request) => list(request, request.query),
  });

  routeWithSuffix(server, {
    method: 'POST',
    path: '/enrollments/',
    caller: ['admin'],
    summary: 'Enrol people in courses, or take them out',
    description:
      '201 for `enroll`, 200 for `unenroll`, also where single people failed: each result says what became of its ' +
      'person. All of it happens at once or, with any other status, nothing. At most 50 000 pairs of identifier and course.',
    bodyLimit,
    schema: { body: order, response: { 200: answer, 201: answer } },
    errors: wordsOfOrders,
    handler: async (request, reply) => {
      const { context, site } = request;
      const wanted = readOrder(request.body);
      const outcomes = await context.transaction(async (tx) => {
        const { courses, unknown } = await findCourses(tx, courseScope(site), wanted.courses);
        if (unknown.length > 0) throw foreignCourses(unknown);
        return carryOut(tx, site, { ...wanted, courses, reason: '' });
      });
      return reply.code(wanted.action === 'enroll' ? 201 : 200).send(toAnswer(wanted, outcomes));
    },
  });

  serveOne(server);
}

/** By a number one enrolment; by a course key those of a course (contract §10.14, ruling "`enrollments/<id>/`"). */
function serveOne(server: HttpServer): void {
  const response = { 200: Type.Union([enrollment, pageOf(enrollment)]) };
  route(server, {
    method: 'GET',
    path: '/enrollments/:id/',
    caller: ['admin'],
    summary: 'One enrolment by its number, or those of the course with that id',
    description: 'Parameters count with a course id only.',
    schema: { params: Type.Object({ id: Type.String() }), querystring: Type.Object(filters), response },
    handler: async (request) => {
      const id = idIn(request.params.id);
      if (id === null) return listOfCourse(request, request.query, request.params.id);
      const scope = courseScope(request.site);
      return toEnrollment(await request.context.read((read) => requireEnrolment(read, scope, id)));
    },
  });

  route(server, {
    method: 'GET',
    path: '/enrollments/:org/:number/:run/',
    caller: ['admin'],
    summary: 'The enrolments of the course with that id of the older form',
    documented: false,
    schema: { params: olderKey, querystring: Type.Object(filters), response: { 200: pageOf(enrollment) } },
    handler: (request) => listOfCourse(request, request.query, olderKeyOf(request.params)),
  });
}

interface Sent {
  readonly course_id?: string;
  readonly user_id?: string;
  readonly username?: string;
  readonly is_active?: string;
  readonly limit?: string;
  readonly offset?: string;
}

async function list(request: FastifyRequest, query: Sent) {
  const [wanted, page] = [readFilters(query), readPage(query)];
  const scope = courseScope(request.site);
  const { count, enrolments } = await request.context.read((read) =>
    listEnrolments(read, scope, wanted, page),
  );
  return envelope(request, page, count, enrolments.map(toEnrollment));
}

async function listOfCourse(request: FastifyRequest, query: Sent, segment: string) {
  const key = keyIn(segment);
  await request.context.read((read) => requireCourse(read, courseScope(request.site), key));
  return list(request, { ...query, course_id: key });
}

/** An empty filter is none. */
function readFilters(sent: Sent): EnrolmentFilter {
  const userId = sent.user_id?.trim() ? numberOf(sent.user_id.trim()) : undefined;
  if (userId === null) {
    throw refuse('invalid', 'enrolment.bad_filter', 'user_id is no number.', {
      fields: { user_id: ['Enter a number.'] },
    });
  }
  const isActive = sent.is_active === undefined ? undefined : activityOf(sent.is_active.trim());
  return {
    ...(sent.course_id?.trim() && { courseKey: sent.course_id }),
    ...(userId !== undefined && { accountId: userId }),
    ...(sent.username?.trim() && { username: sent.username.trim() }),
    ...(isActive !== undefined && { isActive }),
  };
}

/** Null where it is no number; one that is too large for any account is as good as the largest. */
function numberOf(text: string): number | null {
  return /^\d+$/.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : null;
}

/** 2 and 3 are how the ancestor's forms spell yes and no; what it does not know it ignores (contract §3.4). */
function activityOf(text: string): boolean | undefined {
  if (text === '2') return true;
  return text === '3' ? false : booleanOf(text);
}
