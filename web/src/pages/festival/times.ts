import type { Language } from '../../i18n/language.ts';

const tags = { en: 'en-GB', nl: 'nl', de: 'de' } as const;

const format = (language: Language, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tags[language], { ...options, timeZone });

/** A day in words, in the clock of the city. */
export function sayDay(moment: string, zone: string, language: Language): string {
  return format(language, zone, { dateStyle: 'full' }).format(new Date(moment));
}

/** A time of the day, in the clock of the city. */
export function sayClock(moment: string, zone: string, language: Language): string {
  return format(language, zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
}

/** Day and time, in the clock of the city. */
export function sayMoment(moment: string, zone: string, language: Language): string {
  return format(language, zone, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

/** From when until when, in the clock of the city. */
export function saySpan(
  { starts_at: start, ends_at: end }: { readonly starts_at: string; readonly ends_at: string },
  zone: string,
  language: Language,
): string {
  return format(language, zone, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(
    new Date(start),
    new Date(end),
  );
}

/** As a field for day and time takes it: `2027-06-21T12:00`. The server reads it back in the clock of the city. */
export function fieldTime(moment: string | null, zone: string): string {
  if (moment === null) return '';
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv', options).format(new Date(moment)).replace(' ', 'T');
}

/** The hour of the day in the clock of the city, 0 to 23. */
export function hourOf(moment: string, zone: string): number {
  return Number(fieldTime(moment, zone).slice(11, 13));
}

/** The day in the clock of the city: `2027-06-21`. */
export function dayOf(moment: string, zone: string): string {
  return fieldTime(moment, zone).slice(0, 10);
}
