import { type Command, Option } from 'commander';
import { requireAccount } from '../modules/identity/accounts.ts';
import { listTokens, revokeApiTokens, revokeToken } from '../modules/identity/tokens.ts';
import type { Token, TokenKind } from '../modules/identity/types.ts';
import { asOperator } from './operator.ts';
import { say, sayJson, sayMoment, sayTable, UsageError } from './output.ts';

interface TokenOptions {
  readonly site?: string;
  readonly account?: string;
  readonly json?: boolean;
}

/** `muster token list|revoke` */
export function defineToken(program: Command): void {
  const token = program
    .command('token')
    .description('List and revoke tokens. To make an API token: muster tahoe_create_token.');
  withSite(token.command('list'))
    .description("List the standing tokens of a site's tenant; what they read is not kept.")
    .addOption(new Option('--kind <kind>', 'only this kind').choices(['api', 'access', 'session', 'jwt']))
    .option('--account <username>', 'only those of this account')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  muster token list --kind api --site alpha')
    .action(list);
  withSite(token.command('revoke [id]'))
    .description('End a token by its id, or all API tokens of an account.')
    .option('--account <username>', 'the account whose API tokens end')
    .addHelpText(
      'after',
      '\nExamples:\n  muster token revoke 17 --site alpha\n  muster token revoke --account amy --site alpha',
    )
    .action(revoke);
}

function withSite(command: Command): Command {
  return command.option('--site <slug>', 'the site (default: the default site)');
}

const pageSize = 5000;

async function list(options: TokenOptions & { kind?: TokenKind }): Promise<void> {
  const tokens = await asOperator('token list', async (operator) => {
    const { context } = await operator.at(options.site);
    const { account: username, kind } = options;
    const account =
      username === undefined ? null : await context.read((read) => requireAccount(read, username));
    const filter = { ...(account && { accountId: account.id }), ...(kind && { kinds: [kind] }) };
    const all: Token[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const page = await context.read((read) => listTokens(read, filter, { limit: pageSize, offset }));
      all.push(...page.tokens);
      if (page.tokens.length < pageSize) return all;
    }
  });
  if (options.json) return sayJson(tokens);
  const rows = tokens.map((one) => [
    String(one.id),
    one.kind,
    one.username,
    sayMoment(one.createdAt),
    sayMoment(one.expiresAt),
  ]);
  sayTable(['ID', 'KIND', 'ACCOUNT', 'MADE', 'EXPIRES'], rows, 'There is no such token.');
}

async function revoke(id: string | undefined, options: TokenOptions): Promise<void> {
  if ((id === undefined) === (options.account === undefined)) {
    throw new UsageError('Name the id of a token, or an account with --account.');
  }
  const number = id === undefined ? null : readId(id);
  await asOperator('token revoke', async (operator) => {
    const { context } = await operator.at(options.site);
    await context.transaction(async (tx) => {
      if (number !== null) await revokeToken(tx, number);
      else await revokeApiTokens(tx, (await requireAccount(tx, options.account ?? '')).id);
    });
  });
  say(
    number === null ? `The API tokens of ${options.account} are revoked.` : `The token ${number} is revoked.`,
  );
}

function readId(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new UsageError(`"${text}" is no id of a token; muster token list shows them.`);
  return Number(text);
}
