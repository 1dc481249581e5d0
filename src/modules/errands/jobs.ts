import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { type ErrandWorker, openErrandWork } from './errand-work.ts';
import { purgeErrands, workTask } from './errands.ts';

const purgeTask = 'errands.purge';

/** The worker's tasks of this module. */
export function errandTasks(worker: ErrandWorker): Task[] {
  const work = openErrandWork(worker);
  return [
    { name: workTask, run: (_, { signal }) => work(signal) },
    { name: purgeTask, run: async (_, { signal }) => void (await purgeErrands(worker.owner, signal)) },
  ];
}

/** Each minute is the floor: errands of a process that died, and those to be tried again. */
export const errandCron: readonly CronLine[] = [
  { task: workTask, at: '* * * * *' },
  { task: purgeTask, at: '47 3 * * *' },
];
