import type { Command } from 'commander';
import { record } from '../modules/activity/activity.ts';
import { deleteTenant, listTenants, setTenantStatus } from '../modules/tenants/tenants.ts';
import type { TenantStatus } from '../modules/tenants/types.ts';
import { asOperator } from './operator.ts';
import { say, sayJson, sayMoment, sayTable } from './output.ts';
import { requireYes } from './questions.ts';

/** `muster tenant list|suspend|resume|delete` */
export function defineTenant(program: Command): void {
  const tenant = program
    .command('tenant')
    .description(
      'List, suspend and delete tenants. A tenant is made with its first site: muster site create.',
    );
  tenant
    .command('list')
    .description('List all tenants.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  muster tenant list --json')
    .action(list);
  tenant
    .command('suspend <slug>')
    .description('Shut a tenant: its hosts answer 403 and nobody signs in. Nothing is lost.')
    .addHelpText('after', '\nExample:\n  muster tenant suspend alpha')
    .action((slug: string) => setStatus('suspend', slug, 'suspended'));
  tenant
    .command('resume <slug>')
    .description('Open a suspended tenant again.')
    .addHelpText('after', '\nExample:\n  muster tenant resume alpha')
    .action((slug: string) => setStatus('resume', slug, 'active'));
  tenant
    .command('delete <slug>')
    .description('Delete a tenant with its sites, people and everything else it owns, for good.')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  muster tenant delete alpha --yes')
    .action(remove);
}

async function list(options: { json?: boolean }): Promise<void> {
  const tenants = await asOperator('tenant list', ({ owner }) => owner.read(listTenants));
  if (options.json) return sayJson(tenants);
  const rows = tenants.map((tenant) => [
    tenant.slug,
    tenant.name,
    tenant.status,
    sayMoment(tenant.createdAt),
  ]);
  sayTable(['TENANT', 'NAME', 'STATUS', 'MADE'], rows, 'There is no tenant.');
}

async function setStatus(command: string, slug: string, status: TenantStatus): Promise<void> {
  await asOperator(`tenant ${command}`, ({ owner, scopeOf }) =>
    owner.transaction(async (tx) => {
      await setTenantStatus(tx, slug, status);
      const tenant = (await listTenants(tx)).find((one) => one.slug === slug);
      if (!tenant) return;
      const verb = status === 'suspended' ? 'suspended' : 'resumed';
      await record(tx.as(scopeOf(tenant.id, null)), { verb, objectType: 'tenant', objectId: tenant.id });
    }),
  );
  say(`The tenant ${slug} is ${status}.`);
}

async function remove(slug: string, options: { yes?: boolean }): Promise<void> {
  await requireYes(options, slug, `This deletes the tenant ${slug} with everything it owns, for good.`);
  await asOperator('tenant delete', ({ owner }) => owner.transaction((tx) => deleteTenant(tx, slug)));
  say(`The tenant ${slug} is deleted.`);
}
