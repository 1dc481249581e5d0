import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import { type Artist, type ArtistFacts, type NewProfile, toMultirange, toSpans } from './types.ts';

const columns = [
  'a.id',
  'a.uuid',
  'a.city_id as cityId',
  'a.account_id as accountId',
  'c.uuid as createdByUuid',
  'a.name',
  'a.description',
  'a.long_description as longDescription',
  'a.genres',
  'a.picture_id as pictureId',
  'a.url',
  'a.facebook_url as facebookUrl',
  'a.instagram_url as instagramUrl',
  'a.twitter_url as twitterUrl',
  'a.youtube_url as youtubeUrl',
  'a.soundcloud_url as soundcloudUrl',
  'a.soundcloud_song_urls as soundcloudSongUrls',
  'a.youtube_video_urls as youtubeVideoUrls',
  'a.group_size as groupSize',
  'a.needs_electricity as needsElectricity',
  'a.needs_pa as needsPa',
  'a.needs_piano as needsPiano',
  'a.is_accepting_requests as isAcceptingRequests',
  'a.available_from as availableFrom',
  'a.available_until as availableUntil',
  'a.contact_name as contactName',
  'a.contact_email as contactEmail',
  'a.contact_phone as contactPhone',
  'a.created_at as createdAt',
  'a.deleted_at as deletedAt',
] as const;

const own = (read: Read) =>
  read.db
    .selectFrom('artists as a')
    .leftJoin('accounts as c', (join) =>
      join.onRef('c.tenant_id', '=', 'a.tenant_id').onRef('c.id', '=', 'a.created_by'),
    )
    .select(columns)
    .select(
      sql<{ startsAt: string; endsAt: string }[]>`(select coalesce(json_agg(json_build_object(
        'startsAt', lower(r), 'endsAt', upper(r)) order by r), '[]') from unnest(a.unavailable) as r)`.as(
        'unavailable',
      ),
    )
    .where('a.tenant_id', '=', read.tenantId);

type Row = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

/** Also a deleted one. */
export async function findArtistByUuid(read: Read, uuid: string): Promise<Artist | null> {
  const row = await own(read).where('a.uuid', '=', uuid).executeTakeFirst();
  return row ? toArtist(row) : null;
}

/** In no order, deleted ones too. */
export async function selectArtists(read: Read, ids: readonly number[]): Promise<Artist[]> {
  const rows = await own(read)
    .where(sql<boolean>`a.id = any(${[...ids]}::bigint[])`)
    .execute();
  return rows.map(toArtist);
}

/** Those of an account that are not deleted, oldest first. */
export async function selectArtistsOf(read: Read, accountId: number): Promise<Artist[]> {
  const rows = await own(read)
    .where('a.account_id', '=', accountId)
    .where('a.deleted_at', 'is', null)
    .orderBy('a.id')
    .execute();
  return rows.map(toArtist);
}

/** Keeps bookings of these, and changes of them, waiting until the transaction ends. In the order of ids. */
export async function lockArtists(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`select from artists where tenant_id = ${tx.tenantId} and id = any(${[...ids]}::bigint[])
    order by id for no key update`.execute(tx.db);
}

export async function insertArtist(tx: Tx, artist: NewProfile & ArtistFacts): Promise<number> {
  const now = tx.clock.now();
  const row = await tx.db
    .insertInto('artists')
    .values({
      ...toColumns(artist),
      tenant_id: tx.tenantId,
      uuid: artist.uuid,
      city_id: artist.cityId,
      account_id: artist.accountId,
      created_by: artist.createdBy,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateArtist(
  tx: Tx,
  id: number,
  facts: ArtistFacts & { nameKey: string },
): Promise<void> {
  await tx.db
    .updateTable('artists')
    .set({ ...toColumns(facts), updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function markArtistDeleted(tx: Tx, id: number): Promise<void> {
  const now = tx.clock.now();
  await tx.db
    .updateTable('artists')
    .set({ deleted_at: now, updated_at: now, is_accepting_requests: false })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

function toArtist({ deletedAt, unavailable, ...row }: Row): Artist {
  return { ...row, unavailable: toSpans(unavailable), isDeleted: deletedAt !== null };
}

function toColumns(facts: ArtistFacts & { readonly nameKey: string }) {
  return {
    name: facts.name,
    name_key: facts.nameKey,
    description: facts.description,
    long_description: facts.longDescription,
    genres: [...facts.genres],
    picture_id: facts.pictureId,
    url: facts.url,
    facebook_url: facts.facebookUrl,
    instagram_url: facts.instagramUrl,
    twitter_url: facts.twitterUrl,
    youtube_url: facts.youtubeUrl,
    soundcloud_url: facts.soundcloudUrl,
    soundcloud_song_urls: facts.soundcloudSongUrls && [...facts.soundcloudSongUrls],
    youtube_video_urls: facts.youtubeVideoUrls && [...facts.youtubeVideoUrls],
    group_size: facts.groupSize,
    needs_electricity: facts.needsElectricity,
    needs_pa: facts.needsPa,
    needs_piano: facts.needsPiano,
    is_accepting_requests: facts.isAcceptingRequests,
    available_from: facts.availableFrom,
    available_until: facts.availableUntil,
    unavailable: toMultirange(facts.unavailable),
    contact_name: facts.contactName,
    contact_email: facts.contactEmail,
    contact_phone: facts.contactPhone,
  };
}
