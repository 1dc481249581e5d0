import type { ListedPerson, ListMode, ParticipantDraft, PresentParticipant } from './types.ts';

/** A person of a list with the hash of the key that is typed there. */
export interface SentParticipant {
  readonly draft: ParticipantDraft;
  /** Null: no key is typed. */
  readonly keyHash: string | null;
}

export type DraftField = 'id' | 'fullName' | 'class' | 'targetGroup' | 'key';

/** What is wrong with one field of one person of a list. */
export interface DraftFault {
  /** The place in the list, from 0. */
  readonly at: number;
  readonly field: DraftField;
  readonly sentence: string;
  /** The place of another person of the list that it clashes with. */
  readonly also?: number;
}

/** Which key somebody gets. */
export type KeyChange =
  | { readonly kind: 'kept' | 'drawn' | 'none' }
  | { readonly kind: 'typed'; readonly text: string; readonly hash: string };

export interface PlannedChange {
  readonly at: number;
  readonly present: PresentParticipant;
  readonly after: ListedPerson;
  readonly key: KeyChange;
}

/** What a list comes to, before anything is written. */
export interface ListPlan {
  readonly added: readonly { readonly at: number; readonly after: ListedPerson; readonly key: KeyChange }[];
  readonly changed: readonly PlannedChange[];
  readonly removed: readonly PresentParticipant[];
  readonly kept: number;
  readonly faults: readonly DraftFault[];
}

const longest = { fullName: 200, class: 80, targetGroup: 80, key: 80 } as const;

/** What is wrong with the fields of a person of a list, one by one. */
export function draftFaults(draft: ParticipantDraft, at: number): DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.id === undefined && draft.fullName === undefined)
    faults.push({ at, field: 'fullName', sentence: 'A name is needed.' });
  for (const field of ['fullName', 'class', 'targetGroup', 'key'] as const) {
    const text = draft[field];
    if (text === undefined || text === null) continue;
    if (field === 'fullName' && text.trim() === '') faults.push({ at, field, sentence: 'A name is needed.' });
    else if (text.length > longest[field])
      faults.push({ at, field, sentence: `At most ${longest[field]} characters.` });
    else if (!text.isWellFormed() || /\p{Cc}/u.test(text))
      faults.push({ at, field, sentence: 'No control characters.' });
  }
  return faults;
}

/**
 * Compares a list with the participants of an event: who is added, changed, removed and kept, and what is wrong with it.
 * Nobody recognised loses id, key or choices to a corrected name (ruling "CSV").
 */
export function planList(
  present: readonly PresentParticipant[],
  sent: readonly SentParticipant[],
  mode: ListMode,
): ListPlan {
  const idFaults = faultsOfIds(present, sent);
  const matched = matchParticipants(present, sent);
  const added: { at: number; after: ListedPerson; key: KeyChange }[] = [];
  const changed: PlannedChange[] = [];
  sent.forEach(({ draft, keyHash }, at) => {
    const one = matched[at] ?? null;
    const after = personAfter(draft, one);
    const key = keyAfter(draft, keyHash, one);
    if (!one) added.push({ at, after, key });
    else if (key.kind !== 'kept' || differs(one, after)) changed.push({ at, present: one, after, key });
  });
  const places = new Map(matched.flatMap((one, at) => (one ? [[one.id, at]] : [])));
  const staying = mode === 'add' ? present : present.filter(({ id }) => places.has(id));
  const written: Written[] = [...added, ...changed].sort((one, other) => one.at - other.at);
  return {
    added,
    changed,
    removed: mode === 'add' ? [] : present.filter(({ id }) => !places.has(id)),
    kept: staying.length - changed.length,
    faults: [...idFaults, ...faultsOfKeys(staying, places, written)],
  };
}

/**
 * Recognises people of a list (ruling "CSV"): by id, else by key, else by exact name and class (of several first whoever
 * has the same group, then by their order), else by a name that occurs once on both sides. Null: new, or of an unknown id.
 * @returns by place in the list
 */
export function matchParticipants(
  present: readonly PresentParticipant[],
  sent: readonly SentParticipant[],
): (PresentParticipant | null)[] {
  const matched: (PresentParticipant | null)[] = sent.map(() => null);
  const free = new Map(present.map((one) => [one.id, one]));
  const pair = (
    keyOfPresent: (one: PresentParticipant) => string | number | null,
    keyOfSent: (one: SentParticipant) => string | number | null,
  ) => {
    if (free.size === 0) return;
    const waiting = Map.groupBy([...free.values()].reverse(), keyOfPresent);
    sent.forEach((one, at) => {
      const key = matched[at] ? null : keyOfSent(one);
      const found = key === null ? undefined : waiting.get(key)?.pop();
      if (!found) return;
      matched[at] = found;
      free.delete(found.id);
    });
  };
  const unlessById = (of: (one: SentParticipant) => string | null) => (one: SentParticipant) =>
    one.draft.id === undefined ? of(one) : null;
  pair(
    ({ id }) => id,
    ({ draft }) => draft.id ?? null,
  );
  pair(
    ({ keyHash }) => keyHash,
    unlessById(({ keyHash }) => keyHash),
  );
  const withGroup = (one: Partial<ListedPerson>) => folded(one.fullName, one.class, one.targetGroup);
  pair(
    withGroup,
    unlessById(({ draft }) => withGroup(draft)),
  );
  const withClass = (one: Partial<ListedPerson>) => folded(one.fullName, one.class);
  pair(
    withClass,
    unlessById(({ draft }) => withClass(draft)),
  );
  const isAloneHere = onceOnly(present.map(({ fullName }) => folded(fullName)));
  const isAloneThere = onceOnly(sent.map(({ draft }) => folded(draft.fullName)));
  const alone = (name: string) => (isAloneHere(name) && isAloneThere(name) ? name : null);
  pair(
    ({ fullName }) => alone(folded(fullName)),
    unlessById(({ draft }) => alone(folded(draft.fullName))),
  );
  return matched;
}

/** Blank and none are one; accents may be composed or not, as a Mac and a PC write them. */
function folded(...texts: readonly (string | null | undefined)[]): string {
  return texts.map((text) => (text ?? '').normalize('NFC').trim()).join('\n');
}

function onceOnly(texts: readonly string[]): (text: string) => boolean {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return (text) => times.get(text) === 1;
}

function personAfter(draft: ParticipantDraft, present: PresentParticipant | null): ListedPerson {
  const kept = (before: string | null, sent: string | null | undefined) =>
    sent === undefined || (sent ?? '') === (before ?? '') ? before : sent;
  if (present)
    return {
      fullName: draft.fullName ?? present.fullName,
      class: kept(present.class, draft.class),
      targetGroup: kept(present.targetGroup, draft.targetGroup),
    };
  return {
    fullName: draft.fullName ?? '',
    class: draft.class ?? null,
    targetGroup: draft.targetGroup ?? null,
  };
}

/** Whether name, class or group are others. */
export function differs(one: ListedPerson, other: ListedPerson): boolean {
  return (
    one.fullName !== other.fullName || one.class !== other.class || one.targetGroup !== other.targetGroup
  );
}

function keyAfter(
  { id, key }: ParticipantDraft,
  hash: string | null,
  present: PresentParticipant | null,
): KeyChange {
  if (key !== undefined && key !== null && hash !== null)
    return hash === present?.keyHash ? { kind: 'kept' } : { kind: 'typed', text: key, hash };
  if (key === null) return { kind: present?.keyHash === null ? 'kept' : 'none' };
  if (!present) return { kind: 'drawn' };
  const isAskedFor = key !== undefined && (id !== undefined || present.keyHash === null);
  return { kind: isAskedFor ? 'drawn' : 'kept' };
}

function faultsOfIds(present: readonly PresentParticipant[], sent: readonly SentParticipant[]): DraftFault[] {
  const known = new Set(present.map(({ id }) => id));
  const seen = new Set<number>();
  return sent.flatMap(({ draft: { id } }, at): DraftFault[] => {
    if (id === undefined) return [];
    if (!known.has(id)) return [{ at, field: 'id', sentence: `Participant ${id} is none of this event.` }];
    if (seen.has(id)) return [{ at, field: 'id', sentence: `Participant ${id} is listed twice.` }];
    seen.add(id);
    return [];
  });
}

/** Keys that two people would have: two of the list, or one of it and one who stays as they are. */
function faultsOfKeys(
  staying: readonly PresentParticipant[],
  places: ReadonlyMap<number, number>,
  written: readonly Written[],
): DraftFault[] {
  const givenUp = new Set(
    written.flatMap(({ key, present }) => (present && key.kind !== 'kept' ? [present.id] : [])),
  );
  /** By hash, the place in the list of whoever has it; null: they are not in it. */
  const held = new Map<string, number | null>();
  for (const { id, keyHash } of staying)
    if (keyHash !== null && !givenUp.has(id)) held.set(keyHash, places.get(id) ?? null);
  return written.flatMap(({ at, key }): DraftFault[] => {
    if (key.kind !== 'typed') return [];
    const holder = held.get(key.hash);
    if (holder === undefined) held.set(key.hash, at);
    if (holder === undefined) return [];
    return [{ at, field: 'key', sentence: takenKey(key.text), ...(holder !== null && { also: holder }) }];
  });
}

interface Written {
  readonly at: number;
  readonly key: KeyChange;
  readonly present?: PresentParticipant;
}

/** @param text the key as typed */
export function takenKey(text: string): string {
  return `The key "${text.trim()}" is somebody else's.`;
}
