import type { OwnerContext } from '../../platform/database/contract.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { purgeInvitations } from './housekeeping.ts';

const purgeTask = 'admissions.purge';

/** The worker's tasks of this module. */
export function admissionsTasks(owner: OwnerContext): Task[] {
  return [{ name: purgeTask, run: async () => void (await purgeInvitations(owner)) }];
}

export const admissionsCron: readonly CronLine[] = [{ task: purgeTask, at: '47 3 * * *' }];
