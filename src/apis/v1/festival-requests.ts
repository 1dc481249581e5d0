import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireCityOfSite } from '../../modules/festival/cities.ts';
import { readLocalTime } from '../../modules/festival/local-times.ts';
import type { City, Contact, Viewer } from '../../modules/festival/types.ts';
import { viewerOf } from '../../modules/festival/viewers.ts';
import type { Read } from '../../platform/database/contract.ts';
import { HttpRefusal } from '../../platform/http/problems.ts';
import { refuse } from '../../platform/refusal.ts';
import { actorOf } from '../callers.ts';

export const byUuid = Type.Object({ uuid: Type.String() });
export const bySlug = Type.Object({ slug: Type.String() });

export const textOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
export const integerOrNull = Type.Unsafe<number | null>({ type: ['integer', 'null'] });
export const numberOrNull = Type.Unsafe<number | null>({ type: ['number', 'null'] });
export const textsOrNull = Type.Unsafe<readonly string[] | null>({
  type: ['array', 'null'],
  items: { type: 'string' },
});

/** A time as bodies and parameters have it. */
const time = {
  maxLength: 40,
  description: "ISO 8601, with an offset or `Z`; without one a local time of the city's zone",
};
export const timeSent = Type.String(time);
export const timeOrNullSent = Type.Unsafe<string | null>({ type: ['string', 'null'], ...time });

/** Whom to call. */
export const contactFields = {
  contact_name: textOrNull,
  contact_email: textOrNull,
  contact_phone: textOrNull,
};

export function showContact({ contactName, contactEmail, contactPhone }: Contact) {
  return { contact_name: contactName, contact_email: contactEmail, contact_phone: contactPhone };
}

/** Whoever calls, with what account and credential may in the cities of this tenant. */
export function viewerIn(read: Read, request: FastifyRequest): Promise<Viewer> {
  return viewerOf(read, actorOf(request));
}

/** Whoever calls a route that anyone may call; null: nobody known. */
export function guestIn(read: Read, { actor }: FastifyRequest): Promise<Viewer | null> {
  return actor ? viewerOf(read, actor) : Promise.resolve(null);
}

/** The city of the request's host. Refuses a host without one with 404. */
export function cityHere(read: Read, { site }: FastifyRequest): Promise<City> {
  return requireCityOfSite(read, site.id);
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The uuid that a path names; what is none names nothing: 404. */
export function uuidIn(segment: string): string {
  const uuid = segment.trim().toLowerCase();
  if (!uuidForm.test(uuid)) throw new HttpRefusal(404, 'request.no_such_path', 'Not found.');
  return uuid;
}

/** A uuid of a body or a parameter: what is none is refused under its field. */
export function uuidSent(text: string, field: string): string {
  const uuid = text.trim().toLowerCase();
  if (uuidForm.test(uuid)) return uuid;
  throw badField(field, 'Allowed: a uuid.');
}

/** Reads a time that was sent; refuses what is none, under its field. */
export function readTime(text: string, zone: string, field: string): Date {
  const moment = readLocalTime(text, zone);
  // Years that PostgreSQL and the calendars of pages do not know are slips.
  if (moment && moment.getUTCFullYear() >= 1970 && moment.getUTCFullYear() < 10_000) return moment;
  throw badField(field, 'Allowed: a time such as 2027-06-21T12:00, with or without an offset.');
}

/** As `readTime`; null and an absent value stay as they are. */
export function readOptionalTime<Absent extends null | undefined>(
  text: string | Absent,
  zone: string,
  field: string,
): Date | Absent {
  return typeof text === 'string' ? readTime(text, zone, field) : text;
}

/** A refusal of one field or parameter. */
export function badField(field: string, message: string): Error {
  return refuse('invalid', 'request.bad_field', message, { fields: { [field]: [message] } });
}

/** Where a picture is shown. */
export function pictureAddress(kind: 'artists' | 'cities', id: string | null): string | null {
  return id && `/api/v1/pictures/${kind}/${id}`;
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
