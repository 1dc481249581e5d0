import { type Command, InvalidArgumentError } from 'commander';
import { record } from '../modules/activity/activity.ts';
import { listSites, openSite, requireSite, updateSite, usualHosts } from '../modules/tenants/sites.ts';
import type { Site, SiteConfig } from '../modules/tenants/types.ts';
import type { OwnerTx } from '../platform/database/contract.ts';
import { asOperator, type Operator } from './operator.ts';
import { CommandFailure, say, sayJson, sayTable } from './output.ts';

interface SiteOptions {
  readonly name?: string;
  readonly host?: string[];
  readonly organization?: string[];
  readonly config?: SiteConfig;
  readonly tenant?: string;
  readonly json?: boolean;
}

/** `muster site create|update|list|show` */
export function defineSite(program: Command): void {
  const site = program.command('site').description('Make, change and show sites: host names of a tenant.');
  withFlags(site.command('create <slug>'))
    .description('Make a site. Without --host it answers on <slug>.localhost and <slug>.<root domain>.')
    .addHelpText('after', createExamples)
    .action(create);
  withFlags(site.command('update <slug>'))
    .description('Change a site. A flag given replaces what the site has; what is not named stays.')
    .addHelpText('after', updateExamples)
    .action(update);
  site
    .command('list')
    .description('List all sites.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  muster site list --json')
    .action(list);
  site
    .command('show [slug]')
    .description('Show a site; without a slug the default one.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  muster site show alpha')
    .action(show);
}

function withFlags(command: Command): Command {
  return command
    .option('--name <name>', 'its name, as letters and pages show it (default: the slug)')
    .option('--host <host>', 'a host it answers on; may be repeated, letters name the first', append)
    .option(
      '--organization <short>',
      'short name of an organisation; may be repeated (default: the slug)',
      append,
    )
    .option(
      '--config <json>',
      'configuration: course_org_filter, registration_fields, language, …',
      readConfig,
    )
    .option('--tenant <slug>', 'the tenant it belongs to (default: one of the same slug)')
    .option('--json', 'print JSON');
}

const createExamples = `
Examples:
  muster site create alpha --name "Alpha School"
  muster site create beta --name Beta --host beta.example.org --organization BetaX \\
    --config '{"course_org_filter": "BetaX", "language": "nl"}'
  muster site create utrecht --name "Make Music Utrecht" --tenant makemusic`;

const updateExamples = `
Examples:
  muster site update alpha --host alpha.example.org --host www.alpha.example.org
  muster site update alpha --config '{"language": "de"}'`;

async function create(slug: string, options: SiteOptions): Promise<void> {
  const made = await asOperator('site create', async (operator) => {
    const { rootDomain } = operator.installation.config;
    const wanted = {
      slug,
      name: options.name ?? slug,
      hosts: options.host ?? usualHosts(slug, rootDomain),
      organisations: options.organization ?? [],
      config: options.config ?? {},
    };
    return operator.owner.transaction(async (tx) =>
      noted(tx, operator, 'created', await openSite(tx, wanted, options.tenant ?? null)),
    );
  });
  if (options.json) sayJson(made);
  else say(`Site ${made.slug} of the tenant ${made.tenantSlug} answers on ${made.hosts.join(' and ')}.`);
}

async function update(slug: string, options: SiteOptions): Promise<void> {
  const changed = await asOperator('site update', (operator) =>
    operator.owner.transaction(async (tx) => {
      const present = await requireSite(tx, slug);
      if (options.tenant !== undefined && options.tenant !== present.tenantSlug) {
        throw new CommandFailure(
          `The site ${slug} belongs to the tenant ${present.tenantSlug} and stays there.`,
        );
      }
      const { name, host: hosts, organization: organisations, config } = options;
      const change = {
        ...(name !== undefined && { name }),
        ...(hosts && { hosts }),
        ...(organisations && { organisations }),
        ...(config && { config }),
      };
      return noted(tx, operator, 'changed', await updateSite(tx, slug, change), Object.keys(change));
    }),
  );
  if (options.json) sayJson(changed);
  else describe(changed);
}

async function list(options: { json?: boolean }): Promise<void> {
  const sites = await asOperator('site list', ({ owner }) => owner.read(listSites));
  if (options.json) return sayJson(sites);
  const rows = sites.map((site) => [
    site.isDefault ? `${site.slug} (default)` : site.slug,
    site.name,
    site.tenantSlug,
    site.hosts.join(' '),
    site.organisations.join(' '),
  ]);
  sayTable(['SITE', 'NAME', 'TENANT', 'HOSTS', 'ORGANISATIONS'], rows, 'There is no site.');
}

async function show(slug: string | undefined, options: { json?: boolean }): Promise<void> {
  const { site } = await asOperator('site show', (operator) => operator.at(slug));
  if (options.json) sayJson(site);
  else describe(site);
}

function describe(site: Site): void {
  say(`site:           ${site.slug}${site.isDefault ? ' (default)' : ''}`);
  say(`name:           ${site.name}`);
  say(`tenant:         ${site.tenantSlug} (${site.tenantStatus})`);
  say(`hosts:          ${site.hosts.join(', ')}`);
  say(`organisations:  ${site.organisations.join(', ')}`);
  say(`configuration:  ${JSON.stringify(site.config)}`);
}

async function noted(
  tx: OwnerTx,
  operator: Operator,
  verb: 'created' | 'changed',
  site: Site,
  fields: readonly string[] = [],
): Promise<Site> {
  const scope = operator.scopeOf(site.tenantId, site.id);
  await record(tx.as(scope), { verb, objectType: 'site', objectId: site.id, fields });
  return site;
}

function append(value: string, values: string[] = []): string[] {
  return [...values, value];
}

/** The module judges what is in it; here it is only read. */
function readConfig(text: string): SiteConfig {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(`It is no JSON (${error instanceof Error ? error.message : error}).`);
  }
}
