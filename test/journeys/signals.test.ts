import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Alpha, makeAlpha } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { type MusterPlace, openMusterPlace, until } from '../support/muster-process.ts';
import { startLoad } from './load.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let place: MusterPlace;
let alpha: Alpha;
beforeAll(async () => {
  place = await openMusterPlace({ MUSTER_THROTTLE: 'off' });
  await place.start('serve').begun();
  alpha = await makeAlpha(place);
  await place.clear();
});
afterEach(() => place.clear());
afterAll(() => place?.remove());

test('SIGTERM lets a request that has only half arrived come in and answers it, then the server ends', async () => {
  const server = await place.start('serve').begun();
  const slow = beginRegistration(alpha);
  await ask(place, { path: '/healthz' });
  const ended = server.end();
  await server.line(/^Muster ends after the running requests\.$/);
  await until(
    () =>
      ask(place, { path: '/healthz' })
        .then(() => false)
        .catch(() => true),
    'a closed door',
  );
  expect(await slow.finish()).toBe(200);
  expect(await ended).toBe(0);
  expect(existsSync(join(place.dataFolder, 'postgres/cluster/postmaster.pid'))).toBe(false);
});

test('a second SIGTERM ends the server at once', async () => {
  const server = await place.start('serve').begun();
  const slow = beginRegistration(alpha);
  await ask(place, { path: '/healthz' });
  server.signal('SIGTERM');
  await server.line(/^Muster ends/);
  expect(await server.end()).toBe(143);
  await expect(slow.finish()).rejects.toThrow();
});

test.each(['a port', 'a socket file'])(
  'SIGHUP reads the configuration again and reopens the log on %s, without a failed request',
  async (door) => {
    const socketPath = join(place.folder, 'socket');
    const logFile = join(place.folder, `${door}.log`);
    const at = door === 'a port' ? place : { socketPath };
    const server = place.start('serve', {
      env: { MUSTER_LOG_FILE: logFile, ...(at !== place && { MUSTER_LISTEN: `unix:${socketPath}` }) },
    });
    await server.begun();
    const load = startLoad(at, alpha, door.replaceAll(' ', ''));
    onTestFinished(load.end);
    await load.more(50);
    expect(await statusOfLongRequest(at, alpha)).toBe(400);
    await rename(logFile, `${logFile}.1`);
    await place.configure('body_limit: 2048\n');
    server.signal('SIGHUP');
    await until(() => readLog(logFile).then((log) => log.includes('was read again')), 'the new log');
    await load.more(50);
    expect(await statusOfLongRequest(at, alpha)).toBe(413);

    await place.configure('body_limit: many\n');
    server.signal('SIGHUP');
    await until(() => readLog(logFile).then((log) => log.includes('was not read again')), 'the refusal');
    expect(await readLog(logFile)).toContain('body_limit in ');
    await load.more(50);
    await load.end();
    expect(await statusOfLongRequest(at, alpha)).toBe(413);
    expect([...load.failures, ...load.reset]).toEqual([]);
    expect(await server.end()).toBe(0);
  },
);

const readLog = (file: string) => readFile(file, 'utf8').catch(() => '');

async function statusOfLongRequest(at: Parameters<typeof ask>[0], alpha: Alpha): Promise<number> {
  const body = { username: 'x'.repeat(4000) };
  return (await ask(at, { ...alpha, method: 'POST', path: '/tahoe/api/v1/registrations/', body })).status;
}

/** Sends a registration without the end of its body, which `finish` sends. */
function beginRegistration({ host, authorization }: Alpha): { finish(): Promise<number> } {
  const body = JSON.stringify({ username: 'slow', email: 'slow@example.com', name: 'Slow', password: 'edx' });
  const headers = {
    host,
    authorization,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const path = '/tahoe/api/v1/registrations/';
  const outgoing = request({
    host: '127.0.0.1',
    port: place.port,
    method: 'POST',
    path,
    headers,
    agent: false,
  });
  const answered = new Promise<number>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
  });
  answered.catch(() => undefined);
  outgoing.write(body.slice(0, 20));
  return {
    finish() {
      outgoing.end(body.slice(20));
      return answered;
    },
  };
}
