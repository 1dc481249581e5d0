import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childrenOf, eventually, makeFolder, postmasterPid, query, run } from './processes.test-support.ts';
import { startEmbeddedPostgres } from './supervisor.ts';

let place: Awaited<ReturnType<typeof makeFolder>>;
const log = () => {};
const answers = (host: string) =>
  eventually(() => query(host, 'select 1 as n').catch(() => null), 'an answer');

beforeAll(async () => {
  place = await makeFolder();
});
afterAll(() => place.remove());

test('PostgreSQL killed is told, runs again by itself, and has every committed row', async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
  const { host } = postgres.connection;
  const told: string[] = [];
  postgres.onExit((sentence) => told.push(sentence));
  await query(host, 'create table kept as select 1 as n');
  process.kill(postmasterPid(postgres.place), 'SIGKILL');
  await eventually(() => told.length > 0, 'the sentence');
  await answers(host);
  expect(await query(host, 'select n from kept')).toEqual([{ n: 1 }]);
  expect(told).toEqual(['PostgreSQL ended unexpectedly (signal 9): starting it again.']);

  const second = postmasterPid(postgres.place);
  process.kill(second, 'SIGKILL');
  await eventually(() => told.length > 1, 'the second sentence');
  expect(told[1]).toBe('PostgreSQL ended unexpectedly (signal 9): starting it again in 0.1 s.');
  await answers(host);
  await postgres.stop();
});

test('PostgreSQL that lost its watching shell is stopped and started under a new one', async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
  const pid = postmasterPid(postgres.place);
  const { stdout } = await run('ps', ['-o', 'ppid=', '-p', String(pid)]);
  process.kill(Number(stdout), 'SIGKILL');
  await eventually(() => {
    try {
      return postmasterPid(postgres.place) !== pid;
    } catch {
      return false;
    }
  }, 'another PostgreSQL');
  await answers(postgres.connection.host);
  expect(await childrenOf(postmasterPid(postgres.place))).not.toEqual([]);
  await postgres.stop();
});

test('stopping while PostgreSQL is being started again leaves none running', async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
  const told: string[] = [];
  postgres.onExit((sentence) => told.push(sentence));
  process.kill(postmasterPid(postgres.place), 'SIGKILL');
  await eventually(() => told.length > 0, 'the sentence');
  await postgres.stop();
  const pattern = `postgres -D ${postgres.place}/cluster`;
  const none = () =>
    run('pgrep', ['-f', pattern]).then(
      () => false,
      (error) => error.code === 1,
    );
  expect(await eventually(none, 'the end of every process')).toBe(true);
});

test("PostgreSQL's log begins anew once it is over 10 MB", async () => {
  const file = join(place.folder, 'postgres', 'postgres.log');
  await truncate(file, 11 * 1024 * 1024);
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
  expect((await stat(file)).size).toBeLessThan(10_000);
  await postgres.stop();
  const kept = (await stat(file)).size;
  await (await startEmbeddedPostgres({ dataFolder: place.folder, log })).stop();
  expect((await stat(file)).size).toBeGreaterThan(kept);
});

test('values of a refused row and statements that fail do not reach the log', async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
  const { host } = postgres.connection;
  await query(host, 'create table people (mail text primary key)');
  await query(host, "insert into people values ('ada@secret.example')");
  await expect(query(host, "insert into people values ('ada@secret.example')")).rejects.toThrow(
    /duplicate key/,
  );
  await postgres.stop();
  const { stdout } = await run('cat', [join(postgres.place, 'postgres.log')]);
  expect(stdout).toContain('database system is shut down');
  expect(stdout).not.toContain('ada@secret.example');
});
