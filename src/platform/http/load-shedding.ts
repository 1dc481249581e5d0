import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyContextConfig } from 'fastify';
import type { HttpServer } from './contract.ts';
import { HttpRefusal } from './problems.ts';

export interface SheddingOptions {
  /** Requests worked on at once; more are refused. Default 1000. */
  readonly maxInFlight?: number;
  /** Mean delay of the event loop over a second, in milliseconds, above which requests are refused. Default 500. */
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

/**
 * Answers the lower mean delay of the last two samples, in milliseconds: one long turn (a start under load, a collection
 * of garbage, a laptop waking up) is over when it is seen, and refusing everybody for half a second after it helps nobody.
 */
function watchEventLoop(server: HttpServer): () => number {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  let samples: [earlier: number, later: number] = [0, 0];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    // Nothing measured: this very timer was held up, and by how much is known.
    const mean = histogram.count === 0 ? now - last - SAMPLE_MS : histogram.mean / 1e6 - 10;
    samples = [samples[1], mean];
    last = now;
    histogram.reset();
  }, SAMPLE_MS).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    histogram.disable();
    done();
  });
  return () => Math.min(...samples);
}

function overloaded(): HttpRefusal {
  const message = 'The server is busy; please try again in a moment.';
  return new HttpRefusal(503, 'server.overloaded', message, { retryAfter: RETRY_AFTER });
}
