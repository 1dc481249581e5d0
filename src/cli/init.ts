import type { Command } from 'commander';
import type { Config } from '../config.ts';
import {
  type FirstPassword,
  hadSharedPassword,
  prepareFirstPassword,
  setFirstPassword,
} from '../modules/workshops/first-passwords.ts';
import { countOtherProcesses, emptyDatabase } from '../platform/database/inspect.ts';
import { reachPostgres } from '../platform/database/reach.ts';
import { openPasswords } from '../platform/passwords.ts';
import { loadDemoAt, sayDemo } from './demo.ts';
import { asOperator, readOwnConfig, type SiteAtHand } from './operator.ts';
import { CommandFailure, hint, say } from './output.ts';
import { readPassword, requireYes } from './questions.ts';

interface InitOptions {
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly adminPasswordStdin?: boolean;
  readonly demo?: boolean;
}

/** `muster init` */
export function defineInit(program: Command): void {
  program
    .command('init')
    .description(
      'Make the database, the default site and the one administrator of the workshops API. ' +
        'The first start makes the first two by itself; what is there stays, so that it may run before every start.',
    )
    .option(
      '--admin-password-stdin',
      "read the administrator's password from the first line of standard input (or set MUSTER_ADMIN_PASSWORD)",
    )
    .option('--demo', 'load the demo event too (muster demo)')
    .option('--force', 'empty the database first: everybody and everything in it is lost')
    .option('--yes', 'do not ask')
    .addHelpText('after', help)
    .action(init);
}

const help = `
The administrator's password has at least 10 characters, a capital, a small letter and a digit. Without one nobody signs
in with admin_login 1; accounts with a role sign in with their username. One that is set already, or was switched off,
stays: muster event admin-password set changes it.

Examples:
  muster init
  muster init --admin-password-stdin < password.txt
  MUSTER_ADMIN_PASSWORD='Correct4Horse' muster init --demo
  muster init --force`;

async function init(options: InitOptions): Promise<void> {
  const { config } = await readOwnConfig();
  const first = await readFirst(options, config);
  if (options.force) {
    const passwords = openPasswords({ atOnce: 1, waiting: 1 });
    if (first) await prepareFirstPassword(passwords, first);
    await requireYes(options, 'empty', 'This empties the database: everybody and everything in it is lost.');
    await empty();
  }
  for (const notice of config.notices) hint(notice);
  const made = await asOperator('init', async (operator) => {
    const at = await operator.at(undefined);
    const { postgres, passwords } = operator.installation;
    const password = first ? await setOnce(at, first, passwords) : 'none';
    const demo = (options.demo ?? config.init.demo) ? await loadDemoAt(operator, at) : null;
    return { site: at.site, postgres, password, demo };
  });
  const where =
    made.postgres === 'served' ? 'on the PostgreSQL of DATABASE_URL' : 'on the embedded PostgreSQL';
  say(`Muster is ready ${where}; its default site answers on ${made.site.hosts.join(' and ')}.`);
  if (made.password === 'set') say("The administrator's password is set: sign in with admin_login 1.");
  if (made.password === 'stays' && options.adminPasswordStdin) hint(stays);
  if (made.demo) sayDemo(made.demo);
}

const stays =
  "The administrator's password was set before and stays: muster event admin-password set changes it.";

/** Standard input, else the setting, else the hash of an old installation. */
async function readFirst(options: InitOptions, { init: settings }: Config): Promise<FirstPassword | null> {
  const password = await readPassword({ passwordStdin: options.adminPasswordStdin ?? false });
  const chosen = password ?? settings.adminPassword;
  if (chosen !== null) return { password: chosen };
  return settings.adminHash === null ? null : { hash: settings.adminHash };
}

async function setOnce(
  { context }: SiteAtHand,
  first: FirstPassword,
  passwords: Parameters<typeof prepareFirstPassword>[0],
): Promise<'set' | 'stays'> {
  if (await context.read(hadSharedPassword)) return 'stays';
  const hash = await prepareFirstPassword(passwords, first);
  return (await context.transaction((tx) => setFirstPassword(tx, hash))) ? 'set' : 'stays';
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
