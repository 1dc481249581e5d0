import type { Context, Read, Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { rehearse } from '../../platform/database/rehearsal.ts';
import { uuid } from '../../platform/random.ts';
import { isTimeZone, readMoment, writeMoment } from '../../platform/time-zones.ts';
import { record, recordAll } from '../activity/activity.ts';
import * as rows from './events.queries.ts';
import { editWarnings, eventFaults, workshopFaults } from './events.rules.ts';
import { archivedEvent, badEvent, badLinks, eventNameTaken, staleEvent, unknownEvent } from './refusals.ts';
import { freePlaces, groupsOf, isOpen, linkFaults } from './rules.ts';
import { announceSeats } from './seats.ts';
import type {
  EditWarning,
  Event,
  EventChange,
  EventWithWorkshops,
  Workshop,
  WorkshopDraft,
  WorkshopLink,
} from './types.ts';

export { inOrder } from './rules.ts';

/** Versions of an event that whoever edits it may have read: the edit goes on from one of these. Null: from any. */
export type Versions = readonly number[] | null;

/** Events of the tenant by id. @param archived whether the archived ones come too */
export function listEvents(read: Read, { archived }: { readonly archived: boolean }): Promise<Event[]> {
  return rows.selectEvents(read, archived);
}

/** An event with its workshops. Refuses an unknown id. */
export async function requireEvent(read: Read, id: number): Promise<EventWithWorkshops> {
  const event = await rows.findEvent(read, id);
  if (!event) throw unknownEvent(id);
  return event;
}

/** An event by its id or its name, as people name it. Refuses an unknown one. */
export async function requireEventNamed(read: Read, text: string): Promise<EventWithWorkshops> {
  const id = (await rows.findEventId(read, text)) ?? (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);
  if (id === null) throw unknownEvent(text);
  return requireEvent(read, id);
}

/** Whether participants may choose of it at that moment. */
export function isOpenAt(event: Event, now: Date): boolean {
  return isOpen(event, now);
}

/** A workshop as everybody may see it: how many may still come in, and for which groups it is; none: for all. */
export function offerOf(workshop: Workshop): { free: number; groups: string[] } {
  return { free: freePlaces(workshop), groups: groupsOf(workshop.targetGroup) };
}

/** A moment of an event as its zone's clocks show it: ISO 8601 with the offset. */
export function localTime({ timeZone }: Event, moment: Date): string {
  return writeMoment(moment, timeZone);
}

/** Makes an event. Refuses a name that is taken, empty or longer than 80, and what `editEvent` refuses of workshops. */
export async function createEvent(
  tx: Tx,
  { workshops = [], ...wanted }: EventChange & { readonly name: string },
): Promise<EventWithWorkshops> {
  const values = judgeValues(undefined, { ...wanted, workshops });
  const id = await nameOnce(values.name, () => rows.insertEvent(tx, values));
  await rows.insertWorkshops(
    tx,
    { id, version: 1 },
    workshops.map((draft) => fillIn(draft)),
  );
  await record(tx, { verb: 'created', objectType: 'event', objectId: id });
  return requireEvent(tx, id);
}

/**
 * Changes an event and, where the change names them, replaces its workshops (contract §4): one with an id is changed,
 * one without is made, one left out is deleted with its registrations. A limit below what is taken evicts nobody.
 * Refuses an unknown event, an archived one, fields that are wrong, workshops of another event.
 * @param versions those that whoever edits may have read; another by now is refused. Null: whatever it is
 * @returns the event, and what the edit does to choices made before
 */
export async function editEvent(
  tx: Tx,
  id: number,
  { workshops, ...change }: EventChange,
  versions: Versions,
): Promise<{ event: EventWithWorkshops; warnings: EditWarning[] }> {
  const present = await openForEdit(tx, id, versions);
  const values = judgeValues(present, { ...change, ...(workshops && { workshops }) });
  const before = await rows.lockWorkshops(tx, id);
  if (workshops) await replaceWorkshops(tx, present, new Map(before.map((one) => [one.id, one])), workshops);
  await nameOnce(values.name, () => rows.updateEvent(tx, id, { ...values, archivedAt: null }));
  const fields = [...Object.keys(change), ...(workshops ? ['workshops'] : [])];
  await record(tx, { verb: 'changed', objectType: 'event', objectId: id, fields });
  announceSeats(tx, id);
  const event = await requireEvent(tx, id);
  return { event, warnings: editWarnings(before, event.workshops) };
}

/** What `editEvent` would do, and refuse; nothing of it is kept. */
export function rehearseEdit(context: Context, id: number, change: EventChange, versions: Versions) {
  return rehearse(context, (tx) => editEvent(tx, id, change, versions));
}

/** Deletes an event with its workshops, participants and their choices. Refuses an unknown or a stale one. */
export async function deleteEvent(tx: Tx, id: number, versions: Versions): Promise<void> {
  await requireLocked(tx, id, versions);
  await rows.lockEveryParticipant(tx, id);
  const workshops = await rows.lockWorkshops(tx, id);
  await rows.deleteEvent(tx, id);
  await recordDeleted(
    tx,
    workshops.map((workshop) => workshop.id),
  );
  await record(tx, { verb: 'deleted', objectType: 'event', objectId: id });
  announceSeats(tx, id);
}

/**
 * Copies an event with its workshops and links, closed and without people: last year's event as this year's draft.
 * Refuses an unknown event and a name that is taken.
 */
export async function copyEvent(tx: Tx, id: number, name: string): Promise<EventWithWorkshops> {
  const from = await requireEvent(tx, id);
  const links = await rows.selectLinks(tx, id);
  const drafts = from.workshops.map(({ id: _, ...workshop }) => fillIn(workshop));
  const made = await createEvent(tx, { name, available: false, timeZone: from.timeZone, workshops: drafts });
  const copies = new Map(from.workshops.map((workshop, at) => [workshop.id, made.workshops[at]?.id]));
  const copied = links.flatMap(({ workshop1Id, workshop2Id, kind }): WorkshopLink[] => {
    const [one, other] = [copies.get(workshop1Id), copies.get(workshop2Id)];
    return one === undefined || other === undefined ? [] : [{ workshop1Id: one, workshop2Id: other, kind }];
  });
  await rows.replaceLinks(tx, made.id, copied);
  return made;
}

/**
 * Archives an event: closed, hidden, its keys open nothing; or takes it out of the archive. Refuses an unknown and a
 * stale one.
 * @param forgetParticipants deletes everybody of the event with what they chose, for good
 */
export async function setArchived(
  tx: Tx,
  id: number,
  { isArchived, forgetParticipants }: { readonly isArchived: boolean; readonly forgetParticipants: boolean },
  versions: Versions = null,
): Promise<EventWithWorkshops> {
  const present = await requireLocked(tx, id, versions);
  if (forgetParticipants) {
    await rows.lockEveryParticipant(tx, id);
    await rows.lockWorkshops(tx, id);
    await rows.deleteEveryParticipant(tx, id);
    await record(tx, { verb: 'forgot_participants', objectType: 'event', objectId: id });
  }
  const archivedAt = isArchived ? (present.archivedAt ?? tx.clock.now()) : null;
  await rows.lockWorkshops(tx, id);
  await rows.updateEvent(tx, id, { ...present, archivedAt });
  await record(tx, { verb: isArchived ? 'archived' : 'unarchived', objectType: 'event', objectId: id });
  announceSeats(tx, id);
  return requireEvent(tx, id);
}

/** The links of an event, by their workshops, and its version, which every edit of them raises. Refuses an unknown event. */
export async function listLinks(
  read: Read,
  eventId: number,
): Promise<{ links: WorkshopLink[]; version: number }> {
  const [event, links] = await Promise.all([rows.findEvent(read, eventId), rows.selectLinks(read, eventId)]);
  if (!event) throw unknownEvent(eventId);
  return { links, version: event.version };
}

/**
 * Replaces the links of an event (contract §5). Choices made before stay, and are flagged where they break a new one.
 * Refuses an unknown, an archived or a stale event, and every link that nobody could keep; nothing is changed then.
 * @returns the version of the event that this makes
 */
export async function replaceLinks(
  tx: Tx,
  eventId: number,
  links: readonly WorkshopLink[],
  versions: Versions,
): Promise<number> {
  const present = await openForEdit(tx, eventId, versions);
  const workshops = await rows.lockWorkshops(tx, eventId);
  const faults = linkFaults(links, workshops);
  if (faults.size > 0)
    throw badLinks(Object.fromEntries([...faults].map(([at, sentence]) => [String(at), [sentence]])));
  await rows.replaceLinks(tx, eventId, links);
  const version = await rows.updateEvent(tx, eventId, { ...present, archivedAt: null });
  await record(tx, { verb: 'linked', objectType: 'event', objectId: eventId });
  // Free places are as before; the version is not.
  announceSeats(tx, eventId);
  return version;
}

async function requireLocked(tx: Tx, id: number, versions: Versions): Promise<Event> {
  const present = await rows.lockEvent(tx, id);
  if (!present) throw unknownEvent(id);
  if (versions !== null && !versions.includes(present.version)) throw staleEvent(present.version);
  return present;
}

async function openForEdit(tx: Tx, id: number, versions: Versions): Promise<Event> {
  const present = await requireLocked(tx, id, versions);
  if (present.archivedAt !== null) throw archivedEvent();
  return present;
}

async function replaceWorkshops(
  tx: Tx,
  event: Event,
  present: ReadonlyMap<number, Required<WorkshopDraft>>,
  drafts: readonly WorkshopDraft[],
): Promise<void> {
  const kept = drafts.flatMap((draft, at) => {
    if (draft.id === undefined) return [];
    const before = present.get(draft.id);
    if (before) return [{ ...fillIn(draft, before), id: before.id }];
    throw badEvent({ [`workshops.${at}.id`]: [`Workshop ${draft.id} is none of this event.`] });
  });
  const ids = new Set(kept.map(({ id }) => id));
  if (ids.size < kept.length) throw badEvent({ workshops: ['A workshop is listed twice.'] });
  const gone = [...present.keys()].filter((id) => !ids.has(id));
  await rows.deleteWorkshops(tx, event.id, gone);
  await recordDeleted(tx, gone);
  await rows.updateWorkshops(tx, event.id, kept);
  const last = Math.max(0, ...kept.map(({ position }) => position));
  const fresh = drafts
    .filter(({ id }) => id === undefined)
    .map((draft) => fillIn(draft, { ...usual, position: last }));
  await rows.insertWorkshops(tx, event, fresh);
}

/** Others go by the log: what was said of a workshop ends with it. */
function recordDeleted(tx: Tx, ids: readonly number[]): Promise<void> {
  const happenings = ids.map((id) => ({ verb: 'deleted', objectType: 'workshop', objectId: id }));
  return recordAll(tx, happenings, uuid(tx.random, tx.clock.now()));
}

/** The usual values of a workshop (contract §4, "PUT semantics"). */
const usual: rows.WorkshopValues = {
  title: 'Workshop',
  description: '',
  moment: 'default',
  targetGroup: '',
  capacity: 1000,
  position: 0,
};

function fillIn(draft: WorkshopDraft, before: rows.WorkshopValues = usual): rows.WorkshopValues {
  const { title, description, moment, targetGroup, capacity, position } = before;
  return {
    title: draft.title ?? title,
    description: draft.description ?? description,
    moment: draft.moment ?? moment,
    targetGroup: draft.targetGroup ?? targetGroup,
    capacity: draft.capacity ?? capacity,
    position: draft.position ?? position,
  };
}

/** Judges what an event would be after the change. Refuses, by field, all that is wrong. */
function judgeValues(
  present: Event | undefined,
  { workshops = [], ...change }: EventChange,
): rows.EventValues {
  const { name = '', available = null, timeZone = 'UTC' } = { ...present, ...change };
  const faults: Record<string, readonly string[]> = {};
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  if (zone !== timeZone)
    faults.time_zone = [`"${timeZone.slice(0, 80)}" is no time zone; write one such as Europe/Brussels.`];
  const momentOf = (field: string, sent: Date | string | null | undefined, before: Date | null) => {
    if (typeof sent !== 'string') return sent === undefined ? before : sent;
    const moment = sent.trim() === '' ? null : readMoment(sent, zone);
    if (moment === null && sent.trim() !== '')
      faults[field] = [`"${sent.slice(0, 80)}" is no moment; write one such as 2026-11-20T09:00.`];
    return moment;
  };
  const opensAt = momentOf('opens_at', change.opensAt, present?.opensAt ?? null);
  const closesAt = momentOf('closes_at', change.closesAt, present?.closesAt ?? null);
  const values = { name, available, opensAt, closesAt, timeZone };
  const all = { ...eventFaults(values), ...workshopFaults(workshops), ...faults };
  if (Object.keys(all).length > 0) throw badEvent(all);
  return values;
}

/** The constraint is the judge of a name that is taken. */
async function nameOnce<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw brokenConstraint(error) === 'events__name' ? eventNameTaken(name) : error;
  }
}
