import type { Read, Tx } from '../../platform/database/contract.ts';
import { record } from '../activity/activity.ts';
import * as rows from './choices.queries.ts';
import {
  archivedEvent,
  badChoice,
  choiceClosed,
  emptyChoice,
  unknownParticipant,
  unknownRegistration,
} from './refusals.ts';
import { companionsOf, flagsOf, freePlaces, isOpen, judgeChoice } from './rules.ts';
import { announceSeats } from './seats.ts';
import type { Problem, Registration, WorkshopPlaces } from './types.ts';

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
 * stays.
 * @param wanted ids of workshops, repeated or not
 */
export async function choose(
  tx: Tx,
  participantId: number,
  wanted: readonly number[],
  { byManager, force }: Chooser,
): Promise<Registration[]> {
  if (wanted.length === 0) throw emptyChoice();
  const locked = rows.lockParticipant(tx, participantId);
  const own = () => rows.selectRegistrations(tx, participantId);
  let recorded: Promise<void> | undefined;
  // An edit of the event between judging and claiming makes the claim void: judged anew, at most as often as it is edited.
  while (true) {
    const [found] = await Promise.all([rows.findCase(tx, participantId, wanted), locked]);
    if (!found) throw unknownParticipant(participantId);
    refuseArchived(found, byManager);
    const verdict = judgeChoice({ ...found, wanted, byManager, force, now: tx.clock.now() });
    if (verdict.problems.length > 0) throw badChoice(verdict.problems, placesOf(found));
    const { added, removed } = verdict;
    if (added.length + removed.length === 0) return own();
    const { id: eventId, version } = found.event;
    recorded ??= record(tx, { verb: 'chose', objectType: 'participant', objectId: participantId });
    const [moved, , registrations] = await Promise.all([
      rows.movePlaces(tx, { eventId, version, participantId, added, removed, force }),
      recorded,
      own(),
    ]);
    if (!moved) continue;
    announceSeats(tx, eventId);
    return registrations;
  }
}

/**
 * Gives up one workshop and those that must be taken together with it (ruling "Registration"). Refuses an unknown
 * participant or registration, an archived event, and a participant whose event is closed.
 */
export async function withdraw(
  tx: Tx,
  participantId: number,
  workshopId: number,
  { byManager }: Pick<Chooser, 'byManager'>,
): Promise<void> {
  const locked = rows.lockParticipant(tx, participantId);
  while (true) {
    const [found] = await Promise.all([rows.findCase(tx, participantId, []), locked]);
    if (!found) throw unknownParticipant(participantId);
    refuseArchived(found, byManager);
    if (!found.current.includes(workshopId)) throw unknownRegistration(workshopId);
    if (!byManager && !isOpen(found.event, tx.clock.now())) throw choiceClosed();
    const companions = companionsOf(found.links).get(workshopId) ?? new Set([workshopId]);
    const removed = found.current.filter((id) => companions.has(id));
    const { id: eventId, version } = found.event;
    const moved = await rows.movePlaces(tx, {
      eventId,
      version,
      participantId,
      added: [],
      removed,
      force: false,
    });
    if (!moved) continue;
    await record(tx, { verb: 'withdrew', objectType: 'participant', objectId: participantId });
    announceSeats(tx, eventId);
    return;
  }
}

/**
 * A participant's registrations by id, what is wrong with them under the rules of today, and the workshops of their event.
 * Refuses an unknown participant.
 */
export async function listChoice(
  read: Read,
  participantId: number,
): Promise<{ registrations: Registration[]; flags: Problem[]; workshops: WorkshopPlaces[] }> {
  const [found, registrations] = await Promise.all([
    rows.findCase(read, participantId, []),
    rows.selectRegistrations(read, participantId),
  ]);
  if (!found) throw unknownParticipant(participantId);
  return { registrations, flags: flagsOf(found), workshops: placesOf(found) };
}

/** An archived event is only read. Participants of one are turned away as strangers are. */
function refuseArchived({ event }: rows.FoundCase, byManager: boolean): void {
  if (byManager && event.archivedAt !== null) throw archivedEvent();
}

function placesOf({ workshops }: rows.FoundCase): WorkshopPlaces[] {
  return workshops.map((workshop) => ({
    id: workshop.id,
    title: workshop.title,
    free: freePlaces(workshop),
  }));
}
