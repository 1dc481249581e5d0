import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireTarget } from '../../modules/community/comments.ts';
import type { CommentTargets, FoundTarget } from '../../modules/community/types.ts';
import type { Read } from '../../platform/database/contract.ts';

/**
 * The types of things on the wire: a person is a `user` there. `content_type` is a number that upstream draws for each
 * installation; here it is the same in all of them (contract §7.1).
 */
const types = [
  { wire: 'user', type: 'account', contentType: 10 },
  { wire: 'course', type: 'course', contentType: 11 },
  { wire: 'workshop', type: 'workshop', contentType: 12 },
  { wire: 'event', type: 'event', contentType: 13 },
  { wire: 'booking', type: 'booking', contentType: 14 },
] as const;

export const thingParameters = {
  type: Type.String({ description: '`user`, `course`, `workshop`, `event` or `booking`' }),
  object_id: Type.String({
    description: 'The uuid of a person, the key of a course, the id of another thing',
  }),
};

/** What the wire calls a type. */
export function wireTypeOf(type: string): string {
  return types.find((one) => one.type === type)?.wire ?? type;
}

export function contentTypeOf(type: string): number {
  return types.find((one) => one.type === type)?.contentType ?? 0;
}

/** The thing that a path names. Refuses one that is not here, and a type that is none, alike (404). */
export function requireThing(
  read: Read,
  { site }: FastifyRequest,
  targets: CommentTargets,
  named: { readonly type: string; readonly object_id: string },
): Promise<FoundTarget> {
  const type = types.find((one) => one.wire === named.type)?.type ?? '';
  return requireTarget(read, targets, site, type, named.object_id);
}
