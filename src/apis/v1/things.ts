import { Type } from 'typebox';
import type { CommentTargets, ThingName } from '../../modules/community/types.ts';
import type { Read } from '../../platform/database/contract.ts';

/** What this API calls the types of things that the log and comments name: a person is an account there. */
const types = [
  { wire: 'person', type: 'account' },
  { wire: 'course', type: 'course' },
  { wire: 'event', type: 'event' },
  { wire: 'workshop', type: 'workshop' },
  { wire: 'booking', type: 'booking' },
] as const;

/** A type of thing that people may comment on. */
export const targetType = Type.String({ enum: types.map(({ wire }) => wire) });

/** What this API calls a type of the log. */
export function wireTypeOf(type: string): string {
  return types.find((one) => one.type === type)?.wire ?? type;
}

/** The log's name of a type of this API. */
export function typeOf(wire: string): string {
  return types.find((one) => one.wire === wire)?.type ?? wire;
}

/** Names of things by `type:number`; one statement for each type, whatever the number of things. */
export async function nameThings(
  read: Read,
  targets: CommentTargets,
  things: readonly { readonly type: string; readonly id: number | string }[],
): Promise<Map<string, ThingName>> {
  const byType = Map.groupBy(things, ({ type }) => type);
  const found = await Promise.all(
    [...byType].map(async ([type, those]) => {
      const finder = Object.hasOwn(targets, type) ? targets[type] : undefined;
      const ids = new Set(those.map(({ id }) => Number(id)).filter(Number.isSafeInteger));
      const named = finder ? await finder.describe(read, [...ids]) : [];
      return named.map((one): [string, ThingName] => [`${type}:${one.id}`, one]);
    }),
  );
  return new Map(found.flat());
}
