import { type Static, Type } from 'typebox';
import type { ArtistSearch, VenueSearch } from '../../modules/festival/types.ts';
import { badField, readOptionalTime, uuidSent } from './festival-requests.ts';
import { closed } from './formats.ts';
import { pageQuery } from './lists.ts';

const words = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50, description }));
const flag = Type.Optional(Type.Boolean());

const common = {
  ...pageQuery,
  mine: Type.Optional(Type.Boolean({ description: 'Your own, oldest first; nothing else counts then' })),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Each word in the name or the description' })),
  genre: words('Keys or labels, one of them is enough; may be repeated'),
  free_from: Type.Optional(Type.String({ maxLength: 40, description: 'Free from then' })),
  free_until: Type.Optional(Type.String({ maxLength: 40, description: 'Free until then' })),
  accepting: Type.Optional(Type.Boolean({ description: 'Only who takes requests' })),
};

export const artistQuery = closed({
  ...common,
  fits: Type.Optional(
    Type.String({ description: 'The uuid of a venue of your own: the best fitting first' }),
  ),
});

export const venueQuery = closed({
  ...common,
  fits: Type.Optional(
    Type.String({ description: 'The uuid of an artist of your own: the best fitting first' }),
  ),
  venue_type: words('Keys or labels; may be repeated'),
  neighbourhood: words('Keys or labels; may be repeated'),
  district: words('May be repeated'),
  ada: flag,
  has_piano: flag,
  has_electricity: flag,
  has_pa: flag,
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90, description: 'Of where you are' })),
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  radius_km: Type.Optional(Type.Number({ minimum: 0, maximum: 20_100 })),
});

/** @param zone of local times. Refuses times that are none. */
export function readArtistSearch(query: Static<typeof artistQuery>, zone: string): ArtistSearch {
  const freeFrom = readOptionalTime(query.free_from, zone, 'free_from') ?? null;
  const freeUntil = readOptionalTime(query.free_until, zone, 'free_until') ?? null;
  if (freeFrom !== null && freeUntil !== null && freeFrom >= freeUntil)
    throw badField('free_until', 'It must be later than free_from.');
  return {
    words: query.q?.trim() || null,
    genres: namesIn(query.genre),
    freeFrom,
    freeUntil,
    acceptingOnly: query.accepting ?? false,
    matchFor: query.fits === undefined ? null : uuidSent(query.fits, 'fits'),
  };
}

/** As `readArtistSearch`; also refuses half a place, and a distance from none. */
export function readVenueSearch(query: Static<typeof venueQuery>, zone: string): VenueSearch {
  const { latitude, longitude, radius_km: radiusKm = null } = query;
  const near = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
  if (near === null && (latitude !== undefined || longitude !== undefined))
    throw badField(
      latitude === undefined ? 'latitude' : 'longitude',
      'Send latitude and longitude together.',
    );
  if (near === null && radiusKm !== null) throw badField('radius_km', 'Only with latitude and longitude.');
  return {
    ...readArtistSearch(query, zone),
    venueTypes: namesIn(query.venue_type),
    neighbourhoods: namesIn(query.neighbourhood),
    districts: namesIn(query.district),
    ada: query.ada ?? null,
    hasPiano: query.has_piano ?? null,
    hasElectricity: query.has_electricity ?? null,
    hasPa: query.has_pa ?? null,
    near,
    radiusKm,
  };
}

/** An empty filter is none. */
function namesIn(sent: readonly string[] | undefined): string[] | null {
  const names = (sent ?? []).map((name) => name.trim()).filter((name) => name !== '');
  return names.length === 0 ? null : names;
}
