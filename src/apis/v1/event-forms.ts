import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { inOrder, isOpenAt, localTime, type Versions } from '../../modules/workshops/events.ts';
import type { EventTally } from '../../modules/workshops/fills.ts';
import type { EditWarning, Event, EventWithWorkshops, Workshop } from '../../modules/workshops/types.ts';
import type { RouteDeclaration } from '../../platform/http/route.ts';
import { errorShape } from './errors.ts';
import { closed, iso, moment, nullable } from './formats.ts';

/** The number in a path; what is none names nothing. */
export const numbered = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

const local = nullable(
  Type.String({ description: "As the clocks of the event's zone show it: 2026-11-20T09:00" }),
);
const facts = {
  id: Type.Integer(),
  name: Type.String(),
  is_switched_on: Type.Boolean({ description: 'The switch' }),
  is_open: Type.Boolean({ description: 'Whether participants may choose now' }),
  opens_at: nullable(moment),
  closes_at: nullable(moment),
  opens_at_local: local,
  closes_at_local: local,
  time_zone: Type.String(),
  is_archived: Type.Boolean(),
  version: Type.Integer({ description: 'Raised by every edit of the event, its workshops and links' }),
};
export const listedEvent = closed({
  ...facts,
  counts: closed({
    workshops: Type.Integer(),
    participants: Type.Integer(),
    capacity: Type.Number({ description: 'Places of all workshops' }),
    taken: Type.Integer(),
  }),
});
export const workshopForm = closed({
  id: Type.Integer(),
  title: Type.String(),
  description: Type.String(),
  moment: Type.String(),
  target_group: Type.String({ description: '`""`: all; `a|b`: several' }),
  capacity: Type.Integer(),
  taken: Type.Integer(),
});
export const eventForm = closed({
  ...facts,
  workshops: Type.Array(workshopForm, { description: 'In the order that organisers gave them' }),
});
export const warningForm = closed({
  workshop_id: Type.Integer(),
  title: Type.String(),
  code: Type.Enum(['deleted', 'moment', 'group', 'over_limit']),
  registrations: Type.Integer({ description: 'How many people are concerned' }),
});

export function toListedEvent(event: EventTally, now: Date): Static<typeof listedEvent> {
  const { workshops, participants, capacity, taken } = event;
  return { ...factsOf(event, now), counts: { workshops, participants, capacity, taken } };
}

export function toEvent(event: EventWithWorkshops, now: Date): Static<typeof eventForm> {
  return { ...factsOf(event, now), workshops: inOrder(event.workshops).map(toWorkshop) };
}

export function toWorkshop(workshop: Workshop): Static<typeof workshopForm> {
  const { id, title, description, moment: when, targetGroup, capacity, taken } = workshop;
  return { id, title, description, moment: when, target_group: targetGroup, capacity, taken };
}

export function toWarning({
  workshopId,
  title,
  code,
  registrations,
}: EditWarning): Static<typeof warningForm> {
  return { workshop_id: workshopId, title, code, registrations };
}

/**
 * The entity tag of an event: its version, by which `If-Match` is judged, so that whoever chooses makes no edit stale,
 * and a digest of what changes without an edit.
 */
export function eventTag(event: EventWithWorkshops, now: Date): string {
  const moving = [isOpenAt(event, now), ...event.workshops.map(({ taken }) => taken)].join();
  return `"v${event.version}-${createHash('sha1').update(moving).digest('base64url').slice(0, 12)}"`;
}

/** The tag of what edits alone change. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

/** The versions that `If-Match` names; null: any will do. A tag that is none of ours matches no version. */
export function versionsAsked({ headers }: FastifyRequest): Versions {
  const asked = headers['if-match'];
  if (asked === undefined || asked.trim() === '*') return null;
  return asked.split(',').flatMap((tag) => {
    const version = /^(?:W\/)?"v(\d{1,9})(?:-[\w-]*)?"$/.exec(tag.trim())?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}

/** Words a route's refusals with the fields as this API names them. */
export function rename(named: (field: string) => string): NonNullable<RouteDeclaration<never>['errors']> {
  return (problem) => {
    const fields = Object.entries(problem.fields).map(([field, said]) => [named(field), said]);
    return errorShape.render({ ...problem, fields: Object.fromEntries(fields) });
  };
}

/** Of events and workshops. */
export const renameEventFields = rename((field) =>
  field.replace(/\.targetGroup$/, '.target_group').replace(/\.limit$/, '.capacity'),
);

function factsOf(event: Event, now: Date) {
  const { id, name, available, opensAt, closesAt, timeZone, archivedAt, version } = event;
  const localOf = (date: Date | null) => date && localTime(event, date).slice(0, 16);
  return {
    id,
    name,
    is_switched_on: available === true,
    is_open: isOpenAt(event, now),
    opens_at: iso(opensAt),
    closes_at: iso(closesAt),
    opens_at_local: localOf(opensAt),
    closes_at_local: localOf(closesAt),
    time_zone: timeZone,
    is_archived: archivedAt !== null,
    version,
  };
}
