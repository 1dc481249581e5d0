/** What is wrong with a row, in words for whoever made the file; or the row understood. */
export type JudgedRow<Row> = { readonly row: Row } | { readonly fault: string };

type Values = Readonly<Record<string, unknown>>;

/** The first present of several columns, trimmed, as a text; null when none is present. */
export function textOf(values: Values, ...columns: readonly string[]): string | null {
  for (const column of columns) {
    const value = values[column];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** Words of databases and spreadsheets for yes and no. */
export function flagOf(values: Values, column: string): boolean | null | 'unclear' {
  const value = values[column];
  if (value === undefined || value === null || value === '') return null;
  const word = String(value).trim().toLowerCase();
  if (['true', 't', '1', 'yes', 'y', 'on'].includes(word)) return true;
  return ['false', 'f', '0', 'no', 'n', 'off'].includes(word) ? false : 'unclear';
}

/** The moment in the first present of several columns; null when none is present. Forms: `parseMoment`. */
export function momentOf(values: Values, ...columns: readonly string[]): Date | null | 'unclear' {
  const text = textOf(values, ...columns);
  return text === null ? null : (parseMoment(text) ?? 'unclear');
}

const momentForm = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * A moment as people and databases write it (`2017-01-24 14:32:21.5+00`, ISO 8601, a bare date: its first moment);
 * without an offset it is UTC. Null for anything else, and for a day that no calendar has.
 */
export function parseMoment(text: string): Date | null {
  const [whole, day = '', time = '00:00', offset = 'Z'] = momentForm.exec(text.trim()) ?? [];
  if (whole === undefined || !isDay(day)) return null;
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(offset) ?? [];
  const moment = new Date(`${day}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** `Date` takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
