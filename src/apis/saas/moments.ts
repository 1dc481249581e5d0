import { badField } from './errors.ts';

/** A moment as this API writes it: UTC with microseconds, the fraction left out when zero (contract §2.1). */
export function toMoment(at: Date): string {
  return at
    .toISOString()
    .replace(/\.(\d{3})Z$/, (_, fraction: string) => (fraction === '000' ? 'Z' : `.${fraction}000Z`));
}

const momentForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(?:Z|([+-]?)(\d{2}):?(\d{2})?)?)?$/i;

/**
 * The moment that a parameter names: a date is its first moment in UTC, as is a time without an offset; a `+` that was
 * not encoded reads as a blank. Refuses what is no moment, under its field.
 */
export function readMoment(field: string, text: string): Date {
  const [whole, day = '', time = '00:00', sign, hours, minutes = '00'] = momentForm.exec(text.trim()) ?? [];
  const offset = hours === undefined ? 'Z' : `${sign || '+'}${hours}:${minutes}`;
  const moment = new Date(`${day}T${time}${offset}`);
  if (whole === undefined || Number.isNaN(moment.getTime()) || !isDay(day)) throw badField(field, 'badDate');
  return moment;
}

/** `Date` takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
