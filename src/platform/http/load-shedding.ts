import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyContextConfig } from 'fastify';
import type { HttpServer } from './contract.ts';
import { HttpRefusal } from './problems.ts';

export interface SheddingOptions {
  /** Requests worked on at once; more are refused. Default 1000. */
  readonly maxInFlight?: number;
  /** Mean delay of the event loop over half a second, in milliseconds, above which requests are refused. Default 500. */
  readonly maxEventLoopDelay?: number;
}

export interface Load {
  inFlight(): number;
  /** Counts a request in. True: it was counted and must `leave`; false: it is not counted; a refusal: too much to do. */
  enter(config: FastifyContextConfig): boolean | HttpRefusal;
  leave(): void;
}

const SAMPLE_MS = 500;
const RETRY_AFTER = 2;

/**
 * Refuses work with 503 and `Retry-After` instead of answering everybody late. Health routes (`neverShed`) are always
 * answered, so that a busy server is not taken for a dead one; `longLived` streams are not counted.
 */
export function watchLoad(server: HttpServer, options: SheddingOptions = {}): Load {
  const { maxInFlight = 1000, maxEventLoopDelay = 500 } = options;
  const delay = watchEventLoop(server);
  let inFlight = 0;
  return {
    inFlight: () => inFlight,
    enter: ({ neverShed, longLived }) => {
      if (neverShed === true) return false;
      if (inFlight >= maxInFlight || delay() > maxEventLoopDelay) return overloaded();
      if (longLived === true) return false;
      inFlight += 1;
      return true;
    },
    leave: () => {
      inFlight -= 1;
    },
  };
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
