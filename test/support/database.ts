import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Clock } from '../../src/platform/clock.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { openTestClock } from './clock.ts';

export interface TestDatabase {
  readonly connection: { host: string; port: number; user: string; database: string };
  readonly database: Database;
  /** Texts of the statements run so far; empty it to begin counting. */
  readonly statements: string[];
  /** Runs SQL as the owner, past row-level security. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** A fresh clone of the migrated template, with no installation in it yet. */
export async function openTestDatabase(options: { clock?: Clock } = {}): Promise<TestDatabase> {
  const { template, ...server } = inject('postgres');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${template}`);
  const connection = { ...server, database: name };
  const statements: string[] = [];
  const failures: Error[] = [];
  const database = openDatabase({
    connection,
    clock: options.clock ?? openTestClock(),
    random: systemRandom,
    warn: (error) => failures.push(error),
    onStatement: (text) => statements.push(text),
  });
  const direct = new pg.Pool({ ...connection, max: 2 });
  direct.on('error', () => undefined);
  return {
    connection,
    database,
    statements,
    async query(text, values) {
      const { rows } = await direct.query(text, values);
      return rows;
    },
    async close() {
      await Promise.all([database.close(), direct.end()]);
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(server: { host: string; port: number; user: string }, text: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
