import { type Command, InvalidArgumentError, Option } from 'commander';
import { listAccounts } from '../modules/identity/account-lists.ts';
import {
  changeAccount,
  deactivate,
  erase,
  reactivate,
  requireAccount,
} from '../modules/identity/accounts.ts';
import { exportAccount } from '../modules/identity/exports.ts';
import { prepareTrustedPassword } from '../modules/identity/logins.ts';
import { prepareRegistration, register } from '../modules/identity/registrations.ts';
import type { Account, Role } from '../modules/identity/types.ts';
import type { Tx } from '../platform/database/contract.ts';
import { asOperator, type Operator } from './operator.ts';
import { say, sayJson, sayMoment, sayTable } from './output.ts';
import { askPassword, type PasswordOptions, readPassword, requireYes } from './questions.ts';

const roles = ['member', 'staff', 'admin', 'owner'];

interface CreateOptions extends PasswordOptions {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly field: Record<string, string>;
  readonly site?: string;
  readonly json?: boolean;
}

interface SiteOption {
  readonly site?: string;
}

/** `muster account create|list|set-password|activate|deactivate|erase|export` */
export function defineAccount(program: Command): void {
  const account = program.command('account').description('Make, change and erase accounts.');
  defineCreate(account);
  defineList(account);
  withSite(account.command('set-password <username>'))
    .description(
      'Set a password; everything the old one opened ends. Asks for it where neither option is given.',
    )
    .option('--password <password>', 'the password (others can see it in the list of processes)')
    .option('--password-stdin', 'read it from the first line of standard input')
    .addHelpText(
      'after',
      '\nExample:\n  muster account set-password amy --password-stdin --site alpha < password.txt',
    )
    .action(setPassword);
  withSite(account.command('activate <username>'))
    .description('Make an account active without a letter.')
    .addHelpText('after', '\nExample:\n  muster account activate amy --site alpha')
    .action(activate);
  withSite(account.command('deactivate <username>'))
    .description('Shut an account: it signs in no more, its tokens and links end. Nothing is lost.')
    .addHelpText('after', '\nExample:\n  muster account deactivate amy --site alpha')
    .action(shut);
  withSite(account.command('erase <username>'))
    .description('Erase a person with everything that says who they were, for good.')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  muster account erase amy --site alpha')
    .action(eraseAccount);
  withSite(account.command('export <username>'))
    .description('Print everything kept of a person as JSON: the copy that they may ask for.')
    .addHelpText('after', '\nExample:\n  muster account export amy --site alpha > amy.json')
    .action(exportData);
}

function defineCreate(account: Command): void {
  withSite(account.command('create <username>'))
    .description('Make an active account with a confirmed e-mail; no letter is sent.')
    .requiredOption('--email <address>', 'its e-mail address')
    .requiredOption('--name <name>', "the person's name")
    .option('--password <password>', 'its password (others can see it in the list of processes)')
    .option('--password-stdin', 'read the password from the first line of standard input')
    .addOption(new Option('--role <role>', 'what it may do in its tenant').choices(roles).default('member'))
    .option(
      '--field <name=value>',
      "a profile field or one of the site's own; may be repeated",
      readField,
      {},
    )
    .option('--json', 'print JSON')
    .addHelpText('after', createExamples)
    .action(create);
}

function defineList(account: Command): void {
  withSite(account.command('list'))
    .description("List the accounts of a site's tenant.")
    .option('--search <text>', 'only those with it in username, e-mail or name')
    .addOption(new Option('--role <role>', 'only those with this role').choices(roles))
    .option('--active', 'only active ones')
    .option('--inactive', 'only inactive ones')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  muster account list --role admin --site alpha\n  muster account list --search lee --json',
    )
    .action(list);
}

const createExamples = `
Without a password nobody can sign in until one is set.

Examples:
  muster account create amy --email amy@example.com --name "Amy Lee" --role admin --site alpha
  muster account create bob --email bob@example.com --name Bob --password-stdin --field country=NL < password.txt`;

function withSite(command: Command): Command {
  return command.option('--site <slug>', 'the site (default: the default site)');
}

async function create(username: string, options: CreateOptions): Promise<void> {
  const password = await readPassword(options);
  const made = await asOperator('account create', async (operator) => {
    const { passwords, identity } = operator.installation;
    const { site, context } = await operator.at(options.site);
    const { email, name, role, field: fields } = options;
    const sent = { username, email, name, password: password ?? undefined, fields };
    const policy = { username: 'core', role, welcome: 'vouched', now: context.clock.now() } as const;
    const wanted = await prepareRegistration(passwords, site, sent, policy);
    return context.transaction((tx) => register(tx, identity, site, wanted));
  });
  if (options.json) sayJson(made);
  else say(`Account ${made.username} (${made.role}) is made; its id is ${made.id}.`);
}

interface ListOptions extends SiteOption {
  readonly search?: string;
  readonly role?: Role;
  readonly active?: boolean;
  readonly inactive?: boolean;
  readonly json?: boolean;
}

const pageSize = 5000;

async function list(options: ListOptions): Promise<void> {
  const { search, role, active, inactive } = options;
  const query = {
    ...(search && { search }),
    ...(role && { role }),
    ...(active !== inactive && { isActive: active === true }),
  };
  const accounts = await asOperator('account list', async (operator) => {
    const { context } = await operator.at(options.site);
    const all: Account[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const page = await context.read((read) => listAccounts(read, query, { limit: pageSize, offset }));
      all.push(...page.accounts);
      if (page.accounts.length < pageSize) return all;
    }
  });
  if (options.json) return sayJson(accounts);
  const rows = accounts.map((one) => [
    String(one.id),
    one.username,
    one.email,
    one.name,
    one.role,
    one.isActive ? 'active' : 'inactive',
    sayMoment(one.createdAt),
  ]);
  sayTable(['ID', 'USERNAME', 'E-MAIL', 'NAME', 'ROLE', 'STATE', 'MADE'], rows, 'There is no such account.');
}

async function setPassword(username: string, options: PasswordOptions & SiteOption): Promise<void> {
  const given = (await readPassword(options)) ?? (await askPassword(username));
  await change('set-password', username, options, async (tx, account, { installation }) => {
    const passwordHash = await prepareTrustedPassword(installation.passwords, account.username, given);
    await changeAccount(tx, account.id, { passwordHash }, 'owner');
  });
  say(`The password of ${username} is set.`);
}

async function activate(username: string, options: SiteOption): Promise<void> {
  await change('activate', username, options, (tx, account, { installation }) =>
    reactivate(tx, installation.identity, account.id, 'owner'),
  );
  say(`The account ${username} is active.`);
}

async function shut(username: string, options: SiteOption): Promise<void> {
  await change('deactivate', username, options, (tx, account) => deactivate(tx, account.id, 'owner'));
  say(`The account ${username} is inactive.`);
}

async function eraseAccount(username: string, options: SiteOption & { yes?: boolean }): Promise<void> {
  await requireYes(options, username, `This erases ${username} for good.`);
  await change('erase', username, options, (tx, account, { installation }) =>
    erase(tx, installation.identity, account.id, 'owner'),
  );
  say(`The account ${username} is erased.`);
}

async function exportData(username: string, options: SiteOption): Promise<void> {
  const data = await asOperator('account export', async (operator) => {
    const { context } = await operator.at(options.site);
    return context.read((read) => exportAccount(read, username));
  });
  sayJson(data);
}

/** Does something to one account in one transaction; the command line acts with the rights of an owner. */
async function change(
  command: string,
  username: string,
  options: SiteOption,
  act: (tx: Tx, account: Account, operator: Operator) => Promise<void>,
): Promise<void> {
  await asOperator(`account ${command}`, async (operator) => {
    const { context } = await operator.at(options.site);
    await context.transaction(async (tx) => act(tx, await requireAccount(tx, username), operator));
  });
}

function readField(text: string, fields: Record<string, string>): Record<string, string> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('Write it as name=value.');
  return { ...fields, [name]: value };
}
