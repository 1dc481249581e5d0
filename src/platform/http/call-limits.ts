import type { FastifyRequest } from 'fastify';
import type { Context } from '../database/contract.ts';
import { countHit, type Limit } from '../throttle.ts';
import { leaseHits } from '../throttle-leases.ts';
import type { HttpServer } from './contract.ts';

/**
 * Counts calls of this scope's routes before their body is read, and refuses those above the limit with 429.
 * Call it after the hook that judges callers, so that who may not call is not counted.
 * @param counted whose counter a request belongs to; null: none
 */
export function limitCalls(
  server: HttpServer,
  limit: Limit,
  counted: (request: FastifyRequest) => { readonly context: Context; readonly key: string } | null,
): void {
  server.addHook('onRequest', async (request) => {
    const counter = counted(request);
    if (counter) await countHit(counter.context, counter.key, limit);
  });
}

/** Counts one call where a handler knows whose it is. Refuses above the limit with 429. @param limit null: none */
export async function countCall(context: Context, key: string, limit: Limit | null): Promise<void> {
  if (limit) await countHit(context, key, limit);
}

/** As `limitManyCalls`, where a hook of its own tells what is left. */
export const leaseCalls: typeof leaseHits = leaseHits;

/**
 * Counts as `limitCalls`, a twentieth of the limit at once: for routes so cheap that a write for each call would be most
 * of their work.
 */
export function limitManyCalls(
  server: HttpServer,
  limit: Limit,
  counted: Parameters<typeof limitCalls>[2],
): void {
  const countCall = leaseHits(limit);
  server.addHook('onRequest', async (request) => {
    const counter = counted(request);
    if (counter) await countCall(counter.context, counter.key);
  });
}
