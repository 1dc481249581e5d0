import type { OwnerContext } from '../../platform/database/contract.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { deliverDueLetters } from './deliveries.ts';
import { purgeLetters } from './letters.ts';
import type { Post } from './types.ts';

/** The task that `openNudge` wakes after a commit that posted letters. */
export const deliverTask = 'mail.deliver';
const purgeTask = 'mail.purge';

/** The worker's tasks of this module. */
export function mailTasks(owner: OwnerContext, post: Post): Task[] {
  return [
    { name: deliverTask, run: async (_, { signal }) => void (await deliverDueLetters(owner, post, signal)) },
    { name: purgeTask, run: async (_, { signal }) => void (await purgeLetters(owner, signal)) },
  ];
}

/** Each minute is the floor: letters whose nudge was lost, and those to be tried again. */
export const mailCron: readonly CronLine[] = [
  { task: deliverTask, at: '* * * * *' },
  { task: purgeTask, at: '23 3 * * *' },
];
