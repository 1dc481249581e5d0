import type { Read, Tx } from '../../platform/database/contract.ts';
import { unknownEvent } from './refusals.ts';
import { freePlaces, isOpen } from './rules.ts';
import * as rows from './seats.queries.ts';
import type { Workshop } from './types.ts';

/** The places of an event at one moment. */
export interface Seats {
  /** By id. */
  readonly workshops: readonly WorkshopSeats[];
  /** Whether participants may choose now. */
  readonly isOpen: boolean;
  /** Of the event: another one tells that it was edited. */
  readonly version: number;
}

export type WorkshopSeats = Pick<Workshop, 'id' | 'capacity' | 'taken'> & {
  /** Never below 0, also where a manager let in more. */
  readonly free: number;
};

/** The places of an event. Refuses an unknown event and an archived one. */
export async function requireSeats(read: Read, eventId: number): Promise<Seats> {
  const seats = await lookForSeats(read, eventId);
  if (!seats) throw unknownEvent(eventId);
  return seats;
}

/** The places of an event; null: there is none of that id, or it is archived. */
export async function lookForSeats(read: Read, eventId: number): Promise<Seats | null> {
  const found = await rows.findSeats(read, eventId);
  if (!found || found.archivedAt !== null) return null;
  return {
    workshops: found.workshops.map((workshop) => ({ ...workshop, free: freePlaces(workshop) })),
    isOpen: isOpen(found, read.clock.now()),
    version: found.version,
  };
}

/** One event whose free places changed. */
export interface SeatsChanged {
  readonly tenantId: number;
  readonly eventId: number;
}

/** Tells, after the commit, that free places of an event changed. Costs the transaction nothing (rule 4). */
export function announceSeats(tx: Tx, eventId: number): void {
  const changed = { tenantId: tx.tenantId, eventId };
  tx.afterCommit(() => {
    for (const listener of listeners) listener(changed);
  });
}

/** Several servers may run in one process, as tests do. */
const listeners = new Set<(changed: SeatsChanged) => void>();

/**
 * Calls `listener` after every commit of this process that changed free places. It must not throw. Its caller is the hall.
 * @returns ends the calls
 */
export function whenSeatsChange(listener: (changed: SeatsChanged) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** How processes name an event to each other. */
export function seatsText({ tenantId, eventId }: SeatsChanged): string {
  return `${tenantId}:${eventId}`;
}

/** Reads `seatsText`; null: it is none. */
export function seatsNamed(text: string): SeatsChanged | null {
  const [, tenantId, eventId] = /^(\d{1,15}):(\d{1,15})$/.exec(text) ?? [];
  return tenantId === undefined ? null : { tenantId: Number(tenantId), eventId: Number(eventId) };
}
