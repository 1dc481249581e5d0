import { type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Event, EventWithWorkshops, Workshop, WorkshopLink } from './types.ts';

const columns = [
  'id',
  'name',
  'available',
  'opens_at as opensAt',
  'closes_at as closesAt',
  'time_zone as timeZone',
  'version',
  'archived_at as archivedAt',
] as const;

/** Events by id. @param archived whether the archived ones come too */
export async function selectEvents(read: Read, archived: boolean): Promise<Event[]> {
  let query = read.db.selectFrom('events').select(columns).where('tenant_id', '=', read.tenantId);
  if (!archived) query = query.where('archived_at', 'is', null);
  return query.orderBy('id').execute();
}

export async function findEventId(read: Read, name: string): Promise<number | null> {
  const row = await read.db
    .selectFrom('events')
    .select('id')
    .where('tenant_id', '=', read.tenantId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** An event with its workshops and their counters: the event page in one statement, O(workshops). */
export async function findEvent(read: Read, id: number): Promise<EventWithWorkshops | null> {
  const { rows } = await sql<EventWithWorkshops>`
    select e.id, e.name, e.available, e.opens_at as "opensAt", e.closes_at as "closesAt", e.time_zone as "timeZone",
      e.version, e.archived_at as "archivedAt",
      (select coalesce(json_agg(json_build_object('id', w.id, 'eventId', w.event_id, 'title', w.title,
          'description', w.description, 'moment', w.moment, 'targetGroup', w.target_group, 'capacity', w.capacity,
          'taken', w.taken, 'granted', w.granted, 'version', w.version, 'position', w.position) order by w.id), '[]')
        from workshops w where w.tenant_id = e.tenant_id and w.event_id = e.id) as workshops
    from events e where e.tenant_id = ${read.tenantId} and e.id = ${id}`.execute(read.db);
  return rows[0] ?? null;
}

/** Keeps other edits of the event waiting until the transaction ends. */
export async function lockEvent(tx: Tx, id: number): Promise<Event | null> {
  const row = await tx.db
    .selectFrom('events')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps choices from claiming places of the event, in the order in which they claim. */
export async function lockWorkshops(tx: Tx, eventId: number): Promise<Workshop[]> {
  const rows = await tx.db
    .selectFrom('workshops')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    eventId: row.event_id,
    title: row.title,
    description: row.description,
    moment: row.moment,
    targetGroup: row.target_group,
    capacity: row.capacity,
    taken: row.taken,
    granted: row.granted,
    version: row.version,
    position: row.position,
  }));
}

/** What is written of an event. */
export type EventValues = Pick<Event, 'name' | 'available' | 'opensAt' | 'closesAt' | 'timeZone'>;

export async function insertEvent(tx: Tx, values: EventValues): Promise<number> {
  const now = tx.clock.now();
  const row = await tx.db
    .insertInto('events')
    .values({ tenant_id: tx.tenantId, ...toColumns(values), created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Writes the event and raises its version, also that of its workshops, so that choices judged before claim nothing. */
export async function updateEvent(
  tx: Tx,
  id: number,
  values: EventValues & { archivedAt: Date | null },
): Promise<number> {
  const { archivedAt, ...rest } = values;
  const { rows } = await sql<{ version: number }>`
    with edited as (
      update events set name = ${rest.name}, available = ${rest.available}, opens_at = ${rest.opensAt},
        closes_at = ${rest.closesAt}, time_zone = ${rest.timeZone}, archived_at = ${archivedAt},
        updated_at = ${tx.clock.now()}, version = version + 1
      where tenant_id = ${tx.tenantId} and id = ${id}
      returning version
    ), raised as (
      update workshops w set version = e.version from edited e
      where w.tenant_id = ${tx.tenantId} and w.event_id = ${id}
    )
    select e.version from edited e`.execute(tx.db);
  return rows[0]?.version ?? 0;
}

export async function deleteEvent(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('events').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}

/** What is written of a workshop. */
export type WorkshopValues = Pick<
  Workshop,
  'title' | 'description' | 'moment' | 'targetGroup' | 'capacity' | 'position'
>;

/** Makes workshops with one statement, in the order of the list. @returns their ids, in that order */
export async function insertWorkshops(
  tx: Tx,
  event: { id: number; version: number },
  workshops: readonly WorkshopValues[],
): Promise<number[]> {
  if (workshops.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    insert into workshops (tenant_id, event_id, title, description, moment, target_group, capacity, position, version)
    select ${tx.tenantId}, ${event.id}, s.title, s.description, s.moment, s.target_group, s.capacity, s.position,
      ${event.version}
    from ${listed(workshops)} order by s.place
    returning id`.execute(tx.db);
  return rows.map(({ id }) => id).sort((one, other) => one - other);
}

/** Writes workshops with one statement; a capacity below what is taken keeps everybody in. */
export async function updateWorkshops(
  tx: Tx,
  eventId: number,
  workshops: readonly (WorkshopValues & { id: number })[],
): Promise<void> {
  if (workshops.length === 0) return;
  await sql`
    update workshops w set title = s.title, description = s.description, moment = s.moment,
      target_group = s.target_group, capacity = s.capacity, position = s.position,
      granted = case when w.taken > s.capacity then w.taken else 0 end
    from ${listed(workshops)}
    where w.tenant_id = ${tx.tenantId} and w.event_id = ${eventId}
      and w.id = (${workshops.map(({ id }) => id)}::bigint[])[s.place::integer]`.execute(tx.db);
}

/** Deletes workshops with the registrations and links they have. */
export async function deleteWorkshops(tx: Tx, eventId: number, ids: readonly number[]): Promise<void> {
  await tx.db
    .deleteFrom('workshops')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .where(sql<SqlBool>`id = any(${[...ids]}::bigint[])`)
    .execute();
}

export async function selectLinks(read: Read, eventId: number): Promise<WorkshopLink[]> {
  const rows = await read.db
    .selectFrom('workshop_links')
    .select(['workshop1_id', 'workshop2_id', 'kind'])
    .where('tenant_id', '=', read.tenantId)
    .where('event_id', '=', eventId)
    .orderBy('workshop1_id')
    .orderBy('workshop2_id')
    .execute();
  return rows.map((row) => ({
    workshop1Id: row.workshop1_id,
    workshop2Id: row.workshop2_id,
    kind: row.kind === 'inclusive' ? 'inclusive' : 'exclusive',
  }));
}

/** Puts these links in place of those the event has. */
export async function replaceLinks(tx: Tx, eventId: number, links: readonly WorkshopLink[]): Promise<void> {
  await tx.db
    .deleteFrom('workshop_links')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute();
  if (links.length === 0) return;
  await tx.db
    .insertInto('workshop_links')
    .values(
      links.map((link) => ({
        tenant_id: tx.tenantId,
        event_id: eventId,
        workshop1_id: link.workshop1Id,
        workshop2_id: link.workshop2Id,
        kind: link.kind,
      })),
    )
    .execute();
}

/** Deletes everybody of an event with what they chose. */
export async function deleteEveryParticipant(tx: Tx, eventId: number): Promise<void> {
  await tx.db
    .updateTable('workshops')
    .set({ taken: 0, granted: 0 })
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute();
  await tx.db
    .deleteFrom('participants')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute();
}

/** Keeps choices of everybody in the event waiting, in a fixed order, so that nobody is waited for in a circle. */
export async function lockEveryParticipant(tx: Tx, eventId: number): Promise<void> {
  await sql`select from participants where tenant_id = ${tx.tenantId} and event_id = ${eventId} order by id for update`.execute(
    tx.db,
  );
}

function listed(workshops: readonly WorkshopValues[]) {
  const column = <Key extends keyof WorkshopValues>(key: Key) => workshops.map((one) => one[key]);
  return sql`unnest(${column('title')}::text[], ${column('description')}::text[], ${column('moment')}::text[],
    ${column('targetGroup')}::text[], ${column('capacity')}::integer[], ${column('position')}::integer[])
    with ordinality as s (title, description, moment, target_group, capacity, position, place)`;
}

function toColumns(values: EventValues) {
  return {
    name: values.name,
    available: values.available,
    opens_at: values.opensAt,
    closes_at: values.closesAt,
    time_zone: values.timeZone,
  };
}
