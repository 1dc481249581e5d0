import { join } from 'node:path';
import type { Command } from 'commander';
import { migrate } from '../platform/database/migrate.ts';
import { reachPostgres } from '../platform/database/reach.ts';
import { readOwnConfig } from './operator.ts';
import { say } from './output.ts';

/** `muster migrate` */
export function defineMigrate(program: Command): void {
  program
    .command('migrate')
    .description(
      'Bring the database up to this version. Every other command does so by itself; run it alone to choose when.',
    )
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://… muster migrate')
    .action(run);
}

async function run(): Promise<void> {
  const { config, log, installation } = await readOwnConfig();
  const postgres = await reachPostgres(config, log);
  try {
    const { applied } = await migrate(postgres.connection, join(installation.packageFolder, 'db/migrations'));
    if (applied.length === 0) say('The database is up to date.');
    for (const name of applied) say(`applied ${name}`);
  } finally {
    await postgres.release();
  }
}
