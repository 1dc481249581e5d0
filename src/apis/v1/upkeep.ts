import { type Static, Type } from 'typebox';
import { tallyLetters } from '../../modules/mail/letter-lists.ts';
import { lookAtDatabase, lookAtQueue } from '../../modules/tenants/upkeep.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { readAcross } from './across-tenants.ts';
import { closed, iso, moment, nullable } from './formats.ts';

const count = Type.Integer({ minimum: 0 });
const queue = closed({
  tasks: Type.Array(
    closed({
      task: Type.String(),
      waiting: count,
      running: count,
      late: Type.Integer({ description: 'Should have begun five minutes ago' }),
      failed: Type.Integer({ description: 'Given up after the last try' }),
    }),
  ),
  failures: Type.Array(
    closed({
      id: Type.Integer(),
      task: Type.String(),
      attempts: count,
      problem: Type.String(),
      created_at: moment,
    }),
    { description: 'The newest fifty' },
  ),
  worked_at: nullable(moment),
});
const health = closed({
  is_well: Type.Boolean(),
  database: closed({ is_well: Type.Boolean(), version: Type.String(), bytes: count, tenants: count }),
  worker: closed({ is_well: Type.Boolean(), worked_at: nullable(moment), late: count, failed: count }),
  letters: closed({ is_well: Type.Boolean(), waiting: count, overdue: count, failed_today: count }),
  disk: closed({ is_well: Type.Boolean(), free: count, total: count }),
});

/** `/queue` and `/health`: how the installation is, for its operator. */
export function serveUpkeep(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/queue',
    caller: ['operator'],
    summary: 'Work left for later, by what it is, and what was given up',
    schema: { response: { 200: queue } },
    handler: async () => {
      const { tasks, failures, workedAt } = await readAcross(services, lookAtQueue);
      return {
        tasks: [...tasks],
        failures: failures.map(({ error, createdAt, ...job }) => ({
          ...job,
          problem: error,
          created_at: iso(createdAt),
        })),
        worked_at: iso(workedAt),
      };
    },
  });

  route(server, {
    method: 'GET',
    path: '/health',
    caller: ['operator'],
    summary: 'Whether the installation is well: database, worker, letters, disk',
    schema: { response: { 200: health } },
    handler: () => lookAtHealth(services),
  });
}

/** A worker does what is due by the clock each minute. */
const longestPause = 5 * 60_000;
/** Below that much of a disk PostgreSQL stops soon. */
const leastFree = 0.05;

async function lookAtHealth(services: Services): Promise<Static<typeof health>> {
  const [found, disk] = await Promise.all([
    readAcross(services, async (read) => {
      const [database, jobs, letters] = await Promise.all([
        lookAtDatabase(read),
        lookAtQueue(read),
        tallyLetters(read),
      ]);
      return { database, jobs, letters, now: read.clock.now() };
    }),
    services.files.space(),
  ]);
  const { database, jobs, letters, now } = found;
  const late = jobs.tasks.reduce((sum, task) => sum + task.late, 0);
  const failed = jobs.tasks.reduce((sum, task) => sum + task.failed, 0);
  const isWorking = jobs.workedAt !== null && now.getTime() - jobs.workedAt.getTime() < longestPause;
  const parts = {
    database: { is_well: true, ...database },
    worker: { is_well: isWorking && late === 0, worked_at: iso(jobs.workedAt), late, failed },
    letters: {
      is_well: letters.overdue === 0,
      waiting: letters.waiting,
      overdue: letters.overdue,
      failed_today: letters.failedToday,
    },
    disk: { is_well: disk.free >= disk.total * leastFree, ...disk },
  };
  return { is_well: Object.values(parts).every(({ is_well }) => is_well), ...parts };
}
