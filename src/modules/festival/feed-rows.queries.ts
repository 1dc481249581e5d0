import { type RawBuilder, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { FeedFilter, LocalMoment } from './types.ts';

const label = (list: string, key: RawBuilder<unknown>) => sql`coalesce((select l.label from lookups l
  where l.tenant_id = b.tenant_id and l.city_id = b.city_id and l.list = ${sql.lit(list)} and l.key = ${key}), ${key})`;

const labels = (list: string, keys: RawBuilder<unknown>) => sql`array(
  select coalesce(l.label, g.key) from unnest(${keys}) with ordinality as g (key, place)
  left join lookups l on l.tenant_id = b.tenant_id and l.city_id = b.city_id and l.list = ${sql.lit(list)} and l.key = g.key
  order by g.place)`;

const artist = sql`select a.uuid, a.name, a.description, a.genres, ${labels('genre', sql`a.genres`)} as "genreLabels",
  a.picture_id as "pictureId", a.url, a.facebook_url as "facebookUrl", a.instagram_url as "instagramUrl",
  a.twitter_url as "twitterUrl", a.youtube_url as "youtubeUrl", a.soundcloud_url as "soundcloudUrl",
  a.soundcloud_song_urls as "soundcloudSongUrls", a.youtube_video_urls as "youtubeVideoUrls",
  coalesce(a.available_from, f.starts_at) as "availableFrom", coalesce(a.available_until, f.ends_at) as "availableUntil",
  a.deleted_at is not null as "isDeleted"`;

const venue = sql`select v.uuid, v.name, v.description, v.address, v.town, v.district,
  case when v.neighbourhood is null then null else ${label('neighbourhood', sql`v.neighbourhood`)} end as neighbourhood,
  v.zip_code as "zipCode", v.latitude, v.longitude, v.ada, ${label('venue_type', sql`v.venue_type`)} as "venueTypeLabel",
  v.rain_option as "rainOption", ${label('rain_option', sql`v.rain_option`)} as "rainOptionLabel",
  ${label('virtual_option', sql`v.virtual_option`)} as "virtualOptionLabel", ${labels('genre', sql`v.genres`)} as "genreLabels",
  v.alt_venue as "altVenue", v.url, v.facebook_url as "facebookUrl", v.instagram_url as "instagramUrl",
  v.twitter_url as "twitterUrl", v.youtube_url as "youtubeUrl",
  coalesce(v.available_from, f.starts_at) as "availableFrom", coalesce(v.available_until, f.ends_at) as "availableUntil",
  v.deleted_at is not null as "isDeleted"`;

/** What a feed says of a booking `b` with its artist `a`, venue `v`, festival `f`, city `c` and maker `m`. */
export const bookingFields = sql`b.id, b.uuid, b.starts_at as "startsAt", b.ends_at as "endsAt", b.created_at as "createdAt",
  greatest(b.updated_at, a.updated_at, v.updated_at) as "updatedAt", m.uuid as "createdByUuid",
  b.is_lesson as "isLesson", b.is_participatory as "isParticipatory", b.is_self_match as "isSelfMatch",
  b.livestream_url as "livestreamUrl", b.status,
  (select row_to_json(o) from (${artist}) as o) as artist, (select row_to_json(o) from (${venue}) as o) as venue,
  (select row_to_json(o) from (select c.uuid, c.name, c.slug, c.site_id as "siteId", c.time_zone as "timeZone",
    f.name as "festivalName") as o) as city`;

/** The condition that a filter puts on bookings `b` of artists `a` at venues `v` in cities `c`; keys and labels both count. */
export function matching(read: Read, filter: FeedFilter): RawBuilder<unknown> {
  const { box, patterns } = filter;
  const all = [
    filter.genres &&
      sql`a.genres && (${keysNamed(read, 'genre', filter.genres)} || ${[...filter.genres]}::text[])`,
    filter.venueTypes &&
      sql`v.venue_type = any(${keysNamed(read, 'venue_type', filter.venueTypes)} || ${[...filter.venueTypes]}::text[])`,
    filter.neighbourhoods &&
      sql`lower(v.neighbourhood) = any(${keysNamed(read, 'neighbourhood', filter.neighbourhoods)}
        || ${[...filter.neighbourhoods]}::text[])`,
    filter.districts && sql`lower(v.district) = any(${[...filter.districts]}::text[])`,
    filter.from && sql`b.starts_at >= ${moment(filter.from)}`,
    filter.before && sql`b.starts_at < ${moment(filter.before)}`,
    filter.updatedSince &&
      sql`greatest(b.updated_at, a.updated_at, v.updated_at) >= ${moment(filter.updatedSince)}`,
    filter.ada !== undefined && sql`v.ada = ${filter.ada}`,
    filter.isLesson !== undefined && sql`b.is_lesson = ${filter.isLesson}`,
    filter.isParticipatory !== undefined && sql`b.is_participatory = ${filter.isParticipatory}`,
    box &&
      sql`v.longitude between ${box.west} and ${box.east} and v.latitude between ${box.south} and ${box.north}`,
    patterns &&
      sql`a.name_key || ' ' || v.name_key || ' ' || lower(a.description) like all (${[...patterns]}::text[])`,
  ].filter((one) => typeof one === 'object');
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** Keys of the tenant's lists whose label is one of these. @param names folded */
function keysNamed(read: Read, list: string, names: readonly string[]): RawBuilder<unknown> {
  return sql`array(select l.key from lookups l where l.tenant_id = ${read.tenantId} and l.list = ${list}
    and lower(l.label) = any(${[...names]}::text[]))`;
}

/** A time without an offset is one of the booking's city. */
function moment(at: LocalMoment): RawBuilder<unknown> {
  return at instanceof Date ? sql`${at}::timestamptz` : sql`${at.local}::timestamp at time zone c.time_zone`;
}
