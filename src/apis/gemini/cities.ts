import { Type } from 'typebox';
import { listCities, listLookups, requireCity } from '../../modules/festival/cities.ts';
import { findCurrentFestival, splitFestivals } from '../../modules/festival/festivals.ts';
import type { LookupList } from '../../modules/festival/types.ts';
import { runs } from '../../modules/festival/viewers.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { cityOf, findViewer } from './auth.ts';
import {
  cityForm,
  currentCityForm,
  festivalForm,
  lookupForm,
  neighbourhoodForm,
  toCity,
  toCurrentCity,
  toFestival,
  toWholeCity,
  wholeCityForm,
} from './city-forms.ts';
import { originOf } from './formats.ts';

/** What anybody may know of cities (contract §6.1, §6.2, §9 "Lookups"). */
export function serveCities(server: HttpServer, services: Services): void {
  serveLists(server, services);
  serveCurrent(server, services);
  for (const [segment, list] of lookupPaths) serveLookups(server, segment, list);
}

/** By the last segment of their paths. */
export const lookupPaths: readonly (readonly [string, LookupList])[] = [
  ['genres', 'genre'],
  ['venue-types', 'venue_type'],
  ['neighbourhoods', 'neighbourhood'],
  ['rain-options', 'rain_option'],
  ['virtual-options', 'virtual_option'],
];

function serveLists(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/api/cities',
    caller: 'anyone',
    config: { publicFeed: true },
    summary: 'The active cities of this installation, by name',
    schema: { response: { 200: Type.Array(cityForm) } },
    handler: async (request) => {
      const viewer = await findViewer(services, request);
      const cities = await request.context.read(listCities);
      return cities
        .filter((city) => city.isActive || (viewer && runs(viewer, city.id)))
        .map((city) => toCity(city, originOf(services, request, city.host), viewer));
    },
  });

  route(server, {
    method: 'GET',
    path: '/api/cities/:slug',
    caller: 'anyone',
    config: { publicFeed: true },
    summary: 'Everything of a city: also what may be chosen in it, and until when',
    schema: { params: Type.Object({ slug: Type.String() }), response: { 200: wholeCityForm } },
    handler: async (request) => {
      const viewer = await findViewer(services, request);
      return request.context.read(async (read) => {
        const city = await requireCity(read, request.params.slug);
        const [festival, lookups] = await Promise.all([
          findCurrentFestival(read, city.id),
          listLookups(read, city.id),
        ]);
        return toWholeCity(city, festival, lookups, originOf(services, request, city.host), viewer);
      });
    },
  });
}

function serveCurrent(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/api/city/current',
    caller: 'anyone',
    config: { publicFeed: true },
    summary: 'The city of the host',
    schema: { response: { 200: currentCityForm } },
    handler: async (request) => {
      const viewer = await findViewer(services, request);
      return request.context.read(async (read) => {
        const city = await cityOf(read, request);
        const festival = await findCurrentFestival(read, city.id);
        return toCurrentCity(city, festival, originOf(services, request, city.host), viewer);
      });
    },
  });

  route(server, {
    method: 'GET',
    path: '/api/city/current/festivals',
    caller: 'anyone',
    config: { publicFeed: true },
    summary: 'The current festival of the city and those that are over',
    schema: {
      response: {
        200: Type.Object({
          current: Type.Union([festivalForm, Type.Null()]),
          past: Type.Array(festivalForm),
        }),
      },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const city = await cityOf(read, request);
        const { current, past } = await splitFestivals(read, city.id);
        return {
          current: current && toFestival(current, city),
          past: past.map((festival) => toFestival(festival, city)),
        };
      }),
  });
}

function serveLookups(server: HttpServer, segment: string, list: LookupList): void {
  route(server, {
    method: 'GET',
    path: `/api/city/current/${segment}`,
    caller: 'anyone',
    config: { publicFeed: true },
    summary: `What may be chosen in the city: ${segment.replace('-', ' ')}`,
    schema: {
      response: { 200: Type.Array(list === 'neighbourhood' ? neighbourhoodForm : lookupForm) },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const city = await cityOf(read, request);
        const lookups = await listLookups(read, city.id, list);
        return lookups.map(({ key, label, district }) =>
          list === 'neighbourhood' ? { key, label, district } : { key, label },
        );
      }),
  });
}
