import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics.ts';
import { pathOf } from './errors.ts';

export interface Visit {
  /** The pattern of the route; undefined where none fitted. */
  readonly route: string | undefined;
  readonly config: FastifyContextConfig;
  readonly ms: number;
  readonly metrics: Metrics | undefined;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Writes one line and one measurement for a request whose answer is through, also when the caller hung up
 * (`aborted`). Never the query: it may hold a token. Of a path that holds a secret only the pattern.
 */
export function logRequest(request: FastifyRequest, reply: FastifyReply, visit: Visit): void {
  const { config, metrics, route = 'unmatched' } = visit;
  const { method } = request;
  const aborted = !reply.raw.writableEnded;
  const status = aborted ? 499 : reply.raw.statusCode;
  // Any word can be a method on the wire; as a label each would be a time series of its own.
  metrics?.answered(METHODS.has(method) ? method : 'other', route, status, visit.ms / 1000);
  const level = config.neverShed === true ? 'debug' : status >= 500 ? 'warn' : 'info';
  const path = config.secretPath === true ? undefined : safePath(request, route);
  request.log[level]({ method, route, path, status, ms: Math.round(visit.ms * 10) / 10 }, 'request');
}

/** A mistyped link of a letter matches no route and still holds its secret: long segments are hidden there. */
function safePath(request: FastifyRequest, route: string): string {
  const path = pathOf(request);
  return route === 'unmatched' ? path.slice(0, 200).replace(/[^/]{16,}/g, '…') : path.slice(0, 500);
}
