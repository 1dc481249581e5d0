import { setImmediate } from 'node:timers/promises';
import type { Context, Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { record, recordAll } from '../activity/activity.ts';
import type { Identity } from '../identity/types.ts';
import { unsealKey } from './login-keys.ts';
import { drawAnew, openParticipants, removeLocked } from './participant-changes.ts';
import { lockParticipants } from './participant-lists.queries.ts';
import * as rows from './participants.queries.ts';
import { unknownParticipant } from './refusals.ts';
import type { ListedParticipant, Participant } from './types.ts';

type Secret = Pick<Identity, 'secret'>;

/**
 * The participants of an event by id, with their keys in clear: for organisers only. Of an unknown event: nobody.
 * @param filter those who have chosen nothing, or those of these ids
 */
export async function listParticipants(
  read: Read,
  identity: Secret,
  eventId: number,
  filter: rows.ParticipantFilter = {},
): Promise<ListedParticipant[]> {
  const found = await rows.selectParticipants(read, eventId, filter);
  const listed: ListedParticipant[] = [];
  for (const { sealed, ...one } of found) {
    listed.push({ ...one, key: sealed && unsealKey(identity.secret, sealed) });
    if (listed.length % atAStretch === 0) await setImmediate();
  }
  return listed;
}

/** One participant of an event, with the key in clear. Refuses whoever is not of the event. */
export async function findParticipant(
  read: Read,
  identity: Secret,
  eventId: number,
  id: number,
): Promise<ListedParticipant> {
  const [found] = await listParticipants(read, identity, eventId, { ids: [id] });
  if (!found) throw unknownParticipant(id);
  return found;
}

/**
 * Participants with their keys in clear, from a cursor, in lists of up to 1000: for files of any length. Nobody where the
 * event is unknown.
 */
export async function* streamParticipants(
  context: Context,
  identity: Secret,
  wanted: rows.StreamedParticipants,
): AsyncGenerator<readonly (Participant & { readonly key: string | null })[]> {
  const lists = context.stream((db) => rows.composeParticipants(db, context.tenantId, wanted));
  for await (const list of lists) {
    yield list.map(({ sealed, ...one }) => ({ ...one, key: sealed && unsealKey(identity.secret, sealed) }));
  }
}

/**
 * Removes people from an event with their choices; their places come back. Refuses an unknown or archived event, and ids
 * that are none of it: nobody is removed then.
 */
export async function removeParticipants(tx: Tx, eventId: number, ids: readonly number[]): Promise<void> {
  await openParticipants(tx, eventId);
  await lockParticipants(tx, ids);
  const found = new Set((await rows.selectParticipants(tx, eventId, { ids })).map(({ id }) => id));
  for (const id of ids) if (!found.has(id)) throw unknownParticipant(id);
  await removeLocked(tx, eventId, ids);
  const happenings = ids.map((id) => ({ verb: 'removed', objectType: 'participant', objectId: id }));
  await recordAll(tx, happenings, uuid(tx.random, tx.clock.now()));
}

/** Draws a new key for somebody whose old one is known to others, and ends what that one opened. Refuses as `findParticipant`. */
export async function renewKey(
  tx: Tx,
  identity: Secret,
  eventId: number,
  id: number,
): Promise<ListedParticipant> {
  await openParticipants(tx, eventId);
  await lockParticipants(tx, [id]);
  await findParticipant(tx, identity, eventId, id);
  await drawAnew(tx, identity, id);
  await record(tx, { verb: 'changed', objectType: 'participant', objectId: id, fields: ['key'] });
  return findParticipant(tx, identity, eventId, id);
}

/** Keys read at a stretch before others get a turn: some 20 ms. */
const atAStretch = 2000;
