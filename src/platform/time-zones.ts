const minute = 60_000;
const day = 24 * 60 * minute;
const written =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,3})\d*)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Whether a text names a time zone with its summers, such as `Europe/Brussels` or `UTC`; a bare offset does not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads an ISO 8601 date or moment; without an offset it is a local time of the zone. A time that the zone skips in
 * spring counts as if summer had not begun yet, one that comes twice in autumn is the first. Null: it is none.
 * @param zone one that `isTimeZone` knows
 */
export function readMoment(text: string, zone: string): Date | null {
  const parts = written.exec(text.trim());
  if (!parts) return null;
  const [, year = '', month = '', date = '', hour = '00', minutes = '00', seconds = '00'] = parts;
  const [, , , , , , , fraction = '0', offset] = parts;
  const local = new Date(
    `${year}-${month}-${date}T${hour}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`,
  );
  // `Date` takes 31 February for 3 March.
  if (Number.isNaN(local.getTime()) || local.getUTCDate() !== Number(date)) return null;
  const wall = local.getTime();
  if (offset !== undefined) {
    const minutesAhead = minutesOf(offset);
    return minutesAhead === null ? null : new Date(wall - minutesAhead * minute);
  }
  const before = offsetAt(zone, wall - day);
  const after = offsetAt(zone, wall + day);
  const fits = [before, after].find((ahead) => offsetAt(zone, wall - ahead) === ahead) ?? before;
  return new Date(wall - fits);
}

/** ISO 8601 to the second with the offset of the zone at that moment: `2026-11-20T09:00:00+01:00`. */
export function writeMoment(moment: Date, zone: string): string {
  const ahead = offsetAt(zone, moment.getTime());
  const local = new Date(moment.getTime() + ahead).toISOString().replace(/\.\d{3}Z$/, '');
  const size = Math.abs(ahead) / minute;
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
  return `${local}${ahead < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

function minutesOf(offset: string): number | null {
  if (offset.toUpperCase() === 'Z') return 0;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the zone is ahead of UTC, to the minute. */
function offsetAt(zone: string, moment: number): number {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
}
