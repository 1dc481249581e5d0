import { type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import { isBehind, isSettled, type SyncPlace } from '../../platform/database/sync-order.ts';
import type { NamedRegistration, PagedParticipant } from './types.ts';

/** Which rows of an event are wanted: those behind a place, or written at a moment or later. */
export interface ChangedRows {
  readonly after: SyncPlace | null;
  readonly from: Date | null;
  readonly limit: number;
}

/** Participants in the order of the transactions that wrote them last, up to the oldest that still runs. */
export async function selectChangedParticipants(
  read: Read,
  eventId: number,
  { after, from, limit }: ChangedRows,
): Promise<(PagedParticipant & { place: SyncPlace })[]> {
  const { rows } = await sql<PagedParticipant & { place: SyncPlace }>`
    select p.id, p.event_id as "eventId", p.full_name as "fullName", p.class, p.target_group as "targetGroup",
      p.key_sealed as sealed, json_build_object('transaction', p.changed_in::text, 'id', p.id) as place,
      coalesce((select json_agg(r.workshop_id order by r.workshop_id) from registrations r
        where r.tenant_id = p.tenant_id and r.event_id = p.event_id and r.participant_id = p.id), '[]') as chosen
    from participants p
    where p.tenant_id = ${read.tenantId} and p.event_id = ${eventId} and ${isSettled()} and ${behind(after)}
      and (${from}::timestamptz is null or p.updated_at >= ${from}::timestamptz)
    order by p.changed_in, p.id limit ${limit}`.execute(read.db);
  return rows;
}

/** Registrations in that order. They are made and deleted, never changed. */
export async function selectNewRegistrations(
  read: Read,
  eventId: number,
  { after, from, limit }: ChangedRows,
): Promise<(NamedRegistration & { place: SyncPlace })[]> {
  const { rows } = await sql<NamedRegistration & { place: SyncPlace }>`
    with page as (
      select * from registrations
      where tenant_id = ${read.tenantId} and event_id = ${eventId} and ${isSettled()} and ${behind(after)}
        and (${from}::timestamptz is null or entered_at >= ${from}::timestamptz)
      order by changed_in, id limit ${limit}
    )
    select r.id, r.workshop_id as "workshopId", r.participant_id as "participantId", r.entered_at as "enteredAt",
      p.full_name as "fullName", p.class, p.target_group as "targetGroup",
      json_build_object('transaction', r.changed_in::text, 'id', r.id) as place
    from page r join participants p on p.tenant_id = r.tenant_id and p.id = r.participant_id
    order by r.changed_in, r.id`.execute(read.db);
  return rows;
}

function behind(after: SyncPlace | null) {
  return after ? isBehind(after) : sql<SqlBool>`true`;
}
