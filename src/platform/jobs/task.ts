import type { Log } from '../log.ts';

/** What a task gets besides its payload. */
export interface TaskHelpers {
  /** Aborted when the worker is asked to stop: end soon, at a point where nothing is half done. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Which try this is, from 1. */
  readonly attempt: number;
}

/** A kind of job and what does it. A job runs at least once, so a task must bear being run again. */
export interface Task {
  /** `<module>.<verb>`, e.g. `mail.deliver`. */
  readonly name: string;
  run(payload: unknown, helpers: TaskHelpers): Promise<void>;
}

/** When a task runs by itself. Of several processes one enqueues it; a job of the same task still waiting is kept alone. */
export interface CronLine {
  readonly task: string;
  /** Minute, hour, day, month, weekday in UTC, e.g. `17 3 * * *`. */
  readonly at: string;
}
