import type { Command } from 'commander';
import { importAccounts, importOauthClients, importTokens } from '../modules/identity/imports.ts';
import { importCodes, importEnrolments } from '../modules/learning/imports.ts';
import { requireEventNamed } from '../modules/workshops/events.ts';
import { takeOverParticipants } from '../modules/workshops/imports.ts';
import { type ImportOptions, type ImportWork, runImport, withImportFlags } from './import-files.ts';

/** `muster import accounts|tokens|oauth-clients|enrolments|codes|participants FILE` */
export function defineImport(program: Command): void {
  const command = program
    .command('import')
    .description(
      'Bring the people of an existing installation along: CSV with headings, or JSON lines. All of a file or nothing.',
    );
  const add = (kind: string, description: string, help: string, work: ImportWork) =>
    withImportFlags(command.command(`${kind} <file>`))
      .description(description)
      .addHelpText('after', help)
      .action((file: string, options: ImportOptions) =>
        runImport(`import ${kind}`, kind, file, options, work),
      );
  add(
    'accounts',
    'Import accounts with their passwords, as Django stored them. No letters are sent.',
    accountHelp,
    ({ operator, tx, scope, site, records }) =>
      importAccounts(tx, scope, operator.installation.identity, site, records),
  );
  add('tokens', 'Import API tokens; they go on working.', tokenHelp, ({ tx, scope, records }) =>
    importTokens(tx.as(scope), records),
  );
  add(
    'oauth-clients',
    'Import OAuth clients with their ids and secrets.',
    clientHelp,
    ({ tx, scope, records }) => importOauthClients(tx.as(scope), records),
  );
  add(
    'enrolments',
    'Import who is in which course, whatever its dates and places. No letters are sent.',
    enrolmentHelp,
    ({ tx, scope, records }) => importEnrolments(tx.as(scope), records),
  );
  add(
    'codes',
    'Import enrolment codes: open, cancelled or redeemed. Import the enrolments before them.',
    codeHelp,
    ({ tx, scope, records }) => importCodes(tx.as(scope), records),
  );
  defineParticipants(command);
}

function defineParticipants(command: Command): void {
  withImportFlags(command.command('participants <file>'))
    .description('Import the participants of an old workshops installation; their login keys go on working.')
    .requiredOption('--event <event>', 'the event that they join, by name or id')
    .addHelpText('after', participantHelp)
    .action((file: string, options: ImportOptions & { event: string }) =>
      runImport('import participants', 'participants', file, options, async (at) => {
        const tx = at.tx.as(at.scope);
        const { id } = await requireEventNamed(tx, options.event);
        return takeOverParticipants(tx, at.operator.installation.identity, id, at.records);
      }),
    );
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

const enrolmentHelp = `
Columns: username (or email, or user_id), course_id, mode, is_active, created_at
An enrolment that is here already is left. More people than places: all of them stay in.

Example:
  muster import enrolments enrolments.csv --site alpha --dry-run`;

const codeHelp = `
Columns: code, course_id, mode, created_at, is_valid (or cancelled), redeemed_by (username or e-mail), redeemed_at
Whoever redeemed a code and has no enrolment in its course gets it. A code that is here already is left.

Example:
  muster import codes codes.csv --site alpha --dry-run`;

const participantHelp = `
Columns as in the old table user, of which full_name is needed (docs/moving-in.md):
  full_name, identity (the login key), user_class, targetGroup
  registrations          workshops of the event by title, or "moment: title", separated by |
Who is here already, by key or by name and class, is left. More people than places: all of them stay in.
Without --site the event is one of the default site.

Examples:
  muster import participants user.csv --event workshops2027 --dry-run
  muster import participants user.csv --event workshops2027 --site alpha`;
