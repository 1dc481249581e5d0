import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { findLosses } from '../crash/proof.ts';
import { startRegistrants } from '../crash/registrants.ts';
import { type Alpha, makeAlpha } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { openTestDatabase } from '../support/database.ts';
import { type MusterPlace, type MusterProcess, openMusterPlace, until } from '../support/muster-process.ts';
import { startLoad } from './load.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Two `muster serve` of one installation. */
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

const requestsOf = (server: MusterProcess) =>
  server.output.filter((line) => line.includes('"path":"/tahoe/api/v1/users/"')).length;

test('a second server joins the PostgreSQL of the first, says so, and shares its port', async () => {
  const first = await place.start('serve').begun();
  const second = await place.start('serve').begun();
  expect(await first.line(/^Muster serves on/)).toBe(
    `Muster serves on http://127.0.0.1:${place.port}, on the PostgreSQL in ${place.dataFolder}.`,
  );
  expect(await second.line(/^Muster serves on/)).toBe(
    `Muster serves on http://127.0.0.1:${place.port}, on the PostgreSQL that another Muster process runs for ` +
      `${place.dataFolder}, which it joined.`,
  );
  await until(async () => {
    await ask(place, { path: '/tahoe/api/v1/users/' });
    return requestsOf(first) > 0 && requestsOf(second) > 0;
  }, 'an answer of each');
  expect(first.output.join()).toContain('Make its first administrator here');
  expect(second.output.join()).not.toContain('Make its first administrator here');
});

test('after kill -9 of the first the second takes PostgreSQL over and answers on, with every acknowledged account', async () => {
  const first = await place.start('serve').begun();
  const second = await place.start('serve').begun();
  const registrants = startRegistrants(place.port, alpha, 'taken');
  onTestFinished(registrants.end);
  await registrants.more(30);
  await first.end('SIGKILL');
  await second.line(/has ended: this one runs it now/);
  await registrants.more(30);
  await registrants.end();
  expect(registrants.wrong).toEqual([]);
  expect(await findLosses(place, registrants.acknowledged)).toEqual([]);
  expect((await ask(place, { path: '/readyz' })).status).toBe(200);
});

test('a rolling restart of both loses no acknowledged registration, and nobody gets a wrong answer', async () => {
  const old = [await place.start('serve').begun()];
  old.push(await place.start('serve').begun());
  const registrants = startRegistrants(place.port, alpha, 'rolled');
  onTestFinished(registrants.end);
  for (const server of old) {
    await registrants.more(20);
    await place.start('serve').begun();
    expect(await server.end()).toBe(0);
  }
  await registrants.more(20);
  await registrants.end();
  expect(registrants.wrong).toEqual([]);
  expect(await findLosses(place, registrants.acknowledged)).toEqual([]);
});

test('on a PostgreSQL of its own a rolling restart fails no request at all', async () => {
  const { connection, query, close } = await openTestDatabase();
  onTestFinished(close);
  const { host, port, user, database } = connection;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const served = await openMusterPlace({ MUSTER_THROTTLE: 'off', DATABASE_URL: url });
  onTestFinished(served.remove);
  const old = [await served.start('serve').begun()];
  const site = await makeAlpha(served);
  old.push(await served.start('serve').begun());
  const load = startLoad(served, site, 'rolled');
  for (const server of old) {
    await load.more(50);
    await served.start('serve').begun();
    expect(await server.end()).toBe(0);
  }
  await load.more(50);
  await load.end();
  expect(load.failures).toEqual([]);
  const rows = await query<{ username: string }>('select username from accounts');
  const there = new Set(rows.map(({ username }) => username));
  expect(load.acknowledged.filter((username) => !there.has(username))).toEqual([]);
  // What the kernel reset had reached nobody: a client may ask again.
  expect(load.reset.filter((username) => there.has(username))).toEqual([]);
});

test('another installation on the taken port is refused in one sentence', async () => {
  await place.start('serve').begun();
  const other = await openMusterPlace({ PORT: String(place.port) });
  onTestFinished(other.remove);
  const { code, stderr } = await other.run(['serve']);
  expect(code).toBe(1);
  expect(stderr).toBe(
    `muster: Port ${place.port} on 127.0.0.1 is taken by another Muster installation; ` +
      `set PORT to a free one (for example ${place.port + 1}) or stop it.\n`,
  );
});
