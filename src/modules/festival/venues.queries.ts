import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import { type NewProfile, toMultirange, toSpans, type Venue, type VenueFacts } from './types.ts';

const columns = [
  'v.id',
  'v.uuid',
  'v.city_id as cityId',
  'v.account_id as accountId',
  'c.uuid as createdByUuid',
  'v.name',
  'v.description',
  'v.address',
  'v.town',
  'v.district',
  'v.neighbourhood',
  'v.zip_code as zipCode',
  'v.latitude',
  'v.longitude',
  'v.ada',
  'v.venue_type as venueType',
  'v.rain_option as rainOption',
  'v.virtual_option as virtualOption',
  'v.genres',
  'v.alt_venue as altVenue',
  'v.url',
  'v.facebook_url as facebookUrl',
  'v.instagram_url as instagramUrl',
  'v.twitter_url as twitterUrl',
  'v.youtube_url as youtubeUrl',
  'v.has_electricity as hasElectricity',
  'v.has_pa as hasPa',
  'v.has_piano as hasPiano',
  'v.capacity',
  'v.is_indoor as isIndoor',
  'v.is_accepting_requests as isAcceptingRequests',
  'v.access_notes as accessNotes',
  'v.available_from as availableFrom',
  'v.available_until as availableUntil',
  'v.contact_name as contactName',
  'v.contact_email as contactEmail',
  'v.contact_phone as contactPhone',
  'v.created_at as createdAt',
  'v.deleted_at as deletedAt',
] as const;

const own = (read: Read) =>
  read.db
    .selectFrom('venues as v')
    .leftJoin('accounts as c', (join) =>
      join.onRef('c.tenant_id', '=', 'v.tenant_id').onRef('c.id', '=', 'v.created_by'),
    )
    .select(columns)
    .select(
      sql<{ startsAt: string; endsAt: string }[]>`(select coalesce(json_agg(json_build_object(
        'startsAt', lower(r), 'endsAt', upper(r)) order by r), '[]') from unnest(v.unavailable) as r)`.as(
        'unavailable',
      ),
    )
    .where('v.tenant_id', '=', read.tenantId);

type Row = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

/** Also a deleted one. */
export async function findVenueByUuid(read: Read, uuid: string): Promise<Venue | null> {
  const row = await own(read).where('v.uuid', '=', uuid).executeTakeFirst();
  return row ? toVenue(row) : null;
}

/** In no order, deleted ones too. */
export async function selectVenues(read: Read, ids: readonly number[]): Promise<Venue[]> {
  const rows = await own(read)
    .where(sql<boolean>`v.id = any(${[...ids]}::bigint[])`)
    .execute();
  return rows.map(toVenue);
}

/** Those of an account that are not deleted, oldest first. */
export async function selectVenuesOf(read: Read, accountId: number): Promise<Venue[]> {
  const rows = await own(read)
    .where('v.account_id', '=', accountId)
    .where('v.deleted_at', 'is', null)
    .orderBy('v.id')
    .execute();
  return rows.map(toVenue);
}

/** Keeps bookings of these, and changes of them, waiting until the transaction ends. In the order of ids. */
export async function lockVenues(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`select from venues where tenant_id = ${tx.tenantId} and id = any(${[...ids]}::bigint[])
    order by id for no key update`.execute(tx.db);
}

export async function insertVenue(tx: Tx, venue: NewProfile & VenueFacts): Promise<number> {
  const now = tx.clock.now();
  const row = await tx.db
    .insertInto('venues')
    .values({
      ...toColumns(venue),
      tenant_id: tx.tenantId,
      uuid: venue.uuid,
      city_id: venue.cityId,
      account_id: venue.accountId,
      created_by: venue.createdBy,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateVenue(
  tx: Tx,
  id: number,
  facts: VenueFacts & { nameKey: string },
): Promise<void> {
  await tx.db
    .updateTable('venues')
    .set({ ...toColumns(facts), updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function markVenueDeleted(tx: Tx, id: number): Promise<void> {
  const now = tx.clock.now();
  await tx.db
    .updateTable('venues')
    .set({ deleted_at: now, updated_at: now, is_accepting_requests: false })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

function toVenue({ deletedAt, unavailable, ...row }: Row): Venue {
  return { ...row, unavailable: toSpans(unavailable), isDeleted: deletedAt !== null };
}

function toColumns(facts: VenueFacts & { readonly nameKey: string }) {
  return {
    name: facts.name,
    name_key: facts.nameKey,
    description: facts.description,
    address: facts.address,
    town: facts.town,
    district: facts.district,
    neighbourhood: facts.neighbourhood,
    zip_code: facts.zipCode,
    latitude: facts.latitude,
    longitude: facts.longitude,
    ada: facts.ada,
    venue_type: facts.venueType,
    rain_option: facts.rainOption,
    virtual_option: facts.virtualOption,
    genres: [...facts.genres],
    alt_venue: facts.altVenue,
    url: facts.url,
    facebook_url: facts.facebookUrl,
    instagram_url: facts.instagramUrl,
    twitter_url: facts.twitterUrl,
    youtube_url: facts.youtubeUrl,
    has_electricity: facts.hasElectricity,
    has_pa: facts.hasPa,
    has_piano: facts.hasPiano,
    capacity: facts.capacity,
    is_indoor: facts.isIndoor,
    is_accepting_requests: facts.isAcceptingRequests,
    access_notes: facts.accessNotes,
    available_from: facts.availableFrom,
    available_until: facts.availableUntil,
    unavailable: toMultirange(facts.unavailable),
    contact_name: facts.contactName,
    contact_email: facts.contactEmail,
    contact_phone: facts.contactPhone,
  };
}
