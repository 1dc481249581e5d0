import { setImmediate } from 'node:timers/promises';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Identity } from '../identity/types.ts';
import { requireEvent } from './events.ts';
import { hashKey } from './login-keys.ts';
import { openParticipants, type Progress, writePlan } from './participant-changes.ts';
import * as rows from './participant-lists.queries.ts';
import type { ParticipantTable, TableFault } from './participant-tables.ts';
import {
  type DraftFault,
  draftFaults,
  type ListPlan,
  planList,
  type SentParticipant,
  takenKey,
} from './participants.rules.ts';
import { archivedEvent, badParticipants, badTable } from './refusals.ts';
import type { ListChange, ListMode, ParticipantDraft } from './types.ts';

type Secret = Pick<Identity, 'secret'>;

/**
 * Replaces everybody of an event by a list (contract §6, ruling "Participants' keys"): people are recognised by their id,
 * else as `matchParticipants` does, and keep id, key and choices; who is not in the list is removed, and their places come
 * back. All or nothing. Refuses an unknown or archived event, and a list with faults: ids that are none of the event,
 * missing or too long texts, keys that two people would have; the fields are named `<place>.<field>`, places from 0.
 */
export async function replaceParticipants(
  tx: Tx,
  identity: Secret,
  eventId: number,
  drafts: readonly ParticipantDraft[],
): Promise<void> {
  refuseFaults(drafts.flatMap(draftFaults));
  const sent = await hashKeys(tx, identity, drafts);
  await openParticipants(tx, eventId);
  const plan = await planWith(tx, eventId, sent, 'replace');
  refuseFaults(plan.faults);
  await writePlan(tx, identity, eventId, plan);
}

/**
 * Brings an uploaded list into an event (ruling "CSV"), all or nothing: a name corrected keeps id, key and choices, an
 * empty key keeps the key or draws one. Refuses an unknown or archived event, and a list with faults, each by line and
 * column. What it will do is what `previewImport` says.
 * @returns what it did; `at` counts the rows of the table
 */
export async function importParticipants(
  tx: Tx,
  identity: Secret,
  eventId: number,
  table: ParticipantTable,
  { mode, onProgress }: { readonly mode: ListMode; readonly onProgress?: Progress },
): Promise<ListChange> {
  const sent = await sentBy(tx, identity, table);
  await openParticipants(tx, eventId);
  const plan = await planTable(tx, identity, eventId, table, sent, mode);
  const change = await changeOf(tx, plan);
  await writePlan(tx, identity, eventId, plan, onProgress);
  return change;
}

/** What `importParticipants` would do, or refuse, now; nothing is written. */
export async function previewImport(
  read: Read,
  identity: Secret,
  eventId: number,
  table: ParticipantTable,
  mode: ListMode,
): Promise<ListChange> {
  const sent = await sentBy(read, identity, table);
  if ((await requireEvent(read, eventId)).archivedAt !== null) throw archivedEvent();
  return changeOf(read, await planTable(read, identity, eventId, table, sent, mode));
}

/** People hashed or drawn at a stretch before others get a turn: some 10 ms. */
const atAStretch = 2000;
const mostFaults = 100;

async function hashKeys(
  { tenantId }: Read,
  { secret }: Secret,
  drafts: readonly ParticipantDraft[],
): Promise<SentParticipant[]> {
  const sent: SentParticipant[] = [];
  for (const draft of drafts) {
    const { key = null } = draft;
    const isTyped = key !== null && key.trim() !== '';
    sent.push({ draft, keyHash: isTyped ? hashKey(secret, tenantId, key).hash.toString('hex') : null });
    if (sent.length % atAStretch === 0) await setImmediate();
  }
  return sent;
}

async function planWith(
  read: Read,
  eventId: number,
  sent: readonly SentParticipant[],
  mode: ListMode,
): Promise<ListPlan> {
  const plan = planList(await rows.selectPresent(read, eventId), sent, mode);
  const typed = new Map(
    [...plan.added, ...plan.changed].flatMap(({ at, key }) =>
      key.kind === 'typed' ? [[key.hash, { at, key }]] : [],
    ),
  );
  if (plan.faults.length > 0 || typed.size === 0) return plan;
  const held = await rows.findHeldKeys(read, [...typed.keys()]);
  const faults = held.flatMap(({ hash, eventId: elsewhere }): DraftFault[] => {
    const one = elsewhere === eventId ? undefined : typed.get(hash);
    return one ? [{ at: one.at, field: 'key', sentence: takenKey(one.key.text) }] : [];
  });
  return { ...plan, faults };
}

function refuseFaults(faults: readonly DraftFault[]): void {
  if (faults.length === 0) return;
  const fields = faults.slice(0, mostFaults).map(({ at, field, sentence, also }) => {
    const more = also === undefined ? '' : ` It is also that of ${also}.`;
    return [`${at}.${field}`, [`${sentence}${more}`]] as const;
  });
  throw badParticipants(Object.fromEntries(fields));
}

/** Refuses a table that could not be read whole. */
function sentBy(read: Read, identity: Secret, table: ParticipantTable): Promise<SentParticipant[]> {
  const drafts = table.rows.map(({ draft }) => draft);
  refuseTable([...table.faults, ...drafts.flatMap(draftFaults).map((fault) => inTable(table, fault))]);
  return hashKeys(read, identity, drafts);
}

async function planTable(
  read: Read,
  { secret }: Secret,
  eventId: number,
  table: ParticipantTable,
  sent: readonly SentParticipant[],
  mode: ListMode,
): Promise<ListPlan> {
  const plan = await planWith(read, eventId, sent, mode);
  // A name that was deleted by mistake must not remove the person.
  const leaving = new Set(plan.removed.map(({ keyHash }) => keyHash));
  const nameless = table.nameless.filter(
    ({ key }) => leaving.size > 0 && leaving.has(hashKey(secret, read.tenantId, key).hash.toString('hex')),
  );
  const faults = nameless.map(({ line }): TableFault => {
    const sentence =
      'Somebody has this key, but the name is missing. To remove them leave the whole line out.';
    return { line, column: table.columns.fullName?.number ?? 1, heading: null, sentence };
  });
  refuseTable([...plan.faults.map((fault) => inTable(table, fault)), ...faults]);
  return plan;
}

function inTable(
  { rows: lines, columns }: ParticipantTable,
  { at, field, sentence, also }: DraftFault,
): TableFault {
  const column = columns[field];
  const more = also === undefined ? '' : ` It stands in line ${lines[also]?.line} too.`;
  return {
    line: lines[at]?.line ?? 0,
    column: column?.number ?? 1,
    heading: column?.heading || null,
    sentence: `${sentence}${more}`,
  };
}

function refuseTable(faults: readonly TableFault[]): void {
  if (faults.length === 0) return;
  const sorted = [...faults].sort((one, other) => one.line - other.line || one.column - other.column);
  const shown = sorted.slice(0, mostFaults);
  const places = new Map(shown.map(({ line, column, sentence }) => [`${line}.${column}`, sentence]));
  const sentences = shown.map(({ line, column, heading, sentence }) => {
    const name = heading === null ? '' : ` (${heading})`;
    return `Line ${line}, column ${column}${name}: ${sentence}`;
  });
  const more = sorted.length - shown.length;
  throw badTable(places, [...sentences, ...(more > 0 ? [`${more} more faults.`] : [])].join(' '));
}

async function changeOf(read: Read, { added, changed, removed, kept }: ListPlan): Promise<ListChange> {
  const choices = await rows.countRegistrations(
    read,
    removed.map(({ id }) => id),
  );
  return {
    added: added.map(({ at, after }) => ({ at, ...after })),
    changed: changed.map(({ at, present, after, key }) => {
      const { id, keyHash: _, ...before } = present;
      return { at, id, before, after, isKeyChanged: key.kind !== 'kept' };
    }),
    removed: removed.map(({ keyHash: _, ...one }) => ({ ...one, registrations: choices.get(one.id) ?? 0 })),
    kept,
  };
}
