import { type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';

export interface NamedBooking {
  readonly id: number;
  readonly uuid: string;
  readonly artist: string;
  readonly venue: string;
  readonly artistAccountId: number | null;
  readonly venueAccountId: number | null;
  readonly siteId: number;
}

/** The confirmed bookings of these numbers, or of that uuid. */
export function selectNamedBookings(
  read: Read,
  wanted: { readonly ids: readonly number[] } | { readonly uuid: string },
): Promise<NamedBooking[]> {
  const query = read.db
    .selectFrom('bookings as b')
    .innerJoin('artists as a', (join) =>
      join.onRef('a.tenant_id', '=', 'b.tenant_id').onRef('a.id', '=', 'b.artist_id'),
    )
    .innerJoin('venues as v', (join) =>
      join.onRef('v.tenant_id', '=', 'b.tenant_id').onRef('v.id', '=', 'b.venue_id'),
    )
    .innerJoin('cities as c', (join) =>
      join.onRef('c.tenant_id', '=', 'b.tenant_id').onRef('c.id', '=', 'b.city_id'),
    )
    .select([
      'b.id',
      'b.uuid',
      'a.name as artist',
      'v.name as venue',
      'a.account_id as artistAccountId',
      'v.account_id as venueAccountId',
      'c.site_id as siteId',
    ])
    .where('b.tenant_id', '=', read.tenantId)
    .where('b.status', '=', 'confirmed')
    .where('b.deleted_at', 'is', null);
  return (
    'uuid' in wanted
      ? query.where('b.uuid', '=', wanted.uuid)
      : query.where(sql<SqlBool>`b.id = any (${[...wanted.ids]}::bigint[])`)
  ).execute();
}
