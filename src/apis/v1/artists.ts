import { requireCityById } from '../../modules/festival/cities.ts';
import {
  changeArtist,
  createArtist,
  deleteArtist,
  listProfilesOf,
  lockArtist,
  requireArtistByUuid,
} from '../../modules/festival/profiles.ts';
import { searchArtists } from '../../modules/festival/search.ts';
import type { Artist, Fit, Viewer } from '../../modules/festival/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import {
  artist,
  artistChange,
  newArtist,
  readArtistChange,
  readNewArtist,
  showArtist,
} from './artist-forms.ts';
import { byUuid, cityHere, uuidIn, viewerIn } from './festival-requests.ts';
import { noContent } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset } from './lists.ts';
import { around } from './profile-forms.ts';
import { artistQuery, readArtistSearch } from './profile-search.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

/** `/artists`: those of the city of the host. */
export function serveArtists(server: HttpServer): void {
  serveList(server);
  serveOne(server);
  serveChanges(server);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/artists',
    caller: ['member'],
    summary: 'Artists by name, or by how well they fit a venue of your own; or your own',
    schema: { querystring: artistQuery, response: { 200: pageOf(artist) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const { query } = request;
        const [viewer, city] = await Promise.all([viewerIn(read, request), cityHere(read, request)]);
        if (query.mine === true) {
          const { artists } = await listProfilesOf(read, viewer.accountId);
          return { items: await show(read, viewer, artists.map(unranked)), next: null };
        }
        const page = offsetPage(query);
        const wanted = readArtistSearch(query, city.timeZone);
        const { total, found } = await searchArtists(read, city, viewer, wanted, page);
        return pageOfOffset(await show(read, viewer, found), total, page);
      }),
  });

  route(server, {
    method: 'POST',
    path: '/artists',
    caller: ['member'],
    summary: 'Make an artist of your own',
    schema: { body: newArtist, response: { 201: artist } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const [viewer, city] = await Promise.all([viewerIn(tx, request), cityHere(tx, request)]);
        const draft = readNewArtist(request.body, city.timeZone);
        const body = await showOne(tx, viewer, await createArtist(tx, city, viewer, viewer.accountId, draft));
        const headers = { location: `/api/v1/artists/${body.uuid}`, etag: tagOf(body) };
        return { status: 201, body, headers };
      }),
  });
}

function serveOne(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/artists/:uuid',
    caller: ['member'],
    summary: 'An artist; whom to call and counts only to its owner and the city',
    schema: { params: byUuid, response: { 200: artist } },
    handler: async (request, reply) => {
      const shown = await request.context.read(async (read) => {
        const found = await requireArtistByUuid(read, uuidIn(request.params.uuid));
        return showOne(read, await viewerIn(read, request), found);
      });
      return tagged(reply, shown);
    },
  });
}

function serveChanges(server: HttpServer): void {
  route(server, {
    method: 'PATCH',
    path: '/artists/:uuid',
    caller: ['member'],
    summary: 'Change an artist; what is left out stays',
    schema: { params: byUuid, body: artistChange, response: { 200: artist } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const viewer = await viewerIn(tx, request);
        const present = await lockArtist(tx, viewer, uuidIn(request.params.uuid));
        requireMatch(request, await showOne(tx, viewer, present));
        const city = await requireCityById(tx, present.cityId);
        const change = readArtistChange(request.body, city.timeZone);
        const body = await showOne(tx, viewer, await changeArtist(tx, city, viewer, present.uuid, change));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/artists/:uuid',
    caller: ['member'],
    summary: 'Remove an artist; what is asked or agreed for later is cancelled',
    schema: { params: byUuid, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const viewer = await viewerIn(tx, request);
        const present = await lockArtist(tx, viewer, uuidIn(request.params.uuid));
        requireMatch(request, await showOne(tx, viewer, present));
        await deleteArtist(tx, viewer, present.uuid);
        return { status: 204, body: null };
      }),
  });
}

/** An artist as this viewer sees it. */
export async function showOne(read: Read, viewer: Viewer, one: Artist) {
  return showArtist(one, null, await around(read, 'artist', [one], viewer));
}

async function show(
  read: Read,
  viewer: Viewer,
  found: readonly { readonly profile: Artist; readonly fit: Fit | null }[],
) {
  const profiles = found.map(({ profile }) => profile);
  const shownWith = await around(read, 'artist', profiles, viewer);
  return found.map(({ profile, fit }) => showArtist(profile, fit, shownWith));
}

const unranked = (profile: Artist) => ({ profile, fit: null });
