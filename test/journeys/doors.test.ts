import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { makeAlpha, registerAt } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { type MusterPlace, openMusterPlace } from '../support/muster-process.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The other ways in: a socket file, and a socket that systemd opened. */
let place: MusterPlace;
beforeAll(async () => {
  place = await openMusterPlace();
});
afterEach(() => place.clear());
afterAll(() => place?.remove());

test('MUSTER_LISTEN serves on a socket file, for which the port stays free, and removes it at the end', async () => {
  const socketPath = join(place.folder, 'muster.socket');
  const server = await place.start('serve', { env: { MUSTER_LISTEN: `unix:${socketPath}` } }).begun();
  expect(await server.line(/^Muster serves on/)).toContain(`Muster serves on unix:${socketPath}, on`);
  const alpha = await makeAlpha(place);
  expect((await registerAt({ socketPath }, alpha, 'bob')).status).toBe(200);
  await expect(ask(place, { path: '/healthz' })).rejects.toThrow('ECONNREFUSED');
  expect(await server.end()).toBe(0);
  expect(existsSync(socketPath)).toBe(false);
});

// systemd names the process that its sockets are for: the shell becomes that process.
const asSystemd = ['/bin/sh', '-c', 'LISTEN_FDS=1 LISTEN_PID=$$ exec "$@"', 'sh'];

test('a socket that systemd opened is served', () => expectHandedOver(process.execPath));

test('a socket that systemd opened reaches the pinned Node through an older one', (context) =>
  expectHandedOver(findOlderNode() ?? context.skip('no Node of version 18 to 23 on the PATH')));

test('sockets of another process are left alone', async () => {
  const env = { LISTEN_FDS: '1', LISTEN_PID: '1' };
  const server = await place.start('serve', { env }).begun();
  expect(await server.line(/^Muster serves on/)).toContain(`http://127.0.0.1:${place.port}`);
});

async function expectHandedOver(node: string): Promise<void> {
  const opener = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void opener.close());
  await once(opener, 'listening');
  const program = [...asSystemd, node, 'bin/muster.js'];
  const server = place.start('serve', { program, descriptors: [descriptorOf(opener)] });
  await server.begun();
  expect(await server.line(/^Muster serves on/)).toContain('Muster serves on fd:3, on');
  const address = opener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  // From here on only the server takes connections.
  await new Promise((resolve) => opener.close(resolve));
  expect((await ask({ port }, { path: '/readyz' })).status).toBe(200);
  expect(await server.end()).toBe(0);
}

function findOlderNode(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((node) => {
      if (!existsSync(node)) return false;
      const major = Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout)?.[1]);
      return major >= 18 && major < 24;
    });
}

function descriptorOf(server: object): number {
  const handle: unknown = Reflect.get(server, '_handle');
  const fd: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : undefined;
  if (typeof fd !== 'number') throw new Error('no descriptor');
  return fd;
}
