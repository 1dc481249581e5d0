import ical from 'ical-generator';
import { type ShownChoice, showChoice } from '../../modules/workshops/choices.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { notPermitted } from './auth.ts';

const calendarType = 'text/calendar';

/** `/participants/me/timetable.ics`: the chosen workshops for a calendar. */
export function serveTimetables(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/participants/me/timetable.ics',
    caller: ['participant'],
    summary: 'My timetable as a calendar file',
    description:
      'Holds the chosen workshops whose moment names a day and a time; 404 where none does. A ' +
      'workshop is the same entry however often it is read.',
    config: { answers: calendarType },
    schema: {
      response: {
        200: { description: 'A calendar', content: { [calendarType]: { schema: { type: 'string' } } } },
      },
    },
    handler: async ({ visit, context, site }, reply) => {
      if (!visit) throw notPermitted();
      const shown = await context.read((read) => showChoice(read, visit.participant.id));
      const calendar = toCalendar(shown, { host: site.hosts[0] ?? site.slug, now: context.clock.now() });
      return reply
        .header('content-type', `${calendarType}; charset=utf-8`)
        .header('content-disposition', 'attachment; filename="timetable.ics"')
        .header('cache-control', 'no-store')
        .send(calendar);
    },
  });
}

function toCalendar(
  { event, workshops, chosen, participant }: ShownChoice,
  { host, now }: { readonly host: string; readonly now: Date },
): string {
  const placed = workshops.flatMap(({ times, ...workshop }) =>
    times && chosen.includes(workshop.id) ? [{ ...workshop, ...times }] : [],
  );
  if (placed.length === 0) throw undated();
  const calendar = ical({ name: escaped(event.name), prodId: { company: 'Muster', product: 'Muster' } });
  for (const { id, startsAt, endsAt, title, description, moment } of placed) {
    calendar.createEvent({
      // Read again, the same workshop is the same entry.
      id: `${participant.id}-${id}@${host}`,
      stamp: now,
      start: startsAt,
      ...(endsAt && { end: endsAt }),
      summary: title,
      description: [description, `${event.name} · ${moment}`].filter((text) => text !== '').join('\n\n'),
    });
  }
  return calendar.toString();
}

/** RFC 5545 §3.3.11: the library escapes the texts of its entries, not the calendar's name. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

function undated() {
  const sentence = 'None of the chosen workshops has a moment that names a day and a time.';
  return refuse('missing', 'timetable.undated', sentence);
}
