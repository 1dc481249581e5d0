import { type Static, type TSchema, Type } from 'typebox';
import type { SyncPlace } from '../../platform/database/sync-order.ts';
import { closed, nullable } from './formats.ts';
import { readCursor, writeCursor } from './lists.ts';
import { isMomentLike, readMoment } from './moments.ts';

/** The parameter by which a copy of a list is kept. */
export const syncQuery = {
  updated_since: Type.Optional(
    Type.String({
      maxLength: 1000,
      description:
        'What was changed since: a date, a moment, or `since` of the answer before, which misses nothing',
    }),
  ),
};

/** One page of a list that can be synchronised: `since` is the `updated_since` to go on with, null outside of a sync. */
export function syncPageOf<Item extends TSchema>(item: Item) {
  return closed({
    items: Type.Array(item),
    next: nullable(Type.String()),
    since: nullable(
      Type.String({ description: 'Send it as `updated_since`: at once while `next` is there, else later' }),
    ),
  });
}

const place = closed({
  transaction: Type.String({ pattern: '^\\d{1,18}$' }),
  id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  from: Type.Optional(Type.String({ format: 'date-time' })),
});

/** Where a sync begins or goes on. */
export interface Since {
  readonly after: SyncPlace | null;
  /** Of the moment it began with, until its first round is through. */
  readonly from: Date | null;
}

/** Reads `updated_since` (or the `cursor` of a sync). Refuses what is neither a moment nor a place. */
export function readSince(text: string): Since {
  if (isMomentLike(text)) return { after: null, from: readMoment('updated_since', text) };
  const found: Static<typeof place> | null = readCursor(text, place);
  if (!found) return { after: null, from: null };
  const { transaction, id, from } = found;
  return { after: { transaction, id }, from: from === undefined ? null : readMoment('updated_since', from) };
}

/**
 * The answer of a page in sync order: ask the verb for one more than `limit`.
 * @param horizon where a copy goes on that has everything
 */
export function pageOfSync<Item extends { readonly place: SyncPlace }, Shown>(
  found: readonly Item[],
  limit: number,
  show: (item: Item) => Shown,
  { from }: Since,
  horizon: SyncPlace,
): { items: Shown[]; next: string | null; since: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const isMore = found.length > limit && last !== undefined;
  const since = writeCursor(isMore ? { ...last.place, ...(from && { from: from.toISOString() }) } : horizon);
  return { items: items.map(show), next: isMore ? since : null, since };
}
