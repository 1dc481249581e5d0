import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { Event } from './types.ts';

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
