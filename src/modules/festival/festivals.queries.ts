import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Festival } from './types.ts';

const columns = [
  'id',
  'uuid',
  'city_id as cityId',
  'name',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'launched_at as launchedAt',
  'registration_closes_at as registrationClosesAt',
  'matchmaking_closes_at as matchmakingClosesAt',
] as const;

const own = (read: Read) =>
  read.db.selectFrom('festivals').select(columns).where('tenant_id', '=', read.tenantId);

/** Of one city, by date. */
export function selectFestivals(read: Read, cityId: number): Promise<Festival[]> {
  return own(read).where('city_id', '=', cityId).orderBy('starts_at').orderBy('id').execute();
}

/** The launched festival not yet ended, the next one if several. */
export async function findCurrentFestival(read: Read, cityId: number): Promise<Festival | null> {
  const row = await own(read)
    .where('city_id', '=', cityId)
    .where('launched_at', 'is not', null)
    .where('ends_at', '>', read.clock.now())
    .orderBy('starts_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function findFestivalByUuid(read: Read, uuid: string): Promise<Festival | null> {
  return (await own(read).where('uuid', '=', uuid).executeTakeFirst()) ?? null;
}

export async function findFestival(read: Read, id: number): Promise<Festival | null> {
  return (await own(read).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Keeps other changes of the festival waiting until the transaction ends. */
export async function lockFestival(tx: Tx, uuid: string): Promise<Festival | null> {
  return (await own(tx).where('uuid', '=', uuid).forNoKeyUpdate().executeTakeFirst()) ?? null;
}

export type FestivalValues = Omit<Festival, 'id' | 'uuid' | 'cityId'>;

export function insertFestival(
  tx: Tx,
  festival: FestivalValues & { uuid: string; cityId: number },
): Promise<Festival> {
  const now = tx.clock.now();
  return tx.db
    .insertInto('festivals')
    .values({
      ...toColumns(festival),
      tenant_id: tx.tenantId,
      uuid: festival.uuid,
      city_id: festival.cityId,
      created_at: now,
      updated_at: now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export function updateFestival(tx: Tx, id: number, values: FestivalValues): Promise<Festival> {
  return tx.db
    .updateTable('festivals')
    .set({ ...toColumns(values), updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** How many bookings, over or not, would lie outside of a window. */
export async function countBookingsOutside(
  read: Read,
  id: number,
  { startsAt, endsAt }: Pick<Festival, 'startsAt' | 'endsAt'>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from bookings where tenant_id = ${read.tenantId} and festival_id = ${id}
      and status in ('requested', 'accepted', 'changes_suggested', 'confirmed')
      and (starts_at < ${startsAt} or ends_at > ${endsAt})`.execute(read.db);
  return rows[0]?.count ?? 0;
}

/** Makes every profile of a city available for the whole window of the festival that comes. */
export async function resetAvailability(tx: Tx, cityId: number): Promise<void> {
  await tx.db
    .updateTable('artists')
    .set({ available_from: null, available_until: null, unavailable: '{}' })
    .where('tenant_id', '=', tx.tenantId)
    .where('city_id', '=', cityId)
    .execute();
  await tx.db
    .updateTable('venues')
    .set({ available_from: null, available_until: null, unavailable: '{}' })
    .where('tenant_id', '=', tx.tenantId)
    .where('city_id', '=', cityId)
    .execute();
}

function toColumns(values: FestivalValues) {
  return {
    name: values.name,
    starts_at: values.startsAt,
    ends_at: values.endsAt,
    launched_at: values.launchedAt,
    registration_closes_at: values.registrationClosesAt,
    matchmaking_closes_at: values.matchmakingClosesAt,
  };
}
