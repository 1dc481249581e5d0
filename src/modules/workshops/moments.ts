import { readMoment } from '../../platform/time-zones.ts';

/** When something takes place. */
export interface TimeSpan {
  readonly startsAt: Date;
  /** Null: nobody said. */
  readonly endsAt: Date | null;
}

/**
 * Reads the moment of a workshop, which is free text, where it names a day and a time: `20/11/2026 9:00–10:30`,
 * `vrijdag 20 november 2026, 9u30`, `2026-11-20 09:00`. Days come before months. Null: it names no day, or no time.
 * @param zone in which the text is meant
 */
export function readTimeSpan(moment: string, zone: string): TimeSpan | null {
  const day = findDay(moment);
  if (!day) return null;
  const rest = `${moment.slice(0, day.from)} ${moment.slice(day.to)}`;
  const [start, end] = [...rest.matchAll(time)].map(([, hours = '', minutes]) => {
    return readMoment(`${day.date}T${hours.padStart(2, '0')}:${minutes ?? '00'}`, zone);
  });
  if (!start) return null;
  return { startsAt: start, endsAt: end && end > start ? end : null };
}

const numbers = /\b(\d{4})-(\d\d)-(\d\d)(?!\d)|\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/;
const words = /\b(\d{1,2})\.?\s+(\p{L}{3})\p{L}*\.?,?\s+(\d{4})\b/u;
const time = /(?<![\d.:])(\d{1,2})\s*(?:[:.hu](\d\d)?|uhr\b)(?!\d)/gi;

/** By the first three letters of their names in the three languages. */
const months: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['mar', 'mär', 'maa', 'mrt'],
  ['apr'],
  ['may', 'mei', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
];

function findDay(text: string): { date: string; from: number; to: number } | null {
  const found = numbers.exec(text) ?? words.exec(text);
  if (!found) return null;
  const place = { from: found.index, to: found.index + found[0].length };
  if (found.length === 4) {
    const [, day = '', name = '', year = ''] = found;
    const month = months.findIndex((names) => names.includes(name.toLowerCase())) + 1;
    return month === 0 ? null : { date: dateOf(year, String(month), day), ...place };
  }
  const [, year, month = '', day = '', day2 = '', month2 = '', year2 = ''] = found;
  const date = year === undefined ? dateOf(year2, month2, day2) : dateOf(year, month, day);
  return { date, ...place };
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
