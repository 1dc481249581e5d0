import { Type } from 'typebox';
import {
  addLookup,
  changeCity,
  changeLookup,
  listCities,
  listLookups,
  lockCity,
  removeLookup,
  requireCity,
} from '../../modules/festival/cities.ts';
import { findCurrentFestival } from '../../modules/festival/festivals.ts';
import { unknownCity } from '../../modules/festival/refusals.ts';
import type { City, Viewer } from '../../modules/festival/types.ts';
import { opennessOf, requireCityAdmin } from '../../modules/festival/viewers.ts';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import {
  city,
  cityChange,
  isShown,
  lookup,
  lookupList,
  readCityChange,
  showCity,
  showLookup,
  showWholeCity,
  wholeCity,
} from './city-forms.ts';
import { bySlug, guestIn, present, textOrNull, viewerIn } from './festival-requests.ts';
import { closed, noContent } from './formats.ts';
import { pageOf } from './lists.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

/** `/cities`: the festival faces of a tenant's sites, and what may be chosen in them. */
export function serveCities(server: HttpServer): void {
  serveViews(server);
  serveChanges(server);
  serveLookups(server);
}

function serveViews(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/cities',
    caller: 'anyone',
    summary: 'The cities of this tenant, by name; inactive ones only to those who run them',
    schema: { response: { 200: pageOf(city) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const [cities, viewer] = await Promise.all([listCities(read), guestIn(read, request)]);
        const shown = cities.filter((one) => isShown(one, viewer));
        return { items: shown.map((one) => showCity(one, request.site.id)), next: null };
      }),
  });

  route(server, {
    method: 'GET',
    path: '/cities/:slug',
    caller: 'anyone',
    summary: 'One city with its current festival, and what you may do there now',
    schema: { params: bySlug, response: { 200: wholeCity } },
    handler: async (request, reply) => {
      const shown = await request.context.read(async (read) => {
        const viewer = await guestIn(read, request);
        const found = await shownCity(read, request.params.slug, viewer);
        return whole(read, found, viewer, request.site.id);
      });
      return tagged(reply, shown);
    },
  });

  route(server, {
    method: 'GET',
    path: '/cities/:slug/lookups',
    caller: 'anyone',
    summary: 'What may be chosen in a city, in its order',
    schema: {
      params: bySlug,
      querystring: closed({ list: Type.Optional(lookupList) }),
      response: { 200: pageOf(lookup) },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const viewer = await guestIn(read, request);
        const { id } = await shownCity(read, request.params.slug, viewer);
        const found = await listLookups(read, id, request.query.list);
        return { items: found.map(showLookup), next: null };
      }),
  });
}

function serveChanges(server: HttpServer): void {
  route(server, {
    method: 'PATCH',
    path: '/cities/:slug',
    caller: ['member'],
    summary: 'Change a city, as somebody who runs it; what is left out stays',
    schema: { params: bySlug, body: cityChange, response: { 200: wholeCity } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { viewer, found } = await runCity(tx, request);
        const present = await lockCity(tx, found.id);
        const siteId = request.site.id;
        requireMatch(request, await whole(tx, present, viewer, siteId));
        const changed = await changeCity(tx, found.id, readCityChange(request.body));
        const body = await whole(tx, changed, viewer, siteId);
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });
}

const ofLookup = Type.Object({ slug: Type.String(), list: lookupList, key: Type.String() });

function serveLookups(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/cities/:slug/lookups',
    caller: ['member'],
    summary: 'Add to what may be chosen in a city',
    schema: {
      params: bySlug,
      body: closed({
        list: lookupList,
        key: Type.Optional(Type.String({ description: 'Made of the label without it' })),
        label: Type.String(),
        district: Type.Optional(textOrNull),
      }),
      response: { 201: lookup },
    },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { found } = await runCity(tx, request);
        const { list, key, label, district = null } = request.body;
        const made = await addLookup(tx, found.id, { list, label, district, ...present({ key }) });
        const location = `/api/v1/cities/${found.slug}/lookups/${list}/${made.key}`;
        return { status: 201, body: showLookup(made), headers: { location } };
      }),
  });

  route(server, {
    method: 'PATCH',
    path: '/cities/:slug/lookups/:list/:key',
    caller: ['member'],
    summary: 'Reword what may be chosen',
    schema: {
      params: ofLookup,
      body: closed({ label: Type.Optional(Type.String()), district: Type.Optional(textOrNull) }),
      response: { 200: lookup },
    },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { found } = await runCity(tx, request);
        const { list, key } = request.params;
        const { label, district } = request.body;
        const changed = await changeLookup(tx, found.id, { list, key, ...present({ label, district }) });
        return { status: 200, body: showLookup(changed) };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/cities/:slug/lookups/:list/:key',
    caller: ['member'],
    summary: 'Take an entry out of what may be chosen; refused while a profile names it',
    schema: { params: ofLookup, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { found } = await runCity(tx, request);
        await removeLookup(tx, found.id, request.params.list, request.params.key);
        return { status: 204, body: null };
      }),
  });
}

/** The city that a path names, for somebody who runs it. */
async function runCity(
  tx: Tx,
  request: { readonly params: { readonly slug: string } } & Parameters<typeof viewerIn>[1],
): Promise<{ viewer: Viewer; found: City }> {
  const [viewer, found] = await Promise.all([viewerIn(tx, request), requireCity(tx, request.params.slug)]);
  requireCityAdmin(viewer, found.id);
  return { viewer, found };
}

async function shownCity(read: Read, slug: string, viewer: Viewer | null): Promise<City> {
  const found = await requireCity(read, slug);
  if (!isShown(found, viewer)) throw unknownCity(slug);
  return found;
}

async function whole(read: Read, one: City, viewer: Viewer | null, siteId: number) {
  const [current, openness] = await Promise.all([
    findCurrentFestival(read, one.id),
    viewer && opennessOf(read, one.siteId, viewer),
  ]);
  return showWholeCity(one, siteId, { current, openness });
}
