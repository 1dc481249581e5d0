import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { isOpenAt, localTime, type Versions } from '../../modules/workshops/events.ts';
import { badEvent } from '../../modules/workshops/refusals.ts';
import type {
  EditWarning,
  Event,
  EventChange,
  EventWithWorkshops,
  Workshop,
  WorkshopDraft,
} from '../../modules/workshops/types.ts';
import { idOf } from './formats.ts';

const nullable = <Kind extends 'string' | 'boolean'>(type: Kind, description: string) =>
  Type.Unsafe<(Kind extends 'string' ? string : boolean) | null>({ type: [type, 'null'], description });
const numeric = Type.Unsafe<number | string | null>({ type: ['integer', 'string', 'null'] });

const workshopSent = Type.Object({
  id: Type.Optional(numeric),
  title: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  moment: Type.Optional(Type.String()),
  targetGroup: Type.Optional(Type.String({ description: '"": all; "a|b": several' })),
  limit: Type.Optional(
    Type.Unsafe<number | string>({
      type: ['integer', 'string'],
      description: 'Places, as a number or as text',
    }),
  ),
});

/** What a client sends of an event; keys that it only got to read are ignored. */
export const eventSent = Type.Object({
  id: Type.Optional(numeric),
  name: Type.Optional(Type.String()),
  available: Type.Optional(nullable('boolean', 'The switch')),
  opens_at: Type.Optional(
    nullable('string', "ISO 8601; without an offset, a local time of the event's zone"),
  ),
  closes_at: Type.Optional(nullable('string', 'As opens_at')),
  time_zone: Type.Optional(Type.String({ description: 'Such as Europe/Brussels' })),
  workshops: Type.Optional(Type.Array(workshopSent)),
});
export type EventSent = Static<typeof eventSent>;

const summary = {
  id: Type.Integer(),
  name: Type.String(),
  available: nullable('boolean', 'The switch as it was set'),
  open: Type.Boolean({ description: 'Whether participants may choose now' }),
  opens_at: nullable('string', "ISO 8601 with the offset of the event's zone"),
  closes_at: nullable('string', 'As opens_at'),
  time_zone: Type.String(),
  version: Type.Integer(),
  archived: Type.Boolean(),
};
export const listedEvent = Type.Object({ ...summary, workshops: Type.Null() });
export const eventForm = Type.Object({
  ...summary,
  workshops: Type.Array(
    Type.Object({
      id: Type.Integer(),
      title: Type.String(),
      description: Type.String(),
      moment: Type.String(),
      limit: Type.Integer(),
      targetGroup: Type.String(),
      event: Type.Integer(),
      registrations: Type.Null(),
      _registrationCount: Type.Integer(),
    }),
  ),
});
export const warningForm = Type.Object({
  workshop_id: Type.Integer(),
  title: Type.String(),
  code: Type.String({ description: 'deleted, moment, group or over_limit' }),
  registrations: Type.Integer({ description: 'How many people are concerned' }),
});

/** An event in the list of events. */
export function toListed(event: Event, now: Date): Static<typeof listedEvent> {
  return { ...toSummary(event, now), workshops: null };
}

/** The full event form (contract §4) with our additions. */
export function toForm(event: EventWithWorkshops, now: Date): Static<typeof eventForm> {
  return { ...toSummary(event, now), workshops: event.workshops.map(toWorkshop) };
}

export function toWarning(warning: EditWarning): Static<typeof warningForm> {
  const { workshopId: workshop_id, title, code, registrations } = warning;
  return { workshop_id, title, code, registrations };
}

/**
 * The entity tag of an event: its version, by which `If-Match` is judged, and a digest of what changes without an edit,
 * so that a page asking with `If-None-Match` sees the places go.
 */
export function tagOf(event: EventWithWorkshops, now: Date): string {
  const moving = [isOpenAt(event, now), ...event.workshops.map(({ taken }) => taken)].join();
  const digest = createHash('sha1').update(moving).digest('base64url').slice(0, 12);
  return `"v${event.version}-${digest}"`;
}

/** The tag of what only edits change. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

/**
 * The versions that `If-Match` names; null: none is asked for. A tag that a proxy made weak counts, one that is none of
 * ours matches no version.
 */
export function versionsAsked({ headers }: FastifyRequest): Versions {
  const asked = headers['if-match'];
  if (asked === undefined || asked.trim() === '*') return null;
  return asked.split(',').flatMap((tag) => {
    const version = /^(?:W\/)?"v(\d{1,9})(?:-[\w-]*)?"$/.exec(tag.trim())?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}

/** What a body says of an event, in our words. Refuses, by field, ids that are none. */
export function readChange(sent: EventSent): EventChange {
  const faults: Record<string, string[]> = {};
  const { name, available, opens_at: opensAt, closes_at: closesAt, time_zone: timeZone, workshops } = sent;
  const drafts = workshops?.map((workshop, at) => readDraft(workshop, `workshops.${at}`, faults));
  if (Object.keys(faults).length > 0) throw badEvent(faults);
  return {
    ...(name !== undefined && { name }),
    ...(available !== undefined && { available }),
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
    ...(timeZone !== undefined && { timeZone }),
    ...(drafts && { workshops: drafts }),
  };
}

/** The id that a body names; null: none. Refuses what is no id. */
export function idSent({ id }: EventSent): number | null {
  if (id === undefined || id === null || id === '') return null;
  const read = idOf(id);
  if (read === null) throw badEvent({ id: ['An id is a whole number above 0.'] });
  return read;
}

function readDraft(
  sent: Static<typeof workshopSent>,
  place: string,
  faults: Record<string, string[]>,
): WorkshopDraft {
  const { limit, id: sentId, title, description, moment, targetGroup } = sent;
  const isNew = sentId === undefined || sentId === null || sentId === '';
  const id = isNew ? undefined : idOf(sentId);
  if (id === null) faults[`${place}.id`] = ['An id is a whole number above 0.'];
  return {
    ...(typeof id === 'number' && { id }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(moment !== undefined && { moment }),
    ...(targetGroup !== undefined && { targetGroup }),
    ...(limit !== undefined && { capacity: wholeNumber(limit) }),
  };
}

/** NaN: none, which is refused with all the other faults of an event. */
function wholeNumber(value: number | string): number {
  const text = String(value).trim();
  return /^[+-]?\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}

function toSummary(event: Event, now: Date) {
  const { id, name, available, opensAt, closesAt, timeZone, version } = event;
  const write = (moment: Date | null) => moment && localTime(event, moment);
  return {
    id,
    name,
    available,
    open: isOpenAt(event, now),
    opens_at: write(opensAt),
    closes_at: write(closesAt),
    time_zone: timeZone,
    version,
    archived: event.archivedAt !== null,
  };
}

function toWorkshop(workshop: Workshop) {
  const { id, title, description, moment, capacity, targetGroup, eventId, taken } = workshop;
  return {
    id,
    title,
    description,
    moment,
    limit: capacity,
    targetGroup,
    event: eventId,
    registrations: null,
    _registrationCount: taken,
  };
}
