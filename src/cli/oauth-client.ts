import { type Command, InvalidArgumentError, Option } from 'commander';
import { countClientUses } from '../modules/identity/access-tokens.ts';
import { requireAccount } from '../modules/identity/accounts.ts';
import {
  createOauthClient,
  disableOauthClient,
  listOauthClients,
  rotateOauthClient,
} from '../modules/identity/oauth-clients.ts';
import type { Grant } from '../modules/identity/types.ts';
import { asOperator } from './operator.ts';
import { say, sayJson, sayMoment, sayTable } from './output.ts';

interface ClientOptions {
  readonly site?: string;
  readonly json?: boolean;
}

/** `muster oauth-client create|list|usage|rotate|disable` */
export function defineOauthClient(program: Command): void {
  const client = program
    .command('oauth-client')
    .description(
      'Make, rotate and disable OAuth clients: programs that act as the account that owns them, or for people who sign in.',
    );
  withSite(client.command('create <name>'))
    .description('Make a client; prints its id and its secret, which is shown this once only.')
    .option('--owner <username>', 'the account it acts as; not needed with the grant password alone')
    .addOption(
      new Option('--grant <grant>', 'how it gets tokens; may be repeated')
        .choices(['client_credentials', 'password'])
        .argParser(readGrants)
        .default([], 'client_credentials'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  muster oauth-client create "CRM sync" --owner amy --site alpha\n' +
        '  muster oauth-client create "Music day app" --grant password --site nf',
    )
    .action(create);
  withSite(client.command('list'))
    .description("List the clients of a site's tenant.")
    .addHelpText('after', '\nExample:\n  muster oauth-client list --site alpha --json')
    .action(list);
  withSite(client.command('usage'))
    .description("Tell what the clients of a site's tenant were used for: tokens, people, and when last.")
    .addHelpText('after', '\nExample:\n  muster oauth-client usage --site alpha')
    .action(usage);
  withSite(client.command('rotate <client-id>'))
    .description('Give a client a new secret; the old one ends.')
    .addHelpText('after', '\nExample:\n  muster oauth-client rotate k3J… --site alpha')
    .action(rotate);
  withSite(client.command('disable <client-id>'))
    .description('Disable a client: it gets no tokens any more, and those it has end.')
    .addHelpText('after', '\nExample:\n  muster oauth-client disable k3J… --site alpha')
    .action(disable);
}

function withSite(command: Command): Command {
  return command
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--json', 'print JSON');
}

async function create(
  name: string,
  options: ClientOptions & { owner?: string; grant: readonly Grant[] },
): Promise<void> {
  const made = await asOperator('oauth-client create', async (operator) => {
    const { context } = await operator.at(options.site);
    return context.transaction(async (tx) => {
      const ownerId = options.owner === undefined ? null : (await requireAccount(tx, options.owner)).id;
      return createOauthClient(tx, { name, ownerId, grants: options.grant });
    });
  });
  showSecret(made, options);
}

async function list(options: ClientOptions): Promise<void> {
  const clients = await asOperator('oauth-client list', async (operator) => {
    const { context } = await operator.at(options.site);
    return context.read(listOauthClients);
  });
  if (options.json) return sayJson(clients);
  const rows = clients.map((client) => [
    client.clientId,
    client.name,
    client.ownerUsername ?? '—',
    client.grants.join(' '),
    sayMoment(client.createdAt),
    client.disabledAt ? 'disabled' : 'enabled',
  ]);
  sayTable(['CLIENT ID', 'NAME', 'OWNER', 'GRANTS', 'MADE', 'STATE'], rows, 'There is no OAuth client.');
}

async function usage(options: ClientOptions): Promise<void> {
  const uses = await asOperator('oauth-client usage', async (operator) => {
    const { context } = await operator.at(options.site);
    return context.read(countClientUses);
  });
  if (options.json) return sayJson(uses);
  const rows = uses.map((use) => [
    use.clientId,
    use.name,
    sayMoment(use.lastUsedAt),
    String(use.tokens),
    String(use.tokensLastMonth),
    String(use.standingTokens),
    String(use.people),
  ]);
  const headings = ['CLIENT ID', 'NAME', 'LAST USED', 'TOKENS', 'LAST MONTH', 'STANDING', 'PEOPLE'];
  sayTable(headings, rows, 'There is no OAuth client.');
}

async function rotate(clientId: string, options: ClientOptions): Promise<void> {
  const clientSecret = await asOperator('oauth-client rotate', async (operator) => {
    const { context } = await operator.at(options.site);
    return context.transaction((tx) => rotateOauthClient(tx, clientId));
  });
  showSecret({ clientId, clientSecret }, options);
}

async function disable(clientId: string, options: ClientOptions): Promise<void> {
  await asOperator('oauth-client disable', async (operator) => {
    const { context } = await operator.at(options.site);
    await context.transaction((tx) => disableOauthClient(tx, clientId));
  });
  if (options.json) sayJson({ clientId, isDisabled: true });
  else say(`The client ${clientId} is disabled.`);
}

function showSecret(client: { clientId: string; clientSecret: string }, options: ClientOptions): void {
  if (options.json) sayJson(client);
  else say(`client_id=${client.clientId}\nclient_secret=${client.clientSecret}`);
}

/** commander checks the choices only where it parses itself. */
function readGrants(value: string, grants: readonly Grant[]): Grant[] {
  if (value !== 'client_credentials' && value !== 'password') {
    throw new InvalidArgumentError('Allowed: client_credentials, password.');
  }
  return [...grants, value];
}
