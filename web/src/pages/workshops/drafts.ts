import type { EventForm, Link, Workshop } from './events-client.ts';

/** A workshop as it is being written; the key stays the same while it has no id yet. */
export interface Draft extends Pick<Workshop, 'title' | 'description' | 'moment' | 'target_group' | 'taken'> {
  readonly key: string;
  readonly id: number | null;
  /** As typed. */
  readonly capacity: string;
}

export interface DraftLink {
  readonly one: string;
  readonly other: string;
  readonly kind: Link['kind'];
}

/** What is being edited, and the version of the event that it goes on from. */
export interface Edit {
  readonly workshops: readonly Draft[];
  readonly links: readonly DraftLink[];
  readonly version: number;
  /** The links that the server has, to see whether others are wished. */
  readonly savedLinks: string;
}

/** Begins from what the server has. */
export function beginFrom(event: EventForm, links: readonly Link[]): Edit {
  return {
    version: event.version,
    savedLinks: JSON.stringify(links),
    workshops: event.workshops.map(({ id, capacity, ...workshop }) => ({
      ...workshop,
      id,
      key: keyOf(id),
      capacity: String(capacity),
    })),
    links: links.map(({ workshop1_id: one, workshop2_id: other, kind }) => ({
      one: keyOf(one),
      other: keyOf(other),
      kind,
    })),
  };
}

/** One more workshop at the end, at the moment of the last one. @param number of new ones so far */
export function addWorkshop(edit: Edit, number: number): Edit {
  const last = edit.workshops.at(-1);
  const draft = {
    key: `new-${number}`,
    id: null,
    title: '',
    description: '',
    moment: last?.moment ?? '',
    target_group: '',
    capacity: last?.capacity ?? '20',
    taken: 0,
  };
  return { ...edit, workshops: [...edit.workshops, draft] };
}

export function changeWorkshop(edit: Edit, key: string, change: Partial<Draft>): Edit {
  return { ...edit, workshops: edit.workshops.map((one) => (one.key === key ? { ...one, ...change } : one)) };
}

/** Takes a workshop out, with its links. */
export function removeWorkshop(edit: Edit, key: string): Edit {
  return {
    ...edit,
    workshops: edit.workshops.filter((one) => one.key !== key),
    links: edit.links.filter(({ one, other }) => one !== key && other !== key),
  };
}

/** Puts a workshop where another one is; what lies between moves up. */
export function moveWorkshop(edit: Edit, from: number, to: number): Edit {
  const moved = edit.workshops[from];
  if (!moved || to < 0 || to >= edit.workshops.length) return edit;
  return { ...edit, workshops: edit.workshops.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

/** The list as the server takes it. */
export function workshopsOf({ workshops }: Edit) {
  return workshops.map(({ id, title, description, moment, target_group, capacity }) => ({
    ...(id !== null && { id }),
    title,
    description,
    moment,
    target_group,
    // What is no whole number is refused by the server, with a sentence at its place.
    capacity: capacity.trim() === '' ? 0 : Number(capacity),
  }));
}

/** What was saved: every workshop has an id now. */
export function afterSave(edit: Edit, saved: EventForm): Edit {
  const ids = saved.workshops.map(({ id }) => id);
  const workshops = edit.workshops.map((one, at) => ({ ...one, id: ids[at] ?? one.id }));
  return { ...edit, workshops, version: saved.version };
}

/** The links as the server takes them; all their workshops have ids. */
export function linksOf({ workshops, links }: Edit): Link[] {
  const ids = new Map(workshops.map(({ key, id }) => [key, id]));
  return links.flatMap(({ one, other, kind }) => {
    const [first, second] = [ids.get(one) ?? null, ids.get(other) ?? null];
    return first === null || second === null ? [] : [{ workshop1_id: first, workshop2_id: second, kind }];
  });
}

function keyOf(id: number): string {
  return `workshop-${id}`;
}
