import type { Read } from '../../platform/database/contract.ts';
import { inOrder, requireEvent } from './events.ts';
import * as rows from './fills.queries.ts';
import { freePlaces, isOpen } from './rules.ts';
import type { Workshop } from './types.ts';

export type { EventTally } from './fills.queries.ts';

/** How full an event is. */
export interface Fill {
  readonly participants: number;
  /** Of them, who have chosen nothing. */
  readonly undecided: number;
  /** In their order. */
  readonly workshops: readonly (Workshop & { readonly free: number })[];
}

/** A page of the tenant's events with how many workshops, people and places they have, the newest first. */
export function pageOfEvents(read: Read, page: rows.EventPage): Promise<rows.EventTally[]> {
  return rows.selectTallies(read, page);
}

/** How full an event is, also an archived one. Refuses an unknown event. */
export async function requireFill(read: Read, eventId: number): Promise<Fill> {
  const [event, { participants, deciders }] = await Promise.all([
    requireEvent(read, eventId),
    rows.countPeople(read, eventId),
  ]);
  const workshops = inOrder(event.workshops).map((one) => ({ ...one, free: freePlaces(one) }));
  return { participants, undecided: participants - deciders, workshops };
}

/** How many registrations were made on each day (UTC) since; days without any are left out. */
export function countRegistrations(read: Read, since: Date): Promise<{ day: string; count: number }[]> {
  return rows.countRegistrationsByDay(read, since);
}

/** How full the workshops of events are that are open now, of the newest event first; at most 200 of them. */
export async function listFill(read: Read): Promise<rows.FilledRow[]> {
  const now = read.clock.now();
  return (await rows.selectFill(read)).filter((row) => isOpen(row, now));
}
