import { sql } from 'kysely';
import type { Tx } from '../../platform/database/contract.ts';

/** Profiles of the person, and those that the person made on the spot for somebody. */
const theirs = (accountId: number) =>
  sql`(p.account_id = ${accountId} or p.account_id is null and p.created_by = ${accountId})`;

/** Takes everything personal out of the person's artists, deletes them and lets go of them. */
export async function emptyArtists(
  tx: Tx,
  accountId: number,
  name: string,
): Promise<{ id: number; pictureId: string | null }[]> {
  const now = tx.clock.now();
  const { rows } = await sql<{ id: number; pictureId: string | null }>`
    with found as (
      select p.id, p.picture_id from artists p where p.tenant_id = ${tx.tenantId} and ${theirs(accountId)}
      order by p.id for no key update
    )
    update artists a set account_id = null, created_by = null, name = ${name}, name_key = lower(${name}::text),
      description = '', long_description = null, picture_id = null, url = null, facebook_url = null,
      instagram_url = null, twitter_url = null, youtube_url = null, soundcloud_url = null, soundcloud_song_urls = null,
      youtube_video_urls = null, group_size = null, unavailable = '{}', contact_name = null, contact_email = null,
      contact_phone = null, is_accepting_requests = false, deleted_at = coalesce(a.deleted_at, ${now}),
      updated_at = ${now}
    from found where a.tenant_id = ${tx.tenantId} and a.id = found.id
    returning a.id, found.picture_id as "pictureId"`.execute(tx.db);
  return rows;
}

/** Takes everything personal out of the person's venues, the place included, deletes them and lets go of them. */
export async function emptyVenues(tx: Tx, accountId: number, name: string): Promise<{ id: number }[]> {
  const now = tx.clock.now();
  const { rows } = await sql<{ id: number }>`
    with found as (
      select p.id from venues p where p.tenant_id = ${tx.tenantId} and ${theirs(accountId)}
      order by p.id for no key update
    )
    update venues v set account_id = null, created_by = null, name = ${name}, name_key = lower(${name}::text),
      description = null, address = '', town = c.name, district = null, neighbourhood = null, zip_code = null,
      latitude = null, longitude = null, alt_venue = null, url = null, facebook_url = null, instagram_url = null,
      twitter_url = null, youtube_url = null, capacity = null, unavailable = '{}', contact_name = null,
      contact_email = null, contact_phone = null, access_notes = null, is_accepting_requests = false,
      deleted_at = coalesce(v.deleted_at, ${now}), updated_at = ${now}
    from found, cities c
    where v.tenant_id = ${tx.tenantId} and v.id = found.id and c.tenant_id = v.tenant_id and c.id = v.city_id
    returning v.id`.execute(tx.db);
  return rows;
}

/** Takes out what the person wrote about bookings, and where the public was to watch theirs. */
export async function emptyBookings(
  tx: Tx,
  accountId: number,
  profiles: { readonly artistIds: readonly number[]; readonly venueIds: readonly number[] },
): Promise<void> {
  const { tenantId } = tx;
  await sql`
    update bookings set livestream_url = null, request_key = null
    where tenant_id = ${tenantId} and (livestream_url is not null or request_key is not null)
      and (created_by = ${accountId} or artist_id = any(${[...profiles.artistIds]}::bigint[])
        or venue_id = any(${[...profiles.venueIds]}::bigint[]))`.execute(tx.db);
  await sql`
    update booking_changes set reason = null
    where tenant_id = ${tenantId} and account_id = ${accountId} and reason is not null`.execute(tx.db);
}

/** Deletes the conversations of these profiles, what the other side wrote to them too, and the person's words elsewhere. */
export async function deleteConversations(
  tx: Tx,
  accountId: number,
  profiles: { readonly artistIds: readonly number[]; readonly venueIds: readonly number[] },
): Promise<void> {
  await sql`
    delete from conversations
    where tenant_id = ${tx.tenantId} and (artist_id = any(${[...profiles.artistIds]}::bigint[])
      or venue_id = any(${[...profiles.venueIds]}::bigint[]))`.execute(tx.db);
  await sql`
    update messages set body = '' where tenant_id = ${tx.tenantId} and sender_id = ${accountId}`.execute(
    tx.db,
  );
}

/** Deletes the person's pictures that nothing shows any more. @returns which */
export async function deletePicturesOf(
  tx: Tx,
  accountId: number,
  shown: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from pictures p
    where p.tenant_id = ${tx.tenantId} and (p.account_id = ${accountId} or p.id = any(${[...shown]}::uuid[]))
      and not exists (select from artists a where a.tenant_id = p.tenant_id and a.picture_id = p.id)
      and not exists (select from cities c where c.tenant_id = p.tenant_id and c.logo_id = p.id)
    returning p.id`.execute(tx.db);
  return rows.map(({ id }) => id);
}
