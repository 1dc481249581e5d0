import type { OwnerContext } from '../../platform/database/contract.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { forgetLetters } from '../../platform/smtp/folder-transport.ts';
import { deliverDueLetters } from './deliveries.ts';
import { forgetTask, purgeLetters } from './letters.ts';
import type { Post } from './types.ts';

/** The task that `openNudge` wakes after a commit that posted letters. */
export const deliverTask = 'mail.deliver';
const purgeTask = 'mail.purge';

/** The worker's tasks of this module. @param folder where letters are written that no mail server takes */
export function mailTasks(owner: OwnerContext, post: Post, folder: string): Task[] {
  return [
    { name: deliverTask, run: async (_, { signal }) => void (await deliverDueLetters(owner, post, signal)) },
    { name: forgetTask, run: (payload) => forgetLetters(folder, marksIn(payload)) },
    { name: purgeTask, run: async (_, { signal }) => void (await purgeLetters(owner, signal)) },
  ];
}

/** Each minute is the floor: letters whose nudge was lost, and those to be tried again. */
export const mailCron: readonly CronLine[] = [
  { task: deliverTask, at: '* * * * *' },
  { task: purgeTask, at: '23 3 * * *' },
];

function marksIn(payload: unknown): string[] {
  const marks = new Map<string, unknown>(Object.entries(payload ?? {})).get('marks');
  return Array.isArray(marks) ? marks.filter((mark) => typeof mark === 'string') : [];
}
