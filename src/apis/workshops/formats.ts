import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { unknownEvent, unknownParticipant } from '../../modules/workshops/refusals.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';

/** A number as this API takes it in paths and bodies: whole, above 0, as number or text. Null: none. */
export function idOf(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}

/** The event that a path names. What is no number names no event. */
export function eventIdIn(segment: string): number {
  const id = idOf(segment);
  if (id === null) throw unknownEvent(segment);
  return id;
}

/** The participant that a path names. */
export function participantIdIn(segment: string): number {
  const id = idOf(segment);
  if (id === null) throw unknownParticipant(segment);
  return id;
}

/** ISO 8601 with microseconds and `+00:00`, as the ancestor's serializer writes moments (contract §7); here it is true. */
export function utcMicroseconds(moment: Date): string {
  return moment.toISOString().replace('Z', '000+00:00');
}

/**
 * The language of a file's headings: Dutch unless the request or the site says otherwise (ruling "Excel").
 * @param lang of the query, before what the headers say
 */
export function headingsLocale({ headers, usualLanguage }: FastifyRequest, lang?: string): Locale {
  const asked = headers['accept-language'];
  // Programs say `*` where their users said nothing.
  return chooseLocale(lang, asked?.trim() === '*' ? null : asked, usualLanguage, 'nl');
}

/** The response schema of `sendNothing`. */
export const noContent = { 204: Type.Null() };

/** 204: the ancestor names a type although it sends nothing (contract §3). */
export function sendNothing(reply: FastifyReply): FastifyReply {
  return reply.code(204).type('application/json').send();
}

/** Of the query, where a file has headings. */
export const langParameter = Type.Optional(
  Type.String({ description: 'Language of the words: en, de or nl' }),
);
