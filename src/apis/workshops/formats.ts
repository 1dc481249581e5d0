import { unknownEvent, unknownParticipant } from '../../modules/workshops/refusals.ts';

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
