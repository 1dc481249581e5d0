import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/supervisor.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's PostgreSQL is; `template` is migrated and never written to. */
    postgres: { host: string; port: number; user: string; template: string };
  }
}

/** The programs of the system's PostgreSQL, as `npm run test:long` found them; Debian's 15 is the oldest version served. */
const servedBinaries = process.env.MUSTER_TEST_PGBIN ?? '/usr/lib/postgresql/15/bin';

/**
 * One PostgreSQL for the whole run, in a folder of its own; each test file clones the migrated template.
 * fsync is off: nothing here survives the run, and the tests about durability start their own servers.
 */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-test-'));
  // Under root a closed folder would send the cluster to /var/lib/muster, where it outlived the run.
  await chmod(folder, 0o755);
  const served = process.env.MUSTER_TEST_DATABASE === 'served';
  const postgres = await startEmbeddedPostgres({
    dataFolder: folder,
    ...(served && { binFolder: servedBinaries }),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
    log: () => undefined,
  });
  const template = 'muster_template';
  const { host, port, user } = postgres.connection;
  await withClient({ ...postgres.connection }, (client) => client.query(`create database ${template}`));
  await migrate({ host, port, user, database: template }, join(import.meta.dirname, '../../db/migrations'));
  project.provide('postgres', { host, port, user, template });
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function withClient(config: pg.ClientConfig, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
