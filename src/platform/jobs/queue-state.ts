import { sql } from 'kysely';
import type { OwnerRead } from '../database/contract.ts';

/** The jobs of one task. */
export interface TaskJobs {
  readonly task: string;
  /** To be begun, now or later. */
  readonly waiting: number;
  readonly running: number;
  /** Should have begun five minutes ago. */
  readonly late: number;
  /** Given up after their last try. */
  readonly failed: number;
}

export interface FailedJob {
  readonly id: number;
  readonly task: string;
  readonly attempts: number;
  readonly error: string;
  readonly createdAt: Date;
}

export interface QueueState {
  readonly tasks: readonly TaskJobs[];
  /** The newest fifty. */
  readonly failures: readonly FailedJob[];
  /** When a worker last did what is due by the clock, which it is each minute; null: never. */
  readonly workedAt: Date | null;
}

/** The queue as it is now. What jobs carry is left out: it may name people. */
export async function readQueue(read: OwnerRead): Promise<QueueState> {
  const now = read.clock.now();
  const late = new Date(now.getTime() - 5 * 60_000);
  const [tasks, failures, worked] = await Promise.all([
    sql<TaskJobs>`
      select task_identifier as task,
        count(*) filter (where attempts < max_attempts and locked_at is null)::integer as waiting,
        count(*) filter (where locked_at is not null)::integer as running,
        count(*) filter (where attempts < max_attempts and locked_at is null and run_at < ${late})::integer as late,
        count(*) filter (where attempts >= max_attempts and locked_at is null)::integer as failed
      from graphile_worker.jobs group by 1 order by 1`.execute(read.db),
    sql<FailedJob>`
      select id::integer as id, task_identifier as task, attempts::integer as attempts,
        coalesce(split_part(last_error, E'\\n', 1), '') as error, created_at as "createdAt"
      from graphile_worker.jobs where attempts >= max_attempts and locked_at is null
      order by id desc limit 50`.execute(read.db),
    sql<{ at: Date | null }>`
      select max(last_execution) as at from graphile_worker._private_known_crontabs`.execute(read.db),
  ]);
  return { tasks: tasks.rows, failures: failures.rows, workedAt: worked.rows[0]?.at ?? null };
}
