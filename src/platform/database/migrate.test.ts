import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from './migrate.ts';

const shipped = join(import.meta.dirname, '../../../db/migrations');
const { template: _template, ...server } = inject('postgres');
const connection = { ...server, database: `migrate_${randomBytes(6).toString('hex')}` };
let folder: string;

const asked = async (database: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ ...server, database });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-migrations-'));
  await cp(shipped, folder, { recursive: true });
  await asked('postgres', `create database ${connection.database}`);
});

afterEach(async () => {
  await asked('postgres', `drop database ${connection.database} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

test('several processes that start at once migrate once', async () => {
  const reports = await Promise.all(Array.from({ length: 4 }, () => migrate(connection, folder)));
  const applied = reports.flatMap((report) => report.applied);
  expect(applied).toEqual([...new Set(applied)]);
  expect(applied.length).toBeGreaterThan(4);
});

test('a database of a newer version is refused by the older one, and stays as it is', async () => {
  await writeFile(join(folder, '9999_later.sql'), 'create table later (id integer)');
  await migrate(connection, folder);
  await expect(migrate(connection, shipped)).rejects.toThrow(/newer Muster \(it knows 9999_later\.sql\)/);
});

test('a migration that was changed after it was applied is refused', async () => {
  await migrate(connection, folder);
  await writeFile(join(folder, '0001_tenants.sql'), '-- rewritten');
  await expect(migrate(connection, folder)).rejects.toThrow(/0001_tenants\.sql reads otherwise/);
});

test('a migration that fails leaves nothing of itself, and the ones before it stay', async () => {
  await writeFile(join(folder, '9999_half.sql'), 'create table half (id integer); select 1 / 0;');
  await expect(migrate(connection, folder)).rejects.toThrow(/division by zero/);
  expect(
    await asked(
      connection.database,
      `select to_regclass('half') as half, to_regclass('accounts') is null as none`,
    ),
  ).toEqual([{ half: null, none: false }]);
  await rm(join(folder, '9999_half.sql'));
  expect((await migrate(connection, folder)).applied).toEqual([]);
});
