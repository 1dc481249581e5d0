import type { OwnerContext } from '../../platform/database/contract.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { purgeEnded } from './housekeeping.ts';

const purgeTask = 'identity.purge';

/** The worker's tasks of this module. */
export function identityTasks(owner: OwnerContext): Task[] {
  return [{ name: purgeTask, run: async () => void (await purgeEnded(owner)) }];
}

export const identityCron: readonly CronLine[] = [{ task: purgeTask, at: '41 3 * * *' }];
