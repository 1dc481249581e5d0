import { chmod, chown, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isRoot, makeFolder, query, startChild } from './processes.test-support.ts';
import { startEmbeddedPostgres } from './supervisor.ts';

const log = () => {};
const nobody = 65534;

async function ownFolder(name?: string): Promise<string> {
  const { folder, remove } = await makeFolder(name);
  onTestFinished(remove);
  return folder;
}

test('a path too long for a socket gets its socket elsewhere', async () => {
  const dataFolder = await ownFolder('a-rather-long-name/'.repeat(8));
  const postgres = await startEmbeddedPostgres({ dataFolder, log });
  onTestFinished(() => rm(postgres.connection.host, { recursive: true, force: true }));
  expect(join(postgres.place, 'socket', '.s.PGSQL.5432').length).toBeGreaterThan(107);
  expect(join(postgres.connection.host, '.s.PGSQL.5432').length).toBeLessThanOrEqual(103);
  expect((await stat(postgres.connection.host)).mode & 0o777).toBe(0o700);
  expect(await query(postgres.connection.host, 'select 1 as n')).toEqual([{ n: 1 }]);
  const joined = await startEmbeddedPostgres({ dataFolder, log });
  expect([joined.ownership, joined.connection.host]).toEqual(['joined', postgres.connection.host]);
  await joined.stop();
  await postgres.stop();
});

test.skipIf(!isRoot)(
  'where only root can enter the data folder PostgreSQL lives in /var/lib/muster [needs root]',
  async () => {
    const dataFolder = await ownFolder();
    await mkdir(dataFolder, { mode: 0o700 });
    const postgres = await startEmbeddedPostgres({ dataFolder, log });
    onTestFinished(() => rm(postgres.place, { recursive: true, force: true }));
    expect(postgres.place).toMatch(/^\/var\/lib\/muster\/[0-9a-f]{16}$/);
    expect(await query(postgres.connection.host, 'select 1 as n')).toEqual([{ n: 1 }]);
    await postgres.stop();
    expect(await readdir(dataFolder)).toEqual([]);
    expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);

    await chmod(dataFolder, 0o755);
    const opened = await startEmbeddedPostgres({ dataFolder, log });
    expect(opened.place).toBe(postgres.place);
    await opened.stop();
  },
);

test.skipIf(!isRoot)(
  'a data folder closed after its database was made is refused, no second database is made [needs root]',
  async () => {
    const dataFolder = await ownFolder();
    await (await startEmbeddedPostgres({ dataFolder, log })).stop();
    await chmod(dataFolder, 0o700);
    await expect(startEmbeddedPostgres({ dataFolder, log })).rejects.toThrow(
      /which "nobody", the user it runs as, can no longer enter: give the right back/,
    );
  },
);

test.skipIf(!isRoot)(
  'a user runs PostgreSQL as itself, and root joins it and runs it as that user later [needs root]',
  async () => {
    const dataFolder = await ownFolder();
    await mkdir(dataFolder, { mode: 0o700 });
    await chown(dataFolder, nobody, nobody);
    const child = startChild({ dataFolder }, { uid: nobody });
    const host = await child.host();
    const joined = await startEmbeddedPostgres({ dataFolder, log });
    expect([joined.ownership, joined.connection.host]).toEqual(['joined', host]);
    await joined.stop();
    await child.stop();

    const asRoot = await startEmbeddedPostgres({ dataFolder, log });
    expect(asRoot.ownership).toBe('started');
    expect((await stat(join(asRoot.place, 'cluster'))).uid).toBe(nobody);
    await asRoot.stop();
    const again = startChild({ dataFolder }, { uid: nobody });
    expect(await again.event({ event: 'started' })).toMatchObject({ ownership: 'started' });
    await again.stop();
  },
);

test.skipIf(!isRoot)('a user named to run PostgreSQL must exist and own its files [needs root]', async () => {
  const dataFolder = await ownFolder();
  const start = (runAs: string) => startEmbeddedPostgres({ dataFolder, runAs, log });
  await expect(start('no-such-user')).rejects.toThrow(
    'There is no user "no-such-user" to run PostgreSQL as.',
  );
  await expect(start('root')).rejects.toThrow('PostgreSQL does not run as root: name another user.');
  const postgres = await start('daemon');
  expect((await stat(join(postgres.place, 'cluster'))).uid).toBe(1);
  await postgres.stop();
  await expect(start('nobody')).rejects.toThrow(/belong to user 1: give them to "nobody"/);
});

test.skipIf(!isRoot)(
  'a user without an entry in /etc/passwd is asked for a DATABASE_URL [needs root]',
  async () => {
    const dataFolder = await ownFolder();
    await mkdir(dataFolder);
    await chown(dataFolder, 54321, 54321);
    const child = startChild({ dataFolder }, { uid: 54321 });
    await child.event({
      event: 'refused',
      message: /^The user 54321 has no entry in \/etc\/passwd, .*: set DATABASE_URL/,
    });
    expect(await readdir(dataFolder)).toEqual([]);
  },
);

test.skipIf(!isRoot)("another user's data folder is refused in a sentence [needs root]", async () => {
  const dataFolder = await ownFolder();
  await (await startEmbeddedPostgres({ dataFolder, log })).stop();
  const child = startChild({ dataFolder }, { uid: nobody });
  await child.event({ event: 'refused', message: /run Muster as the user the folder belongs to/ });
  expect((await stat(join(dataFolder, 'postgres', 'owner.lock'))).uid).toBe(0);
});
