import type { OwnerContext, OwnerTx, Tx } from '../../platform/database/contract.ts';
import { lockWhole, takeStep, tell } from './booking-steps.ts';
import * as rows from './bookings.queries.ts';
import { steps } from './rules.ts';

const atOnce = 200;

/**
 * Lets requests that nobody answered expire, and reminds of those whose time is half over; one transaction each, so that
 * a busy booking holds up nobody. Of every tenant.
 * @returns how many expired and how many were reminded of
 */
export async function tendUnanswered(
  owner: OwnerContext,
  signal?: AbortSignal,
): Promise<{ expired: number; reminded: number }> {
  const tally = { expired: 0, reminded: 0 };
  while (!signal?.aborted) {
    const due = await owner.transaction((tx) => rows.selectUnanswered(tx, atOnce));
    for (const one of due) {
      const done = await owner.transaction((tx) =>
        one.isOver ? expire(asSystem(tx, one), one.uuid) : remind(asSystem(tx, one), one.uuid),
      );
      if (done) tally[one.isOver ? 'expired' : 'reminded'] += 1;
    }
    if (due.length < atOnce) break;
  }
  return tally;
}

function asSystem(tx: OwnerTx, { tenantId, siteId }: { tenantId: number; siteId: number }): Tx {
  const author = { kind: 'system', id: null, name: 'unanswered requests' } as const;
  return tx.as({ tenantId, siteId, author, requestId: 'unanswered' });
}

async function expire(tx: Tx, uuid: string): Promise<boolean> {
  const at = await lockWhole(tx, uuid);
  const { booking } = at;
  const step = steps.find(({ from, by }) => from === booking.status && by === 'system');
  if (!step || booking.expiresAt === null || booking.expiresAt > tx.clock.now()) return false;
  await takeStep(tx, at, {
    values: { ...booking, status: step.to, turn: null, expiresAt: null },
    action: step.action,
    acting: { accountId: null, actor: 'system', sides: [] },
    letter: step.letter,
    reason: null,
    isDeleted: false,
  });
  return true;
}

async function remind(tx: Tx, uuid: string): Promise<boolean> {
  const { booking, city } = await lockWhole(tx, uuid);
  if (booking.turn === null || !(await rows.markReminded(tx, booking.id))) return false;
  await tell(tx, city, booking, { kind: 'reminder', reason: null, told: [booking.turn] });
  return true;
}
