import { sql } from 'kysely';
import type { OwnerRead, OwnerTx, Tx } from '../../platform/database/contract.ts';
import type { Installation, Tenant, TenantFilter, TenantStatus } from './types.ts';

export async function insertTenant(
  tx: OwnerTx,
  tenant: {
    uuid: string;
    slug: string;
    name: string;
    /** Null: paths name the tenant by its slug only. */
    nameKey: string | null;
    status: TenantStatus;
    awaitsApproval?: boolean;
  },
): Promise<number> {
  const { nameKey, awaitsApproval = false, ...rest } = tenant;
  const row = await tx.db
    .insertInto('tenants')
    .values({ ...rest, name_key: nameKey, awaits_approval: awaitsApproval, created_at: tx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function selectTenants(read: OwnerRead): Promise<Tenant[]> {
  const rows = await tenantRows(read).orderBy('id').execute();
  return rows.map(toTenant);
}

/** Up to `limit` after that number, oldest first. */
export async function selectTenantsAfter(
  read: OwnerRead,
  filter: TenantFilter,
  page: { readonly limit: number; readonly after: number },
): Promise<Tenant[]> {
  let query = tenantRows(read).where('id', '>', page.after);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.slug !== undefined) query = query.where(sql<boolean>`starts_with(slug, ${filter.slug})`);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(toTenant);
}

/** Nobody else changes it until the commit. */
export async function lockTenantRow(
  tx: OwnerTx,
  which: { readonly uuid: string } | { readonly id: number },
): Promise<Tenant | null> {
  const row = await tenantRows(tx)
    .where((where) => ('uuid' in which ? where('uuid', '=', which.uuid) : where('id', '=', which.id)))
    .forUpdate()
    .executeTakeFirst();
  return row ? toTenant(row) : null;
}

export async function findTenant(read: OwnerRead, slug: string): Promise<Tenant | null> {
  const row = await tenantRows(read).where('slug', '=', slug).executeTakeFirst();
  return row ? toTenant(row) : null;
}

export async function hasTenantNamed(read: OwnerRead, nameKey: string): Promise<boolean> {
  const row = await read.db
    .selectFrom('tenants')
    .select('id')
    .where('name_key', '=', nameKey)
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateTenantName(
  tx: OwnerTx,
  id: number,
  tenant: { name: string; nameKey: string },
): Promise<void> {
  await tx.db
    .updateTable('tenants')
    .set({ name: tenant.name, name_key: tenant.nameKey })
    .where('id', '=', id)
    .execute();
}

/** Makes the tenant of this transaction active if its owner's confirmed address is all that it waits for. */
export async function activateOwnTenantRow(tx: Tx): Promise<void> {
  await sql`select activate_own_tenant()`.execute(tx.db);
}

/** Sets whether staff of the tenant of this transaction must sign in with a second factor; the directory is told. */
export async function updateDemandOfOwnTenant(tx: Tx, wanted: boolean): Promise<void> {
  // The function asks which tenant it is; a transaction of the owner has not said so.
  await sql`
    select demand_second_factor(${wanted})
    from (select set_config('app.tenant_id', ${String(tx.tenantId)}, true)) as said`.execute(tx.db);
}

export async function updateTenantStatus(tx: OwnerTx, id: number, status: TenantStatus): Promise<void> {
  await tx.db.updateTable('tenants').set({ status }).where('id', '=', id).execute();
}

/** Deletes every row of a tenant, table by table, found by their tenant_id column. */
export async function deleteTenantRows(tx: OwnerTx, id: number): Promise<void> {
  await sql`call delete_tenant(${id})`.execute(tx.db);
}

export async function selectInstallation(read: OwnerRead): Promise<Installation | null> {
  const row = await read.db.selectFrom('installation').selectAll().executeTakeFirst();
  if (!row || row.default_tenant_id === null || row.default_site_id === null) return null;
  return {
    uuid: row.uuid,
    secretFingerprint: row.secret_fingerprint,
    defaultTenantId: row.default_tenant_id,
    defaultSiteId: row.default_site_id,
  };
}

/** Two processes may start at once: the second waits here until the first has committed. */
export async function lockInstallation(tx: OwnerTx): Promise<void> {
  await sql`lock table installation in exclusive mode`.execute(tx.db);
}

export async function insertInstallation(tx: OwnerTx, installation: Installation): Promise<void> {
  await tx.db
    .insertInto('installation')
    .values({
      uuid: installation.uuid,
      secret_fingerprint: installation.secretFingerprint,
      default_tenant_id: installation.defaultTenantId,
      default_site_id: installation.defaultSiteId,
      created_at: tx.clock.now(),
    })
    .execute();
}

const tenantRows = (read: OwnerRead) => read.db.selectFrom('tenants').selectAll();

function toTenant(row: Awaited<ReturnType<ReturnType<typeof tenantRows>['execute']>>[number]): Tenant {
  return {
    id: row.id,
    uuid: row.uuid,
    slug: row.slug,
    name: row.name,
    status: row.status === 'active' || row.status === 'pending' ? row.status : 'suspended',
    createdAt: row.created_at,
  };
}
