import type { Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { uuid } from '../../platform/random.ts';
import { recordAll } from '../activity/activity.ts';
import type { Identity } from '../identity/types.ts';
import { lockEvent } from './events.queries.ts';
import { drawKey, hashKey, sealKey, storeKey } from './login-keys.ts';
import * as rows from './participant-lists.queries.ts';
import { differs, type KeyChange, type ListPlan, type PlannedChange } from './participants.rules.ts';
import { archivedEvent, keyTaken, unknownEvent } from './refusals.ts';
import { announceSeats } from './seats.ts';
import type { StoredKey } from './types.ts';

type Secret = Pick<Identity, 'secret'>;
type Happening = Parameters<typeof recordAll>[1][number];

/** Told how many of the people that are written have been. */
export type Progress = (done: number, all: number) => void;

/** Keeps other changes of an event's participants waiting (lock order: event, participants, workshops). */
export async function openParticipants(tx: Tx, eventId: number): Promise<void> {
  const event = await lockEvent(tx, eventId);
  if (!event) throw unknownEvent(eventId);
  if (event.archivedAt !== null) throw archivedEvent();
}

/**
 * Writes what was planned: removals first, then changes, then who is new, in batches. Places come back with whoever is
 * removed, and a changed key ends what the old one opened. Refuses a key that somebody else has got meanwhile.
 * @returns the ids of who is new, in the order of the plan
 */
export async function writePlan(
  tx: Tx,
  identity: Secret,
  eventId: number,
  { added, changed, removed }: ListPlan,
  onProgress: Progress = () => undefined,
): Promise<number[]> {
  const removedIds = removed.map(({ id }) => id);
  const touched = [...removedIds, ...changed.map(({ present }) => present.id)];
  const tell = tellInBatch(tx);
  const purse = openPurse(tx, identity, [...added, ...changed]);
  const all = removed.length + changed.length + added.length;
  const made: number[] = [];
  let done = removed.length;
  const progress = (written: number) => {
    done += written;
    onProgress(done, all);
  };
  await tell([{ verb: 'listed_participants', objectType: 'event', objectId: eventId }]);
  if (touched.length > 0) await rows.lockParticipants(tx, touched);
  if (removed.length > 0) await removeLocked(tx, eventId, removedIds);
  for (const batch of batches(removedIds)) await tell(batch.map((id) => happened('removed', id)));
  await keysOnce(async () => {
    await clearChangedKeys(tx, changed);
    for (const batch of batches(changed)) {
      await writeChanges(tx, batch, purse);
      await tell(batch.map((one) => ({ ...happened('changed', one.present.id), fields: fieldsOf(one) })));
      progress(batch.length);
    }
    for (const batch of batches(added)) {
      const keys = await purse(batch.map(({ key }) => key));
      const people = batch.map(({ after }, at) => ({ person: after, key: keys[at] ?? null }));
      const ids = await rows.insertParticipants(tx, eventId, people);
      made.push(...ids);
      await tell(ids.map((id) => happened('added', id)));
      progress(batch.length);
    }
  });
  return made;
}

/** Deletes people that are locked, and gives their places back. */
export async function removeLocked(tx: Tx, eventId: number, ids: readonly number[]): Promise<void> {
  const isReleased = await rows.releasePlaces(tx, ids);
  await rows.deleteParticipants(tx, ids);
  if (isReleased) announceSeats(tx, eventId);
}

/** Gives somebody who is locked a fresh key and ends what the old one opened. */
export async function drawAnew(tx: Tx, identity: Secret, id: number): Promise<void> {
  await keysOnce(async () => {
    await rows.clearKeys(tx, [id]);
    const [key] = await openPurse(tx, identity, [])([{ kind: 'drawn' }]);
    if (key) await rows.updateKeys(tx, [{ id, key }]);
  });
}

const batchSize = 2000;

function* batches<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize);
}

/** Tells the activity log of many as one deed. */
function tellInBatch(tx: Tx): (happenings: readonly Happening[]) => Promise<void> {
  const batchId = uuid(tx.random, tx.clock.now());
  return (happenings) => recordAll(tx, happenings, batchId);
}

/** Before any is given: two people may swap theirs. */
async function clearChangedKeys(tx: Tx, changed: readonly PlannedChange[]): Promise<void> {
  const ids = changed.flatMap(({ key, present }) => (key.kind === 'kept' ? [] : [present.id]));
  if (ids.length > 0) await rows.clearKeys(tx, ids);
}

async function writeChanges(tx: Tx, batch: readonly PlannedChange[], purse: Purse): Promise<void> {
  const people = batch.filter(({ present, after }) => differs(present, after));
  if (people.length > 0)
    await rows.updateParticipants(
      tx,
      people.map(({ present, after }) => ({ ...after, id: present.id })),
    );
  const keys = await purse(batch.map(({ key }) => key));
  const keyed = batch.flatMap(({ present }, at) => {
    const key = keys[at];
    return key ? [{ id: present.id, key }] : [];
  });
  if (keyed.length > 0) await rows.updateKeys(tx, keyed);
}

/** Makes what is stored of the keys that people get; null: none, or the one they have. */
type Purse = (changes: readonly KeyChange[]) => Promise<(StoredKey | null)[]>;

/** @param written everybody who is written: no key is drawn that one of them gets as typed */
function openPurse(tx: Tx, { secret }: Secret, written: readonly { key: KeyChange }[]): Purse {
  const tools = { secret, random: tx.random };
  const reserved = new Set(written.flatMap(({ key }) => (key.kind === 'typed' ? [key.hash] : [])));
  const draw = async (wanted: number) => {
    const drawn: StoredKey[] = [];
    // 100 000 people more among as many draw one that somebody has in two uploads of a hundred.
    while (drawn.length < wanted) {
      const fresh = new Map<string, string>();
      while (drawn.length + fresh.size < wanted) {
        const key = drawKey(tx.random);
        const hash = hashKey(secret, tx.tenantId, key).hash.toString('hex');
        if (!reserved.has(hash)) fresh.set(hash, key);
      }
      for (const { hash } of await rows.findHeldKeys(tx, [...fresh.keys()])) fresh.delete(hash);
      for (const [hex, key] of fresh) {
        reserved.add(hex);
        const hash = Buffer.from(hex, 'hex');
        // Drawn ones have no look-alikes, so that they are folded already.
        drawn.push({ hash, foldedHash: hash, sealed: sealKey(tools, key) });
      }
    }
    return drawn;
  };
  return async (changes) => {
    const drawn = await draw(changes.filter(({ kind }) => kind === 'drawn').length);
    return changes.map((change) => {
      if (change.kind === 'typed') return storeKey(tools, tx.tenantId, change.text);
      return change.kind === 'drawn' ? (drawn.pop() ?? null) : null;
    });
  };
}

/** The constraint is the last judge of a key. */
async function keysOnce(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw brokenConstraint(error) === 'participants__key' ? keyTaken() : error;
  }
}

function happened(verb: string, id: number): Happening {
  return { verb, objectType: 'participant', objectId: id };
}

function fieldsOf({ present, after, key }: PlannedChange): string[] {
  return [
    ...(present.fullName === after.fullName ? [] : ['full_name']),
    ...(present.class === after.class ? [] : ['class']),
    ...(present.targetGroup === after.targetGroup ? [] : ['target_group']),
    ...(key.kind === 'kept' ? [] : ['key']),
  ];
}
