import { sql } from 'kysely';
import type { OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import type { City, CityFacts, Lookup, LookupList } from './types.ts';

const columns = [
  'id',
  'uuid',
  'site_id as siteId',
  'slug',
  'name',
  'country',
  'locale',
  'time_zone as timeZone',
  'url',
  'contact_us_url as contactUsUrl',
  'latitude',
  'longitude',
  'map_zoom_level as mapZoomLevel',
  'accent_colour as accentColour',
  'primary_button_colour as primaryButtonColour',
  'secondary_button_colour as secondaryButtonColour',
  'font',
  'logo_id as logoId',
  'facebook_url as facebookUrl',
  'instagram_url as instagramUrl',
  'twitter_url as twitterUrl',
  'youtube_url as youtubeUrl',
  'terms',
  'welcome_blurb as welcomeBlurb',
  'venue_default_ada as venueDefaultAda',
  'venue_default_has_piano as venueDefaultHasPiano',
  'is_active as isActive',
  'is_paused as isPaused',
] as const;

const own = (read: Read) =>
  read.db
    .selectFrom('cities')
    .select(columns)
    .select(
      sql<string>`coalesce((select h.host from hosts h where h.tenant_id = cities.tenant_id
        and h.site_id = cities.site_id order by h.position = 0, h.position limit 1), 'localhost')`.as('host'),
    )
    .where('tenant_id', '=', read.tenantId);

/** Cities by name. @param ids only these */
export function selectCities(read: Read, ids: readonly number[] | null = null): Promise<City[]> {
  let query = own(read);
  if (ids !== null) query = query.where(sql<boolean>`id = any(${[...ids]}::bigint[])`);
  return query.orderBy(sql`name collate "C"`).orderBy('id').execute();
}

export async function findCityOfSite(read: Read, siteId: number): Promise<City | null> {
  return (await own(read).where('site_id', '=', siteId).executeTakeFirst()) ?? null;
}

export async function findCityBySlug(read: Read, slug: string): Promise<City | null> {
  return (await own(read).where('slug', '=', slug).executeTakeFirst()) ?? null;
}

export async function findCity(read: Read, id: number): Promise<City | null> {
  return (await own(read).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertCity(
  tx: Tx,
  city: CityFacts & { uuid: string; siteId: number; slug: string },
): Promise<number> {
  const now = tx.clock.now();
  const row = await tx.db
    .insertInto('cities')
    .values({
      ...toColumns(city),
      tenant_id: tx.tenantId,
      uuid: city.uuid,
      site_id: city.siteId,
      slug: city.slug,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateCity(tx: Tx, id: number, facts: CityFacts): Promise<void> {
  await tx.db
    .updateTable('cities')
    .set({ ...toColumns(facts), updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function updateLogo(tx: Tx, id: number, logoId: string | null): Promise<void> {
  await tx.db
    .updateTable('cities')
    .set({ logo_id: logoId, updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Slugs of the sites whose cities have that slug, in any tenant of the installation. */
export async function selectSitesAcrossTenants(read: OwnerRead, slug: string): Promise<string[]> {
  const rows = await read.db
    .selectFrom('cities as c')
    .innerJoin('sites as s', (join) =>
      join.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.id', '=', 'c.site_id'),
    )
    .select('s.slug')
    .where('c.slug', '=', slug)
    .orderBy('s.slug')
    .execute();
  return rows.map((row) => row.slug);
}

/** Keeps other changes of the city waiting until the transaction ends. */
export async function lockCity(tx: Tx, id: number): Promise<City | null> {
  return (await own(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()) ?? null;
}

/** What may be chosen in a city, in the city's order. @param list only this one */
export async function selectLookups(read: Read, cityId: number, list?: LookupList): Promise<Lookup[]> {
  let query = read.db
    .selectFrom('lookups')
    .select(['list', 'key', 'label', 'district'])
    .where('tenant_id', '=', read.tenantId)
    .where('city_id', '=', cityId);
  if (list !== undefined) query = query.where('list', '=', list);
  const rows = await query.orderBy('list').orderBy('position').orderBy('key').execute();
  return rows.flatMap((row) => (isList(row.list) ? [{ ...row, list: row.list }] : []));
}

/** Adds to the end of their lists. */
export async function insertLookups(tx: Tx, cityId: number, lookups: readonly Lookup[]): Promise<void> {
  if (lookups.length === 0) return;
  await sql`
    insert into lookups (tenant_id, city_id, list, key, label, district, position)
    select ${tx.tenantId}, ${cityId}, s.list, s.key, s.label, s.district,
      coalesce((select max(l.position) from lookups l where l.tenant_id = ${tx.tenantId} and l.city_id = ${cityId}
        and l.list = s.list), 0) + s.place
    from unnest(${lookups.map(({ list }) => list)}::text[], ${lookups.map(({ key }) => key)}::text[],
      ${lookups.map(({ label }) => label)}::text[], ${lookups.map(({ district }) => district)}::text[])
      with ordinality as s (list, key, label, district, place)`.execute(tx.db);
}

/** @returns whether there was one */
export async function updateLookup(
  tx: Tx,
  cityId: number,
  { list, key, label, district }: Lookup,
): Promise<boolean> {
  const result = await tx.db
    .updateTable('lookups')
    .set({ label, district })
    .where('tenant_id', '=', tx.tenantId)
    .where('city_id', '=', cityId)
    .where('list', '=', list)
    .where('key', '=', key)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** @returns whether there was one */
export async function deleteLookup(tx: Tx, cityId: number, list: LookupList, key: string): Promise<boolean> {
  const result = await tx.db
    .deleteFrom('lookups')
    .where('tenant_id', '=', tx.tenantId)
    .where('city_id', '=', cityId)
    .where('list', '=', list)
    .where('key', '=', key)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Whether a profile of the city that is not deleted names it. */
export async function isLookupUsed(
  read: Read,
  cityId: number,
  list: LookupList,
  key: string,
): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from venues v where v.tenant_id = ${read.tenantId} and v.city_id = ${cityId}
        and v.deleted_at is null and case ${list}::text when 'genre' then ${key}::text = any(v.genres)
          when 'venue_type' then v.venue_type = ${key} when 'neighbourhood' then v.neighbourhood = ${key}
          when 'rain_option' then v.rain_option = ${key} else v.virtual_option = ${key} end)
      or (${list}::text = 'genre' and exists (select from artists a where a.tenant_id = ${read.tenantId}
        and a.city_id = ${cityId} and a.deleted_at is null and ${key}::text = any(a.genres))) as used`.execute(
    read.db,
  );
  return rows[0]?.used === true;
}

/** Cities that an account was added to. */
export async function selectRunCities(read: Read, accountId: number): Promise<number[]> {
  const rows = await read.db
    .selectFrom('city_admins')
    .select('city_id')
    .where('tenant_id', '=', read.tenantId)
    .where('account_id', '=', accountId)
    .execute();
  return rows.map((row) => row.city_id);
}

/** The accounts added to a city. */
export async function selectAdminIds(read: Read, cityId: number): Promise<number[]> {
  const rows = await read.db
    .selectFrom('city_admins')
    .select('account_id')
    .where('tenant_id', '=', read.tenantId)
    .where('city_id', '=', cityId)
    .orderBy('account_id')
    .execute();
  return rows.map((row) => row.account_id);
}

/** @returns whether the account was none of them before */
export async function insertCityAdmin(tx: Tx, cityId: number, accountId: number): Promise<boolean> {
  const { rows } = await sql<{ city_id: number }>`
    insert into city_admins (tenant_id, account_id, city_id, added_at)
    values (${tx.tenantId}, ${accountId}, ${cityId}, ${tx.clock.now()})
    on conflict do nothing returning city_id`.execute(tx.db);
  return rows.length > 0;
}

/** @returns whether the account was one of them */
export async function deleteCityAdmin(tx: Tx, cityId: number, accountId: number): Promise<boolean> {
  const result = await tx.db
    .deleteFrom('city_admins')
    .where('tenant_id', '=', tx.tenantId)
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function upsertAcceptance(tx: Tx, accountId: number, cityId: number): Promise<void> {
  await sql`
    insert into terms_acceptances (tenant_id, account_id, city_id, accepted_at)
    values (${tx.tenantId}, ${accountId}, ${cityId}, ${tx.clock.now()})
    on conflict (tenant_id, account_id, city_id) do update set accepted_at = excluded.accepted_at`.execute(
    tx.db,
  );
}

function isList(text: string): text is LookupList {
  return ['genre', 'venue_type', 'neighbourhood', 'rain_option', 'virtual_option'].includes(text);
}

function toColumns(facts: CityFacts) {
  return {
    name: facts.name,
    country: facts.country,
    locale: facts.locale,
    time_zone: facts.timeZone,
    url: facts.url,
    contact_us_url: facts.contactUsUrl,
    latitude: facts.latitude,
    longitude: facts.longitude,
    map_zoom_level: facts.mapZoomLevel,
    accent_colour: facts.accentColour,
    primary_button_colour: facts.primaryButtonColour,
    secondary_button_colour: facts.secondaryButtonColour,
    font: facts.font,
    facebook_url: facts.facebookUrl,
    instagram_url: facts.instagramUrl,
    twitter_url: facts.twitterUrl,
    youtube_url: facts.youtubeUrl,
    terms: facts.terms,
    welcome_blurb: facts.welcomeBlurb,
    venue_default_ada: facts.venueDefaultAda,
    venue_default_has_piano: facts.venueDefaultHasPiano,
    is_active: facts.isActive,
    is_paused: facts.isPaused,
  };
}
