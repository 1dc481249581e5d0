import { requireCityById } from '../../modules/festival/cities.ts';
import {
  changeVenue,
  createVenue,
  deleteVenue,
  listProfilesOf,
  lockVenue,
  requireVenueByUuid,
} from '../../modules/festival/profiles.ts';
import { searchVenues } from '../../modules/festival/search.ts';
import type { Fit, Venue, Viewer } from '../../modules/festival/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { byUuid, cityHere, uuidIn, viewerIn } from './festival-requests.ts';
import { noContent } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset } from './lists.ts';
import { around } from './profile-forms.ts';
import { readVenueSearch, venueQuery } from './profile-search.ts';
import { newVenue, readNewVenue, readVenueChange, showVenue, venue, venueChange } from './venue-forms.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

/** `/venues`: those of the city of the host. */
export function serveVenues(server: HttpServer): void {
  serveList(server);
  serveOne(server);
  serveChanges(server);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/venues',
    caller: ['member'],
    summary: 'Venues by name, or by how well they fit an artist of your own; or your own',
    schema: { querystring: venueQuery, response: { 200: pageOf(venue) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const { query } = request;
        const [viewer, city] = await Promise.all([viewerIn(read, request), cityHere(read, request)]);
        if (query.mine === true) {
          const { venues } = await listProfilesOf(read, viewer.accountId);
          return { items: await show(read, viewer, venues.map(unranked)), next: null };
        }
        const page = offsetPage(query);
        const wanted = readVenueSearch(query, city.timeZone);
        const { total, found } = await searchVenues(read, city, viewer, wanted, page);
        return pageOfOffset(await show(read, viewer, found), total, page);
      }),
  });

  route(server, {
    method: 'POST',
    path: '/venues',
    caller: ['member'],
    summary: 'Make a venue of your own',
    schema: { body: newVenue, response: { 201: venue } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const [viewer, city] = await Promise.all([viewerIn(tx, request), cityHere(tx, request)]);
        const draft = readNewVenue(request.body, city.timeZone);
        const body = await showOne(tx, viewer, await createVenue(tx, city, viewer, viewer.accountId, draft));
        const headers = { location: `/api/v1/venues/${body.uuid}`, etag: tagOf(body) };
        return { status: 201, body, headers };
      }),
  });
}

function serveOne(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/venues/:uuid',
    caller: ['member'],
    summary: 'A venue; whom to call and counts only to its owner and the city',
    schema: { params: byUuid, response: { 200: venue } },
    handler: async (request, reply) => {
      const shown = await request.context.read(async (read) => {
        const found = await requireVenueByUuid(read, uuidIn(request.params.uuid));
        return showOne(read, await viewerIn(read, request), found);
      });
      return tagged(reply, shown);
    },
  });
}

function serveChanges(server: HttpServer): void {
  route(server, {
    method: 'PATCH',
    path: '/venues/:uuid',
    caller: ['member'],
    summary: 'Change a venue; what is left out stays',
    schema: { params: byUuid, body: venueChange, response: { 200: venue } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const viewer = await viewerIn(tx, request);
        const present = await lockVenue(tx, viewer, uuidIn(request.params.uuid));
        requireMatch(request, await showOne(tx, viewer, present));
        const city = await requireCityById(tx, present.cityId);
        const change = readVenueChange(request.body, city.timeZone);
        const body = await showOne(tx, viewer, await changeVenue(tx, city, viewer, present.uuid, change));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/venues/:uuid',
    caller: ['member'],
    summary: 'Remove a venue; what is asked or agreed for later is cancelled',
    schema: { params: byUuid, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const viewer = await viewerIn(tx, request);
        const present = await lockVenue(tx, viewer, uuidIn(request.params.uuid));
        requireMatch(request, await showOne(tx, viewer, present));
        await deleteVenue(tx, viewer, present.uuid);
        return { status: 204, body: null };
      }),
  });
}

/** A venue as this viewer sees it. */
async function showOne(read: Read, viewer: Viewer, one: Venue) {
  return showVenue(one, null, await around(read, 'venue', [one], viewer));
}

async function show(
  read: Read,
  viewer: Viewer,
  found: readonly { readonly profile: Venue; readonly fit: Fit | null }[],
) {
  const profiles = found.map(({ profile }) => profile);
  const shownWith = await around(read, 'venue', profiles, viewer);
  return found.map(({ profile, fit }) => showVenue(profile, fit, shownWith));
}

const unranked = (profile: Venue) => ({ profile, fit: null });
