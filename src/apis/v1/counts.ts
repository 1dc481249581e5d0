import { Type } from 'typebox';
import { countPeople } from '../../modules/identity/account-lists.ts';
import { countEnrolments } from '../../modules/learning/counts.ts';
import { courseScope } from '../../modules/learning/courses.ts';
import { countRegistrations, listFill } from '../../modules/workshops/fills.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { closed } from './formats.ts';
import { role } from './people-forms.ts';

const day = Type.String({ format: 'date', description: 'Of UTC; days without any are left out' });
const byDay = Type.Array(closed({ day, count: Type.Integer() }));

const counts = closed({
  since: Type.String({ format: 'date', description: 'The first day counted' }),
  until: Type.String({ format: 'date', description: 'The last, which is not over' }),
  people: Type.Array(closed({ role, active: Type.Integer(), inactive: Type.Integer() })),
  sign_ups: byDay,
  registrations: byDay,
  workshops: Type.Array(
    closed({
      id: Type.Integer(),
      title: Type.String(),
      event_id: Type.Integer(),
      event_name: Type.String(),
      capacity: Type.Integer(),
      taken: Type.Integer(),
    }),
    { description: 'Of events that are open now, at most 200' },
  ),
  enrolments: Type.Array(
    closed({ course_key: Type.String(), course_name: Type.String(), day, count: Type.Integer() }),
    { description: 'Of the busiest courses' },
  ),
});

/** `/counts`: the figures of the dashboard. */
export function serveCounts(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/counts',
    caller: ['staff'],
    summary: 'Figures of the tenant: people, sign-ups, registrations, fill, enrolments',
    schema: {
      querystring: Type.Object({
        days: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 366, default: 30, description: 'Up to today' }),
        ),
      }),
      response: { 200: counts },
    },
    handler: ({ context, site, query }) =>
      context.read(async (read) => {
        const until = dayOf(read.clock.now());
        const since = new Date(Date.parse(until) - ((query.days ?? 30) - 1) * 86_400_000);
        const [people, registrations, fill, enrolments] = await Promise.all([
          countPeople(read, since),
          countRegistrations(read, since),
          listFill(read),
          countEnrolments(read, courseScope(site), since),
        ]);
        return {
          since: dayOf(since),
          until,
          people: people.byRole,
          sign_ups: people.byDay,
          registrations,
          workshops: fill.map(({ eventId, eventName, id, title, capacity, taken }) => ({
            ...{ id, title, capacity, taken },
            event_id: eventId,
            event_name: eventName,
          })),
          enrolments: enrolments.map(({ courseKey, courseName, ...row }) => ({
            course_key: courseKey,
            course_name: courseName,
            ...row,
          })),
        };
      }),
  });
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
