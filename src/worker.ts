import type { Config } from './config.ts';
import { errandKinds, type Installation, notificationPorts, openInstallation } from './installation.ts';
import { admissionsCron, admissionsTasks } from './modules/admissions/jobs.ts';
import { communityCron, communityTasks } from './modules/community/jobs.ts';
import { errandCron, errandTasks } from './modules/errands/jobs.ts';
import { festivalCron, festivalTasks } from './modules/festival/jobs.ts';
import { identityCron, identityTasks } from './modules/identity/jobs.ts';
import { mailCron, mailTasks } from './modules/mail/jobs.ts';
import type { Post } from './modules/mail/types.ts';
import { notificationCron, notificationTasks } from './modules/notifications/jobs.ts';
import { workshopsCron, workshopsTasks } from './modules/workshops/jobs.ts';
import { purgeAnswers } from './platform/database/answers-kept.ts';
import type { CronLine, Task } from './platform/jobs/task.ts';
import { type Worker, startWorker as workQueue } from './platform/jobs/worker.ts';
import type { Log } from './platform/log.ts';
import { openTransport } from './platform/smtp/transport.ts';
import { purgeCounters } from './platform/throttle.ts';

/** Works the queue of the installation in a process of its own (`muster work`). */
export async function startWorker(config: Config, { log }: { readonly log: Log }) {
  const installation = await openInstallation(config, { log });
  try {
    const worker = await workOn(installation);
    return {
      installation,
      async stop() {
        await worker.stop();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

/** Works the queue of an opened installation: the tasks and the calendar of every module. */
export async function workOn(installation: Installation): Promise<Worker> {
  const { config, connection, log, database } = installation;
  const owner = database.acrossTenants();
  const outbox = `${config.dataFolder}/outbox`;
  const post: Post = {
    transport: openTransport({
      smtpUrl: config.smtpUrl,
      folder: outbox,
      show: config.dev ? (text) => process.stdout.write(text) : undefined,
    }),
    from: config.mailFrom,
    log,
  };
  const purge: Task = { name: 'throttle.purge', run: () => purgeCounters(owner) };
  const purgeKept: Task = { name: 'answers.purge', run: () => purgeAnswers(owner) };
  const purgeCron: readonly CronLine[] = [
    { task: purge.name, at: '7 * * * *' },
    { task: purgeKept.name, at: '12 * * * *' },
  ];
  const worker = await workQueue({
    connection,
    log,
    concurrency: 4,
    tasks: [
      ...mailTasks(owner, post, outbox),
      ...identityTasks(owner),
      ...admissionsTasks(owner),
      ...notificationTasks(owner, notificationPorts(installation.identity)),
      ...workshopsTasks(owner),
      ...festivalTasks(owner, installation.files),
      ...communityTasks(owner),
      ...errandTasks({ owner, open: (scope) => database.scope(scope), kinds: errandKinds, log }),
      purge,
      purgeKept,
    ],
    cron: [
      ...mailCron,
      ...identityCron,
      ...admissionsCron,
      ...notificationCron,
      ...workshopsCron,
      ...festivalCron,
      ...communityCron,
      ...errandCron,
      ...purgeCron,
    ],
  });
  return {
    async stop() {
      await worker.stop();
      await post.transport.close();
    },
  };
}
