import type { Read } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { selectArtists } from './artists.queries.ts';
import { selectLookups } from './cities.queries.ts';
import { findCurrentFestival } from './festivals.queries.ts';
import { keysOf } from './profiles.rules.ts';
import { mayChange, requireArtistByUuid, requireVenueByUuid } from './profiles.ts';
import { badSearch, notOwner } from './refusals.ts';
import * as rows from './search.queries.ts';
import type {
  Artist,
  ArtistSearch,
  City,
  Found,
  Lookup,
  LookupList,
  Side,
  Venue,
  VenueSearch,
  Viewer,
  Window,
} from './types.ts';
import { selectVenues } from './venues.queries.ts';

/**
 * One page of a city's artists by name, or by how well they fit one of the searcher's venues, and how many there are in
 * all (contract §9 "Search"). Time counts at the current festival: what is said of it, without what is accepted.
 * Refuses to rank for a profile that is not the searcher's or of another city.
 */
export async function searchArtists(
  read: Read,
  city: City,
  viewer: Viewer,
  wanted: ArtistSearch,
  window: Window,
): Promise<{ total: number; found: Found<Artist>[] }> {
  const [ground, lookups] = await Promise.all([
    groundOf(read, city, viewer, wanted, 'venue'),
    selectLookups(read, city.id),
  ]);
  const keyed = {
    ...wanted,
    patterns: patternsOf(wanted.words),
    genres: keysNamed(wanted.genres, 'genre', lookups),
  };
  const { total, found } = await rows.searchArtistIds(read, ground, keyed, window);
  const profiles = await selectArtists(
    read,
    found.map(({ id }) => id),
  );
  return { total, found: inOrder(found, profiles) };
}

/** One page of a city's venues, ranked for one of the searcher's artists; else as `searchArtists`. */
export async function searchVenues(
  read: Read,
  city: City,
  viewer: Viewer,
  wanted: VenueSearch,
  window: Window,
): Promise<{ total: number; found: Found<Venue>[] }> {
  const [ground, lookups] = await Promise.all([
    groundOf(read, city, viewer, wanted, 'artist'),
    selectLookups(read, city.id),
  ]);
  const keyed = {
    ...wanted,
    patterns: patternsOf(wanted.words),
    genres: keysNamed(wanted.genres, 'genre', lookups),
    venueTypes: keysNamed(wanted.venueTypes, 'venue_type', lookups),
    neighbourhoods: folded(keysNamed(wanted.neighbourhoods, 'neighbourhood', lookups)),
    districts: folded(wanted.districts),
  };
  const { total, found } = await rows.searchVenueIds(read, ground, keyed, window);
  const profiles = await selectVenues(
    read,
    found.map(({ id }) => id),
  );
  return { total, found: inOrder(found, profiles) };
}

/** The words of a text as `like` takes them, folded, to be found anywhere; null: there are none. */
export function patternsOf(text: string | null): string[] | null {
  const words = fold(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return words.map((word) => `%${word.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`);
}

/** @param side of the searcher's own profile */
async function groundOf(
  read: Read,
  city: City,
  viewer: Viewer,
  { matchFor }: ArtistSearch,
  side: Side,
): Promise<rows.Ground> {
  const [festival, own] = await Promise.all([
    findCurrentFestival(read, city.id),
    matchFor === null ? null : requireProfile(read, matchFor, side),
  ]);
  if (own && !mayChange(own, side, viewer)) throw notOwner();
  if (own && own.cityId !== city.id)
    throw badSearch({ matchFor: ['Allowed: a profile of your own in this city.'] });
  return { cityId: city.id, festivalId: festival?.id ?? null, ownId: own?.id ?? null };
}

function requireProfile(read: Read, uuid: string, side: Side): Promise<Artist | Venue> {
  return side === 'artist' ? requireArtistByUuid(read, uuid) : requireVenueByUuid(read, uuid);
}

function keysNamed(
  names: readonly string[] | null,
  list: LookupList,
  lookups: readonly Lookup[],
): string[] | null {
  return names && keysOf(names, list, lookups);
}

const folded = (names: readonly string[] | null) => names?.map(fold) ?? null;

function inOrder<Profile extends { readonly id: number }>(
  found: readonly rows.FoundId[],
  profiles: readonly Profile[],
): Found<Profile>[] {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return found.flatMap(({ id, fit }) => {
    const profile = byId.get(id);
    return profile ? [{ profile, fit }] : [];
  });
}
