import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { Event } from './types.ts';

/** An event with what stands in it, counted. */
export interface EventTally extends Event {
  readonly workshops: number;
  readonly participants: number;
  /** Of all workshops; a negative one counts as none. */
  readonly capacity: number;
  readonly taken: number;
}

/** Which events are wanted. */
export interface EventPage {
  readonly isArchived: boolean;
  /** The id after which the page begins; null: the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** Events with their counts, the newest first, in one statement. */
export async function selectTallies(
  read: Read,
  { isArchived, before, limit }: EventPage,
): Promise<EventTally[]> {
  const { rows } = await sql<EventTally>`
    select e.id, e.name, e.available, e.opens_at as "opensAt", e.closes_at as "closesAt", e.time_zone as "timeZone",
      e.version, e.archived_at as "archivedAt", w.workshops, w.capacity, w.taken,
      (select count(*)::integer from participants p where p.tenant_id = e.tenant_id and p.event_id = e.id) as participants
    from events e cross join lateral (
      select count(*)::integer as workshops, coalesce(sum(greatest(w.capacity, 0)), 0)::float8 as capacity,
        coalesce(sum(w.taken), 0)::integer as taken
      from workshops w where w.tenant_id = e.tenant_id and w.event_id = e.id
    ) as w
    where e.tenant_id = ${read.tenantId} and (e.archived_at is not null) = ${isArchived}::boolean
      and (${before}::bigint is null or e.id < ${before}::bigint)
    order by e.id desc limit ${limit}`.execute(read.db);
  return rows;
}

/** How many people an event has, and how many of them have chosen something. */
export async function countPeople(
  read: Read,
  eventId: number,
): Promise<{ participants: number; deciders: number }> {
  const { rows } = await sql<{ participants: number; deciders: number }>`
    select
      (select count(*)::integer from participants p where p.tenant_id = ${read.tenantId} and p.event_id = ${eventId})
        as participants,
      (select count(distinct r.participant_id)::integer from registrations r
        where r.tenant_id = ${read.tenantId} and r.event_id = ${eventId}) as deciders`.execute(read.db);
  return rows[0] ?? { participants: 0, deciders: 0 };
}

/** Registrations made since, by the day of UTC; days without any are left out. */
export async function countRegistrationsByDay(
  read: Read,
  since: Date,
): Promise<{ day: string; count: number }[]> {
  const { rows } = await sql<{ day: string; count: number }>`
    select to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count
    from registrations where tenant_id = ${read.tenantId} and entered_at >= ${since}
    group by day order by day`.execute(read.db);
  return rows;
}

/** A workshop of an event whose switch is on. */
export interface FilledRow extends Pick<Event, 'available' | 'opensAt' | 'closesAt' | 'archivedAt'> {
  readonly eventId: number;
  readonly eventName: string;
  readonly id: number;
  readonly title: string;
  readonly capacity: number;
  readonly taken: number;
}

/** At most 200 workshops, of the newest events first. */
export async function selectFill(read: Read): Promise<FilledRow[]> {
  const { rows } = await sql<FilledRow>`
    select e.id as "eventId", e.name as "eventName", e.available, e.opens_at as "opensAt", e.closes_at as "closesAt",
      e.archived_at as "archivedAt", w.id, w.title, w.capacity, w.taken
    from events e join workshops w on w.tenant_id = e.tenant_id and w.event_id = e.id
    where e.tenant_id = ${read.tenantId} and e.available and e.archived_at is null
      and (e.opens_at is null or e.opens_at <= ${read.clock.now()}) and (e.closes_at is null or e.closes_at > ${read.clock.now()})
    order by e.id desc, w.id limit 200`.execute(read.db);
  return rows;
}
