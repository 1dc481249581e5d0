import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { admissionTo, courseScope, isCourseKey, requireCourse } from '../../modules/learning/courses.ts';
import { unknownCourse } from '../../modules/learning/refusals.ts';
import type { Course } from '../../modules/learning/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { type Locale, sayDay } from '../../platform/texts.ts';
import { say } from './course-texts.ts';
import { pageSchema, sendPage } from './layout.ts';
import { languageOf } from './links.ts';

/** The public page of a course that the site shows: what it is, when, and how one comes in. */
export function serveCourse(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/courses/:key/about',
    caller: 'anyone',
    summary: 'Page about a course',
    description: 'The key is a course key; its `+` may be raw, `%2B` or a blank, its slashes `/` or `%2F`.',
    schema: {
      params: Type.Object({ key: Type.String({ maxLength: 300 }) }),
      response: { 200: pageSchema },
    },
    handler: (request, reply) => show(request, reply, request.params.key),
  });

  route(server, {
    method: 'GET',
    path: '/courses/:org/:number/:run/about',
    caller: 'anyone',
    summary: 'Page about a course of the older form of keys',
    documented: false,
    schema: {
      params: Type.Object({ org: Type.String(), number: Type.String(), run: Type.String() }),
      response: { 200: pageSchema },
    },
    handler: (request, reply) => {
      const { org, number, run } = request.params;
      return show(request, reply, `${org}/${number}/${run}`);
    },
  });
}

async function show(request: FastifyRequest, reply: FastifyReply, key: string) {
  if (!isCourseKey(key)) throw unknownCourse(key);
  const { context, site } = request;
  const course = await context.read((read) => requireCourse(read, courseScope(site), key));
  const locale = languageOf(request, null);
  return sendPage(reply, {
    locale,
    title: course.name,
    body: html`<p>${say(locale, 'courseBody', { organisation: course.org, site: site.name })}</p>
<dl>
${factsOf(locale, course).map(
  ([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>
`,
)}</dl>
${admissionOf(locale, course, context.clock.now())}
<p><a href="/app/courses">${say(locale, 'courseEnter')}</a></p>`,
  });
}

/** What is known of the course; what is not is left out. */
function factsOf(locale: Locale, course: Course): [string, string][] {
  const dates = [
    ['courseStarts', course.startsAt],
    ['courseEnds', course.endsAt],
    ['courseEnrolFrom', course.enrollmentStartsAt],
    ['courseEnrolUntil', course.enrollmentEndsAt],
  ] as const;
  return [
    [say(locale, 'courseNumber'), `${course.number}, ${course.run}`],
    ...dates.flatMap(([key, date]): [string, string][] =>
      date ? [[say(locale, key), sayDay(locale, date)]] : [],
    ),
    [say(locale, 'coursePace'), say(locale, course.pacing === 'self' ? 'paceSelf' : 'paceInstructor')],
  ];
}

function admissionOf(locale: Locale, course: Course, now: Date): Html {
  const { free, admission } = admissionTo(course, now);
  const places =
    admission === 'open' && free !== null
      ? html`<p>${say(locale, 'coursePlaces', { count: free })}</p>
`
      : html``;
  return html`${places}<p>${say(locale, admission)}</p>`;
}
