import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { streamBookings } from '../../modules/festival/feeds.ts';
import type { BookingExport, Feed, FeedPage } from '../../modules/festival/types.ts';
import { requireCityAdmin } from '../../modules/festival/viewers.ts';
import { type Cell, streamCsv } from '../../platform/csv.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { cityOf, viewerIn } from './auth.ts';
import { toCsv, toGeojson, toIcalendar } from './export-forms.ts';
import type { SendFeed } from './feed-answers.ts';
import { filterQuery, readFilter, statusesIn } from './feed-filters.ts';
import { idIn, originOf } from './formats.ts';

const forms = {
  csv: { type: 'text/csv', write: toCsv },
  geojson: { type: 'application/geo+json', write: toGeojson },
  ics: { type: 'text/calendar', write: (page: FeedPage) => toIcalendar(page, page.cityName ?? 'Events') },
} as const;

const file = (type: string) => ({
  200: { description: 'The file', content: { [type]: { schema: schemas[type] ?? text } } },
});

const text = { type: 'string', format: 'binary' };
const schemas: Readonly<Record<string, object>> = {
  'application/geo+json': Type.Object({
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        id: Type.String(),
        geometry: Type.Union([
          Type.Object({ type: Type.Literal('Point'), coordinates: Type.Array(Type.Number()) }),
          Type.Null(),
        ]),
        properties: Type.Object({}, { additionalProperties: true }),
      }),
    ),
  }),
};

/** Events as files: public ones of a city and of one profile, and the city's own list with contacts (contract §9 "Exports"). */
export function serveExports(server: HttpServer, services: Services, sendFeed: SendFeed): void {
  for (const [extension, form] of Object.entries(forms)) {
    const serve = (path: string, summary: string, params: Record<string, ReturnType<typeof Type.String>>) =>
      route(server, {
        method: 'GET',
        path,
        caller: 'anyone',
        summary,
        config: { publicFeed: true, answers: form.type },
        schema: { params: Type.Object(params), querystring: filterQuery, response: file(form.type) },
        handler: (request, reply) => {
          const { festival_id: festival } = request.params;
          const feed: Feed = {
            of: 'city',
            siteId: request.site.id,
            festivalUuid: festival === undefined ? null : idIn(festival),
            streamsOnly: false,
          };
          reply.header('content-disposition', `attachment; filename="events.${extension}"`);
          return sendFeed(request, reply, {
            feed,
            filter: readFilter(request.query),
            window: null,
            form: extension,
            contentType: `${form.type}; charset=utf-8`,
            render: (page) => form.write(page, originHere(services, request)),
          });
        },
      });
    const festival = { festival_id: Type.String() };
    serve(
      `/api/cities/events/simple.${extension}`,
      `Confirmed events of the current festival as ${extension}`,
      {},
    );
    serve(
      `/api/cities/events/:festival_id/simple.${extension}`,
      `Confirmed events of a festival as ${extension}`,
      festival,
    );
  }
  serveCalendars(server, sendFeed);
  serveCityList(server);
}

/** A calendar of one artist or venue, to subscribe to. */
function serveCalendars(server: HttpServer, sendFeed: SendFeed): void {
  for (const side of ['artist', 'venue'] as const)
    route(server, {
      method: 'GET',
      path: `/api/${side}s/:id/events.ics`,
      caller: 'anyone',
      summary: `Confirmed events of one ${side} as a calendar`,
      config: { publicFeed: true, answers: forms.ics.type },
      schema: { params: Type.Object({ id: Type.String() }), response: file(forms.ics.type) },
      handler: (request, reply) =>
        sendFeed(request, reply, {
          feed: { of: side, uuid: idIn(request.params.id), festivalUuid: null, statuses: ['confirmed'] },
          filter: {},
          window: null,
          form: 'ics',
          contentType: `${forms.ics.type}; charset=utf-8`,
          render: (page) => toIcalendar(page, page.bookings[0]?.[side].name ?? 'Events'),
        }),
    });
}

/** Everything of a city with contacts, for those who run it. */
function serveCityList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/api/cities/events/export.csv',
    caller: ['city'],
    summary: "The city's events in every status with contacts, as CSV",
    config: { answers: 'text/csv' },
    schema: {
      querystring: Type.Object({
        status: Type.Optional(Type.String({ description: 'Separated by commas; all of them without it' })),
        festival_id: Type.Optional(Type.String({ description: 'Of one festival only' })),
      }),
      response: file('text/csv'),
    },
    handler: async (request, reply) => {
      const { status = 'all', festival_id: festival } = request.query;
      const city = await request.context.read((read) => cityOf(read, request));
      requireCityAdmin(viewerIn(request), city.id);
      const lists = streamBookings(request.context, city.id, {
        festivalUuid: festival === undefined ? null : idIn(festival),
        statuses: statusesIn(status),
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="events-and-contacts.csv"')
        .send(await streamCsv(headings, linesOf(lists), { byteOrderMark: true }));
    },
  });
}

const headings = [
  'id',
  'festival',
  'status',
  'is_self_match',
  'start_time',
  'end_time',
  'artist',
  'artist_contact',
  'artist_email',
  'artist_phone',
  'venue',
  'address',
  'city',
  'zip_code',
  'venue_contact',
  'venue_email',
  'venue_phone',
  'created_at',
  'updated_at',
];

async function* linesOf(
  lists: AsyncGenerator<readonly BookingExport[]>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const list of lists)
    yield list.map((row) => [
      row.uuid,
      row.festivalName,
      row.status,
      String(row.isSelfMatch),
      row.startsAt,
      row.endsAt,
      row.artistName,
      row.artistContactName,
      row.artistContactEmail,
      row.artistContactPhone,
      row.venueName,
      row.address,
      row.town,
      row.zipCode,
      row.venueContactName,
      row.venueContactEmail,
      row.venueContactPhone,
      row.createdAt,
      row.updatedAt,
    ]);
}

function originHere(services: Services, request: FastifyRequest): string {
  return originOf(services, request, request.site.hosts[0] ?? 'localhost');
}
