import type { OwnerContext } from '../../platform/database/contract.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { mailNotifications } from './digests.ts';
import { purgeNotifications } from './notifications.ts';
import type { NotificationPorts } from './types.ts';

/** The task that `openNudge` wakes after a commit that left something to mail at once. */
export const mailTask = 'notifications.mail';
const digestTask = 'notifications.digest';
const purgeTask = 'notifications.purge';

/** The worker's tasks of this module. */
export function notificationTasks(owner: OwnerContext, ports: NotificationPorts): Task[] {
  return [
    {
      name: mailTask,
      run: async (_, { signal }) => void (await mailNotifications(owner, ports, 'instantly', signal)),
    },
    {
      name: digestTask,
      run: async (_, { signal }) => void (await mailNotifications(owner, ports, 'daily', signal)),
    },
    { name: purgeTask, run: async (_, { signal }) => void (await purgeNotifications(owner, signal)) },
  ];
}

/** Each minute is the floor of what is mailed at once; digests leave in the morning of Europe. */
export const notificationCron: readonly CronLine[] = [
  { task: mailTask, at: '* * * * *' },
  { task: digestTask, at: '30 4 * * *' },
  { task: purgeTask, at: '41 3 * * *' },
];
