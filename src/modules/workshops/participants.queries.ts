import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { Participant } from './types.ts';

/** Which participants of an event are wanted. */
export interface ParticipantFilter {
  /** Only those who have chosen nothing. */
  readonly isUnregistered?: boolean;
  readonly ids?: readonly number[];
}

/** A participant with the key as it is stored. */
export interface SealedParticipant extends Participant {
  readonly sealed: Buffer | null;
}

export interface ParticipantRow extends SealedParticipant {
  /** Ids, ascending. */
  readonly registrations: readonly number[];
}

/** Participants of an event by id, each with their registrations: one statement, O(participants + registrations). */
export async function selectParticipants(
  read: Read,
  eventId: number,
  { isUnregistered = false, ids }: ParticipantFilter,
): Promise<ParticipantRow[]> {
  const among = ids ? sql<SqlBool>`p.id = any(${[...ids]}::bigint[])` : sql<SqlBool>`true`;
  const { rows } = await sql<ParticipantRow>`
    select p.id, p.event_id as "eventId", p.full_name as "fullName", p.class, p.target_group as "targetGroup",
      p.key_sealed as sealed, coalesce(c.ids, '[]') as registrations
    from participants p
    left join (
      select r.participant_id, json_agg(r.id order by r.id) as ids from registrations r
      where r.tenant_id = ${read.tenantId} and r.event_id = ${eventId} group by r.participant_id
    ) c on c.participant_id = p.id
    where p.tenant_id = ${read.tenantId} and p.event_id = ${eventId} and ${among}
      and (not ${isUnregistered}::boolean or c.participant_id is null)
    order by p.id`.execute(read.db);
  return rows;
}

/** Which participants are streamed, and in which order: `id`, or `class` (class, name, id) as people sort cards. */
export interface StreamedParticipants {
  /** Null: of all events that are not archived. */
  readonly eventId: number | null;
  readonly class?: string | undefined;
  readonly order: 'id' | 'class';
}

/** The statement of a stream of participants. */
export function composeParticipants(db: Kysely<DB>, tenantId: number, wanted: StreamedParticipants) {
  let query = db
    .selectFrom('participants as p')
    .innerJoin('events as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.id', '=', 'p.event_id'),
    )
    .select([
      'p.id',
      'p.event_id as eventId',
      'p.full_name as fullName',
      'p.class',
      'p.target_group as targetGroup',
      'p.key_sealed as sealed',
    ])
    .where('p.tenant_id', '=', tenantId);
  query =
    wanted.eventId === null
      ? query.where('e.archived_at', 'is', null)
      : query.where('e.id', '=', wanted.eventId);
  if (wanted.class !== undefined) query = query.where(sql<SqlBool>`coalesce(p.class, '') = ${wanted.class}`);
  if (wanted.order === 'class') query = query.orderBy('p.class').orderBy('p.full_name');
  return query.orderBy('p.id');
}
