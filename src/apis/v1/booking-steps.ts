import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireSides } from '../../modules/festival/booking-requests.ts';
import { actOnBooking, editBooking, listSteps, requireBooking } from '../../modules/festival/bookings.ts';
import type { BookingChange, Viewer, WholeBooking } from '../../modules/festival/types.ts';
import type { Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { booking, showBooking, showStep, step } from './booking-forms.ts';
import {
  byUuid,
  present,
  readOptionalTime,
  textOrNull,
  timeSent,
  uuidIn,
  uuidSent,
  viewerIn,
} from './festival-requests.ts';
import { closed, noContent } from './formats.ts';
import { pageOf } from './lists.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

const reason = Type.Optional(
  Type.Unsafe<string | null>({
    type: ['string', 'null'],
    maxLength: 10_000,
    description: 'Goes into the history and the letters',
  }),
);
type Answer = 'accept' | 'decline' | 'cancel' | 'approve' | 'deny' | 'suggest_changes';
const answer = Type.Unsafe<Answer>({
  type: 'string',
  enum: ['accept', 'decline', 'cancel', 'approve', 'deny', 'suggest_changes'],
});
const change = closed({
  starts_at: Type.Optional(timeSent),
  ends_at: Type.Optional(timeSent),
  venue_uuid: Type.Optional(Type.String({ description: 'Another place of the same owner' })),
  is_lesson: Type.Optional(Type.Boolean()),
  is_participatory: Type.Optional(Type.Boolean()),
  livestream_url: Type.Optional(textOrNull),
  reason,
});

/** `/bookings/{uuid}`: seen, answered, changed, removed, and its history. */
export function serveOneBooking(server: HttpServer): void {
  serveViews(server);
  serveSteps(server);
  serveEdits(server);
}

function serveViews(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/bookings/:uuid',
    caller: ['member'],
    summary: 'A booking, with what you may do with it now',
    schema: { params: byUuid, response: { 200: booking } },
    handler: async (request, reply) => {
      const shown = await request.context.read(async (read) => {
        const viewer = await viewerIn(read, request);
        const found = await requireBooking(read, viewer, uuidIn(request.params.uuid));
        return showBooking(found, viewer, read.clock.now());
      });
      return tagged(reply, shown);
    },
  });

  route(server, {
    method: 'GET',
    path: '/bookings/:uuid/steps',
    caller: ['member'],
    summary: 'The history of a booking, oldest first: who, when, why, and what it became',
    schema: { params: byUuid, response: { 200: pageOf(step) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const viewer = await viewerIn(read, request);
        const { id } = await requireBooking(read, viewer, uuidIn(request.params.uuid));
        return { items: (await listSteps(read, id)).map(showStep), next: null };
      }),
  });
}

function serveSteps(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/bookings/:uuid/steps',
    caller: ['member'],
    summary: 'Answer a booking: one of its `actions`',
    schema: { params: byUuid, body: closed({ action: answer, reason }), response: { 201: booking } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { viewer, found, version } = await requireFresh(tx, request);
        const judgedBy = { reason: request.body.reason?.trim() || null, version };
        const done = await actOnBooking(tx, viewer, found.uuid, request.body.action, judgedBy);
        const body = showBooking(done, viewer, tx.clock.now());
        const headers = { location: `/api/v1/bookings/${done.uuid}/steps`, etag: tagOf(body) };
        return { status: 201, body, headers };
      }),
  });
}

function serveEdits(server: HttpServer): void {
  route(server, {
    method: 'PATCH',
    path: '/bookings/:uuid',
    caller: ['member'],
    summary: 'Give a booking another time, place or other facts; what is left out stays',
    schema: { params: byUuid, body: change, response: { 200: booking } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { viewer, found, version } = await requireFresh(tx, request);
        const { body: sent } = request;
        const { timeZone } = found.city;
        const wanted: BookingChange = present({
          startsAt: readOptionalTime(sent.starts_at, timeZone, 'starts_at'),
          endsAt: readOptionalTime(sent.ends_at, timeZone, 'ends_at'),
          isLesson: sent.is_lesson,
          isParticipatory: sent.is_participatory,
          livestreamUrl: sent.livestream_url,
          venueId: await venueNamed(tx, found, sent.venue_uuid),
        });
        const judgedBy = { reason: sent.reason?.trim() || null, version };
        const done = await editBooking(tx, viewer, found.uuid, wanted, judgedBy);
        const body = showBooking(done, viewer, tx.clock.now());
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/bookings/:uuid',
    caller: ['member'],
    summary: 'Remove a booking from every list; what may be cancelled is cancelled by it',
    schema: { params: byUuid, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { viewer, found, version } = await requireFresh(tx, request);
        await actOnBooking(tx, viewer, found.uuid, 'delete', { version });
        return { status: 204, body: null };
      }),
  });
}

/**
 * The booking that a write is about, as an `If-Match` names it. The verb compares the version under its lock, so that a
 * change in between is told too. @returns version null: whatever it is
 */
async function requireFresh(
  tx: Tx,
  request: FastifyRequest & { readonly params: { readonly uuid: string } },
): Promise<{ viewer: Viewer; found: WholeBooking; version: number | null }> {
  const viewer = await viewerIn(tx, request);
  const found = await requireBooking(tx, viewer, uuidIn(request.params.uuid));
  requireMatch(request, showBooking(found, viewer, tx.clock.now()));
  const asked = request.headers['if-match']?.trim();
  return { viewer, found, version: asked === undefined || asked === '*' ? null : found.version };
}

async function venueNamed(
  tx: Tx,
  { artist }: WholeBooking,
  sent: string | undefined,
): Promise<number | undefined> {
  if (sent === undefined) return undefined;
  const venueUuid = uuidSent(sent, 'venue_uuid');
  return (await requireSides(tx, { artistUuid: artist.uuid, venueUuid })).venueId;
}
