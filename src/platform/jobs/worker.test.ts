import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Context, OwnerContext } from '../database/contract.ts';
import { createLog } from '../log.ts';
import { enqueueJob } from './enqueue.ts';
import { openNudge } from './nudge.ts';
import type { Task, TaskHelpers } from './task.ts';
import { startWorker, type Worker, type WorkerOptions } from './worker.ts';

let base: TestDatabase;
let alpha: Context;
let owner: OwnerContext;
const lines: string[] = [];
const { log } = createLog({ stream: { write: (line) => lines.push(line) }, level: 'debug' });
let worker: Worker | undefined;

beforeAll(async () => {
  base = await openTestDatabase();
  alpha = base.database.scope({ tenantId: 1, author: null, requestId: 'test', siteId: null });
  owner = base.database.acrossTenants();
});
afterAll(() => base.close());
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  lines.length = 0;
  await owner.transaction((tx) => sql`delete from graphile_worker._private_jobs`.execute(tx.db));
});

interface Recorder extends Task {
  readonly payloads: unknown[];
}

/** A task that keeps what it was given. */
function recorder(
  name: string,
  act: (helpers: TaskHelpers) => Promise<void> = async () => undefined,
): Recorder {
  const payloads: unknown[] = [];
  return {
    name,
    payloads,
    async run(payload, helpers) {
      payloads.push(payload);
      await act(helpers);
    },
  };
}

async function start(tasks: readonly Task[], more: Partial<WorkerOptions> = {}): Promise<Worker> {
  worker = await startWorker({ connection: base.connection, tasks, cron: [], log, concurrency: 2, ...more });
  return worker;
}

const jobs = async () =>
  owner.read(async (read) => {
    const { rows } = await sql<{ key: string | null; attempts: number; locked: boolean }>`
      select key, attempts, locked_at is not null as locked from graphile_worker.jobs order by id`.execute(
      read.db,
    );
    return rows;
  });

test('a job left by a request of a tenant runs after its commit, with its payload', async () => {
  const task = recorder('test.record');
  await start([task]);
  await alpha.transaction(async (tx) => {
    await enqueueJob(tx, 'test.record', { course: 7, name: 'Ü' });
    await tx.db.selectFrom('sites').select('id').execute();
    expect(task.payloads).toEqual([]);
  });
  await vi.waitFor(() => expect(task.payloads).toEqual([{ course: 7, name: 'Ü' }]), 15_000);
});

test('a transaction that fails leaves no job', async () => {
  const failing = alpha.transaction(async (tx) => {
    await enqueueJob(tx, 'test.record', {});
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await jobs()).toEqual([]);
});

test('jobs of one key waiting are one; a job for later waits', async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  for (let round = 0; round < 3; round += 1) {
    await alpha.transaction((tx) => enqueueJob(tx, 'test.record', { round }, { key: 'only', runAt }));
  }
  const task = recorder('test.record');
  await start([task]);
  await owner.transaction((tx) => enqueueJob(tx, 'test.record', 'now'));
  await vi.waitFor(() => expect(task.payloads).toEqual(['now']), 15_000);
  // The end of a job is written a moment after it.
  await vi.waitFor(
    async () => expect(await jobs()).toEqual([{ key: 'only', attempts: 0, locked: false }]),
    5000,
  );
});

test('a job that fails is kept to be tried again, and the log says why', async () => {
  const task = recorder('test.fail', () => Promise.reject(new Error('it broke')));
  await start([task]);
  await owner.transaction((tx) => enqueueJob(tx, 'test.fail', { address: 'ada@example.org' }));
  await vi.waitFor(
    async () => expect(await jobs()).toEqual([{ key: null, attempts: 1, locked: false }]),
    5000,
  );
  expect(lines.join('')).toContain('it broke');
  expect(lines.join('')).not.toContain('ada@example.org');
});

test('a worker that stops tells the running job, waits for it, and takes no other', async () => {
  let ended = false;
  const task = recorder('test.long', async ({ signal }) => {
    if (!signal.aborted) await once(signal, 'abort');
    await new Promise((resolve) => setImmediate(resolve));
    ended = true;
  });
  const running = await start([task], { concurrency: 1 });
  await owner.transaction((tx) => enqueueJob(tx, 'test.long', 1));
  await vi.waitFor(() => expect(task.payloads).toEqual([1]), 15_000);
  await owner.transaction((tx) => enqueueJob(tx, 'test.long', 2));
  await running.stop();
  expect(ended).toBe(true);
  expect(task.payloads).toEqual([1]);
  expect(await jobs()).toEqual([{ key: null, attempts: 0, locked: false }]);
});

test('a job that does not end in time is given back, to run again elsewhere', async () => {
  const task = recorder('test.stuck', () => new Promise(() => undefined));
  const running = await start([task], { grace: 100 });
  await owner.transaction((tx) => enqueueJob(tx, 'test.stuck', 1));
  await vi.waitFor(() => expect(task.payloads).toEqual([1]), 15_000);
  await running.stop();
  expect(await jobs()).toEqual([{ key: null, attempts: 1, locked: false }]);
});

test('a cron line that names no task is refused', async () => {
  await expect(start([], { cron: [{ task: 'test.missing', at: '* * * * *' }] })).rejects.toThrow(
    'test.missing',
  );
});

test('cron lines are known to the queue once the worker has started', async () => {
  await start([recorder('test.cron')], { cron: [{ task: 'test.cron', at: '17 3 * * *' }] });
  const known = () =>
    owner.read(async (read) => {
      const { rows } = await sql<{ identifier: string }>`
        select identifier from graphile_worker._private_known_crontabs`.execute(read.db);
      return rows.map(({ identifier }) => identifier);
    });
  await vi.waitFor(async () => expect(await known()).toContain('test.cron'), 15_000);
});

test('a worker goes on when its database was away for a while', async () => {
  const proxy = await openProxy(base.connection);
  const task = recorder('test.record');
  const { user, database } = base.connection;
  await start([task], {
    connection: { host: '127.0.0.1', port: proxy.port, user, database },
    pollInterval: 100,
  });
  await owner.transaction((tx) => enqueueJob(tx, 'test.record', 'before'));
  await vi.waitFor(() => expect(task.payloads).toEqual(['before']), 15_000);

  proxy.cut();
  await owner.transaction((tx) => enqueueJob(tx, 'test.record', 'meanwhile'));
  await vi.waitFor(() => expect(proxy.refused()).toBeGreaterThan(15), { timeout: 15_000 });
  expect(task.payloads).toEqual(['before']);

  proxy.mend();
  await vi.waitFor(() => expect(task.payloads).toEqual(['before', 'meanwhile']), { timeout: 15_000 });
  await worker?.stop();
  proxy.close();
});

test('a job whose end could not be written runs again once the database is back', async () => {
  const proxy = await openProxy(base.connection);
  const task = recorder('test.record', async () => {
    if (task.payloads.length === 1) proxy.cut();
  });
  const { user, database } = base.connection;
  await start([task], {
    connection: { host: '127.0.0.1', port: proxy.port, user, database },
    pollInterval: 100,
  });
  await owner.transaction((tx) => enqueueJob(tx, 'test.record', 'once'));
  await vi.waitFor(() => expect(lines.join('')).toContain('broke off'), { timeout: 15_000 });
  proxy.mend();
  await vi.waitFor(() => expect(task.payloads).toEqual(['once', 'once']), { timeout: 15_000 });
  await vi.waitFor(async () => expect(await jobs()).toEqual([]), 15_000);
  await worker?.stop();
  proxy.close();
});

test('a worker stops while its database is away', async () => {
  const proxy = await openProxy(base.connection);
  const { user, database } = base.connection;
  const running = await start([recorder('test.record')], {
    connection: { host: '127.0.0.1', port: proxy.port, user, database },
    pollInterval: 100,
  });
  proxy.cut();
  await vi.waitFor(() => expect(proxy.refused()).toBeGreaterThan(2), { timeout: 15_000 });
  await running.stop();
  proxy.close();
});

test('many nudges of one tick are one job, and a nudge while the job runs is followed by another', async () => {
  let release: (() => void) | undefined;
  const task = recorder('test.nudged', async () => {
    if (task.payloads.length === 1) await new Promise<void>((resolve) => (release = resolve));
  });
  const nudge = openNudge(owner, 'test.nudged', log);
  for (let index = 0; index < 100; index += 1) nudge();
  await vi.waitFor(async () => expect(await jobs()).toHaveLength(1), 15_000);
  await start([task]);
  await vi.waitFor(() => expect(task.payloads).toHaveLength(1), 15_000);
  nudge();
  await vi.waitFor(() => expect(task.payloads).toHaveLength(2), 15_000);
  release?.();
});

test('a nudge that finds no database is logged and harms nobody', async () => {
  const lost: OwnerContext = { ...owner, transaction: () => Promise.reject(new Error('no database')) };
  openNudge(lost, 'test.nudged', log)();
  await vi.waitFor(() => expect(lines.join('')).toContain('could not be woken'), 15_000);
});

/** Stands between a worker and PostgreSQL, so that the way can be cut. */
async function openProxy({ host, port }: { host: string; port: number }) {
  const open = new Set<Socket>();
  let isCut = false;
  let refused = 0;
  const server = createServer((incoming) => {
    if (isCut) {
      refused += 1;
      incoming.destroy();
      return;
    }
    const outgoing = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const socket of [incoming, outgoing]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        incoming.destroy();
        outgoing.destroy();
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    refused: () => refused,
    cut,
    mend() {
      isCut = false;
    },
    close() {
      cut();
      server.close();
    },
  };
}
