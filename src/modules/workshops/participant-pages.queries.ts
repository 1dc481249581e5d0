import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { NamedRegistration, PagedParticipant } from './types.ts';

/** Which participants of an event are wanted, and in which order. */
export interface ParticipantPage {
  /** A part of the name, the class or the group, whatever the case. */
  readonly search?: string | undefined;
  /** `''`: of none. */
  readonly class?: string | undefined;
  readonly targetGroup?: string | undefined;
  readonly isUndecided: boolean;
  /** `-name`: from the last to the first. */
  readonly order: 'id' | 'name' | '-name';
  /** Whom the page comes after. */
  readonly after: { readonly id: number; readonly name: string } | null;
  readonly limit: number;
}

/** A page of an event's participants with what they chose, in one statement. */
export async function selectPage(
  read: Read,
  eventId: number,
  page: ParticipantPage,
): Promise<PagedParticipant[]> {
  const { search = '', after, order } = page;
  const name = sql`p.full_name collate "und-x-icu"`;
  const isAfter =
    order === 'id'
      ? sql<SqlBool>`p.id > ${after?.id ?? 0}::bigint`
      : sql<SqlBool>`(${after === null}::boolean
          or (${name}, p.id) ${order === 'name' ? sql`>` : sql`<`} (${after?.name ?? ''}::text collate "und-x-icu", ${after?.id ?? 0}::bigint))`;
  const { rows } = await sql<PagedParticipant>`
    select p.id, p.event_id as "eventId", p.full_name as "fullName", p.class, p.target_group as "targetGroup",
      p.key_sealed as sealed,
      coalesce((select json_agg(r.workshop_id order by r.workshop_id) from registrations r
        where r.tenant_id = p.tenant_id and r.event_id = p.event_id and r.participant_id = p.id), '[]') as chosen
    from participants p
    where p.tenant_id = ${read.tenantId} and p.event_id = ${eventId} and ${isAfter}
      and (${search} = '' or position(lower(${search}) in lower(concat_ws(' ', p.full_name, p.class, p.target_group))) > 0)
      and ${isEqual('class', page.class)} and ${isEqual('target_group', page.targetGroup)}
      and (not ${page.isUndecided}::boolean or (select r.id from registrations r
        where r.tenant_id = p.tenant_id and r.event_id = p.event_id and r.participant_id = p.id limit 1) is null)
    order by ${orders[order](name)} limit ${page.limit}`.execute(read.db);
  return rows;
}

const orders = {
  id: () => sql`p.id`,
  name: (name: RawBuilder<unknown>) => sql`${name}, p.id`,
  '-name': (name: RawBuilder<unknown>) => sql`${name} desc, p.id desc`,
} as const;

/** The event that a participant is of; null: there is no such participant. */
export async function findEventOf(read: Read, participantId: number): Promise<number | null> {
  const row = await read.db
    .selectFrom('participants')
    .select('event_id')
    .where('tenant_id', '=', read.tenantId)
    .where('id', '=', participantId)
    .executeTakeFirst();
  return row?.event_id ?? null;
}

/** Registrations of an event by id, with their participants. */
export async function selectRegistrations(
  read: Read,
  eventId: number,
  page: { readonly workshopId: number | null; readonly after: number; readonly limit: number },
): Promise<NamedRegistration[]> {
  const { rows } = await sql<NamedRegistration>`
    select r.id, r.workshop_id as "workshopId", r.participant_id as "participantId", r.entered_at as "enteredAt",
      p.full_name as "fullName", p.class, p.target_group as "targetGroup"
    from registrations r join participants p on p.tenant_id = r.tenant_id and p.id = r.participant_id
    where r.tenant_id = ${read.tenantId} and r.event_id = ${eventId} and r.id > ${page.after}::bigint
      and (${page.workshopId}::bigint is null or r.workshop_id = ${page.workshopId}::bigint)
    order by r.id limit ${page.limit}`.execute(read.db);
  return rows;
}

function isEqual(column: 'class' | 'target_group', wanted: string | undefined) {
  if (wanted === undefined) return sql<SqlBool>`true`;
  return sql<SqlBool>`coalesce(${sql.ref(`p.${column}`)}, '') = ${wanted}`;
}
