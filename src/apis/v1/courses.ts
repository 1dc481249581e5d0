import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  coursesAfter,
  createCourse,
  holdCourse,
  isCourseKey,
  updateCourse,
} from '../../modules/learning/courses.ts';
import { unknownCourse } from '../../modules/learning/refusals.ts';
import type { Course, CourseChange, NewCourse } from '../../modules/learning/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { closed, moment, nullable } from './formats.ts';
import {
  afterId,
  course,
  courseOfPath,
  courseParams,
  coursesFor,
  editableOf,
  toCourse,
} from './learning-shapes.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { requireMatch, tagOf, write } from './writes.ts';

const changes = {
  name: Type.String({ minLength: 1, maxLength: 255 }),
  starts_at: nullable(moment),
  ends_at: nullable(moment),
  enrolment_starts_at: nullable(moment),
  enrolment_ends_at: nullable(moment),
  invitation_only: Type.Boolean({ description: 'Nobody comes in without staff' }),
  pacing: Type.Union([Type.Literal('instructor'), Type.Literal('self')]),
  modes: Type.Array(Type.String({ maxLength: 50 }), {
    maxItems: 20,
    description: 'Slugs of the ways to take part; the first is the usual one',
  }),
  capacity: nullable(
    Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: 'Null: as many as like' }),
  ),
};
const { name, ...rest } = changes;
const wantedCourse = closed({
  key: Type.String({ minLength: 1, maxLength: 255, description: '`course-v1:Organisation+Number+Run`' }),
  name,
  ...Type.Partial(closed(rest)).properties,
});
const courseChange = Type.Partial(closed(changes));

/** `/courses`: what the site teaches. */
export function serveCourses(server: HttpServer): void {
  serveCourseLists(server);

  route(server, {
    method: 'POST',
    path: '/courses',
    caller: ['staff'],
    summary: 'Make a course of one of the site’s organisations',
    schema: { body: wantedCourse, response: { 201: course } },
    handler: async (request, reply) => {
      const { key, name: title, ...more } = request.body;
      const wanted: NewCourse = { ...usual, ...toChange(more), key, name: title };
      return write(request, reply, async (tx) => {
        const made = await inOurWords(() => createCourse(tx, request.site, wanted));
        return {
          status: 201,
          body: toCourse(made, tx.clock.now()),
          headers: { location: addressOf(made), etag: tagOfCourse(made) },
        };
      });
    },
  });

  route(server, {
    method: 'PATCH',
    path: '/courses/:key',
    caller: ['staff'],
    summary: 'Change a course',
    description:
      'A capacity below what is taken keeps everybody in and lets nobody more in. Places that come and go do not count ' +
      'for `If-Match`.',
    schema: { params: courseParams, body: courseChange, response: { 200: course } },
    handler: async (request, reply) =>
      write(request, reply, async (tx) => {
        const { key } = request.params;
        if (!isCourseKey(key)) throw unknownCourse(key);
        requireOwnMatch(request, await holdCourse(tx, coursesFor(request), key));
        const changed = await inOurWords(() => updateCourse(tx, request.site, key, toChange(request.body)));
        return {
          status: 200,
          body: toCourse(changed, tx.clock.now()),
          headers: { etag: tagOfCourse(changed) },
        };
      }),
  });
}

function serveCourseLists(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/courses',
    caller: ['member'],
    summary: 'Courses, by age',
    schema: {
      querystring: closed({
        ...pageQuery,
        search: Type.Optional(Type.String({ maxLength: 255, description: 'Part of the name or the key' })),
      }),
      response: { 200: pageOf(course) },
    },
    handler: async (request) => {
      const { limit = 50, cursor, search = '' } = request.query;
      const [after, scope] = [readCursor(cursor, afterId), coursesFor(request)];
      const filter = search.trim() === '' ? {} : { contains: search.trim() };
      const found = await request.context.read((read) =>
        coursesAfter(read, scope, filter, { after, limit: limit + 1 }),
      );
      const now = request.context.clock.now();
      return pageAfter(
        found,
        limit,
        (one) => toCourse(one, now),
        ({ id }) => ({ id }),
      );
    },
  });

  route(server, {
    method: 'GET',
    path: '/courses/:key',
    caller: ['member'],
    summary: 'A course',
    schema: { params: courseParams, response: { 200: course } },
    handler: async (request, reply) => {
      const scope = coursesFor(request);
      const found = await request.context.read((read) => courseOfPath(read, scope, request.params.key));
      reply.header('etag', tagOfCourse(found));
      return toCourse(found, request.context.clock.now());
    },
  });
}

const usual: Omit<NewCourse, 'key' | 'name'> = {
  startsAt: null,
  endsAt: null,
  enrollmentStartsAt: null,
  enrollmentEndsAt: null,
  invitationOnly: false,
  pacing: 'instructor',
  modes: [],
  capacity: null,
};

function addressOf({ key }: Course): string {
  return `/api/v1/courses/${encodeURIComponent(key)}`;
}

/** Two parts: what people edit, and the places, which change with every enrolment and are nobody's edit. */
function tagOfCourse(one: Course): string {
  const edited = tagOf(editableOf(one)).slice(1, -1);
  return `"${edited}.${one.taken}"`;
}

function requireOwnMatch(request: FastifyRequest, present: Course): void {
  const asked = request.headers['if-match']?.replace(/\.\d+"/g, '"');
  requireMatch({ headers: { ...request.headers, 'if-match': asked } }, editableOf(present));
}

function toChange(sent: Static<typeof courseChange>): CourseChange {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  const { starts_at, ends_at, enrolment_starts_at, enrolment_ends_at, invitation_only, ...same } = sent;
  return {
    ...same,
    ...(starts_at !== undefined && { startsAt: date(starts_at) }),
    ...(ends_at !== undefined && { endsAt: date(ends_at) }),
    ...(enrolment_starts_at !== undefined && { enrollmentStartsAt: date(enrolment_starts_at) }),
    ...(enrolment_ends_at !== undefined && { enrollmentEndsAt: date(enrolment_ends_at) }),
    ...(invitation_only !== undefined && { invitationOnly: invitation_only }),
  };
}

/** What forms and files call these fields. */
const ourFields: Readonly<Record<string, string>> = {
  end: 'ends_at',
  enrollment_end: 'enrolment_ends_at',
  course_id: 'key',
};

async function inOurWords<Done>(work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { kind, code, message, detail } = error;
    const named = code === 'course.key_taken' ? { key: [message] } : error.fields;
    const fields = Object.fromEntries(
      Object.entries(named).map(([field, messages]) => [ourFields[field] ?? field, messages]),
    );
    throw refuse(kind, code, message, { fields, detail });
  }
}
