import type { Command } from 'commander';
import { countOtherProcesses, emptyDatabase } from '../platform/database/inspect.ts';
import { reachPostgres } from '../platform/database/reach.ts';
import { asOperator, readOwnConfig } from './operator.ts';
import { CommandFailure, say } from './output.ts';
import { requireYes } from './questions.ts';

interface InitOptions {
  readonly force?: boolean;
  readonly yes?: boolean;
}

/** `muster init` */
export function defineInit(program: Command): void {
  program
    .command('init')
    .description(
      'Make the database and the default site. The first start does so by itself; what is there stays.',
    )
    .option('--force', 'empty the database first: everybody and everything in it is lost')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExamples:\n  muster init\n  muster init --force')
    .action(init);
}

async function init(options: InitOptions): Promise<void> {
  if (options.force) {
    await requireYes(options, 'empty', 'This empties the database: everybody and everything in it is lost.');
    await empty();
  }
  const { site, postgres } = await asOperator('init', async (operator) => ({
    site: (await operator.at(undefined)).site,
    postgres: operator.installation.postgres,
  }));
  const where = postgres === 'served' ? 'on the PostgreSQL of DATABASE_URL' : 'on the embedded PostgreSQL';
  say(`Muster is ready ${where}; its default site answers on ${site.hosts.join(' and ')}.`);
}

async function empty(): Promise<void> {
  const { config, log } = await readOwnConfig();
  const postgres = await reachPostgres(config, log);
  try {
    if ((await countOtherProcesses(postgres.connection)) > 0) {
      throw new CommandFailure(
        'A Muster process is working on this database: stop it first. Nothing was changed.',
      );
    }
    await emptyDatabase(postgres.connection);
  } finally {
    await postgres.release();
  }
}
