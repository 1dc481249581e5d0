import type { OwnerContext } from '../../platform/database/contract.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { purgeVisits } from './logins.ts';

const purgeTask = 'workshops.purge';

/** The worker's tasks of this module. */
export function workshopsTasks(owner: OwnerContext): Task[] {
  return [{ name: purgeTask, run: async () => void (await purgeVisits(owner)) }];
}

export const workshopsCron: readonly CronLine[] = [{ task: purgeTask, at: '53 3 * * *' }];
