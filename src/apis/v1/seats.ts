import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { requireSeats, type Seats } from '../../modules/workshops/seats.ts';
import type { SeatsFollowed } from '../../modules/workshops/seats-watch.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import {
  eventStream,
  eventStreamSchema,
  type StreamEvent,
  sendEvents,
} from '../../platform/http/event-stream.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { notPermitted } from './auth.ts';
import { numericId } from './choice-forms.ts';
import { closed } from './formats.ts';

const seatsForm = closed({
  workshops: Type.Array(
    closed({
      id: Type.Integer(),
      capacity: Type.Integer(),
      taken: Type.Integer(),
      free: Type.Integer({ description: 'Never below 0, also where staff let in more' }),
    }),
    { description: 'All workshops of the event, by id' },
  ),
  is_open: Type.Boolean({ description: 'Whether participants may choose now' }),
  version: Type.Integer({ description: 'Of the event: another one tells that it was edited' }),
});

/** `/events/{id}/seats`: the free places of an event, now and as they change. */
export function serveSeats(server: HttpServer, { seats }: Services): void {
  const params = closed({ id: numericId });
  const caller = ['participant', 'staff'] as const;
  route(server, {
    method: 'GET',
    path: '/events/:id/seats',
    caller,
    summary: 'The free places of an event',
    description: "Participants see their own event's.",
    schema: { params, response: { 200: seatsForm } },
    handler: async (request) => {
      const id = permitted(request, request.params.id);
      return toForm(await request.context.read((read) => requireSeats(read, id)));
    },
  });
  route(server, {
    method: 'GET',
    path: '/events/:id/seats/stream',
    caller,
    summary: 'The free places of an event as they change',
    description:
      'Server-sent events, each `data` as `/events/{id}/seats` answers: at once and after every change, at most five ' +
      'times a second. The stream ends when the event is deleted or archived.',
    longLived: true,
    config: { answers: eventStream },
    schema: { params, response: { 200: eventStreamSchema } },
    handler: async (request, reply) => {
      const followed = await seats.follow(request.context, permitted(request, request.params.id));
      return sendEvents(request, reply, { events: ({ signal }) => wordedAs(followed, signal) });
    },
  });
}

function permitted({ visit }: FastifyRequest, eventId: number): number {
  if (visit && visit.participant.eventId !== eventId) throw notPermitted();
  return eventId;
}

async function* wordedAs(followed: SeatsFollowed, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  for await (const seats of followed(signal)) yield { data: toForm(seats) };
}

function toForm({ workshops, isOpen, version }: Seats): Static<typeof seatsForm> {
  return {
    workshops: workshops.map(({ id, capacity, taken, free }) => ({ id, capacity, taken, free })),
    is_open: isOpen,
    version,
  };
}
