import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { requestBooking, requireSides } from '../../modules/festival/booking-requests.ts';
import {
  actOnBooking,
  editBooking,
  listSteps,
  previewClashes,
  requireBooking,
} from '../../modules/festival/bookings.ts';
import type { BookingAction, BookingChange } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { cityOf, viewerIn } from './auth.ts';
import { eventForm, showEvent, stepForm, toStep } from './event-forms.ts';
import { idIn, noContent, present, sendNothing, textOrNull, versionAsked } from './formats.ts';
import { localForm, localTime, readOptionalTime, readTime, timeSent } from './times.ts';

const params = Type.Object({ id: Type.String() });
const people: readonly [string, ...string[]] = ['performer', 'venue', 'city'];

const facts = {
  is_lesson: Type.Optional(Type.Boolean()),
  is_participatory: Type.Optional(Type.Boolean()),
  livestream_url: Type.Optional(textOrNull),
};

/** A new event. */
const newEventSent = Type.Object({
  artist_id: Type.String(),
  venue_id: Type.String(),
  start_time: timeSent,
  end_time: timeSent,
  ...facts,
  message: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 10_000 })),
});

const reasonSent = Type.Object({
  reason: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 10_000 })),
});

/** Events: asked for, seen, answered, changed (contract §8, §9). */
export function serveEvents(server: HttpServer, services: Services): void {
  serveNew(server, services);
  serveClashes(server);
  serveOne(server, services);
  for (const [segment, action] of actions) serveAction(server, services, segment, action);
  serveDeletion(server);
}

function serveNew(server: HttpServer, services: Services): void {
  for (const method of ['PUT', 'POST'] as const)
    route(server, {
      method,
      path: '/api/events/new',
      caller: people,
      summary: 'Ask an artist and a venue of the city to meet',
      description:
        'For one of your sides it is a request to the other one, for both a self-match; whoever runs the city adds it ' +
        'confirmed. With an `Idempotency-Key`, asking again answers the event that was made.',
      schema: { body: newEventSent, response: { 201: eventForm } },
      handler: async (request, reply) => {
        const { body, context, headers } = request;
        const viewer = viewerIn(request);
        const key = [headers['idempotency-key']].flat()[0]?.trim() ?? '';
        const form = await context.transaction(async (tx) => {
          const city = await cityOf(tx, request);
          const booking = await requestBooking(tx, city, viewer, {
            ...(await requireSides(tx, {
              artistUuid: idSent(body.artist_id),
              venueUuid: idSent(body.venue_id),
            })),
            startsAt: readTime(body.start_time, city.timeZone, 'start_time'),
            endsAt: readTime(body.end_time, city.timeZone, 'end_time'),
            isLesson: body.is_lesson ?? false,
            isParticipatory: body.is_participatory ?? false,
            livestreamUrl: body.livestream_url ?? null,
            message: body.message ?? null,
            requestKey: key === '' ? null : key.slice(0, 200),
          });
          return showEvent(tx, { services, request, viewer }, booking);
        });
        return reply.code(201).send(tagged(reply, form));
      },
    });
}

function serveClashes(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/api/events/clashes',
    caller: ['profile', ...people],
    summary: 'What takes an artist or a venue at a time, before anybody is asked',
    schema: {
      querystring: Type.Object({
        artist_id: Type.String(),
        venue_id: Type.String(),
        start_time: timeSent,
        end_time: timeSent,
      }),
      response: {
        200: Type.Object({
          clashes: Type.Array(
            Type.Object({
              event_id: Type.String(),
              side: Type.String(),
              start_time: localForm,
              end_time: localForm,
            }),
          ),
        }),
      },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const { query } = request;
        const sides = await requireSides(read, {
          artistUuid: idSent(query.artist_id),
          venueUuid: idSent(query.venue_id),
        });
        const city = await cityOf(read, request);
        const clashes = await previewClashes(read, {
          ...sides,
          startsAt: readTime(query.start_time, city.timeZone, 'start_time'),
          endsAt: readTime(query.end_time, city.timeZone, 'end_time'),
        });
        return {
          clashes: clashes.map(({ uuid, side, startsAt, endsAt }) => ({
            event_id: uuid,
            side,
            start_time: localTime(startsAt, city.timeZone),
            end_time: localTime(endsAt, city.timeZone),
          })),
        };
      }),
  });
}

function serveOne(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/api/events/:id',
    caller: ['user'],
    summary: 'An event, with what you may do with it',
    schema: { params, response: { 200: eventForm } },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      const form = await request.context.read(async (read) => {
        const booking = await requireBooking(read, viewer, idIn(request.params.id));
        return showEvent(read, { services, request, viewer }, booking);
      });
      return tagged(reply, form);
    },
  });

  route(server, {
    method: 'GET',
    path: '/api/events/:id/history',
    caller: ['user'],
    summary: 'Every change of an event: who, when, why, and what it became',
    schema: { params, response: { 200: Type.Object({ history: Type.Array(stepForm) }) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const booking = await requireBooking(read, viewerIn(request), idIn(request.params.id));
        const steps = await listSteps(read, booking.id);
        return { history: steps.map((step) => toStep(step, booking.city)) };
      }),
  });

  const changeSent = Type.Object({
    start_time: Type.Optional(timeSent),
    end_time: Type.Optional(timeSent),
    venue_id: Type.Optional(Type.String({ description: 'Another place of the same owner' })),
    ...facts,
    ...reasonSent.properties,
  });
  route(server, {
    method: 'PATCH',
    path: '/api/events/:id',
    caller: people,
    summary: 'Give an event another time, place or other facts; `If-Match` refuses a stale edit',
    schema: { params, body: changeSent, response: { 200: eventForm } },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      const { body } = request;
      const form = await request.context.transaction(async (tx) => {
        const { uuid, city, artist, venue } = await requireBooking(tx, viewer, idIn(request.params.id));
        const sides = { artistUuid: artist.uuid, venueUuid: idSent(body.venue_id ?? venue.uuid) };
        const change: BookingChange = present({
          startsAt: readOptionalTime(body.start_time, city.timeZone, 'start_time'),
          endsAt: readOptionalTime(body.end_time, city.timeZone, 'end_time'),
          isLesson: body.is_lesson,
          isParticipatory: body.is_participatory,
          livestreamUrl: body.livestream_url,
          venueId: body.venue_id === undefined ? undefined : (await requireSides(tx, sides)).venueId,
        });
        const judgedBy = { reason: body.reason ?? null, version: versionAsked(request) };
        const booking = await editBooking(tx, viewer, uuid, change, judgedBy);
        return showEvent(tx, { services, request, viewer }, booking);
      });
      return tagged(reply, form);
    },
  });
}

type Answering = Exclude<BookingAction, 'edit' | 'expire' | 'delete'>;

/** By the last segment of their paths, which are the names of their links too. */
const actions: readonly (readonly [string, Answering])[] = [
  ['accept', 'accept'],
  ['decline', 'decline'],
  ['cancel', 'cancel'],
  ['approve', 'approve'],
  ['deny', 'deny'],
  ['suggest-changes', 'suggest_changes'],
];

function serveAction(server: HttpServer, services: Services, segment: string, action: Answering): void {
  route(server, {
    method: 'POST',
    path: `/api/events/:id/${segment}`,
    caller: people,
    summary: `${segment[0]?.toUpperCase()}${segment.slice(1).replace('-', ' ')} an event; a reason goes into its history and letters`,
    schema: { params, body: reasonSent, response: { 200: eventForm } },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      const judgedBy = { reason: reasonIn(request), version: versionAsked(request) };
      const form = await request.context.transaction(async (tx) => {
        const booking = await actOnBooking(tx, viewer, idIn(request.params.id), action, judgedBy);
        return showEvent(tx, { services, request, viewer }, booking);
      });
      return tagged(reply, form);
    },
  });
}

function serveDeletion(server: HttpServer): void {
  for (const [method, path] of [
    ['POST', '/api/events/:id/delete'],
    ['DELETE', '/api/events/:id'],
  ] as const)
    route(server, {
      method,
      path,
      caller: people,
      summary: 'Remove an event from every list; what may be cancelled is cancelled by it',
      schema: { params, response: noContent },
      handler: async (request, reply) => {
        const version = versionAsked(request);
        const id = idIn(request.params.id);
        await request.context.transaction((tx) =>
          actOnBooking(tx, viewerIn(request), id, 'delete', { version }),
        );
        return sendNothing(reply);
      },
    });
}

function reasonIn({ body }: { readonly body: Static<typeof reasonSent> }): string | null {
  return body.reason?.trim() || null;
}

/** An id of a body: what is none names nothing, and is told so under its field. */
function idSent(text: string): string {
  return text.trim().toLowerCase();
}

/** Its version comes first, for `If-Match`; what else the answer shows (links, profiles) may change without it. */
function tagged(reply: FastifyReply, form: Static<typeof eventForm>): Static<typeof eventForm> {
  reply.header('etag', `"${form.version}-${hash('sha1', JSON.stringify(form), 'base64url')}"`);
  return form;
}
