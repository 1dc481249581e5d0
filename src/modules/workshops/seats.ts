import type { Tx } from '../../platform/database/contract.ts';

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
