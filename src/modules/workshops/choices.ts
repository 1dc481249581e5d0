import type { Read, Tx } from '../../platform/database/contract.ts';
import { record } from '../activity/activity.ts';
import * as rows from './choices.queries.ts';
import { readTimeSpan, type TimeSpan } from './moments.ts';
import {
  archivedEvent,
  badChoice,
  choiceClosed,
  emptyChoice,
  unknownParticipant,
  unknownRegistration,
} from './refusals.ts';
import { companionsOf, flagsOf, freePlaces, inOrder, isOpen, isOpenTo, judgeChoice } from './rules.ts';
import { announceSeats } from './seats.ts';
import type {
  Event,
  Participant,
  Problem,
  Registration,
  Workshop,
  WorkshopLink,
  WorkshopPlaces,
} from './types.ts';

/** Who chooses: the participant, or a manager for them. */
export interface Chooser {
  readonly byManager: boolean;
  /** Also beyond the limit: a manager's deliberate word. */
  readonly force: boolean;
}

/**
 * Replaces a participant's whole choice, all or nothing (contract §7, ruling "Registration"). A participant chooses
 * while the event is open, a manager always. Keeping a full workshop is allowed. Refuses an empty choice, an unknown
 * participant, an archived event and a choice with problems: all of them, with the places still free; the old choice then
 * stays. It is the last of its transaction, which is run again when somebody else was quicker with a place or an edit.
 * @param wanted ids of workshops, repeated or not
 * @returns the registrations by id
 */
export async function choose(
  tx: Tx,
  participantId: number,
  wanted: readonly number[],
  { byManager, force }: Chooser,
): Promise<Registration[]> {
  if (wanted.length === 0) throw emptyChoice();
  const found = await requireCase(tx, participantId, { wanted, byManager });
  const verdict = judgeChoice({ ...found, wanted, byManager, force, now: tx.clock.now() });
  if (verdict.problems.length > 0) throw badChoice(verdict.problems, placesOf(found));
  const { added, removed } = verdict;
  if (added.length + removed.length === 0) return byId(found.registrations);
  const made = await claim(tx, found, { verb: 'chose', participantId, added, removed, force });
  return byId([...found.registrations.filter(({ workshopId }) => !removed.includes(workshopId)), ...made]);
}

/**
 * Gives up one workshop and those that must be taken together with it (ruling "Registration"). Refuses an unknown
 * participant or registration, an archived event, and a participant whose event is closed. It is the last of its
 * transaction.
 */
export async function withdraw(
  tx: Tx,
  participantId: number,
  workshopId: number,
  { byManager }: Pick<Chooser, 'byManager'>,
): Promise<void> {
  const found = await requireCase(tx, participantId, { wanted: [], byManager });
  if (!found.current.includes(workshopId)) throw unknownRegistration(workshopId);
  if (!byManager && !isOpen(found.event, tx.clock.now())) throw choiceClosed();
  const companions = companionsOf(found.links).get(workshopId) ?? new Set([workshopId]);
  const removed = found.current.filter((id) => companions.has(id));
  await claim(tx, found, { verb: 'withdrew', participantId, added: [], removed, force: false });
}

/**
 * A participant's registrations by id, what is wrong with them under the rules of today, and the workshops of their event.
 * Refuses an unknown participant.
 */
export async function listChoice(
  read: Read,
  participantId: number,
): Promise<{ registrations: Registration[]; flags: Problem[]; workshops: WorkshopPlaces[] }> {
  const found = await rows.findCase(read, participantId, []);
  if (!found) throw unknownParticipant(participantId);
  return {
    registrations: byId(found.registrations),
    flags: flagsOf(found),
    workshops: placesOf(found),
  };
}

/** A participant with the event, all its workshops, what is chosen and what may be chosen now. */
export interface ShownChoice {
  readonly participant: Participant;
  readonly event: Event;
  readonly isOpen: boolean;
  /** In their order. */
  readonly workshops: readonly OfferedWorkshop[];
  readonly links: readonly WorkshopLink[];
  /** Ids of workshops, ascending. */
  readonly chosen: readonly number[];
  /** What is wrong with it under the rules of today. */
  readonly flags: readonly Problem[];
}

export type OfferedWorkshop = Workshop & {
  readonly free: number;
  /** Whether it is for the participant's group. */
  readonly isForGroup: boolean;
  /** When it takes place, where its moment says so. */
  readonly times: TimeSpan | null;
};

/** All that somebody needs to see who chooses. Refuses an unknown participant. */
export async function showChoice(read: Read, participantId: number): Promise<ShownChoice> {
  const [found, chooser] = await Promise.all([
    rows.findCase(read, participantId, []),
    rows.findChooser(read, participantId),
  ]);
  if (!found || !chooser) throw unknownParticipant(participantId);
  const { event, links, current, targetGroup } = found;
  return {
    participant: chooser.participant,
    event,
    isOpen: isOpen(event, read.clock.now()),
    workshops: inOrder(found.workshops).map((workshop) => ({
      ...workshop,
      description: chooser.descriptions.get(workshop.id) ?? '',
      free: freePlaces(workshop),
      isForGroup: isOpenTo(workshop.targetGroup, targetGroup),
      times: readTimeSpan(workshop.moment, event.timeZone),
    })),
    links,
    chosen: current,
    flags: flagsOf(found),
  };
}

/**
 * The workshops that a participant has, ascending, after whoever else changes the choice: it stays so until the transaction
 * ends. Refuses an unknown participant.
 */
export async function lockChoice(tx: Tx, participantId: number): Promise<readonly number[]> {
  await rows.lockParticipant(tx, participantId);
  const found = await rows.findCase(tx, participantId, []);
  if (!found) throw unknownParticipant(participantId);
  return found.current;
}

/**
 * What a choice is judged by, after whoever else changes this participant's. An archived event is only read; participants
 * of one are turned away as strangers are.
 */
async function requireCase(
  tx: Tx,
  participantId: number,
  { wanted, byManager }: Pick<Chooser, 'byManager'> & { readonly wanted: readonly number[] },
): Promise<rows.FoundCase> {
  const [, found] = await Promise.all([
    rows.lockParticipant(tx, participantId),
    rows.findCase(tx, participantId, wanted),
  ]);
  if (!found) throw unknownParticipant(participantId);
  if (byManager && found.event.archivedAt !== null) throw archivedEvent();
  return found;
}

/** Everybody waits for the rows of the hot workshops, so they are taken last, and the commit follows at once. */
async function claim(
  tx: Tx,
  { event }: rows.FoundCase,
  {
    verb,
    ...wanted
  }: Omit<rows.WantedPlaces, 'eventId' | 'version'> & { readonly verb: 'chose' | 'withdrew' },
): Promise<Registration[]> {
  announceSeats(tx, event.id);
  const [, made] = await tx.last(() =>
    Promise.all([
      record(tx, { verb, objectType: 'participant', objectId: wanted.participantId }),
      rows.movePlaces(tx, { ...wanted, eventId: event.id, version: event.version }),
    ]),
  );
  return made;
}

function byId(registrations: readonly Registration[]): Registration[] {
  return registrations.toSorted((one, other) => one.id - other.id);
}

function placesOf({ workshops }: rows.FoundCase): WorkshopPlaces[] {
  return workshops.map((workshop) => ({
    id: workshop.id,
    title: workshop.title,
    free: freePlaces(workshop),
  }));
}
