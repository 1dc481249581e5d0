import { EventEmitter } from 'node:events';
import {
  Logger,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../log.ts';
import { pause } from './pause.ts';
import type { CronLine, Task } from './task.ts';

export interface RunOptions {
  readonly tasks: readonly Task[];
  readonly cron: readonly CronLine[];
  readonly log: Log;
  readonly concurrency: number;
  readonly pollInterval?: number;
}

/** The queue being worked until it is ended or breaks off. */
export interface QueueRun {
  /** The name under which it locks jobs. */
  readonly id: string;
  /** Settles when it is over; with the reason when it broke off by itself. */
  readonly ended: Promise<unknown>;
  /** @param grace milliseconds that running jobs get; those that need more are given back */
  end(grace: number): Promise<void>;
}

/** Begins to work the queue. Refuses a cron line that names no task. @param stopping is handed to the tasks */
export async function beginRun(
  pgPool: pg.Pool,
  options: RunOptions,
  stopping: AbortSignal,
): Promise<QueueRun> {
  let workers: WorkerPool | undefined;
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    workers = workerPool;
  });
  const runner = await run({
    pgPool,
    events,
    taskList: taskList(options, stopping),
    parsedCronItems: cronItems(options),
    concurrency: options.concurrency,
    pollInterval: options.pollInterval ?? 5000,
    // The server decides what a signal means.
    noHandleSignals: true,
    logger: loggerOf(options.log),
    // Without these the end of a job is written by a promise nobody holds: a lost connection would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  return {
    id: workers?.id ?? '',
    ended: runner.promise.catch((error: unknown) => error),
    async end(grace) {
      const stopped = runner.stop().then(
        () => true,
        () => true,
      );
      if (await Promise.race([stopped, pause(grace).then(() => false)])) return;
      // runner.kill() does nothing once stop() was called.
      try {
        await workers?.forcefulShutdown('The process is stopping.');
      } catch {
        // What it could not give back is unlocked by the queue itself after four hours.
      }
    },
  };
}

/** Gives back what a run that is over still holds. */
export async function unlockJobs(pool: pg.Pool, { id }: QueueRun): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1)', [[id]]);
}

function taskList({ tasks, log }: RunOptions, signal: AbortSignal): TaskList {
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      async (payload: unknown, { job }: { job: { attempts: number } }) => {
        await task.run(payload, { signal, log, attempt: job.attempts });
      },
    ]),
  );
}

function cronItems({ tasks, cron }: RunOptions): ReturnType<typeof parseCronItems> {
  const names = new Set(tasks.map(({ name }) => name));
  const stranger = cron.find(({ task }) => !names.has(task));
  if (stranger) throw new Error(`The cron line of ${stranger.task} names no task.`);
  return parseCronItems(
    cron.map(({ task, at }) => ({ task, match: at, options: { jobKey: task, maxAttempts: 1 } })),
  );
}

/** The queue's own words at our levels. Its facts are dropped: they hold payloads. */
function loggerOf(log: Log): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new Logger(() => (level, message) => log[levels[level]](message));
}
