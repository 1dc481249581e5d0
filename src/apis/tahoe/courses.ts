import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { courseScope, isCourseKey, listCourses, requireCourse } from '../../modules/learning/courses.ts';
import { unknownCourse } from '../../modules/learning/refusals.ts';
import type { Course } from '../../modules/learning/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { routeWithSuffix, withoutSuffix } from './formats.ts';
import { envelope, pageOf, pageParameters, readPage } from './pagination.ts';

const item = Type.Object({ id: Type.String(), display_name: Type.String(), org: Type.String() });

const filter = (description: string) => Type.Optional(Type.String({ description }));

/** `courses/` and `courses/<course id>/`: the courses that the host's site shows (contract §3.3). */
export function serveCourses(server: HttpServer): void {
  routeWithSuffix(server, {
    method: 'GET',
    path: '/courses/',
    caller: ['admin'],
    summary: "The site's courses, by id",
    schema: {
      querystring: Type.Object({
        display_name: filter('Part of the name; case does not matter'),
        org: filter('The organisation; case does not matter'),
        number: filter('The number; case does not matter'),
        number_contains: filter('Part of the number; case does not matter'),
        ...pageParameters,
      }),
      response: { 200: pageOf(item) },
    },
    handler: async (request) => {
      const [wanted, page] = [readFilters(request.query), readPage(request.query)];
      const scope = courseScope(request.site);
      const { count, courses } = await request.context.read((read) => listCourses(read, scope, wanted, page));
      return envelope(request, page, count, courses.map(toItem));
    },
  });

  route(server, {
    method: 'GET',
    path: '/courses/:id/',
    caller: ['admin'],
    summary: 'One of the courses',
    description: 'The id is a course key; its `+` may be raw, `%2B` or a blank, its slashes `/` or `%2F`.',
    schema: { params: Type.Object({ id: Type.String() }), response: { 200: item } },
    handler: (request) => showCourse(request, request.params.id),
  });

  route(server, {
    method: 'GET',
    path: '/courses/:org/:number/:run/',
    caller: ['admin'],
    summary: 'One of the courses, of the older form of keys',
    documented: false,
    schema: { params: olderKey, response: { 200: item } },
    handler: (request) => showCourse(request, olderKeyOf(request.params)),
  });
}

/** The older form of a course key, `Org/Number/Run`, as three segments of a path. */
export const olderKey = Type.Object({ org: Type.String(), number: Type.String(), run: Type.String() });

export function olderKeyOf(params: { org: string; number: string; run: string }): string {
  return `${params.org}/${params.number}/${params.run}`;
}

/**
 * The course key that the last segment of a path names, with or without `.json`. What is no key names no course: it is
 * refused as an unknown one (ruling "Tenancy").
 */
export function keyIn(segment: string): string {
  const key = withoutSuffix(segment);
  if (!isCourseKey(key)) throw unknownCourse(segment);
  return key;
}

async function showCourse({ context, site }: FastifyRequest, segment: string) {
  const key = keyIn(segment);
  return toItem(await context.read((read) => requireCourse(read, courseScope(site), key)));
}

interface Filters {
  readonly display_name?: string;
  readonly org?: string;
  readonly number?: string;
  readonly number_contains?: string;
}

/** An empty filter is none. */
function readFilters(sent: Filters) {
  return {
    ...(sent.display_name?.trim() && { nameContains: sent.display_name.trim() }),
    ...(sent.org?.trim() && { org: sent.org.trim() }),
    ...(sent.number?.trim() && { number: sent.number.trim() }),
    ...(sent.number_contains?.trim() && { numberContains: sent.number_contains.trim() }),
  };
}

function toItem(course: Course) {
  return { id: course.key, display_name: course.name, org: course.org };
}
