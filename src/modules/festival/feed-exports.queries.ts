import { type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { BookingExport } from './types.ts';

/** Every booking of a city with whom to call, by start. Times are the city's own. */
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
    const local = (moment: ReturnType<typeof sql.ref>) =>
      sql<string>`to_char(${moment} at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS')`;
    return db
      .selectFrom('bookings as b')
      .innerJoin('cities as c', (join) =>
        join.onRef('c.tenant_id', '=', 'b.tenant_id').onRef('c.id', '=', 'b.city_id'),
      )
      .innerJoin('festivals as f', (join) =>
        join.onRef('f.tenant_id', '=', 'b.tenant_id').onRef('f.id', '=', 'b.festival_id'),
      )
      .innerJoin('artists as a', (join) =>
        join.onRef('a.tenant_id', '=', 'b.tenant_id').onRef('a.id', '=', 'b.artist_id'),
      )
      .innerJoin('venues as v', (join) =>
        join.onRef('v.tenant_id', '=', 'b.tenant_id').onRef('v.id', '=', 'b.venue_id'),
      )
      .leftJoin('accounts as p', (join) =>
        join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.account_id'),
      )
      .leftJoin('accounts as h', (join) =>
        join.onRef('h.tenant_id', '=', 'v.tenant_id').onRef('h.id', '=', 'v.account_id'),
      )
      .select([
        'b.uuid',
        'f.name as festivalName',
        'b.status',
        'b.is_self_match as isSelfMatch',
        'a.name as artistName',
        'v.name as venueName',
        'v.address',
        'v.town',
        'v.zip_code as zipCode',
        'a.contact_name as artistContactName',
        'a.contact_phone as artistContactPhone',
        'v.contact_name as venueContactName',
        'v.contact_phone as venueContactPhone',
      ])
      .select((of) => [
        of.fn.coalesce('a.contact_email', 'p.email').as('artistContactEmail'),
        of.fn.coalesce('v.contact_email', 'h.email').as('venueContactEmail'),
      ])
      .select([
        local(sql.ref('b.starts_at')).as('startsAt'),
        local(sql.ref('b.ends_at')).as('endsAt'),
        local(sql.ref('b.created_at')).as('createdAt'),
        local(sql.ref('b.updated_at')).as('updatedAt'),
      ])
      .where('b.tenant_id', '=', tenantId)
      .where('b.city_id', '=', cityId)
      .where('b.deleted_at', 'is', null)
      .where(sql<boolean>`b.status = any(${[...statuses]}::text[])`)
      .$if(festivalUuid !== null, (query) => query.where('f.uuid', '=', festivalUuid))
      .orderBy('b.starts_at')
      .orderBy('b.id')
      .$castTo<BookingExport>();
  };
