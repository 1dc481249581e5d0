import { readMoment, writeMoment } from '../../platform/time-zones.ts';

/**
 * Reads a moment that a person wrote: ISO 8601, local in the zone unless it names an offset. A local time that the zone
 * skips in spring counts as if summer had not begun yet; of one that comes twice in autumn it is the first.
 * @returns null for what is no moment
 */
export function readLocalTime(text: string, zone: string): Date | null {
  // A date alone is no moment of a festival day.
  return /^\s*\d{4}-\d\d-\d\d\s*$/.test(text) ? null : readMoment(text, zone);
}

/** The clock on the wall, to the second and without an offset: `2027-06-21T08:00:00`. */
export function writeLocalTime(moment: Date, zone: string): string {
  return writeMoment(moment, zone).slice(0, 19);
}

/** The offset of a zone at a moment: `-05:00`. */
export function offsetOf(moment: Date, zone: string): string {
  return writeMoment(moment, zone).slice(19);
}
