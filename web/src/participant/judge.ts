import type { Choice, Seats, Workshop } from './types.ts';
import { isAsBefore } from './wish.ts';

/** What would be refused of a wished choice, before it is sent. */
export interface Clash {
  readonly workshopId: number;
  readonly code: 'full' | 'group' | 'moment' | 'needs' | 'excludes';
  /** The other workshops concerned. */
  readonly with: readonly number[];
}

/**
 * What clashes in a wished choice and why. Mirrors `judgeChoice` of `src/modules/workshops/rules.ts`, for people to see it
 * beforehand; the server judges again and has the last word.
 */
export function clashesOf(choice: Choice, seats: Seats | null, wanted: readonly number[]): Clash[] {
  const { links, workshop_ids: had, moments } = choice;
  if (isAsBefore(choice, wanted)) return [];
  return moments.flatMap(({ workshops }) => {
    const own = workshops.filter(({ id }) => wanted.includes(id));
    return own.flatMap(({ id, ...workshop }): Clash[] => {
      const beside = own.filter((other) => other.id !== id).map((other) => other.id);
      const missing = companionsOf(links, id).filter((other) => !wanted.includes(other));
      const excluded = excludedBy(links, id).filter((other) => wanted.includes(other));
      const isFull = !had.includes(id) && freeOf({ id, ...workshop }, seats) === 0;
      return [
        ...(isFull ? [{ workshopId: id, code: 'full' as const, with: [] }] : []),
        ...(workshop.is_for_group ? [] : [{ workshopId: id, code: 'group' as const, with: [] }]),
        ...among(id, 'moment', beside),
        ...among(id, 'needs', missing),
        ...among(id, 'excludes', excluded),
      ];
    });
  });
}

/** How many may still come in, as far as this page knows. */
export function freeOf({ id, free }: Workshop, seats: Seats | null): number {
  return seats?.workshops.find((one) => one.id === id)?.free ?? free;
}

/** All that a workshop must be taken together with: inclusive links are transitive. */
export function companionsOf(links: Choice['links'], id: number): number[] {
  const found = new Set([id]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { kind, workshop_ids: pair } of links)
      if (kind === 'inclusive' && pair.some((one) => found.has(one))) for (const one of pair) found.add(one);
  }
  found.delete(id);
  return [...found];
}

/** All that a workshop cannot be combined with. */
export function excludedBy(links: Choice['links'], id: number): number[] {
  return links
    .filter(({ kind, workshop_ids: pair }) => kind === 'exclusive' && pair.includes(id))
    .flatMap(({ workshop_ids: pair }) => pair.filter((one) => one !== id));
}

function among(workshopId: number, code: Clash['code'], others: readonly number[]): Clash[] {
  return others.length > 0 ? [{ workshopId, code, with: others }] : [];
}
