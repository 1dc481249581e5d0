import pg from 'pg';
import { type Connection, clientConfig } from '../database/connection.ts';
import type { Log } from '../log.ts';
import { pause } from './pause.ts';
import { beginRun, type QueueRun, unlockJobs } from './run.ts';
import type { CronLine, Task } from './task.ts';

export interface WorkerOptions {
  readonly connection: Connection;
  readonly tasks: readonly Task[];
  readonly cron: readonly CronLine[];
  readonly log: Log;
  /** Jobs at once in this process. */
  readonly concurrency: number;
  /** Milliseconds between looks at the queue; a new job is announced, so this matters after a lost connection only. */
  readonly pollInterval?: number;
  /** Milliseconds that running jobs get to end when the worker stops; 25 000 without it. */
  readonly grace?: number;
}

export interface Worker {
  /** Takes no more jobs and waits for the running ones; those that do not end in time run again later. */
  stop(): Promise<void>;
}

/**
 * Starts to work the queue, and goes on until it is stopped, whatever the database does meanwhile.
 * Refuses a cron line that names no task. Fails when the queue cannot be reached at the start.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { log, grace = 25_000 } = options;
  const stopping = new AbortController();
  const pool = openPool(options);
  let run = await beginRun(pool, options, stopping.signal).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const kept = keepRunning();
  let stopped: Promise<void> | undefined;

  async function keepRunning(): Promise<void> {
    for (;;) {
      const reason = await run.ended;
      if (stopping.signal.aborted) return;
      log.error({ error: reason }, 'The worker broke off and begins again.');
      const next = await beginAgain(pool, run, options, stopping.signal);
      if (next === null) return;
      run = next;
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await run.end(grace);
    // A run that was just begun when the stop came is ended too.
    await Promise.race([kept, pause(1000)]);
    await Promise.race([pool.end(), pause(1000)]);
  }

  return { stop: () => (stopped ??= stop()) };
}

function openPool({ connection, concurrency, log }: WorkerOptions): pg.Pool {
  const session = {
    role: 'owner',
    pipeline: false,
    statementTimeout: 60_000,
    name: 'muster worker',
  } as const;
  // The queue compares its ids as text: they keep the driver's own types.
  const config = { ...clientConfig(connection, session), types: pg.types };
  const pool = new pg.Pool({ ...config, max: concurrency + 3 });
  pool.on('error', (error) => log.warn({ error }, 'The worker lost a connection to the database.'));
  // Without a listener of its own a client that breaks while it is used ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const restartPauses = [200, 1000, 5000];

/** @returns null when the worker was stopped meanwhile */
async function beginAgain(
  pool: pg.Pool,
  broken: QueueRun,
  options: WorkerOptions,
  stopping: AbortSignal,
): Promise<QueueRun | null> {
  for (let attempt = 0; ; attempt += 1) {
    await pause(restartPauses[Math.min(attempt, restartPauses.length - 1)] ?? 0, stopping);
    if (stopping.aborted) return null;
    try {
      // Jobs whose end could not be written would stay locked for four hours.
      await unlockJobs(pool, broken);
      const run = await beginRun(pool, options, stopping);
      if (!stopping.aborted) return run;
      await run.end(0);
      return null;
    } catch (error) {
      options.log.warn({ error }, 'The worker cannot reach the queue yet.');
    }
  }
}
