import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { appRole, type Connection, clientConfig } from './connection.ts';

/** A stop of the start with a sentence for the person who started it. */
export class MigrationError extends Error {}

export interface MigrationReport {
  readonly applied: readonly string[];
}

/**
 * Brings the database up to the migrations of `folder`: forward only, one transaction each, under a lock, so that
 * several processes may start at once.
 * Refuses a database that knows migrations this version does not, and one whose applied migrations read otherwise.
 */
export async function migrate(connection: Connection, folder: string): Promise<MigrationReport> {
  const session = { role: 'owner', pipeline: false, statementTimeout: 0, name: 'muster migrate' } as const;
  const client = new pg.Client({ ...clientConfig(connection, session) });
  await client.connect();
  try {
    await client.query('set lock_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await requireVersion(client);
    await ensureAppRole(client);
    const applied = await applyMigrations(client, await readMigrations(folder));
    await installQueue(connection);
    return { applied };
  } finally {
    await client.end();
  }
}

/** Any number, as long as every Muster uses the same. */
const lockKey = 7_305_842;

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < 150_000) {
    throw new MigrationError(
      `Muster needs PostgreSQL 15 or newer; the server at DATABASE_URL is ${Math.floor(version / 10_000)}.`,
    );
  }
}

async function ensureAppRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ present: boolean; usable: boolean; user: string }>(
    `select oid is not null as present, coalesce(pg_has_role(current_user, oid, 'member'), false) as usable,
       quote_ident(current_user) as user
     from (select) one left join pg_roles on rolname = $1`,
    [appRole],
  );
  const [found] = rows;
  if (!found || found.usable) return;
  try {
    if (!found.present) await client.query(`create role ${appRole} nologin`);
    await client.query(`grant ${appRole} to current_user`);
  } catch (error) {
    // Two installations of one server may make the role at the same moment: it is there now, and granted the next time.
    if (error instanceof Error && 'code' in error && (error.code === '42710' || error.code === '23505'))
      return ensureAppRole(client);
    throw new MigrationError(
      `The database user may not make the role requests run as. Let an administrator of the server run:\n` +
        `  ${found.present ? '' : `create role ${appRole} nologin;\n  `}grant ${appRole} to ${found.user};`,
    );
  }
}

async function applyMigrations(client: pg.Client, known: readonly Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations',
  );
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseStrangers(known, done);
  const applied: string[] = [];
  for (const migration of known) {
    if (done.has(migration.name)) continue;
    await client.query('begin');
    try {
      await client.query(migration.text);
      await client.query('insert into migrations (name, checksum) values ($1, $2)', [
        migration.name,
        migration.checksum,
      ]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    applied.push(migration.name);
  }
  return applied;
}

function refuseStrangers(known: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const byName = new Map(known.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of done) {
    const present = byName.get(name);
    if (present === undefined) {
      throw new MigrationError(
        `This database was brought up by a newer Muster (it knows ${name}). Start that version, or restore a backup made before it.`,
      );
    }
    if (present !== checksum) {
      throw new MigrationError(
        `The migration ${name} reads otherwise than when it was applied. Migrations are frozen; restore the file.`,
      );
    }
  }
}

/** graphile-worker keeps its own schema and its own record of migrations. */
async function installQueue(connection: Connection): Promise<void> {
  const session = { role: 'owner', pipeline: false, statementTimeout: 0, name: 'muster migrate' } as const;
  const pool = new pg.Pool({ ...clientConfig(connection, session), max: 2 });
  pool.on('error', () => undefined);
  pool.on('connect', (joined) => joined.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
  }
}
