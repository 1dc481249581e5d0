import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { searchArtists, searchVenues } from '../../modules/festival/search.ts';
import type { ArtistSearch, City, Fit, VenueSearch } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { cityOf, viewerIn } from './auth.ts';
import { badQuery, namesIn, wordsIn } from './feed-filters.ts';
import { isId, numberOrNull } from './formats.ts';
import { type Page, pageOf, pageQuery, paginate, readPage } from './pagination.ts';
import { artistProfileForm, showArtists, showVenues, venueProfileForm } from './profile-forms.ts';
import { readOptionalTime } from './times.ts';

const text = (description: string) => Type.Optional(Type.String({ description, maxLength: 200 }));
const several = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { description, maxItems: 50 }));
const flag = (description: string) => Type.Optional(Type.Boolean({ description }));

/** What artists are searched by (contract §9 "Search"). */
export const artistQuery = Type.Object({
  ...pageQuery,
  q: text('Words of the name or the description; each must occur'),
  genre: several('Keys or labels; one of them is enough; repeatable'),
  available_from: text('Free from this time on'),
  available_to: text('Free until this time; with both, free for the whole between'),
  accepting: flag('Only those who take requests'),
  match_for: text('The id of a profile of your own: the best fit for it comes first'),
});

/** What venues are searched by. */
export const venueQuery = Type.Object({
  ...artistQuery.properties,
  neighbourhood: several('Keys or labels; repeatable'),
  district: several('Repeatable'),
  venue_type: several('Keys or labels; repeatable'),
  ada: flag('Accessible, or not'),
  has_piano: flag('With a piano, or without'),
  has_electricity: flag('With electricity, or without'),
  has_pa: flag('With a PA, or without'),
  near: text('latitude,longitude'),
  radius_km: text('At most so far from there'),
});

const fit = Type.Object(
  {
    score: Type.Number({ description: '0 to 1: time, genre, equipment, and distance where `near` is given' }),
    shared_minutes: numberOrNull,
    shared_genres: Type.Array(Type.String()),
    missing: Type.Array(Type.String(), { description: 'Of electricity, pa, piano' }),
  },
  { description: 'How well it fits the profile of `match_for`' },
);
const match = Type.Union([fit, Type.Null()]);

export const artistsForm = pageOf('artists', Type.Intersect([artistProfileForm, Type.Object({ match })]));
export const venuesForm = pageOf(
  'venues',
  Type.Intersect([venueProfileForm, Type.Object({ match, distance_km: numberOrNull })]),
);

/** The first page of searches; the others stand at `/api/artists/{page}`, beside the single ones. */
export function serveSearch(server: HttpServer, services: Services): void {
  const caller = ['profile', 'city'] as const;
  route(server, {
    method: 'GET',
    path: '/api/artists',
    caller,
    summary: "The city's artists, by name or by how well they fit a venue of your own",
    schema: { querystring: artistQuery, response: { 200: artistsForm } },
    handler: (request) => findArtists(services, request, request.query, readPage(undefined, request.query)),
  });
  route(server, {
    method: 'GET',
    path: '/api/venues',
    caller,
    summary: "The city's venues, by name or by how well they fit an artist of your own",
    schema: { querystring: venueQuery, response: { 200: venuesForm } },
    handler: (request) => findVenues(services, request, request.query, readPage(undefined, request.query)),
  });
}

/** Whether the last segment of `/api/artists/{…}` is the number of a page instead of an id. */
export function isPageNumber(segment: string): boolean {
  return /^\d{1,9}$/.test(segment);
}

/** One page of artists. */
export function findArtists(
  services: Services,
  request: FastifyRequest,
  query: Static<typeof artistQuery>,
  page: Page,
): Promise<Static<typeof artistsForm>> {
  const viewer = viewerThatSees(request);
  return request.context.read(async (read) => {
    const city = await cityOf(read, request);
    const { total, found } = await searchArtists(read, city, viewer, readArtistSearch(query, city), page);
    const shown = await showArtists(
      read,
      { services, request, viewer },
      found.map(({ profile }) => profile),
    );
    return {
      artists: shown.map((artist, place) => ({ ...artist, match: toMatch(found[place]?.fit) })),
      pagination: paginate('/api/artists', repeated(query, artistQuery), page, total),
    };
  });
}

/** One page of venues. */
export function findVenues(
  services: Services,
  request: FastifyRequest,
  query: Static<typeof venueQuery>,
  page: Page,
): Promise<Static<typeof venuesForm>> {
  const viewer = viewerThatSees(request);
  return request.context.read(async (read) => {
    const city = await cityOf(read, request);
    const { total, found } = await searchVenues(read, city, viewer, readVenueSearch(query, city), page);
    const shown = await showVenues(
      read,
      { services, request, viewer },
      found.map(({ profile }) => profile),
    );
    return {
      venues: shown.map((venue, place) => {
        const { distanceKm = null } = found[place]?.fit ?? {};
        return {
          ...venue,
          match: toMatch(found[place]?.fit),
          distance_km: distanceKm === null ? null : rounded(distanceKm),
        };
      }),
      pagination: paginate('/api/venues', repeated(query, venueQuery), page, total),
    };
  });
}

function readArtistSearch(query: Static<typeof artistQuery>, { timeZone }: City): ArtistSearch {
  const { match_for: matchFor } = query;
  if (matchFor !== undefined && !isId(matchFor)) throw badQuery('match_for', 'Allowed: the id of a profile.');
  const [freeFrom = null, freeUntil = null] = [
    readOptionalTime(query.available_from, timeZone, 'available_from'),
    readOptionalTime(query.available_to, timeZone, 'available_to'),
  ];
  if (freeFrom !== null && freeUntil !== null && freeFrom >= freeUntil)
    throw badQuery('available_to', 'It must be later than available_from.');
  return {
    words: wordsIn(query.q) ?? null,
    genres: namesIn(query.genre) ?? null,
    freeFrom,
    freeUntil,
    acceptingOnly: query.accepting ?? false,
    matchFor: matchFor?.trim().toLowerCase() ?? null,
  };
}

function readVenueSearch(query: Static<typeof venueQuery>, city: City): VenueSearch {
  const near = query.near === undefined ? null : placeIn(query.near);
  const radiusKm = query.radius_km === undefined ? null : numberIn('radius_km', query.radius_km, 0, 20_100);
  if (radiusKm !== null && near === null) throw badQuery('radius_km', 'Only with near.');
  return {
    ...readArtistSearch(query, city),
    neighbourhoods: namesIn(query.neighbourhood) ?? null,
    districts: namesIn(query.district) ?? null,
    venueTypes: namesIn(query.venue_type) ?? null,
    ada: query.ada ?? null,
    hasPiano: query.has_piano ?? null,
    hasElectricity: query.has_electricity ?? null,
    hasPa: query.has_pa ?? null,
    near,
    radiusKm,
  };
}

function placeIn(text: string): { latitude: number; longitude: number } {
  const [latitude = '', longitude = '', ...rest] = text.split(',');
  if (rest.length > 0) throw badQuery('near', 'Allowed: latitude,longitude, such as 43.09,-79.07.');
  return {
    latitude: numberIn('near', latitude, -90, 90),
    longitude: numberIn('near', longitude, -180, 180),
  };
}

function numberIn(name: string, text: string, least: number, most: number): number {
  const value = /^\s*-?\d{1,6}(\.\d{1,12})?\s*$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badQuery(
    name,
    name === 'near' ? 'Allowed: latitude,longitude, such as 43.09,-79.07.' : `Allowed: ${least} to ${most}.`,
  );
}

/** Profiles are seen by the scope `profile`, and by who runs a city. */
function viewerThatSees(request: FastifyRequest) {
  const viewer = viewerIn(request);
  if (viewer.mayView || viewer.isAdmin || viewer.cityIds.length > 0) return viewer;
  throw refuse('forbidden', 'viewer.no_power', 'The access token lacks a scope: profile.');
}

function toMatch(found: Fit | undefined): Static<typeof match> {
  if (!found || found.score === null) return null;
  return {
    score: Math.round(found.score * 1000) / 1000,
    shared_minutes: found.sharedMinutes,
    shared_genres: [...found.sharedGenres],
    missing: [...found.missing],
  };
}

const rounded = (km: number) => Math.round(km * 100) / 100;

/** The parameters that links of pages repeat; unknown ones are none. */
function repeated(query: object, { properties }: { readonly properties: object }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => name in properties));
}
