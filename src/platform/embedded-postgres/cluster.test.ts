import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, query, startChild } from './processes.test-support.ts';
import { startEmbeddedPostgres } from './supervisor.ts';

const debian = '/usr/lib/postgresql/15/bin';
const log = () => {};

async function ownFolder(): Promise<string> {
  const { folder, remove } = await makeFolder();
  onTestFinished(remove);
  return folder;
}

test('a start killed while it makes the database leaves nothing in the way of the next', async () => {
  const dataFolder = await ownFolder();
  const place = join(dataFolder, 'postgres');
  const child = startChild({ dataFolder });
  await child.event({ sentence: /^Making a database/ });
  await child.kill();
  expect(existsSync(join(place, 'cluster'))).toBe(false);
  const postgres = await startEmbeddedPostgres({ dataFolder, log });
  expect(await query(postgres.connection.host, 'select 1 as n')).toEqual([{ n: 1 }]);
  await postgres.stop();
  expect((await readdir(place)).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
});

test.skipIf(!existsSync(debian))(
  'programs of another PostgreSQL run by PGBIN, and their database is refused by a newer one with the way out [needs Debian postgresql-15]',
  async () => {
    const dataFolder = await ownFolder();
    const postgres = await startEmbeddedPostgres({ dataFolder, binFolder: debian, log });
    const [row] = await query(
      postgres.connection.host,
      `select lower('ÄÖÜ') as lower, pg_encoding_to_char(encoding) as encoding, version() as version
       from pg_database where datname = current_database()`,
    );
    await postgres.stop();
    expect(row).toMatchObject({ lower: 'äöü', encoding: 'UTF8' });
    expect(row?.version).toMatch(/^PostgreSQL 15/);
    await expect(startEmbeddedPostgres({ dataFolder, log })).rejects.toThrow(
      /was made by PostgreSQL 15, but this is PostgreSQL 18\.\d+\. .*"muster backup FILE" with PGBIN .*"muster restore FILE"/,
    );
    expect(await readFile(join(dataFolder, 'postgres', 'cluster', 'PG_VERSION'), 'utf8')).toBe('15\n');
  },
);
