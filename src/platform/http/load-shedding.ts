import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { HttpServer } from './contract.ts';
import { HttpRefusal } from './problems.ts';

export interface SheddingOptions {
  /** Requests worked on at once; more are refused. Default 1000. */
  readonly maxInFlight?: number;
  /** Mean delay of the event loop over half a second, in milliseconds, above which requests are refused. Default 500. */
  readonly maxEventLoopDelay?: number;
}

export interface Pressure {
  inFlight(): number;
}

const SAMPLE_MS = 500;
const RETRY_AFTER = 2;

/**
 * Refuses work with 503 and `Retry-After` instead of answering everybody late. Health routes (`neverShed`) are always
 * answered, so that a busy server is not taken for a dead one; `longLived` streams are not counted.
 */
export function shedLoad(server: HttpServer, options: SheddingOptions = {}): Pressure {
  const { maxInFlight = 1000, maxEventLoopDelay = 500 } = options;
  const delay = watchEventLoop(server);
  let inFlight = 0;
  server.addHook('onRequest', (request, reply, done) => {
    const { neverShed = false, longLived = false } = request.routeOptions.config;
    if (neverShed) return done();
    if (inFlight >= maxInFlight || delay() > maxEventLoopDelay) return done(overloaded());
    if (!longLived) {
      inFlight += 1;
      // Not onResponse: that one is not called when the caller hangs up before the answer.
      reply.raw.once('close', () => {
        inFlight -= 1;
      });
    }
    done();
  });
  return { inFlight: () => inFlight };
}

/** Answers the mean delay of the last sample in milliseconds; a single long turn does not count, a busy half second does. */
function watchEventLoop(server: HttpServer): () => number {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  let mean = 0;
  const timer = setInterval(() => {
    // No sample in a whole interval: one turn of the loop lasted longer than that.
    mean = histogram.count === 0 ? Number.POSITIVE_INFINITY : histogram.mean / 1e6 - 10;
    histogram.reset();
  }, SAMPLE_MS).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    histogram.disable();
    done();
  });
  return () => mean;
}

function overloaded(): HttpRefusal {
  const message = 'The server is busy; please try again in a moment.';
  return new HttpRefusal(503, 'server.overloaded', message, { retryAfter: RETRY_AFTER });
}
