import { sql } from 'kysely';
import type { OwnerTx, Tx } from '../database/contract.ts';

export interface EnqueueOptions {
  /** A job of this key still waiting is replaced; one already running is followed by another. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. Few queues only: each is a row that stays. */
  readonly queue?: string;
  readonly runAt?: Date;
  /** Tries before the job is left as failed; 25 without it (about three days). */
  readonly maxAttempts?: number;
}

/**
 * Leaves a job in this transaction: invisible before the commit, never run when it is rolled back.
 * Not for hot transactions, where it costs nine tenths of the speed (rule 4); those write rows and are nudged after.
 * @param payload anything JSON can carry
 */
export async function enqueueJob(
  tx: Tx | OwnerTx,
  task: string,
  payload: unknown,
  { key, queue, runAt, maxAttempts }: EnqueueOptions = {},
): Promise<void> {
  const options = {
    job_key: key,
    queue_name: queue,
    run_at: runAt?.toISOString(),
    max_attempts: maxAttempts,
  };
  const [carried, chosen] = [JSON.stringify(payload ?? {}), JSON.stringify(options)];
  await sql`select enqueue_job(${task}, ${carried}::json, ${chosen}::json)`.execute(tx.db);
}
