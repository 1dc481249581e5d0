import { type ChildProcess, spawn } from 'node:child_process';
import { chown, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findPostgresBinaries } from './binaries.ts';
import {
  childrenOf,
  eventually,
  isGone,
  isRoot,
  makeFolder,
  postmasterPid,
  query,
  run,
  startChild,
  stateOf,
} from './processes.test-support.ts';
import { bearerByPs, bearerOf } from './reclaim.ts';
import { chooseRunUser, spawnIds } from './run-user.ts';
import { startEmbeddedPostgres } from './supervisor.ts';

let place: Awaited<ReturnType<typeof makeFolder>>;
let cluster: string;
let ids: { uid?: number; gid?: number };
const helpers: ChildProcess[] = [];

beforeAll(async () => {
  place = await makeFolder();
  cluster = join(place.folder, 'postgres', 'cluster');
  ids = spawnIds(await chooseRunUser({ cluster: null, dataFolder: 0 }, undefined));
  await (await startEmbeddedPostgres({ dataFolder: place.folder, log: () => {} })).stop();
});
afterEach(() => {
  for (const helper of helpers.splice(0)) helper.kill('SIGKILL');
});
afterAll(() => place.remove());

/** A live program of PostgreSQL's own user: that user's pids are the ones PostgreSQL believes in. */
function startHelper(script: string): number {
  const helper = spawn('/bin/sh', ['-c', script], { cwd: '/', stdio: 'ignore', ...ids });
  helpers.push(helper);
  return helper.pid ?? 0;
}

/** Leaves the lock files of a PostgreSQL that was killed and whose pid means something else today. */
async function leaveLockFiles(pid: number): Promise<void> {
  const socket = join(place.folder, 'postgres', 'socket', '.s.PGSQL.5432');
  const lines = [
    pid,
    cluster,
    1_790_000_000,
    5432,
    join(place.folder, 'postgres', 'socket'),
    '',
    '',
    'ready   ',
  ];
  for (const file of [join(cluster, 'postmaster.pid'), `${socket}.lock`]) {
    await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    if (ids.uid !== undefined) await chown(file, ids.uid, ids.gid ?? ids.uid);
  }
}

async function plainStart(): Promise<string> {
  const { folder } = await findPostgresBinaries();
  const flags = ['-D', cluster, '-k', join(place.folder, 'postgres', 'socket'), '-c', 'listen_addresses='];
  const started = run(join(folder, 'postgres'), flags, { ...ids, timeout: 10_000 });
  return started.then(
    () => 'started',
    (error) => error.stderr,
  );
}

async function startAndAsk(): Promise<string[]> {
  const sentences: string[] = [];
  const log = (sentence: string) => sentences.push(sentence);
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
  expect(await query(postgres.connection.host, 'select 1 as n')).toEqual([{ n: 1 }]);
  await postgres.stop();
  return sentences;
}

test('lock files whose pid another program bears today are removed (PostgreSQL alone refuses to start)', async () => {
  const pid = startHelper('exec sleep 60');
  await leaveLockFiles(pid);
  expect(await plainStart()).toMatch(/lock file "postmaster.pid" already exists/);
  expect((await startAndAsk())[0]).toMatch(`process ${pid}: another program`);
  expect(isGone(pid)).toBe(false);
});

test('lock files of a zombie are removed (PostgreSQL alone refuses to start)', async () => {
  const parent = startHelper('sleep 0 & exec sleep 60');
  const [zombie = 0] = await eventually(async () => {
    const found = await childrenOf(parent);
    return found.length === 1 && stateOf(found[0] ?? 0) === 'Z' && found;
  }, 'a zombie');
  await leaveLockFiles(zombie);
  expect(await plainStart()).toMatch(/lock file "postmaster.pid" already exists/);
  expect((await startAndAsk())[0]).toMatch(`process ${zombie}: zombie`);
});

test('lock files of a process that is no more are removed', async () => {
  const helper = spawn('/bin/true');
  await new Promise((resolve) => helper.once('exit', resolve));
  await leaveLockFiles(helper.pid ?? 0);
  expect((await startAndAsk())[0]).toMatch(': gone');
});

test('an unreadable postmaster.pid does not stop a start', async () => {
  await writeFile(join(cluster, 'postmaster.pid'), '');
  expect(await startAndAsk()).toHaveLength(1);
});

test('an orphan, all of whose watchers were killed with its process, is stopped and keeps its rows', async () => {
  const child = startChild({ dataFolder: place.folder });
  await query(await child.host(), 'create table kept as select 1 as n');
  const pid = postmasterPid(join(place.folder, 'postgres'));
  const { stdout } = await run('ps', ['-o', 'ppid=', '-p', String(pid)]);
  const shell = Number(stdout);
  const watchers = (await childrenOf(shell)).filter((each) => each !== pid);
  const pipes = (await Promise.all(watchers.map(childrenOf))).flat();
  // Held still, so that it cannot mend what is done to it; a watcher outliving its pipe would do its work.
  process.kill(child.pid, 'SIGSTOP');
  for (const each of [...watchers, ...pipes, shell]) process.kill(each, 'SIGKILL');
  await child.kill();
  expect(await bearerOf(pid, cluster)).toBe('postmaster');
  const sentences: string[] = [];
  const log = (sentence: string) => sentences.push(sentence);
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
  expect(sentences[0]).toMatch(`still runs (process ${pid})`);
  expect(await query(postgres.connection.host, 'select n from kept')).toEqual([{ n: 1 }]);
  await postgres.stop();
});

test('ps tells the same about a pid as /proc', async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log: () => {} });
  const server = postmasterPid(postgres.place);
  const other = startHelper(`cd ${isRoot ? '/' : cluster}; exec sleep 60`);
  expect(await readFile(`/proc/${server}/stat`, 'utf8')).toContain('(postgres)');
  for (const bearer of [bearerOf, bearerByPs]) {
    expect(await bearer(server, cluster)).toBe('postmaster');
    expect(await bearer(server, '/another/cluster')).toBe('another program');
    expect(await bearer(other, cluster)).toBe('another program');
  }
  await postgres.stop();
  expect(await bearerByPs(server, cluster)).not.toBe('postmaster');
});
