import type { Read } from '../../platform/database/contract.ts';
import type { Identity } from '../identity/types.ts';
import { requireEvent } from './events.ts';
import { unsealKey } from './login-keys.ts';
import * as rows from './participant-pages.queries.ts';
import { unknownParticipant } from './refusals.ts';
import type { NamedRegistration, Participant } from './types.ts';

/** A participant as a table of them shows one. */
export interface ShownParticipant extends Participant {
  /** The login key in clear; null: nobody signs in as this person. */
  readonly key: string | null;
  /** Ids of workshops, ascending. */
  readonly chosen: readonly number[];
}

/** A page of an event's participants, with their keys in clear: for organisers only. Refuses an unknown event. */
export async function pageOfParticipants(
  read: Read,
  { secret }: Pick<Identity, 'secret'>,
  eventId: number,
  page: rows.ParticipantPage,
): Promise<ShownParticipant[]> {
  const [, found] = await Promise.all([requireEvent(read, eventId), rows.selectPage(read, eventId, page)]);
  return found.map(({ sealed, ...one }) => ({ ...one, key: sealed && unsealKey(secret, sealed) }));
}

/** A page of an event's registrations, as they came. Refuses an unknown event. */
export async function pageOfRegistrations(
  read: Read,
  eventId: number,
  page: Parameters<typeof rows.selectRegistrations>[2],
): Promise<NamedRegistration[]> {
  const [, found] = await Promise.all([
    requireEvent(read, eventId),
    rows.selectRegistrations(read, eventId, page),
  ]);
  return found;
}

/** One participant of whatever event, with the key in clear. Refuses an unknown one. */
export async function requireShownParticipant(
  read: Read,
  identity: Pick<Identity, 'secret'>,
  id: number,
): Promise<ShownParticipant> {
  const eventId = await requireEventOf(read, id);
  const wanted = { isUndecided: false, order: 'id', after: { id: id - 1, name: '' }, limit: 1 } as const;
  const [found] = await pageOfParticipants(read, identity, eventId, wanted);
  if (found?.id !== id) throw unknownParticipant(id);
  return found;
}

/** The event that a participant is of. Refuses an unknown one. */
export async function requireEventOf(read: Read, participantId: number): Promise<number> {
  const eventId = await rows.findEventOf(read, participantId);
  if (eventId === null) throw unknownParticipant(participantId);
  return eventId;
}
