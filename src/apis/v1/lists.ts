import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { refuse } from '../../platform/refusal.ts';

/** The parameters of every list. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 1000, description: '`next` of the page before' })),
};

/** One page: `next` is the cursor of the following one, null on the last. */
export function pageOf<Item extends TSchema>(item: Item) {
  return Type.Object(
    { items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) },
    { additionalProperties: false },
  );
}

/** The place a cursor names. Refuses what is none of this list's cursors under its name. @returns null: the beginning */
export function readCursor<Place extends TSchema>(
  cursor: string | undefined,
  place: Place,
): Static<Place> | null {
  if (cursor === undefined) return null;
  const value = decode(cursor);
  if (Value.Check(place, value)) return value;
  const sentence = 'This is no cursor of this list. Send `next` of the page before, or none.';
  throw refuse('invalid', 'list.bad_cursor', sentence, { fields: { cursor: [sentence] } });
}

/** A cursor of a place in a list: opaque to clients. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * A page of a list that grows with its last item's place: ask the verb for one more than `limit`.
 * @param found up to `limit + 1`
 * @param placeOf of the last one shown
 */
export function pageAfter<Item, Shown>(
  found: readonly Item[],
  limit: number,
  show: (item: Item) => Shown,
  placeOf: (item: Item) => unknown,
): { items: Shown[]; next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return { items: items.map(show), next: isMore ? writeCursor(placeOf(last)) : null };
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const offset = Type.Object({ after: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) });

/** For verbs that count: the page of a cursor that holds how many came before. Only for lists that people page through. */
export function offsetPage({ limit = 50, cursor }: { limit?: number; cursor?: string }): {
  limit: number;
  offset: number;
} {
  return { limit, offset: readCursor(cursor, offset)?.after ?? 0 };
}

/** The answer of such a page. @param count of the whole list */
export function pageOfOffset<Shown>(
  items: Shown[],
  count: number,
  page: { readonly limit: number; readonly offset: number },
): { items: Shown[]; next: string | null } {
  const after = page.offset + items.length;
  return { items, next: items.length > 0 && after < count ? writeCursor({ after }) : null };
}
