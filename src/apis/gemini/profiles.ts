import { type Static, Type } from 'typebox';
import { requireCityById } from '../../modules/festival/cities.ts';
import {
  changeArtist,
  changeVenue,
  createArtist,
  createVenue,
  deleteArtist,
  deleteVenue,
  requireArtistByUuid,
  requireVenueByUuid,
} from '../../modules/festival/profiles.ts';
import { unknownPerson } from '../../modules/festival/refusals.ts';
import type { Side } from '../../modules/festival/types.ts';
import { requireActsFor } from '../../modules/festival/viewers.ts';
import { findAccountByUuid } from '../../modules/identity/accounts.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { cityOf, viewerIn } from './auth.ts';
import { idIn, noContent, sendNothing } from './formats.ts';
import { readPage } from './pagination.ts';
import {
  artistChangeSent,
  newArtistSent,
  newVenueSent,
  readArtistChange,
  readNewArtist,
  readNewVenue,
  readVenueChange,
  venueChangeSent,
} from './profile-fields.ts';
import { artistProfileForm, showArtists, showVenues, venueProfileForm } from './profile-forms.ts';
import {
  artistQuery,
  artistsForm,
  findArtists,
  findVenues,
  isPageNumber,
  venueQuery,
  venuesForm,
} from './search.ts';

const params = Type.Object({ id: Type.String() });
const ofUser = Type.Object({ user_id: Type.String() });

/** Artists and venues: made, seen, changed, deleted, and whether they take requests (contract §7, §9). */
export function serveProfiles(server: HttpServer, services: Services): void {
  serveNew(server, services);
  serveArtist(server, services);
  serveVenue(server, services);
  for (const side of ['artist', 'venue'] as const) {
    serveDeletions(server, side);
    serveSwitches(server, side);
  }
}

/** The person that a path names; refuses an unknown one. */
export async function personNamed(read: Read, segment: string): Promise<Account> {
  const id = idIn(segment);
  const account = await findAccountByUuid(read, id);
  if (!account) throw unknownPerson(id);
  return account;
}

function serveNew(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/api/artist/:user_id/new',
    caller: ['performer'],
    summary: 'Make an artist of a person, in the city of the host',
    schema: { params: ofUser, body: newArtistSent, response: { 201: artistProfileForm } },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      const made = await request.context.transaction(async (tx) => {
        const [person, city] = await Promise.all([
          personNamed(tx, request.params.user_id),
          cityOf(tx, request),
        ]);
        requireActsFor(viewer, person.id, city.id);
        const draft = readNewArtist(request.body, city.timeZone);
        const artist = await createArtist(tx, city, viewer, person.id, draft);
        return only(await showArtists(tx, { services, request, viewer }, [artist]));
      });
      return reply.code(201).send(made);
    },
  });

  route(server, {
    method: 'POST',
    path: '/api/venue/:user_id/new',
    caller: ['venue'],
    summary: 'Make a venue of a person, in the city of the host',
    schema: { params: ofUser, body: newVenueSent, response: { 201: venueProfileForm } },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      const made = await request.context.transaction(async (tx) => {
        const [person, city] = await Promise.all([
          personNamed(tx, request.params.user_id),
          cityOf(tx, request),
        ]);
        requireActsFor(viewer, person.id, city.id);
        const draft = readNewVenue(request.body, city.timeZone);
        const venue = await createVenue(tx, city, viewer, person.id, draft);
        return only(await showVenues(tx, { services, request, viewer }, [venue]));
      });
      return reply.code(201).send(made);
    },
  });
}

function serveArtist(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/api/artists/:id',
    caller: ['profile', 'performer', 'city'],
    summary: 'An artist; contact and counts only to its owner and the city',
    description: 'Where the last segment is a number, that page of the search.',
    schema: {
      params,
      querystring: artistQuery,
      response: { 200: Type.Union([artistProfileForm, artistsForm]) },
    },
    handler: (request) => {
      const { id } = request.params;
      if (isPageNumber(id)) return findArtists(services, request, request.query, readPage(id, request.query));
      return request.context.read(async (read) => {
        const artist = await requireArtistByUuid(read, idIn(id));
        return only(await showArtists(read, { services, request, viewer: viewerIn(request) }, [artist]));
      });
    },
  });

  route(server, {
    method: 'PATCH',
    path: '/api/artists/:id',
    caller: ['performer', 'city'],
    summary: 'Change an artist; what is left out stays',
    schema: { params, body: artistChangeSent, response: { 200: artistProfileForm } },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const viewer = viewerIn(request);
        const { uuid, cityId } = await requireArtistByUuid(tx, idIn(request.params.id));
        const city = await requireCityById(tx, cityId);
        const change = readArtistChange(request.body, city.timeZone);
        const artist = await changeArtist(tx, city, viewer, uuid, change);
        return only(await showArtists(tx, { services, request, viewer }, [artist]));
      }),
  });
}

function serveVenue(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/api/venues/:id',
    caller: ['profile', 'venue', 'city'],
    summary: 'A venue; contact and counts only to its owner and the city',
    description: 'Where the last segment is a number, that page of the search.',
    schema: {
      params,
      querystring: venueQuery,
      response: { 200: Type.Union([venueProfileForm, venuesForm]) },
    },
    handler: (request) => {
      const { id } = request.params;
      if (isPageNumber(id)) return findVenues(services, request, request.query, readPage(id, request.query));
      return request.context.read(async (read) => {
        const venue = await requireVenueByUuid(read, idIn(id));
        return only(await showVenues(read, { services, request, viewer: viewerIn(request) }, [venue]));
      });
    },
  });

  route(server, {
    method: 'PATCH',
    path: '/api/venues/:id',
    caller: ['venue', 'city'],
    summary: 'Change a venue; what is left out stays',
    schema: { params, body: venueChangeSent, response: { 200: venueProfileForm } },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const viewer = viewerIn(request);
        const { uuid, cityId } = await requireVenueByUuid(tx, idIn(request.params.id));
        const city = await requireCityById(tx, cityId);
        const change = readVenueChange(request.body, city.timeZone);
        const venue = await changeVenue(tx, city, viewer, uuid, change);
        return only(await showVenues(tx, { services, request, viewer }, [venue]));
      }),
  });
}

const scopeOf: Readonly<Record<Side, 'performer' | 'venue'>> = { artist: 'performer', venue: 'venue' };

function serveDeletions(server: HttpServer, side: Side): void {
  for (const [method, path] of [
    ['POST', `/api/${side}s/:id/delete`],
    ['DELETE', `/api/${side}s/:id`],
  ] as const)
    route(server, {
      method,
      path,
      caller: [scopeOf[side], 'city'],
      summary: `Remove the ${side}; what is asked or agreed for later is cancelled`,
      schema: { params, response: noContent },
      handler: async (request, reply) => {
        const id = idIn(request.params.id);
        const remove = side === 'artist' ? deleteArtist : deleteVenue;
        await request.context.transaction((tx) => remove(tx, viewerIn(request), id));
        return sendNothing(reply);
      },
    });
}

function serveSwitches(server: HttpServer, side: Side): void {
  for (const [segment, isAcceptingRequests] of [
    ['accept-requests', true],
    ['stop-requests', false],
  ] as const)
    route(server, {
      method: 'POST',
      path: `/api/${side}s/:id/${segment}`,
      caller: [scopeOf[side], 'city'],
      summary: isAcceptingRequests ? 'Take requests again' : 'Take no requests for now',
      schema: { params, response: noContent },
      handler: async (request, reply) => {
        const id = idIn(request.params.id);
        const viewer = viewerIn(request);
        await request.context.transaction(async (tx) => {
          const find = side === 'artist' ? requireArtistByUuid : requireVenueByUuid;
          const city = await requireCityById(tx, (await find(tx, id)).cityId);
          if (side === 'artist') await changeArtist(tx, city, viewer, id, { isAcceptingRequests });
          else await changeVenue(tx, city, viewer, id, { isAcceptingRequests });
        });
        return sendNothing(reply);
      },
    });
}

function only<Form extends Static<typeof artistProfileForm> | Static<typeof venueProfileForm>>(
  forms: readonly Form[],
): Form {
  const [form] = forms;
  if (!form) throw new Error('A profile that was read could not be worded.');
  return form;
}
