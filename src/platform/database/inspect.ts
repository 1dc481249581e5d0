import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { type Connection, clientConfig } from './connection.ts';

/** What a database is like, found without changing anything. */
export interface DatabaseFindings {
  /** As the server says it: `18.4`. */
  readonly version: string;
  /** Migrations of this version that were not applied yet. */
  readonly pending: readonly string[];
  /** Applied migrations that this version does not know. */
  readonly unknown: readonly string[];
  /** Jobs that should have begun five minutes ago, and jobs that were given up. */
  readonly jobs: { readonly late: number; readonly failed: number };
}

/**
 * Looks at a database as its owner.
 * @param folder of the migrations
 */
export async function inspectDatabase(connection: Connection, folder: string): Promise<DatabaseFindings> {
  return withOwner(connection, async (client) => {
    const version = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    );
    const tables = await client.query<{ migrations: boolean; queue: boolean }>(
      `select to_regclass('migrations') is not null as migrations,
              to_regclass('graphile_worker.jobs') is not null as queue`,
    );
    const [found] = tables.rows;
    const applied = found?.migrations
      ? await client.query<{ name: string }>('select name from migrations')
      : null;
    const jobs = found?.queue ? await client.query<{ late: number; failed: number }>(jobsQuery) : null;
    const done = new Set(applied?.rows.map((row) => row.name));
    const known = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    return {
      version: version.rows[0]?.version ?? 'unknown',
      pending: known.filter((name) => !done.has(name)),
      unknown: [...done].filter((name) => !known.includes(name)),
      jobs: jobs?.rows[0] ?? { late: 0, failed: 0 },
    };
  });
}

const jobsQuery = `
  select count(*) filter (where attempts < max_attempts and run_at < now() - interval '5 minutes'
                          and locked_at is null)::int as late,
         count(*) filter (where attempts >= max_attempts)::int as failed
  from graphile_worker.jobs`;

/** How many other Muster processes are connected. */
export async function countOtherProcesses(connection: Connection): Promise<number> {
  return withOwner(connection, async (client) => {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name like 'muster%'`,
    );
    return rows[0]?.others ?? 0;
  });
}

/** Empties the database: every table, function and row of Muster and its queue, for good. */
export async function emptyDatabase(connection: Connection): Promise<void> {
  await withOwner(connection, async (client) => {
    await client.query(`
      begin;
      drop schema if exists graphile_worker cascade;
      drop schema public cascade;
      create schema public;
      grant usage on schema public to public;
      commit`);
  });
}

async function withOwner<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const session = { role: 'owner', pipeline: false, statementTimeout: 30_000, name: 'operator' } as const;
  const client = new pg.Client({ ...clientConfig(connection, session) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
