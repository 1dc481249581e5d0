import { InvalidArgumentError } from 'commander';
import type { Event, EventChange } from '../modules/workshops/types.ts';
import { systemClock } from '../platform/clock.ts';
import { isTimeZone, readMoment, writeMoment } from '../platform/time-zones.ts';
import { UsageError } from './output.ts';

/** As typed; `none` takes a time away. */
export interface TimesOptions {
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly timeZone?: string;
}

export const momentHelp = `
Moments are ISO 8601: a date (its first moment) or a timestamp, local in the event's time zone where no offset is given.`;

/** What the options change. @param zone in which times without an offset are read. Refuses what is no moment */
export function readTimes(
  { opensAt, closesAt, timeZone }: TimesOptions,
  zone: string,
): Omit<EventChange, 'workshops'> {
  return {
    ...(timeZone !== undefined && { timeZone }),
    ...(opensAt !== undefined && { opensAt: readTime('--opens-at', opensAt, zone) }),
    ...(closesAt !== undefined && { closesAt: readTime('--closes-at', closesAt, zone) }),
  };
}

/** A time zone as commander reads an argument. */
export function readZone(text: string): string {
  if (!isTimeZone(text))
    throw new InvalidArgumentError('Allowed: a time zone such as Europe/Brussels or UTC.');
  return text;
}

/** Whether participants may choose, and from or until when, for a person. */
export function sayState(event: Event): string {
  const { available, opensAt, closesAt } = event;
  if (event.archivedAt) return 'archived';
  if (!available) return 'closed';
  const now = systemClock.now();
  if (opensAt && now < opensAt) return `opens at ${sayTime(opensAt, event)}`;
  if (closesAt === null) return 'open';
  return `${now < closesAt ? 'open until' : 'closed since'} ${sayTime(closesAt, event)}`;
}

/** A moment in the time zone of the event. */
export function sayTime(moment: Date | null, { timeZone }: Event): string {
  return moment ? writeMoment(moment, timeZone) : '—';
}

function readTime(option: string, text: string, zone: string): Date | null {
  if (text.toLowerCase() === 'none') return null;
  const moment = readMoment(text, zone);
  if (moment) return moment;
  throw new UsageError(
    `${option} is "${text}". Allowed: 2027-03-01T12:00, 2027-03-01T12:00+01:00, 2027-03-01, none.`,
  );
}
