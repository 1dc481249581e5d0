// Long because a page is one statement: what it selects and how it is narrowed stand together.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type {
  BookingExport,
  BookingStatus,
  Feed,
  FeedBooking,
  FeedPage,
  FoldedFilter,
  LocalMoment,
  Window,
} from './types.ts';

/** A page with what it holds for; `page` is null where there is no such city, profile or festival. */
export interface FoundPage {
  readonly subject: boolean;
  readonly festival: boolean;
  readonly page: FeedPage;
}

/** How often what a feed shows has changed; null: it shows nothing that there is. One statement by keys. */
export async function selectVersion(read: Read, feed: Feed): Promise<number | null> {
  const { rows } = await sql<{
    version: number | null;
  }>`select (${versionOf(read, feed)}) as version`.execute(read.db);
  return rows[0]?.version ?? null;
}

/**
 * One page of a feed with its version, in one statement and so in one snapshot.
 * @param window null: everything
 */
export async function selectPage(
  read: Read,
  feed: Feed,
  filter: FoldedFilter,
  window: Window | null,
): Promise<FoundPage> {
  const { limit, offset } = window ?? { limit: null, offset: 0 };
  const { rows } = await sql<PageRow>`
    with subject as materialized (${subjectOf(read, feed)}),
    festival as materialized (${festivalsOf(read, feed)}),
    chosen as materialized (
      select b.id, b.starts_at from ${bookingsOf(read, feed)} where ${matching(read, filter)}
    ), shown as (
      select ${bookingFields} from (
        select s.id from chosen s order by s.starts_at, s.id limit ${limit}::bigint offset ${offset}::bigint
      ) as s join bookings b on b.tenant_id = ${read.tenantId} and b.id = s.id
      join artists a on a.tenant_id = b.tenant_id and a.id = b.artist_id
      join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id
      join festivals f on f.tenant_id = b.tenant_id and f.id = b.festival_id
      join cities c on c.tenant_id = b.tenant_id and c.id = b.city_id
      left join accounts m on m.tenant_id = b.tenant_id and m.id = b.created_by
    )
    select (${versionOf(read, feed)}) as version,
      exists (select from subject) as subject,
      exists (select from festival) as festival,
      (select c.time_zone from cities c where c.tenant_id = ${read.tenantId}
        and c.id = (select min(t.city_id) from subject t)) as "timeZone",
      (select c.name from cities c where c.tenant_id = ${read.tenantId}
        and c.id = (select min(t.city_id) from subject t)) as "cityName",
      (select min(e.ends_at) from festival e) as "endsAt",
      (select count(*)::integer from chosen) as total,
      (select coalesce(json_agg(s order by s."startsAt", s.id), '[]') from shown s) as bookings`.execute(
    read.db,
  );
  const row = rows[0];
  if (!row) throw new Error('A statement without a condition answered no row.');
  return toFound(feed, row);
}

/** The names of artists or venues with a confirmed booking in a festival, each once. */
export async function selectNames(
  read: Read,
  feed: Feed & { readonly of: 'city' },
  table: 'artists' | 'venues',
): Promise<{ subject: boolean; festival: boolean; names: string[] }> {
  const own = sql.ref(table === 'artists' ? 'b.artist_id' : 'b.venue_id');
  const { rows } = await sql<{ subject: boolean; festival: boolean; names: string[] }>`
    with subject as materialized (${subjectOf(read, feed)}),
    festival as materialized (${festivalsOf(read, feed)})
    select exists (select from subject) as subject, exists (select from festival) as festival,
      array(select s.name from (
        select p.name, min(p.name_key) as key from festival e
        join bookings b on b.tenant_id = ${read.tenantId} and b.festival_id = e.id
        join ${sql.table(table)} p on p.tenant_id = b.tenant_id and p.id = ${own}
        where b.status = 'confirmed' and b.deleted_at is null and p.deleted_at is null group by p.name
      ) as s order by s.key collate "C", s.name collate "C") as names`.execute(read.db);
  return rows[0] ?? { subject: false, festival: false, names: [] };
}

/** Every booking of a city in these statuses with whom to call, by start. Times are the city's own. */
export const bookingExport =
  (
    tenantId: number,
    cityId: number,
    {
      festivalUuid,
      statuses,
    }: { readonly festivalUuid: string | null; readonly statuses: readonly string[] },
  ) =>
  (db: Kysely<DB>) => {
    const local = (column: string) =>
      sql`to_char(${sql.ref(column)} at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS')`;
    const all = sql<BookingExport>`(
      select b.id, b.starts_at, b.uuid, f.name as "festivalName", b.status, b.is_self_match as "isSelfMatch",
        ${local('b.starts_at')} as "startsAt", ${local('b.ends_at')} as "endsAt",
        ${local('b.created_at')} as "createdAt", ${local('b.updated_at')} as "updatedAt",
        a.name as "artistName", a.contact_name as "artistContactName",
        coalesce(a.contact_email, p.email) as "artistContactEmail", a.contact_phone as "artistContactPhone",
        v.name as "venueName", v.address, v.town, v.zip_code as "zipCode", v.contact_name as "venueContactName",
        coalesce(v.contact_email, h.email) as "venueContactEmail", v.contact_phone as "venueContactPhone"
      from bookings b
      join cities c on c.tenant_id = b.tenant_id and c.id = b.city_id
      join festivals f on f.tenant_id = b.tenant_id and f.id = b.festival_id
      join artists a on a.tenant_id = b.tenant_id and a.id = b.artist_id
      join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id
      left join accounts p on p.tenant_id = a.tenant_id and p.id = a.account_id
      left join accounts h on h.tenant_id = v.tenant_id and h.id = v.account_id
      where b.tenant_id = ${tenantId} and b.city_id = ${cityId} and b.deleted_at is null
        and b.status = any(${[...statuses]}::text[])
        and (${festivalUuid}::uuid is null or f.uuid = ${festivalUuid}::uuid))`;
    return db.selectFrom(all.as('s')).selectAll().orderBy(sql`s.starts_at`).orderBy(sql`s.id`);
  };

interface PageRow {
  readonly version: number | null;
  readonly subject: boolean;
  readonly festival: boolean;
  readonly timeZone: string | null;
  readonly cityName: string | null;
  readonly endsAt: Date | null;
  readonly total: number;
  readonly bookings: readonly BookingJson[];
}

/** As JSON carries a booking of a feed: moments are texts. */
type BookingJson = Omit<
  FeedBooking,
  'startsAt' | 'endsAt' | 'createdAt' | 'updatedAt' | 'artist' | 'venue'
> & {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly artist: Omit<FeedBooking['artist'], 'availableFrom' | 'availableUntil'> & AvailableJson;
  readonly venue: Omit<FeedBooking['venue'], 'availableFrom' | 'availableUntil'> & AvailableJson;
};

interface AvailableJson {
  readonly availableFrom: string;
  readonly availableUntil: string;
}

function toFound(feed: Feed, row: PageRow): FoundPage {
  const follows = feed.of === 'streams' || (feed.of === 'city' && feed.festivalUuid === null);
  return {
    subject: row.subject || feed.of === 'streams',
    festival: row.festival || feed.festivalUuid === null,
    page: {
      version: row.version ?? 0,
      validUntil: follows ? row.endsAt : null,
      timeZone: row.timeZone ?? 'UTC',
      cityName: row.cityName,
      total: row.total,
      bookings: row.bookings.map(toBooking),
    },
  };
}

function toBooking(json: BookingJson): FeedBooking {
  return {
    ...json,
    startsAt: new Date(json.startsAt),
    endsAt: new Date(json.endsAt),
    createdAt: new Date(json.createdAt),
    updatedAt: new Date(json.updatedAt),
    artist: { ...json.artist, ...available(json.artist) },
    venue: { ...json.venue, ...available(json.venue) },
  };
}

const available = ({ availableFrom, availableUntil }: AvailableJson) => ({
  availableFrom: new Date(availableFrom),
  availableUntil: new Date(availableUntil),
});

/** The city or profile that a feed is of: one row or none; of streams none. */
function subjectOf(read: Read, feed: Feed): RawBuilder<unknown> {
  if (feed.of === 'streams') return sql`select null::bigint as id, null::bigint as city_id where false`;
  if (feed.of === 'city')
    return sql`select c.id, c.id as city_id from cities c
      where c.tenant_id = ${read.tenantId} and c.site_id = ${feed.siteId}`;
  return sql`select p.id, p.city_id from ${sql.table(`${feed.of}s`)} p
    where p.tenant_id = ${read.tenantId} and p.uuid = ${feed.uuid} and p.deleted_at is null`;
}

/** The festivals that a feed shows: the one that is named, else the current one of a city, or of each active city. */
function festivalsOf(read: Read, feed: Feed): RawBuilder<unknown> {
  const now = read.clock.now();
  const launched = sql`f.tenant_id = ${read.tenantId} and f.launched_at is not null`;
  if (feed.of === 'streams')
    return sql`select distinct on (f.city_id) f.id, f.ends_at from festivals f
      join cities c on c.tenant_id = f.tenant_id and c.id = f.city_id
      where ${launched} and c.is_active and f.ends_at > ${now} order by f.city_id, f.starts_at, f.id`;
  const which =
    feed.festivalUuid === null ? sql`f.ends_at > ${now}` : sql`f.uuid = ${feed.festivalUuid}::uuid`;
  return sql`select f.id, f.ends_at from festivals f join subject s on s.city_id = f.city_id
    where ${launched} and ${which} order by f.starts_at, f.id limit 1`;
}

/** The bookings that a feed shows before its filters, as `b`, with their profiles `a` and `v` and their city `c`. */
function bookingsOf(read: Read, feed: Feed): RawBuilder<unknown> {
  const joined = sql`
    join artists a on a.tenant_id = b.tenant_id and a.id = b.artist_id
    join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id
    join cities c on c.tenant_id = b.tenant_id and c.id = b.city_id`;
  const own = sql`b.tenant_id = ${read.tenantId} and b.deleted_at is null`;
  if (feed.of === 'city' || feed.of === 'streams') {
    const streamed =
      feed.of === 'streams' || feed.streamsOnly ? sql`and b.livestream_url is not null` : sql``;
    return sql`festival e join bookings b on b.festival_id = e.id and ${own} and b.status = 'confirmed' ${streamed} ${joined}`;
  }
  const side = sql.ref(feed.of === 'artist' ? 'b.artist_id' : 'b.venue_id');
  const within = feed.festivalUuid === null ? sql`` : sql`and b.festival_id in (select e.id from festival e)`;
  return sql`subject s join bookings b on ${side} = s.id and ${own} and ${inStatus(feed.statuses)} ${within} ${joined}`;
}

function inStatus(statuses: readonly BookingStatus[]): RawBuilder<unknown> {
  // Spelled out for the index of confirmed bookings.
  if (statuses.length === 1 && statuses[0] === 'confirmed') return sql`b.status = 'confirmed'`;
  return sql`b.status = any(${[...statuses]}::text[])`;
}

/** An expression; of a feed across cities the sum, which no change leaves as it was. */
function versionOf(read: Read, feed: Feed): RawBuilder<unknown> {
  if (feed.of === 'streams')
    return sql`select sum(n.version)::bigint from feed_versions n where n.tenant_id = ${read.tenantId}`;
  const version = sql`feed_versions n on n.tenant_id = p.tenant_id`;
  if (feed.of === 'city')
    return sql`select n.version from cities p join ${version} and n.city_id = p.id
      where p.tenant_id = ${read.tenantId} and p.site_id = ${feed.siteId}`;
  return sql`select n.version from ${sql.table(`${feed.of}s`)} p join ${version} and n.city_id = p.city_id
    where p.tenant_id = ${read.tenantId} and p.uuid = ${feed.uuid}`;
}

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
const bookingFields = sql`b.id, b.uuid, b.starts_at as "startsAt", b.ends_at as "endsAt", b.created_at as "createdAt",
  greatest(b.updated_at, a.updated_at, v.updated_at) as "updatedAt", m.uuid as "createdByUuid",
  b.is_lesson as "isLesson", b.is_participatory as "isParticipatory", b.is_self_match as "isSelfMatch",
  b.livestream_url as "livestreamUrl", b.status,
  (select row_to_json(o) from (${artist}) as o) as artist, (select row_to_json(o) from (${venue}) as o) as venue,
  (select row_to_json(o) from (select c.uuid, c.name, c.slug, c.site_id as "siteId", c.time_zone as "timeZone",
    f.name as "festivalName") as o) as city`;

/** The condition that a filter puts on bookings `b` of artists `a` at venues `v` in cities `c`; keys and labels both count. */
function matching(read: Read, filter: FoldedFilter): RawBuilder<unknown> {
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
