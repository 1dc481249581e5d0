import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { requestBooking, requireSides } from '../../modules/festival/booking-requests.ts';
import { countStatuses, listBookings, previewClashes } from '../../modules/festival/bookings.ts';
import { findCurrentFestival, requireFestival } from '../../modules/festival/festivals.ts';
import { requireArtistByUuid, requireVenueByUuid } from '../../modules/festival/profiles.ts';
import {
  type BookingFilter,
  type BookingStatus,
  bookingStatuses,
  type Viewer,
} from '../../modules/festival/types.ts';
import { requireCityAdmin } from '../../modules/festival/viewers.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { booking, counts, showBooking } from './booking-forms.ts';
import { serveOneBooking } from './booking-steps.ts';
import {
  badField,
  cityHere,
  readTime,
  textOrNull,
  timeSent,
  uuidSent,
  viewerIn,
} from './festival-requests.ts';
import { closed, moment } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { tagOf, write } from './writes.ts';

const listQuery = closed({
  ...pageQuery,
  of: Type.Optional(
    Type.Unsafe<'mine' | 'city'>({
      type: 'string',
      enum: ['mine', 'city'],
      default: 'mine',
      description: "Of your artists and venues, or this city's for who runs it",
    }),
  ),
  status: Type.Optional(
    Type.Array(Type.String(), {
      maxItems: 20,
      description: `${bookingStatuses.join(', ')}; may be repeated`,
    }),
  ),
  festival: Type.Optional(Type.String({ description: 'A uuid, or `current`' })),
  artist: Type.Optional(Type.String({ description: 'A uuid' })),
  venue: Type.Optional(Type.String({ description: 'A uuid' })),
});

const asked = {
  artist_uuid: Type.String(),
  venue_uuid: Type.String(),
  starts_at: timeSent,
  ends_at: timeSent,
};
const newBooking = closed({
  ...asked,
  is_lesson: Type.Optional(Type.Boolean()),
  is_participatory: Type.Optional(Type.Boolean()),
  livestream_url: Type.Optional(textOrNull),
  message: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 10_000 })),
});

/** `/bookings`: one artist, one venue, one time. */
export function serveBookings(server: HttpServer): void {
  serveList(server);
  serveNew(server);
  serveClashes(server);
  serveOneBooking(server);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/bookings',
    caller: ['member'],
    summary: 'Bookings by time, with how many there are of each status',
    schema: {
      querystring: listQuery,
      response: { 200: closed({ ...pageOf(booking).properties, counts }) },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const viewer = await viewerIn(read, request);
        const page = offsetPage(request.query);
        const filter = await filterOf(read, request, request.query, viewer);
        const [{ count, bookings }, found] = await Promise.all([
          listBookings(read, filter, page),
          countStatuses(read, filter),
        ]);
        const items = bookings.map((one) => showBooking(one, viewer, read.clock.now()));
        return { ...pageOfOffset(items, count, page), counts: showCounts(found) };
      }),
  });
}

function serveNew(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/bookings',
    caller: ['member'],
    summary: 'Ask an artist and a venue of this city to meet',
    description:
      'For one of your sides it is a request to the other one, for both it waits for the city; whoever runs the city ' +
      'and has neither adds it confirmed.',
    schema: { body: newBooking, response: { 201: booking } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const [viewer, city] = await Promise.all([viewerIn(tx, request), cityHere(tx, request)]);
        const { body: sent } = request;
        const made = await requestBooking(tx, city, viewer, {
          ...(await readAsked(tx, sent, city.timeZone)),
          isLesson: sent.is_lesson ?? false,
          isParticipatory: sent.is_participatory ?? false,
          livestreamUrl: sent.livestream_url ?? null,
          message: sent.message?.trim() || null,
        });
        const body = showBooking(made, viewer, tx.clock.now());
        const headers = { location: `/api/v1/bookings/${made.uuid}`, etag: tagOf(body) };
        return { status: 201, body, headers };
      }),
  });
}

function serveClashes(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/bookings/clashes',
    caller: ['member'],
    summary: 'What takes an artist or a venue at a time, before anybody is asked; changes nothing',
    schema: {
      body: closed(asked),
      response: {
        200: closed({
          items: Type.Array(
            closed({
              booking_uuid: Type.String(),
              side: Type.Unsafe<'artist' | 'venue'>({ type: 'string', enum: ['artist', 'venue'] }),
              starts_at: moment,
              ends_at: moment,
            }),
          ),
        }),
      },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const { timeZone } = await cityHere(read, request);
        const found = await previewClashes(read, await readAsked(read, request.body, timeZone));
        return {
          items: found.map(({ uuid, side, startsAt, endsAt }) => ({
            booking_uuid: uuid,
            side,
            starts_at: startsAt.toISOString(),
            ends_at: endsAt.toISOString(),
          })),
        };
      }),
  });
}

/** @param zone of local times */
async function readAsked(read: Read, sent: Static<ReturnType<typeof closed<typeof asked>>>, zone: string) {
  const sides = await requireSides(read, {
    artistUuid: uuidSent(sent.artist_uuid, 'artist_uuid'),
    venueUuid: uuidSent(sent.venue_uuid, 'venue_uuid'),
  });
  const startsAt = readTime(sent.starts_at, zone, 'starts_at');
  const endsAt = readTime(sent.ends_at, zone, 'ends_at');
  if (startsAt >= endsAt) throw badField('ends_at', 'It must end after it starts.');
  return { ...sides, startsAt, endsAt };
}

/** What a query asks for. Refuses the city's list to who does not run it, and names of nothing. */
async function filterOf(
  read: Read,
  request: FastifyRequest,
  query: Static<typeof listQuery>,
  viewer: Viewer,
): Promise<BookingFilter> {
  const isCity = query.of === 'city';
  const city = isCity || query.festival !== undefined ? await cityHere(read, request) : null;
  if (city && isCity) requireCityAdmin(viewer, city.id);
  const statuses = query.status?.flatMap((text) => text.split(',')).map((text) => statusOf(text.trim()));
  const festivalId =
    city && query.festival !== undefined ? await festivalOf(read, city.id, query.festival) : null;
  return {
    ...(isCity && city ? { cityId: city.id } : { accountId: viewer.accountId }),
    ...(statuses && { statuses }),
    ...(festivalId !== null && { festivalId }),
    ...(query.artist !== undefined && {
      artistId: (await requireArtistByUuid(read, uuidSent(query.artist, 'artist'))).id,
    }),
    ...(query.venue !== undefined && {
      venueId: (await requireVenueByUuid(read, uuidSent(query.venue, 'venue'))).id,
    }),
  };
}

/** @returns an id that no festival has where none is current */
async function festivalOf(read: Read, cityId: number, named: string): Promise<number> {
  if (named === 'current') return (await findCurrentFestival(read, cityId))?.id ?? 0;
  return (await requireFestival(read, cityId, uuidSent(named, 'festival'))).id;
}

function statusOf(text: string): BookingStatus {
  const found = bookingStatuses.find((one) => one === text);
  if (found) return found;
  throw badField('status', `Allowed: ${bookingStatuses.join(', ')}.`);
}

function showCounts(found: ReadonlyMap<BookingStatus, number>): Static<typeof counts> {
  const of = (one: BookingStatus) => found.get(one) ?? 0;
  return {
    requested: of('requested'),
    accepted: of('accepted'),
    changes_suggested: of('changes_suggested'),
    confirmed: of('confirmed'),
    declined: of('declined'),
    denied: of('denied'),
    cancelled: of('cancelled'),
    expired: of('expired'),
  };
}
