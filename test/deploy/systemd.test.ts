import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { startLoad } from '../journeys/load.ts';
import { makeAlpha } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { type MusterPlace, openMusterPlace, until } from '../support/muster-process.ts';
import { root } from './installation-guide.ts';

// Processes start here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const names = ['muster.socket', 'muster.service'] as const;
const read = (path: string) => readFileSync(join(root, 'deploy', path), 'utf8');
const [socketUnit, service] = [read('systemd/muster.socket'), read('systemd/muster.service')];

let place: MusterPlace;
let socketPath: string;
beforeAll(async () => {
  place = await openMusterPlace({ MUSTER_THROTTLE: 'off' });
  socketPath = join(place.folder, 'socket');
});
afterEach(async () => {
  await place.clear();
  rmSync(socketPath, { force: true });
});
afterAll(() => place?.remove());

test('systemd finds no fault with the units, and rates what the service may do below 2 of 10', (context) => {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0)
    context.skip('no systemd-analyze on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'muster-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const paths = names.map((name) => join(folder, name));
  for (const [index, unit] of [socketUnit, service].entries())
    writeFileSync(paths[index] ?? '', unit.replaceAll('/opt/muster', root));
  const verified = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
  expect(verified).toMatchObject({ status: 0, stderr: '' });
  const rated = ['security', '--offline=true', '--no-pager', join(folder, 'muster.service')];
  const told = spawnSync('systemd-analyze', rated, { encoding: 'utf8' }).stdout;
  expect(Number(/Overall exposure level for muster.service: ([\d.]+)/.exec(told)?.[1])).toBeLessThan(2);
});

test('the units, the site of nginx and the settings name the same places and users', () => {
  const path = valueIn(socketUnit, 'ListenStream');
  expect(read('nginx/muster')).toContain(`server unix:${path};`);
  expect(valueIn(socketUnit, 'SocketMode')).toBe('0660');
  expect(valueIn(socketUnit, 'SocketGroup')).toBe('www-data');
  const env = { MUSTER_CONFIG: join(root, 'deploy/config.yml') };
  const { dataFolder } = loadConfig({ env, packageFolder: root });
  expect(dataFolder).toBe(`/var/lib/${valueIn(service, 'StateDirectory')}`);
  expect(valueIn(service, 'Environment')).toBe(
    `NODE_COMPILE_CACHE=/var/cache/${valueIn(service, 'CacheDirectory')}`,
  );
  const [node = '', program = '', command] = startLine();
  expect(existsSync(node) && existsSync(program)).toBe(true);
  expect(command).toBe('serve');
});

test('the socket that systemd opens is handed to the command of the service, and stays when that ends', async (context) => {
  if (spawnSync('systemd-socket-activate', ['--version']).status !== 0)
    context.skip('no systemd-socket-activate on this machine');
  const server = startBehindSocket(startLine());
  // systemd-socket-activate starts the service for the first visitor, who waits until it serves.
  const first = until(() => ask({ socketPath }, { path: '/readyz' }).catch(() => undefined), 'the socket');
  expect((await first).status).toBe(200);
  expect(await server.line(/^Muster serves on/)).toContain('Muster serves on fd:3, on');
  expect(await server.end()).toBe(0);
  expect(existsSync(socketPath)).toBe(true);
});

test('a reload and a restart behind the socket of systemd fail no request', async (context) => {
  if (spawnSync('systemd-socket-activate', ['--version']).status !== 0)
    context.skip('no systemd-socket-activate on this machine');
  await place.done('init');
  const alpha = await makeAlpha(place);
  // The shell keeps the socket as systemd does, and starts the service a second time.
  const twice = 'unset LISTEN_PID; for turn in first second; do "$@" & echo "$turn $!"; wait $!; done';
  const server = startBehindSocket(['/bin/sh', '-c', twice, 'sh', ...startLine()]);
  const pidOf = async (turn: string) => Number((await server.line(new RegExp(`^${turn} `))).split(' ')[1]);
  const load = await until(
    () => existsSync(socketPath) && startLoad({ socketPath }, alpha, 'restart'),
    'the socket',
  );
  onTestFinished(load.end);
  await load.more(50);
  const first = await pidOf('first');
  process.kill(first, 'SIGHUP');
  await server.line(/The configuration was read again/);
  await load.more(50);
  process.kill(first, 'SIGTERM');
  const second = await pidOf('second');
  onTestFinished(() => void killIfThere(second));
  await load.more(50);
  await until(
    () => server.output.filter((line) => line.startsWith('Muster serves on fd:3')).length === 2,
    'two',
  );
  await load.end();
  expect([...load.failures, ...load.reset]).toEqual([]);
  process.kill(second, 'SIGTERM');
  expect(await server.ended).toBe(0);
});

/** What `ExecStart` says, in this clone. */
function startLine(): string[] {
  return valueIn(service, 'ExecStart').replaceAll('/opt/muster', root).split(' ');
}

function startBehindSocket(line: readonly string[]) {
  const kept = ['MUSTER_DATA', 'MUSTER_CONFIG', 'MUSTER_THROTTLE', 'NODE_COMPILE_CACHE', 'PGBIN'];
  const handOver = ['systemd-socket-activate', '-l', socketPath, ...kept.flatMap((name) => ['-E', name])];
  return place.start(line.at(-1) ?? '', { program: [...handOver, ...line.slice(0, -1)] });
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended as it should.
  }
}

function valueIn(unit: string, key: string): string {
  return new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
}
