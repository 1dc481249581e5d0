import type { Context } from './database/contract.ts';
import { type Limit, takeHits, throttled } from './throttle.ts';

interface Lease {
  /** Hits that may pass without asking; none left means to ask again, unless it is over. */
  left: number;
  /** Hits that nobody had taken when this was asked. */
  readonly beyond: number;
  readonly isOver: boolean;
  readonly endsAt: Date;
}

const mostKeys = 10_000;

/** What is left of a limit after a hit, as far as this process knows: others may have taken more since. */
export interface LeftOver {
  readonly remaining: number;
  readonly endsAt: Date;
}

/**
 * Counts hits as `countHit`, for routes that are called too often to write into the database each time: this process takes
 * a twentieth of the limit at once and lets as many pass. Never more than the limit pass in all processes together; up
 * to a twentieth for each process may be left over.
 */
export function leaseHits(limit: Limit): (context: Context, key: string) => Promise<LeftOver> {
  const portion = Math.max(1, Math.floor(limit.hits / 20));
  const leases = new Map<string, Lease>();
  const asking = new Map<string, Promise<void>>();

  const ask = async (context: Context, key: string) => {
    const { granted, remaining, endsAt } = await takeHits(context, key, limit, portion);
    const [oldest] = leases.keys();
    if (leases.size >= mostKeys && oldest !== undefined) leases.delete(oldest);
    leases.delete(key);
    leases.set(key, { left: granted, beyond: remaining, isOver: granted === 0, endsAt });
  };

  return async (context, key) => {
    for (;;) {
      const lease = leases.get(key);
      if (lease && context.clock.now() < lease.endsAt) {
        if (lease.isOver) throw throttled(context, lease.endsAt);
        if (lease.left > 0) {
          lease.left -= 1;
          return { remaining: lease.left + lease.beyond, endsAt: lease.endsAt };
        }
      }
      const asked = asking.get(key) ?? ask(context, key).finally(() => asking.delete(key));
      asking.set(key, asked);
      await asked;
    }
  };
}
