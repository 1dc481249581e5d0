import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { ChoiceCase, Event, JudgedWorkshop, Participant, Registration, WorkshopLink } from './types.ts';

/** What stands in the database of a choice: all that its judge needs but the wish and the time. */
export type FoundCase = Pick<ChoiceCase, 'workshops' | 'links' | 'targetGroup' | 'current' | 'elsewhere'> & {
  readonly event: Event;
  /** Those of `current`, by id of the workshop. */
  readonly registrations: readonly Registration[];
};

/** Keeps this participant's other choices, and changes of the participant, waiting until the transaction ends. */
export async function lockParticipant(tx: Tx, id: number): Promise<void> {
  await tx.db
    .selectFrom('participants')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

/**
 * Reads what a choice is judged by, in one statement. Not the statement that locks: that one's snapshot is older than
 * what it waited for.
 */
export async function findCase(
  read: Read,
  participantId: number,
  wanted: readonly number[],
): Promise<FoundCase | null> {
  const { rows } = await sql<CaseRow>`
    select e.id, e.name, e.available, e.opens_at, e.closes_at, e.time_zone, e.version, e.archived_at, p.target_group,
      (select coalesce(json_agg(json_build_object('id', w.id, 'eventId', w.event_id, 'title', w.title,
          'moment', w.moment, 'targetGroup', w.target_group, 'capacity', w.capacity, 'taken', w.taken,
          'granted', w.granted, 'version', w.version, 'position', w.position) order by w.id), '[]')
        from workshops w where w.tenant_id = ${read.tenantId} and w.event_id = p.event_id) as workshops,
      (select coalesce(json_agg(json_build_object('workshop1Id', l.workshop1_id, 'workshop2Id', l.workshop2_id,
          'kind', l.kind)), '[]')
        from workshop_links l where l.tenant_id = ${read.tenantId} and l.event_id = p.event_id) as links,
      (select coalesce(json_agg(json_build_object('id', r.id, 'workshopId', r.workshop_id, 'enteredAt', r.entered_at)
          order by r.workshop_id), '[]')
        from registrations r where r.tenant_id = ${read.tenantId} and r.participant_id = p.id) as registrations,
      (select coalesce(json_agg(json_build_object('id', w.id, 'eventId', w.event_id)), '[]')
        from workshops w where w.tenant_id = ${read.tenantId} and w.id = any(${[...wanted]}::bigint[])
          and w.event_id <> p.event_id) as elsewhere
    from participants p join events e on e.tenant_id = p.tenant_id and e.id = p.event_id
    where p.tenant_id = ${read.tenantId} and p.id = ${participantId}`.execute(read.db);
  const [row] = rows;
  if (!row) return null;
  const { workshops, links, elsewhere, target_group: targetGroup } = row;
  const registrations = row.registrations.map(({ enteredAt, ...rest }) => ({
    ...rest,
    participantId,
    enteredAt: new Date(enteredAt),
  }));
  const current = registrations.map(({ workshopId }) => workshopId);
  return { event: toEvent(row), workshops, links, registrations, current, elsewhere, targetGroup };
}

/** Who chooses, and what the workshops of their event are about: too long for the judge, who does not read it. */
export async function findChooser(
  read: Read,
  participantId: number,
): Promise<{ participant: Participant; descriptions: ReadonlyMap<number, string> } | null> {
  const { rows } = await sql<Participant & { readonly descriptions: { id: number; text: string }[] }>`
    select p.id, p.event_id as "eventId", p.full_name as "fullName", p.class, p.target_group as "targetGroup",
      (select coalesce(json_agg(json_build_object('id', w.id, 'text', w.description)), '[]')
        from workshops w where w.tenant_id = ${read.tenantId} and w.event_id = p.event_id) as descriptions
    from participants p
    where p.tenant_id = ${read.tenantId} and p.id = ${participantId}`.execute(read.db);
  const [row] = rows;
  if (!row) return null;
  const { descriptions, ...participant } = row;
  return { participant, descriptions: new Map(descriptions.map(({ id, text }) => [id, text])) };
}

export interface WantedPlaces {
  readonly eventId: number;
  /** The version of the event by which the choice was judged. */
  readonly version: number;
  readonly participantId: number;
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** Raises what is granted where a workshop is full. */
  readonly force: boolean;
}

/**
 * Takes and gives back places and writes the registrations, all or nothing, in one statement: O(1) whatever the size of
 * the event. The rows are locked in the order of their ids, so that A→B and B→A at once wait instead of killing each other.
 * Fails with a clash, so that the transaction is run again, when one of the added is full by now or the event was edited
 * since it was judged.
 * The counters are those of the locked rows, not of the updated ones: PostgreSQL checks constraints on what the snapshot
 * shows before it looks for a newer row, and the place that somebody gave back a moment ago would break one.
 * @returns the registrations made
 */
export async function movePlaces(tx: Tx, wanted: WantedPlaces): Promise<Registration[]> {
  const { added, removed, force, version } = wanted;
  const { rows } = await sql<NoRegistration | Registration>`
    with touched as (
      select w.id, w.taken, w.capacity, w.granted, w.version, w.id = any(${[...added]}::bigint[]) as is_added
      from workshops w
      where w.tenant_id = ${tx.tenantId} and w.event_id = ${wanted.eventId}
        and w.id = any(${[...added, ...removed]}::bigint[])
      order by w.id for no key update
    ), verdict as (
      select insist(count(*) = ${added.length + removed.length}::integer and bool_and(t.version = ${version}::integer)
        and bool_and(not t.is_added or ${force}::boolean or t.taken < t.capacity)) as ok
      from touched t
    ), counted as (
      update workshops w set
        taken = t.taken + case when t.is_added then 1 else -1 end,
        granted = case
          when t.is_added then case when ${force}::boolean and t.taken >= t.capacity then t.taken + 1 else t.granted end
          when t.taken - 1 > t.capacity then least(t.granted, t.taken - 1) else 0 end
      from touched t, verdict v
      where v.ok and w.tenant_id = ${tx.tenantId} and w.id = t.id
    ), gone as (
      delete from registrations r using verdict v
      where v.ok and r.tenant_id = ${tx.tenantId} and r.participant_id = ${wanted.participantId}
        and r.workshop_id = any(${[...removed]}::bigint[])
    ), made as (
      insert into registrations (tenant_id, event_id, workshop_id, participant_id, entered_at)
      select ${tx.tenantId}, ${wanted.eventId}, a.id, ${wanted.participantId}, ${tx.clock.now()}::timestamptz
      from unnest(${[...added]}::bigint[]) as a (id), verdict v where v.ok
      returning id, workshop_id as "workshopId", participant_id as "participantId", entered_at as "enteredAt"
    )
    select made.* from verdict v left join made on v.ok`.execute(tx.db);
  return rows.filter((row) => row.id !== null);
}

/** The columns of an event, in any statement that selects them plainly. */
export interface EventRow {
  readonly id: number;
  readonly name: string;
  readonly available: boolean | null;
  readonly opens_at: Date | null;
  readonly closes_at: Date | null;
  readonly time_zone: string;
  readonly version: number;
  readonly archived_at: Date | null;
}

/** The left side of the join without a right one: nothing was added. */
interface NoRegistration {
  readonly id: null;
}

interface CaseRow extends EventRow {
  readonly target_group: string | null;
  readonly workshops: JudgedWorkshop[];
  readonly links: WorkshopLink[];
  readonly registrations: { id: number; workshopId: number; enteredAt: string }[];
  readonly elsewhere: { id: number; eventId: number }[];
}

export function toEvent(row: EventRow): Event {
  return {
    id: row.id,
    name: row.name,
    available: row.available,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    timeZone: row.time_zone,
    version: row.version,
    archivedAt: row.archived_at,
  };
}
