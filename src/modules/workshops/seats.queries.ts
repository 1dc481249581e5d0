import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { Event, Workshop } from './types.ts';

/** What stands in the database of an event's places. */
export type FoundSeats = Pick<Event, 'available' | 'opensAt' | 'closesAt' | 'archivedAt' | 'version'> & {
  /** By id. */
  readonly workshops: readonly Pick<Workshop, 'id' | 'capacity' | 'taken'>[];
};

/** The counters of an event's workshops, in one statement. */
export async function findSeats(read: Read, eventId: number): Promise<FoundSeats | null> {
  const { rows } = await sql<FoundSeats>`
    select e.available, e.opens_at as "opensAt", e.closes_at as "closesAt", e.archived_at as "archivedAt", e.version,
      (select coalesce(json_agg(json_build_object('id', w.id, 'capacity', w.capacity, 'taken', w.taken) order by w.id),
          '[]')
        from workshops w where w.tenant_id = e.tenant_id and w.event_id = e.id) as workshops
    from events e where e.tenant_id = ${read.tenantId} and e.id = ${eventId}`.execute(read.db);
  return rows[0] ?? null;
}
