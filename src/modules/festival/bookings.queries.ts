// Long because every question about rows of bookings stands here, with the one list of their columns.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import {
  type Booking,
  type BookingFilter,
  type BookingStatus,
  type BookingStep,
  bookingStatuses,
  type Recipient,
  type Side,
  type Span,
  type Window,
} from './types.ts';

const columns = [
  'b.id',
  'b.uuid',
  'b.city_id as cityId',
  'b.festival_id as festivalId',
  'b.artist_id as artistId',
  'b.venue_id as venueId',
  'b.starts_at as startsAt',
  'b.ends_at as endsAt',
  'b.status',
  'b.turn',
  'b.is_self_match as isSelfMatch',
  'b.is_lesson as isLesson',
  'b.is_participatory as isParticipatory',
  'b.livestream_url as livestreamUrl',
  'b.expires_at as expiresAt',
  'b.version',
  'b.created_at as createdAt',
  'b.deleted_at as deletedAt',
  'c.uuid as createdByUuid',
  'a.account_id as artistAccountId',
  'v.account_id as venueAccountId',
] as const;

const joined = (read: Pick<Read, 'db' | 'tenantId'>) =>
  read.db
    .selectFrom('bookings as b')
    .innerJoin('artists as a', (join) =>
      join.onRef('a.tenant_id', '=', 'b.tenant_id').onRef('a.id', '=', 'b.artist_id'),
    )
    .innerJoin('venues as v', (join) =>
      join.onRef('v.tenant_id', '=', 'b.tenant_id').onRef('v.id', '=', 'b.venue_id'),
    )
    .leftJoin('accounts as c', (join) =>
      join.onRef('c.tenant_id', '=', 'b.tenant_id').onRef('c.id', '=', 'b.created_by'),
    )
    .where('b.tenant_id', '=', read.tenantId);

const own = (read: Read) => joined(read).select(columns);

type Row = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

/** Also a deleted one. */
export async function findBooking(read: Read, uuid: string): Promise<Booking | null> {
  const row = await own(read).where('b.uuid', '=', uuid).executeTakeFirst();
  return row ? toBooking(row) : null;
}

/** Keeps other changes of the booking waiting until the transaction ends. */
export async function lockBooking(tx: Tx, id: number): Promise<Booking | null> {
  const row = await own(tx).where('b.id', '=', id).forNoKeyUpdate('b').executeTakeFirst();
  return row ? toBooking(row) : null;
}

/** One page by time, deleted ones left out, and how many there are in all. */
export async function selectBookings(
  read: Read,
  filter: BookingFilter,
  { limit, offset }: Window,
): Promise<{ count: number; bookings: Booking[] }> {
  const [counted, rows] = await Promise.all([
    joined(read)
      .select(sql<number>`count(*)::integer`.as('count'))
      .where((where) => fits(where, filter))
      .executeTakeFirst(),
    own(read)
      .where((where) => fits(where, filter))
      .orderBy('b.starts_at')
      .orderBy('b.id')
      .limit(limit)
      .offset(offset)
      .execute(),
  ]);
  return { count: counted?.count ?? 0, bookings: rows.map(toBooking) };
}

/** How many bookings there are of each status. */
export async function countStatuses(read: Read, filter: BookingFilter): Promise<Map<BookingStatus, number>> {
  const rows = await joined(read)
    .select(['b.status', sql<number>`count(*)::integer`.as('count')])
    .where((where) => fits(where, filter))
    .groupBy('b.status')
    .execute();
  return new Map(rows.map(({ status, count }) => [toStatus(status), count]));
}

type Joined = ExpressionBuilder<
  DB & { a: DB['artists']; b: DB['bookings']; v: DB['venues'] },
  'a' | 'b' | 'v'
>;

function fits(where: Joined, filter: BookingFilter): Expression<SqlBool> {
  const { accountId, statuses, selfMatchesOf } = filter;
  return where.and([
    where('b.deleted_at', 'is', null),
    ...(filter.cityId === undefined ? [] : [where('b.city_id', '=', filter.cityId)]),
    ...(filter.artistId === undefined ? [] : [where('b.artist_id', '=', filter.artistId)]),
    ...(filter.venueId === undefined ? [] : [where('b.venue_id', '=', filter.venueId)]),
    ...(filter.festivalId === undefined ? [] : [where('b.festival_id', '=', filter.festivalId)]),
    ...(statuses === undefined ? [] : [sql<SqlBool>`b.status = any(${[...statuses]}::text[])`]),
    ...(accountId === undefined
      ? []
      : [where.or([where('a.account_id', '=', accountId), where('v.account_id', '=', accountId)])]),
    ...(selfMatchesOf === undefined
      ? []
      : [where('b.is_self_match', '=', true), where('b.created_by', '=', selfMatchesOf)]),
  ]);
}

export interface BookingValues extends Span {
  readonly venueId: number;
  readonly status: BookingStatus;
  readonly turn: Side | null;
  readonly isLesson: boolean;
  readonly isParticipatory: boolean;
  readonly livestreamUrl: string | null;
  readonly expiresAt: Date | null;
}

export async function insertBooking(
  tx: Tx,
  booking: BookingValues & {
    readonly uuid: string;
    readonly cityId: number;
    readonly festivalId: number;
    readonly artistId: number;
    readonly isSelfMatch: boolean;
    readonly createdBy: number | null;
    readonly requestKey: string | null;
  },
): Promise<number> {
  const now = tx.clock.now();
  const row = await tx.db
    .insertInto('bookings')
    .values({
      ...toColumns(booking),
      tenant_id: tx.tenantId,
      uuid: booking.uuid,
      city_id: booking.cityId,
      festival_id: booking.festivalId,
      artist_id: booking.artistId,
      is_self_match: booking.isSelfMatch,
      created_by: booking.createdBy,
      request_key: booking.requestKey,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Writes the booking and raises its version. @param isDeleted takes it out of every list */
export async function updateBooking(
  tx: Tx,
  id: number,
  values: BookingValues,
  isDeleted: boolean,
): Promise<void> {
  const now = tx.clock.now();
  await tx.db
    .updateTable('bookings')
    .set((set) => ({
      ...toColumns(values),
      reminded_at: null,
      version: set('version', '+', 1),
      updated_at: now,
      ...(isDeleted && { deleted_at: now }),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function insertStep(
  tx: Tx,
  bookingId: number,
  step: Omit<BookingStep, 'at' | 'accountUuid'> & { readonly accountId: number | null },
): Promise<void> {
  await tx.db
    .insertInto('booking_changes')
    .values({
      tenant_id: tx.tenantId,
      booking_id: bookingId,
      at: tx.clock.now(),
      account_id: step.accountId,
      actor: step.actor,
      action: step.action,
      from_status: step.fromStatus,
      to_status: step.toStatus,
      reason: step.reason,
      starts_at: step.startsAt,
      ends_at: step.endsAt,
    })
    .execute();
}

/** The history of a booking, oldest first. */
export async function selectSteps(read: Read, bookingId: number): Promise<BookingStep[]> {
  const rows = await read.db
    .selectFrom('booking_changes as h')
    .leftJoin('accounts as c', (join) =>
      join.onRef('c.tenant_id', '=', 'h.tenant_id').onRef('c.id', '=', 'h.account_id'),
    )
    .select([
      'h.at',
      'c.uuid as accountUuid',
      'h.actor',
      'h.action',
      'h.from_status as fromStatus',
      'h.to_status as toStatus',
      'h.reason',
      'h.starts_at as startsAt',
      'h.ends_at as endsAt',
    ])
    .where('h.tenant_id', '=', read.tenantId)
    .where('h.booking_id', '=', bookingId)
    .orderBy('h.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    actor: isActor(row.actor) ? row.actor : 'system',
    fromStatus: row.fromStatus === null ? null : toStatus(row.fromStatus),
    toStatus: toStatus(row.toStatus),
  }));
}

/** Bookings that take the artist or the venue at that time, the earliest first. @param exceptId not this one */
export async function selectClashes(
  read: Read,
  wanted: Span & { readonly artistId: number; readonly venueId: number; readonly exceptId: number | null },
): Promise<{ uuid: string; side: Side; startsAt: Date; endsAt: Date }[]> {
  const { rows } = await sql<{ uuid: string; is_artists: boolean; startsAt: Date; endsAt: Date }>`
    select b.uuid, b.artist_id = ${wanted.artistId} as is_artists, b.starts_at as "startsAt", b.ends_at as "endsAt"
    from bookings b
    where b.tenant_id = ${read.tenantId} and (b.artist_id = ${wanted.artistId} or b.venue_id = ${wanted.venueId})
      and b.status in ('accepted', 'confirmed') and b.starts_at < ${wanted.endsAt} and b.ends_at > ${wanted.startsAt}
      and b.id is distinct from ${wanted.exceptId}::bigint
    order by b.starts_at, b.id limit 20`.execute(read.db);
  return rows.map(({ is_artists: isArtists, ...row }) => ({ ...row, side: isArtists ? 'artist' : 'venue' }));
}

/** The uuid of the booking of these two at this very time that is not over. */
export async function findAsked(
  read: Read,
  { artistId, venueId, startsAt, endsAt }: Span & { readonly artistId: number; readonly venueId: number },
): Promise<string | null> {
  const row = await read.db
    .selectFrom('bookings')
    .select('uuid')
    .where('tenant_id', '=', read.tenantId)
    .where('artist_id', '=', artistId)
    .where('venue_id', '=', venueId)
    .where('starts_at', '=', startsAt)
    .where('ends_at', '=', endsAt)
    .where('status', 'in', ['requested', 'accepted', 'changes_suggested', 'confirmed'])
    .executeTakeFirst();
  return row?.uuid ?? null;
}

/** The uuid of the booking that this person's request of that key made. */
export async function findRequest(
  read: Read,
  accountId: number,
  requestKey: string | null,
): Promise<string | null> {
  if (requestKey === null) return null;
  const row = await read.db
    .selectFrom('bookings')
    .select('uuid')
    .where('tenant_id', '=', read.tenantId)
    .where('created_by', '=', accountId)
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  return row?.uuid ?? null;
}

/** By the id of the profile and the status; deleted bookings left out. */
export async function countByStatus(
  read: Read,
  side: Side,
  ids: readonly number[],
): Promise<Map<number, Record<string, number>>> {
  const column = sql.ref(side === 'artist' ? 'b.artist_id' : 'b.venue_id');
  const { rows } = await sql<{ id: number; counts: Record<string, number> }>`
    select c.id, json_object_agg(c.status, c.count) as counts from (
      select ${column} as id, b.status, count(*)::integer as count from bookings b
      where b.tenant_id = ${read.tenantId} and ${column} = any(${[...ids]}::bigint[]) and b.deleted_at is null
      group by 1, 2) as c group by c.id`.execute(read.db);
  return new Map(rows.map(({ id, counts }) => [id, counts]));
}

/** Bookings of these profiles that begin later and are not over, by id. */
export async function selectOpenUuids(
  read: Read,
  { artistIds, venueIds }: { readonly artistIds: readonly number[]; readonly venueIds: readonly number[] },
): Promise<string[]> {
  const { rows } = await sql<{ uuid: string }>`
    select b.uuid from bookings b
    where b.tenant_id = ${read.tenantId} and b.ends_at > ${read.clock.now()}
      and (b.artist_id = any(${[...artistIds]}::bigint[]) or b.venue_id = any(${[...venueIds]}::bigint[]))
      and b.status in ('requested', 'accepted', 'changes_suggested', 'confirmed')
    order by b.id`.execute(read.db);
  return rows.map(({ uuid }) => uuid);
}

/** Requests whose time to be answered, or to be reminded of (the half of it), has come; of every tenant. */
export async function selectUnanswered(
  read: OwnerRead,
  limit: number,
): Promise<{ tenantId: number; siteId: number; uuid: string; isOver: boolean }[]> {
  const now = read.clock.now();
  const { rows } = await sql<{ tenantId: number; siteId: number; uuid: string; isOver: boolean }>`
    select b.tenant_id as "tenantId", c.site_id as "siteId", b.uuid, b.expires_at <= ${now} as "isOver"
    from bookings b join cities c on c.tenant_id = b.tenant_id and c.id = b.city_id
    where b.status = 'requested' and (b.expires_at <= ${now}
      or b.reminded_at is null and b.updated_at + (b.expires_at - b.updated_at) / 2 <= ${now})
    order by b.expires_at, b.id limit ${limit}`.execute(read.db);
  return rows;
}

/** @returns whether it was a request that nobody had been reminded of */
export async function markReminded(tx: Tx, id: number): Promise<boolean> {
  const result = await tx.db
    .updateTable('bookings')
    .set({ reminded_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('status', '=', 'requested')
    .where('reminded_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Active people who may be written to. */
export function selectRecipients(read: Read, ids: readonly number[]): Promise<Recipient[]> {
  return read.db
    .selectFrom('accounts')
    .select(['id', 'email', 'name', 'locale', 'wants_letters as wantsLetters'])
    .where('tenant_id', '=', read.tenantId)
    .where(sql<SqlBool>`id = any(${[...ids]}::bigint[])`)
    .where('is_active', '=', true)
    .orderBy('id')
    .execute();
}

function toStatus(text: string): BookingStatus {
  return bookingStatuses.find((status) => status === text) ?? 'cancelled';
}

function isActor(text: string): text is BookingStep['actor'] {
  return ['artist', 'venue', 'city', 'system'].includes(text);
}

function toBooking({ deletedAt, status, turn, ...row }: Row): Booking {
  return {
    ...row,
    status: toStatus(status),
    turn: turn === 'artist' || turn === 'venue' ? turn : null,
    isDeleted: deletedAt !== null,
  };
}

function toColumns(values: BookingValues) {
  return {
    venue_id: values.venueId,
    starts_at: values.startsAt,
    ends_at: values.endsAt,
    status: values.status,
    turn: values.turn,
    is_lesson: values.isLesson,
    is_participatory: values.isParticipatory,
    livestream_url: values.livestreamUrl,
    expires_at: values.expiresAt,
  };
}
