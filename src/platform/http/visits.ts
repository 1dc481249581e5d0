import type { Metrics } from '../metrics.ts';
import type { HttpServer } from './contract.ts';
import { watchConnections } from './drain.ts';
import { type SheddingOptions, watchLoad } from './load-shedding.ts';
import { logRequest } from './request-log.ts';

/**
 * Follows every request from its first hook to the end of its answer: id, load, drain, log and measurements. One hook
 * and one listener for all of them, since each costs a point read a measurable part of its time. The end is the close
 * of the answer and not Fastify's `onResponse`, which never comes when the caller hangs up.
 */
export function followVisits(
  server: HttpServer,
  options: { readonly shedding?: SheddingOptions; readonly metrics?: Metrics },
): void {
  const { metrics } = options;
  const connections = watchConnections(server);
  const load = watchLoad(server, options.shedding);
  metrics?.watchInFlight(load.inFlight);
  server.addHook('onRequest', (request, reply, done) => {
    const start = performance.now();
    const { config, url } = request.routeOptions;
    reply.header('x-request-id', request.id);
    const connection = connections.enter(request.raw.socket);
    if (connections.draining()) reply.header('connection', 'close');
    const entered = load.enter(config);
    reply.raw.on('close', () => {
      if (connection !== undefined) connection.busy -= 1;
      if (entered === true) load.leave();
      logRequest(request, reply, { route: url, config, ms: performance.now() - start, metrics });
    });
    done(typeof entered === 'boolean' ? undefined : entered);
  });
}
