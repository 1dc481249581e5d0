import type { Command } from 'commander';
import { findAccount, findHolders, requireAccount } from '../modules/identity/accounts.ts';
import { createOrGetApiToken, rotateApiToken } from '../modules/identity/tokens.ts';
import type { Account } from '../modules/identity/types.ts';
import { listSites } from '../modules/tenants/sites.ts';
import type { Context } from '../platform/database/contract.ts';
import { asOperator, type Operator } from './operator.ts';
import { CommandFailure, hint, say } from './output.ts';

interface TokenOptions {
  readonly site?: string;
  readonly rotate?: boolean;
}

/** `muster tahoe_create_token`: two lines and nothing else, as clients' scripts read them (contract §4). */
export function defineTahoeCreateToken(program: Command): void {
  program
    .command('tahoe_create_token <username>')
    .description("Print an account's API token; made at the first call, the same one at each later call.")
    .option('--site <slug>', 'the site (default: the only account of that name)')
    .option('--rotate', 'end the tokens it has and make a new one')
    .addHelpText('after', '\nExample:\n  muster tahoe_create_token amy --site alpha')
    .action(printToken);
}

async function printToken(username: string, options: TokenOptions): Promise<void> {
  const { account, key } = await asOperator('tahoe_create_token', async (operator) => {
    const found = await findOnly(operator, username, options.site);
    const { identity } = operator.installation;
    const make = options.rotate ? rotateApiToken : createOrGetApiToken;
    return {
      account: found.account,
      key: await found.context.transaction((tx) => make(tx, identity, found.account.id)),
    };
  });
  if (!account.isActive) hint(`warning: "${account.username}" is inactive, its token is refused.`);
  else if (account.role !== 'admin' && account.role !== 'owner') {
    hint(`warning: "${account.username}" is no admin of its tenant, the Tahoe API will refuse its token.`);
  }
  say(`token key: "${key}"`);
  say(`user: "${account.username}"`);
}

interface Found {
  readonly context: Context;
  readonly account: Account;
}

/** The account of the site named, else the only one of that name in the installation. */
async function findOnly(operator: Operator, username: string, slug: string | undefined): Promise<Found> {
  if (slug !== undefined) {
    const { context } = await operator.at(slug);
    return { context, account: await context.read((read) => requireAccount(read, username)) };
  }
  const { holders, sites } = await operator.owner.read(async (read) => ({
    holders: await findHolders(read, username),
    sites: await listSites(read),
  }));
  const [holder, ...others] = holders;
  if (!holder) throw new CommandFailure(`There is no account "${username}".`);
  if (others.length > 0) {
    const theirs = sites.filter((site) => holders.some(({ tenantId }) => tenantId === site.tenantId));
    const slugs = theirs.map((site) => site.slug).join(', ');
    throw new CommandFailure(
      `Several accounts are named "${username}"; name one of their sites with --site: ${slugs}.`,
    );
  }
  const site = sites.find((one) => one.tenantId === holder.tenantId);
  const context = operator.installation.database.scope(operator.scopeOf(holder.tenantId, site?.id ?? null));
  const account = await context.read((read) => findAccount(read, holder.accountId));
  if (!account) throw new CommandFailure(`There is no account "${username}".`);
  return { context, account };
}
