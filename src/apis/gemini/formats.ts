import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { HttpRefusal } from '../../platform/http/problems.ts';
import type { Services } from '../callers.ts';

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id that a path names; what is none names nothing: 404. */
export function idIn(segment: string): string {
  const id = segment.trim().toLowerCase();
  if (!uuidForm.test(id)) throw new HttpRefusal(404, 'request.no_such_path', 'Not found.');
  return id;
}

/** Whether a text is an id. */
export function isId(text: string): boolean {
  return uuidForm.test(text.trim().toLowerCase());
}

export const textOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
export const textsOrNull = Type.Unsafe<readonly string[] | null>({
  type: ['array', 'null'],
  items: { type: 'string' },
});
export const integerOrNull = Type.Unsafe<number | null>({ type: ['integer', 'null'] });
export const numberOrNull = Type.Unsafe<number | null>({ type: ['number', 'null'] });

/** The response schema of `sendNothing`. */
export const noContent = { 204: Type.Null() };

/** 204 with an empty body: what flips a switch, and what deletes (contract §2). */
export function sendNothing(reply: FastifyReply): FastifyReply {
  return reply.code(204).send();
}

/** The origin of a host of this tenant, as answers name it: scheme and port are those of the installation. */
export function originOf({ identity }: Services, { site }: FastifyRequest, host: string): string {
  return identity.address({ ...site, hosts: [host] }, '');
}

/** Where a performer's picture is shown. @param origin of the request's own host */
export function avatarAddress(origin: string, pictureId: string | null): string | null {
  return pictureId && `${origin}/api/artists/avatar/${pictureId}`;
}

type Present<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** The values that were sent; an absent key stays absent. */
export function present<Value extends object>(value: Value): Present<Value> {
  const found: Present<Value> = {};
  for (const key in value) {
    const one = value[key];
    if (isPresent(one)) found[key] = one;
  }
  return found;
}

function isPresent<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}

/** The versions that an `If-Match` names; null: whatever it is. */
export function versionAsked({ headers }: FastifyRequest): number | null {
  const asked = headers['if-match']?.trim();
  if (asked === undefined || asked === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})(?:-[\w-]*)?"$/.exec(asked)?.[1];
  return version === undefined ? -1 : Number(version);
}
