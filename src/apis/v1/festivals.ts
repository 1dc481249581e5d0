import { type Static, Type } from 'typebox';
import {
  changeFestival,
  createFestival,
  launchFestival,
  listFestivals,
  lockFestival,
} from '../../modules/festival/festivals.ts';
import type { City, FestivalDraft } from '../../modules/festival/types.ts';
import { requireCityAdmin, runs } from '../../modules/festival/viewers.ts';
import type { Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { festival, showFestival } from './city-forms.ts';
import {
  byUuid,
  cityHere,
  guestIn,
  present,
  readOptionalTime,
  readTime,
  timeOrNullSent,
  timeSent,
  uuidIn,
  viewerIn,
} from './festival-requests.ts';
import { closed } from './formats.ts';
import { pageOf } from './lists.ts';
import { requireMatch, tagOf, write } from './writes.ts';

const fields = {
  name: Type.Optional(Type.String()),
  registration_closes_at: Type.Optional(timeOrNullSent),
  matchmaking_closes_at: Type.Optional(timeOrNullSent),
};
const newFestival = closed({
  ...fields,
  starts_at: timeSent,
  ends_at: timeSent,
  is_draft: Type.Optional(Type.Boolean({ description: 'To be launched later' })),
});
const festivalChange = closed({
  ...fields,
  starts_at: Type.Optional(timeSent),
  ends_at: Type.Optional(timeSent),
});

/** `/festivals`: those of the city of the host. */
export function serveFestivals(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/festivals',
    caller: 'anyone',
    summary: 'The festivals of this city by date, with `etag`; drafts only to those who run it',
    schema: { response: { 200: pageOf(closed({ ...festival.properties, etag: Type.String() })) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const [city, viewer] = await Promise.all([cityHere(read, request), guestIn(read, request)]);
        const all = await listFestivals(read, city.id);
        const isRunner = viewer !== null && runs(viewer, city.id);
        const items = all.filter(({ launchedAt }) => isRunner || launchedAt !== null).map(showFestival);
        return { items: items.map((one) => ({ ...one, etag: tagOf(one) })), next: null };
      }),
  });

  route(server, {
    method: 'POST',
    path: '/festivals',
    caller: ['member'],
    summary: 'Add a festival, as somebody who runs the city; launched unless it is to be a draft',
    schema: { body: newFestival, response: { 201: festival } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const city = await ownCity(tx, request);
        const { body: sent } = request;
        const draft = {
          ...readChange(sent, city.timeZone),
          startsAt: readTime(sent.starts_at, city.timeZone, 'starts_at'),
          endsAt: readTime(sent.ends_at, city.timeZone, 'ends_at'),
        };
        const made = await createFestival(tx, city, draft, { isDraft: sent.is_draft ?? false });
        const body = showFestival(made);
        return { status: 201, body, headers: { location: '/api/v1/festivals', etag: tagOf(body) } };
      }),
  });

  route(server, {
    method: 'PATCH',
    path: '/festivals/:uuid',
    caller: ['member'],
    summary: 'Change a festival, as somebody who runs the city; what is left out stays',
    schema: { params: byUuid, body: festivalChange, response: { 200: festival } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const city = await ownCity(tx, request);
        const present = await lockFestival(tx, city, uuidIn(request.params.uuid));
        requireMatch(request, showFestival(present));
        const change = readChange(request.body, city.timeZone);
        const body = showFestival(await changeFestival(tx, city, present.uuid, change));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });

  route(server, {
    method: 'POST',
    path: '/festivals/:uuid/launch',
    caller: ['member'],
    summary: 'Open a festival: from now on people make profiles and ask each other for it',
    schema: { params: byUuid, response: { 200: festival } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const city = await ownCity(tx, request);
        const body = showFestival(await launchFestival(tx, city, uuidIn(request.params.uuid)));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });
}

async function ownCity(tx: Tx, request: Parameters<typeof viewerIn>[1]): Promise<City> {
  const [city, viewer] = await Promise.all([cityHere(tx, request), viewerIn(tx, request)]);
  requireCityAdmin(viewer, city.id);
  return city;
}

function readChange(sent: Static<typeof festivalChange>, zone: string): Partial<FestivalDraft> {
  return present({
    name: sent.name,
    startsAt: readOptionalTime(sent.starts_at, zone, 'starts_at'),
    endsAt: readOptionalTime(sent.ends_at, zone, 'ends_at'),
    registrationClosesAt: readOptionalTime(sent.registration_closes_at, zone, 'registration_closes_at'),
    matchmakingClosesAt: readOptionalTime(sent.matchmaking_closes_at, zone, 'matchmaking_closes_at'),
  });
}
