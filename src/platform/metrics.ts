import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Records one answered request. @param seconds from the first byte of the header to the last of the answer */
  answered(method: string, route: string, status: number, seconds: number): void;
  /** Shows the requests being worked on, read when somebody asks. */
  watchInFlight(count: () => number): void;
}

/** Seconds; a point read takes about a millisecond, a bulk call minutes. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/**
 * Makes a registry of its own (never prom-client's global one: several servers live in one test process).
 * @param options.processMetrics memory, event loop and garbage collector of this process too; default true
 */
export function createMetrics(options: { readonly processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.processMetrics !== false) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'muster_http_request_seconds',
    help: 'Answered requests by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    registry,
    answered: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    watchInFlight: (count) => {
      registry.removeSingleMetric('muster_http_requests_in_flight');
      const gauge: Gauge = new Gauge({
        name: 'muster_http_requests_in_flight',
        help: 'Requests being worked on',
        registers: [registry],
        collect: () => gauge.set(count()),
      });
    },
  };
}
