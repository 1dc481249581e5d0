import type { OwnerRead } from '../../platform/database/contract.ts';
import { type QueueState, readQueue } from '../../platform/jobs/queue-state.ts';
import type { DatabaseFacts } from './types.ts';
import { readDatabaseFacts } from './upkeep.queries.ts';

/** The jobs of the queue by what they are for, and those that were given up; without what they carry. */
export function lookAtQueue(read: OwnerRead): Promise<QueueState> {
  return readQueue(read);
}

/** The database as it is now. */
export function lookAtDatabase(read: OwnerRead): Promise<DatabaseFacts> {
  return readDatabaseFacts(read);
}
