import { Type } from 'typebox';
import {
  addCityAdmin,
  changeCity,
  createCity,
  listCityAdmins,
  listLookups,
  removeCityAdmin,
  requireCity,
} from '../../modules/festival/cities.ts';
import { findCurrentFestival } from '../../modules/festival/festivals.ts';
import type { CityChange } from '../../modules/festival/types.ts';
import { requireSystemAdmin } from '../../modules/festival/viewers.ts';
import { findAccount } from '../../modules/identity/accounts.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { ownCity, viewerIn } from './auth.ts';
import { serveCityFestivals } from './city-festivals.ts';
import { cityChangeSent, newCitySent, readCityChange, toWholeCity, wholeCityForm } from './city-forms.ts';
import { serveCityLookups } from './city-lookups.ts';
import { noContent, originOf, sendNothing } from './formats.ts';
import { personNamed } from './profiles.ts';

const ofCity = Type.Object({ slug: Type.String() });

/** What those may do who run a city, and the administrators of all (contract §9 "City admin", "System"). */
export function serveCityAdmin(server: HttpServer, services: Services): void {
  serveNewCity(server, services);
  serveChanges(server, services);
  serveSwitches(server);
  serveCityFestivals(server);
  serveCityLookups(server);
  serveAdmins(server);
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

function badSite(slug: string): Error {
  const message = `There is no site "${slug}" of this tenant.`;
  return refuse('invalid', 'city.bad_site', message, { fields: { site: [message] } });
}
