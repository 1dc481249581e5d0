import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { ArtistSearch, Fit, VenueSearch, Window } from './types.ts';

/** What a search is bound to: a city, its current festival, the searcher's own profile. */
export interface Ground {
  readonly cityId: number;
  readonly festivalId: number | null;
  readonly ownId: number | null;
}

interface Patterns {
  /** As `like` takes them, folded. */
  readonly patterns: readonly string[] | null;
}

export interface FoundId {
  readonly id: number;
  readonly fit: Fit;
}

/** Ids of artists, the best fit first, else by name, and how many there are in all. Genres are keys. */
export async function searchArtistIds(
  read: Read,
  { cityId, festivalId, ownId }: Ground,
  wanted: ArtistSearch & Patterns,
  { limit, offset }: Window,
): Promise<{ total: number; found: FoundId[] }> {
  const { rows } = await sql<Omit<FoundRow, 'distance_km'>>`
    select s.id, s.total, s.score, s.shared_minutes, s.shared_genres, s.missing
    from search_artists(${cityId}::bigint, ${festivalId}::bigint, ${list(wanted.patterns)}::text[],
      ${list(wanted.genres)}::text[], ${wanted.freeFrom}::timestamptz, ${wanted.freeUntil}::timestamptz,
      ${wanted.acceptingOnly}::boolean, ${ownId}::bigint, ${limit}::integer, ${offset}::integer)
      with ordinality as s (id, total, score, shared_minutes, shared_genres, missing, place)
    order by s.place`.execute(read.db);
  return toFound(rows.map((row) => ({ ...row, distance_km: null })));
}

/** Ids of venues; else as `searchArtistIds`. Neighbourhoods and districts are folded, types are keys. */
export async function searchVenueIds(
  read: Read,
  { cityId, festivalId, ownId }: Ground,
  wanted: VenueSearch & Patterns,
  { limit, offset }: Window,
): Promise<{ total: number; found: FoundId[] }> {
  const { rows } = await sql<FoundRow>`
    select s.id, s.total, s.score, s.shared_minutes, s.shared_genres, s.missing, s.distance_km
    from search_venues(${cityId}::bigint, ${festivalId}::bigint, ${list(wanted.patterns)}::text[],
      ${list(wanted.genres)}::text[], ${wanted.freeFrom}::timestamptz, ${wanted.freeUntil}::timestamptz,
      ${wanted.acceptingOnly}::boolean, ${ownId}::bigint, ${limit}::integer, ${offset}::integer,
      ${list(wanted.neighbourhoods)}::text[], ${list(wanted.districts)}::text[], ${list(wanted.venueTypes)}::text[],
      ${wanted.ada}::boolean, ${wanted.hasPiano}::boolean, ${wanted.hasElectricity}::boolean, ${wanted.hasPa}::boolean,
      ${wanted.near?.latitude ?? null}::double precision, ${wanted.near?.longitude ?? null}::double precision,
      ${wanted.radiusKm}::double precision)
      with ordinality as s (id, total, score, shared_minutes, shared_genres, missing, distance_km, place)
    order by s.place`.execute(read.db);
  return toFound(rows);
}

interface FoundRow {
  readonly id: number;
  readonly total: number;
  readonly score: number | null;
  readonly shared_minutes: number | null;
  readonly shared_genres: string[];
  readonly missing: string[];
  readonly distance_km: number | null;
}

const list = (texts: readonly string[] | null) => texts && [...texts];

function toFound(rows: readonly FoundRow[]): { total: number; found: FoundId[] } {
  return {
    total: rows[0]?.total ?? 0,
    found: rows.map((row) => ({
      id: row.id,
      fit: {
        score: row.score,
        sharedMinutes: row.shared_minutes,
        sharedGenres: row.shared_genres,
        missing: row.missing,
        distanceKm: row.distance_km,
      },
    })),
  };
}
