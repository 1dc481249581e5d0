import { type Static, Type } from 'typebox';
import {
  addCityAdmin,
  addLookup,
  changeCity,
  changeLookup,
  createCity,
  listCityAdmins,
  listLookups,
  removeCityAdmin,
  removeLookup,
  requireCity,
} from '../../modules/festival/cities.ts';
import {
  changeFestival,
  createFestival,
  findCurrentFestival,
  launchFestival,
  listFestivals,
} from '../../modules/festival/festivals.ts';
import type { City, CityChange, FestivalDraft, LookupList } from '../../modules/festival/types.ts';
import { requireCityAdmin, requireSystemAdmin } from '../../modules/festival/viewers.ts';
import { findAccount } from '../../modules/identity/accounts.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { viewerIn } from './auth.ts';
import { lookupPaths } from './cities.ts';
import {
  cityChangeSent,
  neighbourhoodForm,
  newCitySent,
  readCityChange,
  toWholeCity,
  toWholeFestival,
  wholeCityForm,
  wholeFestivalForm,
} from './city-forms.ts';
import { idIn, noContent, originOf, present, sendNothing, textOrNull } from './formats.ts';
import { personNamed } from './profiles.ts';
import { readOptionalTime, readTime, timeSent } from './times.ts';

const ofCity = Type.Object({ slug: Type.String() });

/** What those may do who run a city, and the administrators of all (contract §9 "City admin", "System"). */
export function serveCityAdmin(server: HttpServer, services: Services): void {
  serveNewCity(server, services);
  serveChanges(server, services);
  serveSwitches(server);
  serveFestivals(server);
  serveLookupChanges(server);
  serveAdmins(server);
}

/** The city that a path names, for somebody who runs it. */
async function ownCity(
  read: Read,
  request: { readonly params: { readonly slug: string } } & Parameters<typeof viewerIn>[0],
): Promise<City> {
  const city = await requireCity(read, request.params.slug);
  requireCityAdmin(viewerIn(request), city.id);
  return city;
}

function serveNewCity(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/api/cities/new',
    caller: ['admin'],
    summary: 'Make the city of a site',
    schema: { body: newCitySent, response: { 201: wholeCityForm } },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      requireSystemAdmin(viewer);
      const { body, site: own } = request;
      const site = body.site === undefined ? own : await services.directory.resolve(body.site);
      if (site?.tenantId !== own.tenantId || (body.site !== undefined && site.slug !== body.site))
        throw badSite(body.site ?? '');
      const made = await request.context.transaction(async (tx) => {
        const facts = { ...readCityChange(body), slug: body.slug, name: body.name, timeZone: body.timezone };
        const city = await createCity(tx, site.id, facts);
        const lookups = await listLookups(tx, city.id);
        return toWholeCity(city, null, lookups, originOf(services, request, city.host), viewer);
      });
      return reply.code(201).send(made);
    },
  });
}

function serveChanges(server: HttpServer, services: Services): void {
  route(server, {
    method: 'PATCH',
    path: '/api/cities/:slug',
    caller: ['city'],
    summary: 'Change a city; what is left out stays',
    schema: { params: ofCity, body: cityChangeSent, response: { 200: wholeCityForm } },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const { id } = await ownCity(tx, request);
        const city = await changeCity(tx, id, readCityChange(request.body));
        const [festival, lookups] = await Promise.all([findCurrentFestival(tx, id), listLookups(tx, id)]);
        const origin = originOf(services, request, city.host);
        return toWholeCity(city, festival, lookups, origin, viewerIn(request));
      }),
  });
}

function serveSwitches(server: HttpServer): void {
  const switches: readonly (readonly [string, CityChange, string])[] = [
    ['pause', { isPaused: true }, 'Take no new people, profiles and requests for now'],
    ['resume', { isPaused: false }, 'Take new people, profiles and requests again'],
    ['activate', { isActive: true }, 'Put the city on the list'],
    ['deactivate', { isActive: false }, 'Take the city off the list; it takes nothing'],
  ];
  for (const [segment, change, summary] of switches)
    route(server, {
      method: 'POST',
      path: `/api/cities/:slug/${segment}`,
      caller: ['city'],
      summary,
      schema: { params: ofCity, response: noContent },
      handler: async (request, reply) => {
        await request.context.transaction(async (tx) =>
          changeCity(tx, (await ownCity(tx, request)).id, change),
        );
        return sendNothing(reply);
      },
    });
}

const festivalFields = {
  name: Type.Optional(Type.String()),
  registration_closes_at: Type.Optional(textOrNull),
  matchmaking_closes_at: Type.Optional(textOrNull),
};
const newFestivalSent = Type.Object({
  ...festivalFields,
  start_time: timeSent,
  end_time: timeSent,
  is_launched: Type.Optional(Type.Boolean({ description: 'False makes a draft' })),
});
const festivalChangeSent = Type.Partial(
  Type.Object({ ...festivalFields, start_time: timeSent, end_time: timeSent }),
);
const ofFestival = Type.Object({ slug: Type.String(), festival_id: Type.String() });

function serveFestivals(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/api/cities/:slug/festivals',
    caller: ['city'],
    summary: 'Every festival of a city, drafts too, by date',
    schema: { params: ofCity, response: { 200: Type.Object({ festivals: Type.Array(wholeFestivalForm) }) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const city = await ownCity(read, request);
        const all = await listFestivals(read, city.id);
        return { festivals: all.map((festival) => toWholeFestival(festival, city)) };
      }),
  });

  route(server, {
    method: 'POST',
    path: '/api/cities/:slug/festivals',
    caller: ['city'],
    summary: 'Add a festival, launched unless it is to be a draft',
    schema: { params: ofCity, body: newFestivalSent, response: { 201: wholeFestivalForm } },
    handler: async (request, reply) => {
      const { body } = request;
      const made = await request.context.transaction(async (tx) => {
        const city = await ownCity(tx, request);
        const zone = city.timeZone;
        const draft = {
          ...readFestivalChange(body, zone),
          startsAt: readTime(body.start_time, zone, 'start_time'),
          endsAt: readTime(body.end_time, zone, 'end_time'),
        };
        const festival = await createFestival(tx, city, draft, { isDraft: body.is_launched === false });
        return toWholeFestival(festival, city);
      });
      return reply.code(201).send(made);
    },
  });

  route(server, {
    method: 'PATCH',
    path: '/api/cities/:slug/festivals/:festival_id',
    caller: ['city'],
    summary: 'Change a festival; what is left out stays',
    schema: { params: ofFestival, body: festivalChangeSent, response: { 200: wholeFestivalForm } },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const city = await ownCity(tx, request);
        const change = readFestivalChange(request.body, city.timeZone);
        return toWholeFestival(
          await changeFestival(tx, city, idIn(request.params.festival_id), change),
          city,
        );
      }),
  });

  route(server, {
    method: 'POST',
    path: '/api/cities/:slug/festivals/:festival_id/launch',
    caller: ['city'],
    summary: 'Open a festival: from now on people register for it and ask each other',
    schema: { params: ofFestival, response: noContent },
    handler: async (request, reply) => {
      await request.context.transaction(async (tx) => {
        const city = await ownCity(tx, request);
        return launchFestival(tx, city, idIn(request.params.festival_id));
      });
      return sendNothing(reply);
    },
  });
}

const lookupSent = Type.Object({
  key: Type.Optional(Type.String({ description: 'Made of the label without it' })),
  label: Type.String(),
  district: Type.Optional(textOrNull),
});
const ofLookup = Type.Object({ slug: Type.String(), key: Type.String() });

function serveLookupChanges(server: HttpServer): void {
  for (const [segment, list] of lookupPaths) serveOneList(server, `/api/cities/:slug/${segment}`, list);
}

function serveOneList(server: HttpServer, path: string, list: LookupList): void {
  route(server, {
    method: 'POST',
    path,
    caller: ['city'],
    summary: 'Add to what may be chosen in a city',
    schema: { params: ofCity, body: lookupSent, response: { 201: neighbourhoodForm } },
    handler: async (request, reply) => {
      const { key, label, district = null } = request.body;
      const made = await request.context.transaction(async (tx) =>
        addLookup(tx, (await ownCity(tx, request)).id, { list, label, district, ...present({ key }) }),
      );
      return reply.code(201).send(toEntry(made));
    },
  });

  route(server, {
    method: 'PATCH',
    path: `${path}/:key`,
    caller: ['city'],
    summary: 'Reword an entry of what may be chosen',
    schema: {
      params: ofLookup,
      body: Type.Object({ label: Type.Optional(Type.String()), district: Type.Optional(textOrNull) }),
      response: { 200: neighbourhoodForm },
    },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const { label, district } = request.body;
        const change = { list, key: request.params.key, ...present({ label, district }) };
        return toEntry(await changeLookup(tx, (await ownCity(tx, request)).id, change));
      }),
  });

  route(server, {
    method: 'DELETE',
    path: `${path}/:key`,
    caller: ['city'],
    summary: 'Take an entry out of what may be chosen; refused while a profile names it',
    schema: { params: ofLookup, response: noContent },
    handler: async (request, reply) => {
      await request.context.transaction(async (tx) =>
        removeLookup(tx, (await ownCity(tx, request)).id, list, request.params.key),
      );
      return sendNothing(reply);
    },
  });
}

const adminForm = Type.Object({ id: Type.String(), email: Type.String(), name: Type.String() });
const ofAdmin = Type.Object({ slug: Type.String(), user_id: Type.String() });

function serveAdmins(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/api/cities/:slug/admins',
    caller: ['admin'],
    summary: 'Whoever was added to run a city; admins and owners of the tenant run all',
    schema: { params: ofCity, response: { 200: Type.Object({ admins: Type.Array(adminForm) }) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const city = await requireCity(read, request.params.slug);
        const ids = await listCityAdmins(read, city.id);
        const people = await Promise.all(ids.map((id) => findAccount(read, id)));
        return {
          admins: people.flatMap((one) => (one ? [{ id: one.uuid, email: one.email, name: one.name }] : [])),
        };
      }),
  });

  for (const [method, change] of [
    ['POST', addCityAdmin],
    ['DELETE', removeCityAdmin],
  ] as const)
    route(server, {
      method,
      path: '/api/cities/:slug/admins/:user_id',
      caller: ['admin'],
      summary: method === 'POST' ? 'Let a person run a city' : 'Let a person run a city no more',
      schema: { params: ofAdmin, response: noContent },
      handler: async (request, reply) => {
        await request.context.transaction(async (tx) => {
          const city = await requireCity(tx, request.params.slug);
          const person = await personNamed(tx, request.params.user_id);
          await change(tx, city.id, person.id);
        });
        return sendNothing(reply);
      },
    });
}

function readFestivalChange(sent: Static<typeof festivalChangeSent>, zone: string): Partial<FestivalDraft> {
  return present({
    name: sent.name,
    startsAt: readOptionalTime(sent.start_time, zone, 'start_time'),
    endsAt: readOptionalTime(sent.end_time, zone, 'end_time'),
    registrationClosesAt: readOptionalTime(sent.registration_closes_at, zone, 'registration_closes_at'),
    matchmakingClosesAt: readOptionalTime(sent.matchmaking_closes_at, zone, 'matchmaking_closes_at'),
  });
}

function toEntry({
  key,
  label,
  district,
}: Static<typeof neighbourhoodForm>): Static<typeof neighbourhoodForm> {
  return { key, label, district };
}

function badSite(slug: string): Error {
  const message = `There is no site "${slug}" of this tenant.`;
  return refuse('invalid', 'city.bad_site', message, { fields: { site: [message] } });
}
