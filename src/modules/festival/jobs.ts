import type { OwnerContext } from '../../platform/database/contract.ts';
import type { FileStore } from '../../platform/file-store.ts';
import type { CronLine, Task } from '../../platform/jobs/task.ts';
import { removeFiles, removeFilesTask } from './erasures.ts';
import { purgePictures } from './pictures.ts';
import { tendUnanswered } from './unanswered.ts';

const tendTask = 'festival.tend';
const purgeTask = 'festival.purge';

/** The worker's tasks of this module. */
export function festivalTasks(owner: OwnerContext, files: FileStore): Task[] {
  return [
    { name: tendTask, run: async (_, { signal }) => void (await tendUnanswered(owner, signal)) },
    { name: removeFilesTask, run: (payload) => removeFiles(files, payload) },
    { name: purgeTask, run: async () => void (await purgePictures(owner, files)) },
  ];
}

export const festivalCron: readonly CronLine[] = [
  { task: tendTask, at: '*/15 * * * *' },
  { task: purgeTask, at: '27 4 * * *' },
];
