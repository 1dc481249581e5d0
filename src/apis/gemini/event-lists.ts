import { Type } from 'typebox';
import { actOnBooking, listBookings } from '../../modules/festival/bookings.ts';
import { requireFestival } from '../../modules/festival/festivals.ts';
import { notYourself } from '../../modules/festival/refusals.ts';
import { type BookingFilter, type BookingStatus, bookingStatuses } from '../../modules/festival/types.ts';
import { requireCityAdmin, runs } from '../../modules/festival/viewers.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { cityOf, viewerIn } from './auth.ts';
import { eventForm, showEvents } from './event-forms.ts';
import { idIn, isId } from './formats.ts';
import { pageOf, pageQuery, paginate, readPage } from './pagination.ts';
import { personNamed } from './profiles.ts';

const listQuery = Type.Object({
  ...pageQuery,
  status: Type.Optional(Type.Array(Type.String(), { description: 'Only these; may be repeated' })),
  festival_id: Type.Optional(Type.String()),
});
const listForm = pageOf('events', eventForm);

/** A person's own events, and those of a city for who runs it (contract §9 "Own events", "City admin"). */
export function serveEventLists(server: HttpServer, services: Services): void {
  for (const path of ['/api/users/:id/events', '/api/users/:id/events/:page'])
    route(server, {
      method: 'GET',
      path,
      caller: ['user'],
      summary: "The events of a person's artists and venues, by time",
      schema: {
        params: Type.Object({ id: Type.String(), page: Type.Optional(Type.String()) }),
        querystring: listQuery,
        response: { 200: listForm },
      },
      handler: (request) =>
        request.context.read(async (read) => {
          const viewer = viewerIn(request);
          const { id, page: segment } = request.params;
          const page = readPage(segment, request.query);
          const person = await personNamed(read, id);
          const isSelf = person.id === viewer.accountId;
          const own = await filterOf(request.query, async () => undefined);
          // Who runs a city sees what happens there, of anybody.
          const city = isSelf || viewer.isAdmin ? null : await cityOf(read, request);
          if (city && !runs(viewer, city.id)) throw notYourself();
          const filter = { ...own, accountId: person.id, ...(city && { cityId: city.id }) };
          const { count, bookings } = await listBookings(read, filter, page);
          const pagination = paginate(`/api/users/${person.uuid}/events`, request.query, page, count);
          return { events: await showEvents(read, { services, request, viewer }, bookings), pagination };
        }),
    });

  for (const path of ['/api/cities/events', '/api/cities/events/:page'])
    route(server, {
      method: 'GET',
      path,
      caller: ['city'],
      summary: 'Every event of the city of the host, by time: `?status=accepted` is what waits for approval',
      schema: {
        params: Type.Object({ page: Type.Optional(Type.String()) }),
        querystring: listQuery,
        response: { 200: listForm },
      },
      handler: (request) =>
        request.context.read(async (read) => {
          const viewer = viewerIn(request);
          const page = readPage(request.params.page, request.query);
          const city = await cityOf(read, request);
          requireCityAdmin(viewer, city.id);
          const filter = await filterOf(
            request.query,
            async (id) => (await requireFestival(read, city.id, id)).id,
          );
          const { count, bookings } = await listBookings(read, { ...filter, cityId: city.id }, page);
          const pagination = paginate('/api/cities/events', request.query, page, count);
          return { events: await showEvents(read, { services, request, viewer }, bookings), pagination };
        }),
    });

  serveApprovals(server);
}

const mostAtOnce = 500;

function serveApprovals(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/api/cities/events/approve',
    caller: ['city'],
    summary: 'Approve many events; each by itself, so that one which cannot be holds up no other',
    schema: {
      body: Type.Object({ ids: Type.Array(Type.String(), { minItems: 1, maxItems: mostAtOnce }) }),
      response: {
        200: Type.Object({
          approved: Type.Array(Type.String()),
          refused: Type.Array(
            Type.Object({ id: Type.String(), code: Type.String(), error_description: Type.String() }),
          ),
        }),
      },
    },
    handler: async (request) => {
      const viewer = viewerIn(request);
      const approved: string[] = [];
      const refused: { id: string; code: string; error_description: string }[] = [];
      for (const sent of new Set(request.body.ids)) {
        try {
          const id = idIn(sent);
          await request.context.transaction((tx) => actOnBooking(tx, viewer, id, 'approve'));
          approved.push(id);
        } catch (error) {
          if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
          refused.push({ id: sent, code: error.code, error_description: error.message });
        }
      }
      return { approved, refused };
    },
  });
}

/** What a query asks for. Refuses a status that is none. @param festivalOf the id of the festival of that uuid */
async function filterOf(
  query: { readonly status?: string[]; readonly festival_id?: string },
  festivalOf: (uuid: string) => Promise<number | undefined>,
): Promise<BookingFilter> {
  const statuses = query.status?.flatMap((text) => text.split(',')).map((text) => statusOf(text.trim()));
  const uuid = query.festival_id;
  const festivalId =
    uuid !== undefined && isId(uuid) ? await festivalOf(uuid.trim().toLowerCase()) : undefined;
  return { ...(statuses && { statuses }), ...(festivalId !== undefined && { festivalId }) };
}

function statusOf(text: string): BookingStatus {
  const found = bookingStatuses.find((status) => status === text);
  if (found) return found;
  const message = `Allowed: ${bookingStatuses.join(', ')}.`;
  throw refuse('invalid', 'request.bad_status', `status: ${message}`, { fields: { status: [message] } });
}
