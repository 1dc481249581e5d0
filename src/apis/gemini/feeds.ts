import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { readFeed } from '../../modules/festival/feeds.ts';
import { mayChange, requireArtistByUuid, requireVenueByUuid } from '../../modules/festival/profiles.ts';
import { notOwner } from '../../modules/festival/refusals.ts';
import type { Artist, Feed, FeedBooking, FeedFilter, FeedPage, Side } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { findViewer } from './auth.ts';
import type { SendFeed } from './feed-answers.ts';
import { filterQuery, readFilter, statusesIn } from './feed-filters.ts';
import {
  feedForm,
  fullEventForm,
  simpleEventForm,
  streamForm,
  toFullEvent,
  toSimpleEvent,
  toStream,
} from './feed-forms.ts';
import { idIn, originOf } from './formats.ts';
import { type Page, pageQuery, paginate, readPage } from './pagination.ts';

const query = Type.Object({ ...filterQuery.properties, ...pageQuery });
const profileQuery = Type.Object({
  ...query.properties,
  festival_id: Type.Optional(Type.String({ description: 'Of one festival only; without it of all' })),
  status: Type.Optional(
    Type.String({
      description:
        'For the owner and whoever runs the city: statuses separated by commas, or all; else confirmed',
    }),
  ),
});

/** Public feeds of events (contract §6.3, §6.4, §6.6), each with and without the number of a page in its path. */
export function serveFeeds(server: HttpServer, services: Services, sendFeed: SendFeed): void {
  const base = '/api/cities/events';
  servePages(server, `${base}/simple`, {
    summary: "Confirmed events of the city's current festival, by start",
    item: simpleEventForm,
    handle: (request, reply, sent) => sendList(services, sendFeed, request, reply, sent, simpleList),
  });
  servePages(server, `${base}/:festival_id/simple`, {
    summary: 'Confirmed events of a festival of the city, by start',
    item: simpleEventForm,
    handle: (request, reply, sent) => sendList(services, sendFeed, request, reply, sent, simpleList),
  });
  servePages(server, `${base}/streams`, {
    summary: 'Live streams of the current festivals of all cities, by start',
    item: streamForm,
    handle: (request, reply, sent) => sendList(services, sendFeed, request, reply, sent, streamList),
  });
  servePages(server, `${base}/:festival_id/streams`, {
    summary: 'Live streams of a festival of the city, by start',
    item: streamForm,
    handle: (request, reply, sent) => sendList(services, sendFeed, request, reply, sent, streamList),
  });
  for (const side of ['artist', 'venue'] as const)
    servePages(server, `/api/${side}s/:id/events`, {
      summary: `Confirmed events of one ${side}, of all festivals, by start`,
      item: fullEventForm,
      query: profileQuery,
      handle: (request, reply, sent) => sendProfile(services, sendFeed, request, reply, side, sent),
    });
}

/** What a route hands its handler: path, query and page as sent. */
interface Sent {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Static<typeof query> & { readonly festival_id?: string; readonly status?: string };
  readonly page: Page;
}

function servePages<Item extends TSchema>(
  server: HttpServer,
  path: string,
  feed: {
    readonly summary: string;
    readonly item: Item;
    readonly query?: typeof profileQuery;
    handle(request: FastifyRequest, reply: FastifyReply, sent: Sent): Promise<FastifyReply>;
  },
): void {
  // Not typed as its schema: the handler answers kept texts.
  const response: Readonly<Record<number, unknown>> = { 200: feedForm(feed.item) };
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  for (const [url, parameters] of [
    [path, names],
    [`${path}/:page`, [...names, 'page']],
  ] as const) {
    const params = Type.Object(Object.fromEntries(parameters.map((name) => [name, Type.String()])));
    route(server, {
      method: 'GET',
      path: url,
      caller: 'anyone',
      summary: feed.summary,
      config: { publicFeed: true },
      schema: { params, querystring: feed.query ?? query, response },
      handler: (request, reply) => {
        const { page, ...rest } = request.params;
        const sent = { params: rest, query: request.query, page: readPage(page, request.query) };
        return feed.handle(request, reply, sent);
      },
    });
  }
}

/** How one kind of list names its base path and words its events. */
interface ListKind {
  readonly name: 'simple' | 'streams';
  word(booking: FeedBooking, origin: string): unknown;
}

const simpleList: ListKind = { name: 'simple', word: toSimpleEvent };
const streamList: ListKind = { name: 'streams', word: toStream };

async function sendList(
  services: Services,
  sendFeed: SendFeed,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
  kind: ListKind,
): Promise<FastifyReply> {
  const festivalUuid = sent.params.festival_id === undefined ? null : idIn(sent.params.festival_id);
  const streamsOnly = kind.name === 'streams';
  const feed: Feed =
    streamsOnly && festivalUuid === null
      ? { of: 'streams', festivalUuid }
      : { of: 'city', siteId: request.site.id, festivalUuid, streamsOnly };
  const path = ['/api/cities/events', festivalUuid, kind.name].filter((part) => part !== null).join('/');
  const { filter, repeated } = readQuery(sent.query);
  return sendFeed(request, reply, {
    feed,
    filter,
    window: sent.page,
    form: `${kind.name} ${JSON.stringify(repeated)}`,
    contentType: 'application/json; charset=utf-8',
    render: (found) =>
      answerOf(found, sent.page, path, repeated, (booking) =>
        kind.word(booking, originHere(services, request)),
      ),
  });
}

async function sendProfile(
  services: Services,
  sendFeed: SendFeed,
  request: FastifyRequest,
  reply: FastifyReply,
  side: Side,
  sent: Sent,
): Promise<FastifyReply> {
  const uuid = idIn(sent.params.id ?? '');
  const { festival_id: festival, status } = sent.query;
  const statuses = status === undefined ? (['confirmed'] as const) : statusesIn(status);
  const feed: Feed = {
    of: side,
    uuid,
    festivalUuid: festival === undefined ? null : idIn(festival),
    statuses,
  };
  const { filter, repeated } = readQuery(sent.query);
  const render = (found: FeedPage) =>
    answerOf(found, sent.page, `/api/${side}s/${uuid}/events`, repeated, (booking) =>
      toFullEvent(booking, originHere(services, request)),
    );
  if (statuses.some((one) => one !== 'confirmed')) {
    await refuseStranger(services, request, side, uuid);
    const found = await request.context.read((read) => readFeed(read, feed, filter, sent.page));
    return reply
      .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-cache' })
      .send(render(found));
  }
  return sendFeed(request, reply, {
    feed,
    filter,
    window: sent.page,
    form: `full ${JSON.stringify(repeated)}`,
    contentType: 'application/json; charset=utf-8',
    render,
  });
}

/** What is not public is for those who may change the profile. */
async function refuseStranger(
  services: Services,
  request: FastifyRequest,
  side: Side,
  uuid: string,
): Promise<void> {
  const viewer = await findViewer(services, request);
  const profile = await request.context.read(
    async (read): Promise<Pick<Artist, 'accountId' | 'cityId'>> =>
      side === 'artist' ? requireArtistByUuid(read, uuid) : requireVenueByUuid(read, uuid),
  );
  if (!viewer || !mayChange(profile, side, viewer)) throw notOwner();
}

const known = Object.keys(profileQuery.properties);

/** The filters, and the parameters that links repeat; unknown ones are neither. */
function readQuery(sent: Sent['query']): { filter: FeedFilter; repeated: Record<string, unknown> } {
  const repeated = Object.fromEntries(Object.entries(sent).filter(([name]) => known.includes(name)));
  return { filter: readFilter(sent), repeated };
}

function answerOf(
  { bookings, total }: FeedPage,
  page: Page,
  path: string,
  repeated: Record<string, unknown>,
  word: (booking: FeedBooking) => unknown,
): string {
  return JSON.stringify({
    events: bookings.map(word),
    pagination: paginate(path, repeated, page, total),
  });
}

/** The origin of the request's own host: where pictures are shown. */
function originHere(services: Services, request: FastifyRequest): string {
  return originOf(services, request, request.site.hosts[0] ?? 'localhost');
}
