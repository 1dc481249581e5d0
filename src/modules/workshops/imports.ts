import type { Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { uuid } from '../../platform/random.ts';
import {
  type ImportTally,
  importBatches,
  type Judged,
  type Outcome,
  type Records,
} from '../../platform/record-batches.ts';
import type { SentRecord } from '../../platform/record-files.ts';
import { type JudgedRow, textOf } from '../../platform/record-values.ts';
import { recordAll } from '../activity/activity.ts';
import type { Identity } from '../identity/types.ts';
import { lockEvent, lockWorkshops } from './events.queries.ts';
import { type ImportedParticipant, judgeImportedParticipant, participantColumns } from './imported-rows.ts';
import { insertImportedRegistrations } from './imports.queries.ts';
import { storeKey } from './login-keys.ts';
import { findHeldKeys, insertParticipants, selectPresent } from './participant-lists.queries.ts';
import { archivedEvent, keyTaken, unknownEvent } from './refusals.ts';
import { announceSeats } from './seats.ts';
import type { ListedPerson, Workshop } from './types.ts';

/**
 * Takes over the participants of an old installation into an event, with keys that go on working and with what they
 * chose, whatever its links, groups, moments and limits: who was in stays in, and what breaks a rule is flagged. Whoever
 * is here already, by key, without one by name and class, is left. `docs/moving-in.md` lists the columns. The number of
 * statements for a batch is constant. Bad rows are told and left out; whether the rest may stand is the caller's decision.
 * Refuses an unknown event and an archived one.
 */
export async function takeOverParticipants(
  tx: Tx,
  { secret }: Pick<Identity, 'secret'>,
  eventId: number,
  records: Records,
): Promise<ImportTally> {
  const workshops = await lockForImport(tx, eventId);
  const batchId = uuid(tx.random, tx.clock.now());
  const sift = siftPresent(tx, eventId, await keylessOf(tx, eventId));
  const keep = { secret, random: tx.random };
  const tally = await importBatches(records, participantColumns, judgeOf(workshops), async (batch) => {
    const keyed = batch.map(({ line, row }) => ({
      line,
      row,
      key: row.key === null ? null : storeKey(keep, tx.tenantId, row.key),
    }));
    const { fresh, outcomes } = await sift(keyed);
    const people = fresh.map(({ row, key }) => ({ person: row.person, key }));
    const ids = await keysOnce(() => insertParticipants(tx, eventId, people));
    const registrations = fresh.flatMap(({ row }, at) => {
      const participantId = ids[at];
      return participantId === undefined
        ? []
        : row.workshopIds.map((workshopId) => ({ workshopId, participantId }));
    });
    if (registrations.length > 0) await insertImportedRegistrations(tx, eventId, registrations);
    const happenings = ids.map((id) => ({ verb: 'imported', objectType: 'participant', objectId: id }));
    await recordAll(tx, happenings, batchId);
    return outcomes;
  });
  announceSeats(tx, eventId);
  return tally;
}

async function lockForImport(tx: Tx, eventId: number): Promise<Workshop[]> {
  const event = await lockEvent(tx, eventId);
  if (!event) throw unknownEvent(eventId);
  if (event.archivedAt !== null) throw archivedEvent();
  return lockWorkshops(tx, eventId);
}

/** The people of several old events would become those of one. */
function judgeOf(workshops: readonly Workshop[]): (record: SentRecord) => JudgedRow<ImportedParticipant> {
  let first: string | null = null;
  return ({ values }) => {
    const judged = judgeImportedParticipant(values, workshops);
    const oldEvent = textOf(values, 'event_id');
    if ('fault' in judged || oldEvent === null) return judged;
    first ??= oldEvent;
    if (oldEvent === first) return judged;
    return { fault: `event_id ${oldEvent}: the file began with event ${first}; import one event at a time` };
  };
}

type Keyed = Judged<ImportedParticipant> & { readonly key: ReturnType<typeof storeKey> | null };

/** Parts those who are not here yet from the others, of whom it says why they are left. */
function siftPresent(tx: Tx, eventId: number, keyless: Map<string, number>) {
  const lines = new Map<string, number>();
  return async (batch: readonly Keyed[]): Promise<{ fresh: Keyed[]; outcomes: Outcome[] }> => {
    const hashes = batch.flatMap(({ key }) => key?.hash.toString('hex') ?? []);
    const held = new Map((await findHeldKeys(tx, hashes)).map((one) => [one.hash, one.eventId]));
    const outcomes: Outcome[] = [];
    const fresh = batch.filter((one) => {
      const hash = one.key?.hash.toString('hex');
      const outcome =
        hash === undefined ? presentByName(one, keyless) : presentByKey(one, hash, held, eventId, lines);
      if (outcome) outcomes.push(outcome);
      return outcome === null;
    });
    return { fresh, outcomes };
  };
}

function presentByName({ line, row }: Keyed, keyless: Map<string, number>): Outcome | null {
  const name = nameOf(row.person);
  const times = keyless.get(name) ?? 0;
  if (times === 0) return null;
  keyless.set(name, times - 1);
  return { line, fault: null };
}

function presentByKey(
  { line, row }: Keyed,
  hash: string,
  held: ReadonlyMap<string, number>,
  eventId: number,
  lines: Map<string, number>,
): Outcome | null {
  const before = lines.get(hash);
  if (before !== undefined) return { line, fault: `identity "${row.key}" stands in line ${before} already` };
  lines.set(hash, line);
  const holder = held.get(hash);
  if (holder === undefined) return null;
  if (holder === eventId) return { line, fault: null };
  return { line, fault: `identity "${row.key}" is the key of somebody in another event here` };
}

/** How many people of a name and class have no key. */
async function keylessOf(tx: Tx, eventId: number): Promise<Map<string, number>> {
  const present = (await selectPresent(tx, eventId)).filter(({ keyHash }) => keyHash === null);
  return new Map([...Map.groupBy(present, nameOf)].map(([name, people]) => [name, people.length]));
}

function nameOf({ fullName, class: className }: ListedPerson): string {
  return `${fullName}\n${className ?? ''}`;
}

/** The constraint is the judge of a key that somebody took meanwhile. */
async function keysOnce<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw brokenConstraint(error) === 'participants__key' ? keyTaken() : error;
  }
}
