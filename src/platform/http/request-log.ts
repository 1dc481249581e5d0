import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics.ts';
import type { HttpServer } from './contract.ts';
import { pathOf } from './errors.ts';

/**
 * Writes one line and one measurement for every request when its answer is through, also when the caller hung up
 * (`aborted`). Never the query: it may hold a token. Of a path that holds a secret only the pattern.
 */
export function logRequests(server: HttpServer, metrics: Metrics | undefined): void {
  server.addHook('onRequest', (request, reply, done) => {
    const start = performance.now();
    reply.raw.once('close', () => finish(request, reply, performance.now() - start, metrics));
    done();
  });
}

function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  ms: number,
  metrics: Metrics | undefined,
): void {
  const { url: route = 'unmatched', config } = request.routeOptions;
  const status = reply.raw.statusCode;
  const aborted = !reply.raw.writableEnded;
  metrics?.answered(methodLabel(request.method), route, aborted ? 499 : status, ms / 1000);
  const line = {
    method: request.method,
    route,
    ...(config.secretPath === true ? {} : { path: safePath(request, route) }),
    status,
    ms: Math.round(ms * 10) / 10,
    ...(aborted ? { aborted } : {}),
  };
  if (config.neverShed === true) request.log.debug(line, 'request');
  else if (status >= 500) request.log.warn(line, 'request');
  else request.log.info(line, 'request');
}

/** A mistyped link of a letter matches no route and still holds its secret: long segments are hidden there. */
function safePath(request: FastifyRequest, route: string): string {
  const path = pathOf(request);
  return route === 'unmatched' ? path.slice(0, 200).replace(/[^/]{16,}/g, '…') : path.slice(0, 500);
}

/** Any word can be a method on the wire; as a label each would be a time series of its own. */
function methodLabel(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
