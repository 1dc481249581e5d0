import { Type } from 'typebox';
import { refuse } from '../../platform/refusal.ts';

/** A parameter that takes a date or a moment. */
export const momentParameter = (description: string) =>
  Type.Optional(
    Type.String({ maxLength: 40, description: `${description}: a date or a moment, UTC unless it says` }),
  );

const momentForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(?:Z|([+-]?)(\d{2}):?(\d{2})?)?)?$/i;

/** Whether a text looks like the beginning of a moment, right or wrong. */
export function isMomentLike(text: string): boolean {
  return /^\s*\d{4}-/.test(text);
}

/**
 * The moment that a parameter names: a date is its first moment in UTC, as is a time without an offset; a `+` that was
 * not encoded reads as a blank. Refuses what is no moment, under its field.
 */
export function readMoment(field: string, text: string): Date {
  const [whole, day = '', time = '00:00', sign, hours, minutes = '00'] = momentForm.exec(text.trim()) ?? [];
  const offset = hours === undefined ? 'Z' : `${sign || '+'}${hours}:${minutes}`;
  const moment = new Date(`${day}T${time}${offset}`);
  if (whole !== undefined && !Number.isNaN(moment.getTime()) && isDay(day)) return moment;
  const sentence = 'Write a date or a moment such as 2026-03-01 or 2026-03-01T09:30:00Z.';
  throw refuse('invalid', 'request.bad_moment', sentence, { fields: { [field]: [sentence] } });
}

/** `Date` takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
