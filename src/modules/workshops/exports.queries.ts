import { type Compilable, type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { Workshop } from './types.ts';

export type ExportedWorkshop = Pick<Workshop, 'id' | 'title' | 'moment' | 'capacity' | 'taken'>;

/** What an export begins with: the event as it is in its snapshot. */
export interface ExportedEvent {
  readonly part: 'event';
  readonly name: string;
  /** By id. */
  readonly workshops: readonly ExportedWorkshop[];
  /** Of the participants, sorted, `""` for those of none; at most one more than was asked for. */
  readonly groups: readonly string[];
}

/** A participant's registration for one workshop. */
export interface ExportedRegistration {
  readonly part: 'registration';
  readonly workshopId: number;
  readonly fullName: string;
  readonly class: string | null;
  readonly targetGroup: string | null;
  readonly enteredAt: Date;
}

/** A participant with all that they chose. */
export interface ExportedPerson {
  readonly part: 'person' | 'undecided';
  readonly fullName: string;
  readonly class: string | null;
  readonly targetGroup: string | null;
  /** Ids of workshops. */
  readonly chosen: readonly number[];
}

export type ExportRow = ExportedEvent | ExportedRegistration | ExportedPerson;

/** What a workbook is made of, in its order: the event, registrations by workshop, people by group, those without a choice. */
export const workbookRows = (tenantId: number, eventId: number, mostGroups: number) => ({
  first: (db: Kysely<DB>) => event(db, tenantId, eventId, mostGroups),
  rest: (db: Kysely<DB>, last: ExportRow) => {
    const byGroup = last.part === 'event' && last.groups.length <= mostGroups;
    const parts = sql`${registrations(tenantId, eventId)} union all ${people(tenantId, eventId, byGroup)}`;
    return sorted(db, parts);
  },
});

/** The event and its registrations by workshop, the earliest first. */
export const registrationRows = (tenantId: number, eventId: number) => ({
  first: (db: Kysely<DB>) => event(db, tenantId, eventId, 0),
  rest: (db: Kysely<DB>) => sorted(db, registrations(tenantId, eventId)),
});

/** Participants who have a login key, by class and name. @param className only those of this class; `""`: of none */
export const cardRows = (tenantId: number, eventId: number, className: string | null) => (db: Kysely<DB>) =>
  db
    .selectFrom('participants as s')
    .select(['s.full_name as fullName', 's.class', 's.key_sealed as sealed'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.event_id', '=', eventId)
    .where('s.key_sealed', 'is not', null)
    .$if(className !== null, (query) => query.where(sql`coalesce(s.class, '')`, '=', className))
    .orderBy(byClassAndName)
    .$narrowType<{ sealed: Buffer }>();

/** 3A before 10A, and letters as people sort them: the database's own order is that of code points. */
const byClassAndName = sql`
  substring(s.class from '^\\s*(\\d{1,9})')::integer nulls last, s.class collate "und-x-icu", s.full_name collate "und-x-icu",
  s.id`;

function event(db: Kysely<DB>, tenantId: number, eventId: number, mostGroups: number): Compilable<ExportRow> {
  const row = sql<ExportedEvent>`(
    select 'event' as part, e.name,
      (select coalesce(json_agg(json_build_object('id', w.id, 'title', w.title, 'moment', w.moment,
          'capacity', w.capacity, 'taken', w.taken) order by w.id), '[]')
        from workshops w where w.tenant_id = e.tenant_id and w.event_id = e.id) as workshops,
      (select coalesce(json_agg(g.name order by g.name collate "und-x-icu"), '[]') from (
          select distinct coalesce(p.target_group, '') as name from participants p
          where p.tenant_id = e.tenant_id and p.event_id = e.id order by name limit ${mostGroups + 1}::integer
        ) as g) as groups
    from events e where e.tenant_id = ${tenantId} and e.id = ${eventId})`;
  return db.selectFrom(row.as('one')).selectAll();
}

function registrations(tenantId: number, eventId: number) {
  return sql`
    select 'registration' as part, 1 as place, r.workshop_id as "workshopId", r.id, '' as "groupKey",
      p.full_name, p.class, p.target_group, r.entered_at as "enteredAt", null::json as chosen
    from registrations r join participants p on p.tenant_id = r.tenant_id and p.id = r.participant_id
    where r.tenant_id = ${tenantId} and r.event_id = ${eventId}`;
}

/** @param byGroup people of one group stand together */
function people(tenantId: number, eventId: number, byGroup: boolean) {
  const chosen = sql`coalesce((select json_agg(r.workshop_id order by r.id) from registrations r
    where r.tenant_id = p.tenant_id and r.event_id = p.event_id and r.participant_id = p.id), '[]')`;
  // Not an anti-join: before the tables are analysed it becomes a nested loop, 25 000 people took minutes.
  const isUndecided = sql`(select r.id from registrations r
    where r.tenant_id = p.tenant_id and r.event_id = p.event_id and r.participant_id = p.id limit 1) is null`;
  const groupKey = sql`case when ${byGroup}::boolean then coalesce(p.target_group, '') else '' end`;
  const own = sql`from participants p where p.tenant_id = ${tenantId} and p.event_id = ${eventId}`;
  return sql`
    select 'person', 2, 0, p.id, ${groupKey}, p.full_name, p.class, p.target_group, null, ${chosen} ${own}
    union all
    select 'undecided', 3, 0, p.id, '', p.full_name, p.class, p.target_group, null, '[]'::json ${own} and ${isUndecided}`;
}

/** Registrations as they came; people by group, class and name. */
function sorted(db: Kysely<DB>, parts: ReturnType<typeof sql>): Compilable<ExportRow> {
  const rows = sql<SortedRow>`(${parts})`;
  return db
    .selectFrom(rows.as('s'))
    .select(['s.part', 's.workshopId', 's.full_name as fullName', 's.class', 's.target_group as targetGroup'])
    .select(['s.enteredAt', 's.chosen'])
    .orderBy('s.place')
    .orderBy('s.workshopId')
    .orderBy(sql`case when s.place = 1 then s.id end`)
    .orderBy(sql`s."groupKey" collate "und-x-icu"`)
    .orderBy(byClassAndName)
    .$castTo<ExportRow>();
}

interface SortedRow {
  readonly part: ExportRow['part'];
  readonly place: number;
  readonly workshopId: number;
  readonly full_name: string;
  readonly class: string | null;
  readonly target_group: string | null;
  readonly enteredAt: Date | null;
  readonly chosen: number[] | null;
}
