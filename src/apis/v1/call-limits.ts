import type { FastifyReply, FastifyRequest } from 'fastify';
import { leaseCalls } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { callerName } from './auth.ts';

/**
 * Counts the calls of each caller, of an address where nobody says who calls, and tells what is left of the limit
 * (`throttles.v1`; draft-ietf-httpapi-ratelimit-headers). Call it after the hook that judges callers: who is turned away
 * is not counted, and told the limit only.
 */
export function countCalls(server: HttpServer, { throttles }: Services): void {
  const limit = throttles?.v1;
  if (!limit) return;
  const { hits, seconds } = limit;
  const count = leaseCalls(limit);
  const policy = `"v1";q=${hits};w=${seconds}`;

  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.refused) return;
    const { clock } = request.context;
    const told = (remaining: number, ends: number) => {
      reply.header('ratelimit', `"v1";r=${remaining};t=${Math.max(1, Math.ceil(ends / 1000))}`);
    };
    try {
      const { remaining, endsAt } = await count(request.context, keyOf(request));
      told(remaining, endsAt.getTime() - clock.now().getTime());
    } catch (error) {
      if (error instanceof Refusal && error.retryAfter !== undefined) told(0, error.retryAfter * 1000);
      throw error;
    }
  });
  server.addHook('onSend', async (_request, reply: FastifyReply) => {
    reply.header('ratelimit-policy', policy);
  });
}

function keyOf(request: FastifyRequest): string {
  const { tenantId } = request.site;
  const isKnown = request.actor !== null || request.visit !== null;
  return isKnown ? `v1:${tenantId}:${callerName(request)}` : `v1:${request.ip}`;
}
