import { Type } from 'typebox';
import { figuresOf } from '../../modules/learning/course-figures.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { courseOfPath, courseParams, coursesFor } from './learning-shapes.ts';

const count = Type.Integer({ minimum: 0 });
const figures = closed({
  course: Type.String(),
  course_name: Type.String(),
  capacity: nullable(Type.Integer()),
  active: count,
  ended: count,
  pending: { ...count, description: 'Wait for an account' },
  completed: { ...count, description: 'Standing certificates' },
  codes: closed({ open: count, redeemed: count, cancelled: count }),
  by: Type.String({ enum: ['day', 'week', 'month'] }),
  enrolled: Type.Array(closed({ from: moment, count }), {
    description: 'Enrolments by when they were first made, ended ones too; spans without any are left out',
  }),
});

/** `/courses/{key}/analytics`: what a course comes to. */
export function serveCourseAnalytics(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/courses/:key/analytics',
    caller: ['staff'],
    summary: 'The figures of a course, and its enrolments over time',
    schema: {
      params: courseParams,
      querystring: closed({
        by: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')])),
        since: Type.Optional({ ...moment, description: 'From when on enrolments are shown over time' }),
      }),
      response: { 200: figures },
    },
    handler: async (request) => {
      const { by = 'day', since } = request.query;
      const wanted = { by, since: since === undefined ? null : new Date(since) };
      const scope = coursesFor(request);
      const { course, found } = await request.context.read(async (read) => {
        const one = await courseOfPath(read, scope, request.params.key);
        return { course: one, found: await figuresOf(read, one, wanted) };
      });
      return {
        ...found,
        course: course.key,
        course_name: course.name,
        capacity: course.capacity,
        by,
        enrolled: found.enrolled.map(({ from, count: many }) => ({ from: iso(from), count: many })),
      };
    },
  });
}
