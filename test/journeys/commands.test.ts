import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeAlpha, registerAt } from '../support/alpha.ts';
import { type MusterPlace, openMusterPlace, until } from '../support/muster-process.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Commands beside a server and without one, in the order of an operator's day. */
let place: MusterPlace;
beforeAll(async () => {
  place = await openMusterPlace({ MUSTER_WORKER: 'off' });
});
afterAll(() => place?.remove());

const lockFile = () => join(place.dataFolder, 'postgres/cluster/postmaster.pid');

test('a command works without a server, and leaves no PostgreSQL running', async () => {
  await place.done('site', 'create', 'early', '--name', 'Early');
  expect(existsSync(lockFile())).toBe(false);
});

test('beside a server without a worker, commands work and letters leave by muster work', async () => {
  const server = await place.start('serve').begun();
  const alpha = await makeAlpha(place);
  expect(await place.done('site', 'list')).toMatch(/^early .*\n/m);
  expect((await registerAt(place, alpha, 'bob', { letter: true })).status).toBe(200);
  const waiting = 'select to_address from letters where delivered_at is null';
  expect(await place.query(waiting)).toEqual([{ to_address: 'bob@example.com' }]);
  expect(existsSync(join(place.dataFolder, 'outbox'))).toBe(false);

  const worker = await place.start('work').begun();
  await until(async () => (await place.query(waiting)).length === 0, 'the first letter');
  expect((await registerAt(place, alpha, 'carl', { letter: true })).status).toBe(200);
  await until(async () => (await place.query(waiting)).length === 0, 'the second letter');
  expect(await readdir(join(place.dataFolder, 'outbox'))).toHaveLength(2);
  expect(await worker.end()).toBe(0);
  expect(await server.end()).toBe(0);
  expect(existsSync(lockFile())).toBe(false);
});

test.each(['serve', 'work', 'site list'])(
  '%s with another secret than the database knows is refused',
  async (command) => {
    const env = { MUSTER_SECRET: 'quite another secret of thirty-two characters' };
    const { code, stdout, stderr } = await place.run(command.split(' '), { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^muster: The secret does not fit this database: [^\n]*Put the old secret back[^\n]*\n$/,
    );
    expect(`${stdout}${stderr}`).not.toContain('quite another');
    expect(existsSync(lockFile())).toBe(false);
  },
);
