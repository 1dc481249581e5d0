import { setTimeout as delay } from 'node:timers/promises';
import { launchPostmaster, type Postmaster, type PostmasterOptions, StartFailure } from './postmaster.ts';
import { EmbeddedPostgresProblem } from './problem.ts';
import { reclaimCluster } from './reclaim.ts';

export interface UpkeepOptions extends Omit<PostmasterOptions, 'signal'> {
  /** Told in a sentence when PostgreSQL ended by itself, and when it could not be started again. */
  readonly tell: (sentence: string) => void;
}

export interface Upkeep {
  /** Shuts PostgreSQL down and starts it no more. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL and keeps it running: whenever it ends by itself it is started again, at once the first time, then
 * after pauses that double up to 10 s. A minute without an end makes the next pause short again.
 */
export async function keepRunning(options: UpkeepOptions): Promise<Upkeep> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let postmaster = await launch(options, signal);
  const kept = (async () => {
    let pause = 0;
    while (!signal.aborted) {
      const since = performance.now();
      const status = await postmaster.ended;
      if (signal.aborted) return;
      pause = performance.now() - since > steadyTime ? 0 : pause;
      options.tell(`PostgreSQL ended unexpectedly (${describe(status)}): starting it again${after(pause)}.`);
      const again = await launchAgain(options, signal, pause);
      if (again === null) return;
      postmaster = again.postmaster;
      pause = longer(again.pause);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await postmaster.stop();
      await kept;
    },
  };
}

const firstPause = 100;
const longestPause = 10_000;
const steadyTime = 60_000;

function longer(pause: number): number {
  return Math.min(Math.max(pause * 2, firstPause), longestPause);
}

function after(pause: number): string {
  return pause === 0 ? '' : ` in ${pause / 1000} s`;
}

function describe(status: number): string {
  return status > 128 ? `signal ${status - 128}` : `exit status ${status}`;
}

async function launchAgain(
  options: UpkeepOptions,
  signal: AbortSignal,
  firstWait: number,
): Promise<{ postmaster: Postmaster; pause: number } | null> {
  for (let pause = firstWait; ; pause = longer(pause)) {
    await delay(pause, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return null;
    try {
      const postmaster = await launch(options, signal);
      options.log('PostgreSQL runs again.');
      return { postmaster, pause };
    } catch (error) {
      if (signal.aborted) return null;
      const reason = error instanceof Error ? error.message : String(error);
      options.tell(`${reason} Trying again${after(longer(pause))}.`);
    }
  }
}

/** Backends of a killed postmaster need up to a second to notice; PostgreSQL refuses to start beside them. */
const backendsLeft = /pre-existing shared memory block|lock file ".*" already exists/;
const backendTries = 12;

async function launch(options: UpkeepOptions, signal: AbortSignal): Promise<Postmaster> {
  const { place, socketFolder, port, log } = options;
  for (let tries = 1; ; tries++) {
    await reclaimCluster({ cluster: place.cluster, socketFolder, port, log });
    try {
      return await launchPostmaster({ ...options, signal });
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      if (signal.aborted || tries === backendTries || !backendsLeft.test(error.said)) {
        throw new EmbeddedPostgresProblem(`${error.message}. Its log is ${place.log}.`, error);
      }
      await delay(50 * tries);
    }
  }
}
