import type { Choice } from './types.ts';

/** What somebody ticked since the choice was read, by moment: the id of a workshop, or null for nothing. */
export type Wish = ReadonlyMap<string, number | null>;

/** The whole choice as it stands on the page, ascending: one workshop of each moment. */
export function wantedOf({ moments, workshop_ids: had }: Choice, wish: Wish): number[] {
  return moments
    .flatMap(({ name, workshops }) => {
      const ids = workshops.map(({ id }) => id);
      const ticked = wish.get(name);
      const isTicked = ticked !== undefined && (ticked === null || ids.includes(ticked));
      const id = isTicked ? ticked : (ids.find((one) => had.includes(one)) ?? null);
      return id === null ? [] : [id];
    })
    .sort((one, other) => one - other);
}

/** Whether it is what is confirmed already. */
export function isAsBefore({ workshop_ids: had }: Choice, wanted: readonly number[]): boolean {
  return wanted.length === had.length && wanted.every((id) => had.includes(id));
}
