import type { OwnerContext } from '../../platform/database/contract.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { purgeComments } from './comments.ts';

const purgeTask = 'community.purge';

/** The worker's tasks of this module. */
export function communityTasks(owner: OwnerContext): Task[] {
  return [{ name: purgeTask, run: async () => void (await purgeComments(owner)) }];
}

export const communityCron: readonly CronLine[] = [{ task: purgeTask, at: '29 3 * * *' }];
