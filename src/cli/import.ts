import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  type ImportTally,
  importAccounts,
  importOauthClients,
  importTokens,
  type Records,
} from '../modules/identity/imports.ts';
import type { OwnerTx, Scope } from '../platform/database/contract.ts';
import { readRecords } from '../platform/record-files.ts';
import { asOperator, type Operator } from './operator.ts';
import { CommandFailure, hint, say, sayJson } from './output.ts';
import { openProgress } from './progress.ts';

interface ImportOptions {
  readonly site?: string;
  readonly dryRun?: boolean;
  readonly skipBad?: boolean;
  readonly json?: boolean;
}

/** `muster import accounts|tokens|oauth-clients FILE` */
export function defineImport(program: Command): void {
  const command = program
    .command('import')
    .description(
      'Bring the people of an existing installation along: CSV with headings, or JSON lines. All of a file or nothing.',
    );
  withFlags(command.command('accounts <file>'))
    .description('Import accounts with their passwords, as Django stored them. No letters are sent.')
    .addHelpText('after', accountHelp)
    .action((file: string, options: ImportOptions) => run('accounts', file, options));
  withFlags(command.command('tokens <file>'))
    .description('Import API tokens; they go on working.')
    .addHelpText('after', tokenHelp)
    .action((file: string, options: ImportOptions) => run('tokens', file, options));
  withFlags(command.command('oauth-clients <file>'))
    .description('Import OAuth clients with their ids and secrets.')
    .addHelpText('after', clientHelp)
    .action((file: string, options: ImportOptions) => run('oauth-clients', file, options));
}

function withFlags(command: Command): Command {
  return command
    .option('--site <slug>', 'the site whose tenant they join (default: the default site)')
    .option('--dry-run', 'say what would happen, change nothing')
    .option('--skip-bad', 'import the good rows also where there are bad ones')
    .option('--json', 'print JSON');
}

const accountHelp = `
Columns, of which username and email are needed (docs/moving-in.md):
  username, email, name (or first_name, last_name)
  id                     the number it had; clients that stored it keep it
  password               Django's hash (pbkdf2_sha256$…, argon2$…) or argon2id; renewed at the next login
  role                   member, staff, admin, owner; or is_staff → staff, is_superuser, is_amc_admin → admin
  is_active, email_confirmed, date_joined, last_login
  level_of_education, gender, mailing_address, city, country, goals, bio, year_of_birth, language
  the site's own registration fields by name, or extra with a JSON object

Examples:
  muster import accounts people.csv --site alpha --dry-run
  muster import accounts people.jsonl --site alpha --skip-bad`;

const tokenHelp = `
Columns: key (40 hexadecimal digits), username (or email, or user_id), created

Example:
  muster import tokens tokens.csv --site alpha`;

const clientHelp = `
Columns: client_id, client_secret (in clear, or Django's hash of it), owner (username, e-mail or number),
  name, grants (client_credentials, password), created

Example:
  muster import oauth-clients clients.csv --site alpha`;

type Kind = 'accounts' | 'tokens' | 'oauth-clients';

/** Rolls everything back and carries the tally out. */
class Undone extends Error {
  readonly tally: ImportTally;

  constructor(tally: ImportTally) {
    super('undone');
    this.tally = tally;
  }
}

async function run(kind: Kind, file: string, options: ImportOptions): Promise<void> {
  const tally = await asOperator(`import ${kind}`, (operator) => importFile(operator, kind, file, options));
  const isRefused = tally.bad > 0 && !options.skipBad;
  if (options.json)
    sayJson({ ...tally, ignored: [...tally.ignored], isImported: !options.dryRun && !isRefused });
  else tell(kind, file, tally, options);
  if (isRefused) {
    const rows = tally.bad === 1 ? '1 bad row' : `${tally.bad} bad rows`;
    throw new CommandFailure(`Nothing was imported: ${rows}. Mend them, or leave them out with --skip-bad.`);
  }
}

async function importFile(
  operator: Operator,
  kind: Kind,
  file: string,
  options: ImportOptions,
): Promise<ImportTally> {
  const { site } = await operator.at(options.site);
  const scope = operator.scopeOf(site.tenantId, site.id);
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  const progress = openProgress(kind, size);
  try {
    return await operator.owner.transaction(async (tx) => {
      const records = readRecords(file, (bytes) => progress.show(bytes));
      const tally = await importRecords(operator, kind, tx, scope, records, options);
      if (options.dryRun || (tally.bad > 0 && !options.skipBad)) throw new Undone(tally);
      return tally;
    });
  } catch (error) {
    if (error instanceof Undone) return error.tally;
    throw error;
  } finally {
    progress.end();
  }
}

async function importRecords(
  operator: Operator,
  kind: Kind,
  tx: OwnerTx,
  scope: Scope,
  records: Records,
  options: ImportOptions,
): Promise<ImportTally> {
  if (kind === 'tokens') return importTokens(tx.as(scope), records);
  if (kind === 'oauth-clients') return importOauthClients(tx.as(scope), records);
  const { site } = await operator.at(options.site);
  return importAccounts(tx, scope, operator.installation.identity, site, records);
}

function tell(kind: Kind, file: string, tally: ImportTally, options: ImportOptions): void {
  for (const { line, message } of tally.faults) hint(`${file}:${line}: ${message}`);
  const untold = tally.bad - tally.faults.length;
  if (untold > 0) hint(`${file}: ${untold} more bad rows.`);
  if (tally.ignored.size > 0) hint(`Columns left out: ${[...tally.ignored].join(', ')}.`);
  const counts = `${tally.made} new, ${tally.present} here already, ${tally.bad} bad`;
  say(`${kind}: ${counts}${options.dryRun ? ' (dry run, nothing was changed)' : ''}.`);
}
