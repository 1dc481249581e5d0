import { Type } from 'typebox';
import { offsetOf, readLocalTime, writeLocalTime } from '../../modules/festival/local-times.ts';
import { refuse } from '../../platform/refusal.ts';

/** A time as this API takes it in bodies: local without an offset, or with one (contract §2, §9). */
export const timeSent = Type.String({
  description: "ISO 8601: a local time of the city's zone (2027-06-21T12:00:00), or with an offset",
});

/** A local time as this API shows it. */
export const localForm = Type.String({ description: "A local time of the city's zone, without an offset" });

/** Local, without an offset and to the second (contract §2): `2027-06-21T12:00:00`. */
export function localTime(moment: Date, zone: string): string {
  return writeLocalTime(moment, zone);
}

/** The same instant in UTC (contract §2): `2027-06-21T17:00:00+00:00`. */
export function utcTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}+00:00`;
}

/** A moment of the audit trail (contract §2): microseconds and the zone's offset of that day. */
export function auditTime(moment: Date, zone: string): string {
  const fraction = moment.toISOString().slice(19, 23);
  return `${writeLocalTime(moment, zone)}${fraction}000${offsetOf(moment, zone)}`;
}

/** Reads a time of a body; refuses what is none, under its field. */
export function readTime(text: string, zone: string, field: string): Date {
  const moment = readLocalTime(text, zone);
  if (moment) return moment;
  const message = 'Allowed: a time such as 2027-06-21T12:00:00, or with an offset.';
  throw refuse('invalid', 'request.bad_time', `${field}: ${message}`, { fields: { [field]: [message] } });
}

/** As `readTime`; null and an absent value stay as they are. */
export function readOptionalTime<Absent extends null | undefined>(
  text: string | Absent,
  zone: string,
  field: string,
): Date | Absent {
  return typeof text === 'string' ? readTime(text, zone, field) : text;
}
