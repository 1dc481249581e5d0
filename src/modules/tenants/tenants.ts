import type { OwnerRead, OwnerTx, Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { uuid } from '../../platform/random.ts';
import { fold } from '../../platform/text-folding.ts';
import {
  badTenantName,
  defaultTenantStays,
  nameTaken,
  ownTenantStays,
  slugTaken,
  unknownTenant,
  unknownTenantId,
} from './refusals.ts';
import { announceDirectoryChange } from './sites.queries.ts';
import * as rows from './tenants.queries.ts';
import type { Tenant, TenantFilter, TenantStatus } from './types.ts';

/** Every tenant of the installation, oldest first. */
export function listTenants(read: OwnerRead): Promise<Tenant[]> {
  return rows.selectTenants(read);
}

/** Up to `limit` tenants after the number given, oldest first. */
export function listTenantsAfter(
  read: OwnerRead,
  filter: TenantFilter,
  page: { readonly limit: number; readonly after: number },
): Promise<Tenant[]> {
  return rows.selectTenantsAfter(read, filter, page);
}

/** Locks a tenant until the commit and reads it. Refuses an unknown one. */
export async function lockTenant(
  tx: OwnerTx,
  which: { readonly uuid: string } | { readonly id: number },
): Promise<Tenant> {
  const tenant = await rows.lockTenantRow(tx, which);
  if (!tenant) throw unknownTenantId('uuid' in which ? which.uuid : String(which.id));
  return tenant;
}

/**
 * Changes a locked tenant for the operator: its name, or whether it is active. Refuses a name that is none or another's,
 * and to suspend the operator's own, which nobody could lift.
 */
export async function changeTenant(
  tx: OwnerTx,
  tenant: Tenant,
  change: { readonly name?: string; readonly status?: 'active' | 'suspended' },
): Promise<Tenant> {
  const { name, status } = change;
  if (name !== undefined) {
    if (name.trim() === '' || name.trim().length > 100) throw badTenantName();
    await renameTenant(tx, tenant.id, name.trim());
  }
  if (status !== undefined) {
    const installation = await rows.selectInstallation(tx);
    if (status === 'suspended' && installation?.defaultTenantId === tenant.id) throw ownTenantStays();
    await rows.updateTenantStatus(tx, tenant.id, status);
    await announceDirectoryChange(tx);
  }
  return {
    ...tenant,
    ...(name !== undefined && { name: name.trim() }),
    ...(status !== undefined && { status }),
  };
}

/**
 * The tenant named by `slug`; without a name a new one as `fresh` says.
 * Refuses a name that no tenant has.
 */
export async function requireTenant(
  tx: OwnerTx,
  slug: string | null,
  fresh: { slug: string; name: string },
): Promise<Tenant> {
  const present = await rows.findTenant(tx, slug ?? fresh.slug);
  if (present) return present;
  if (slug !== null) throw unknownTenant(slug);
  const made = { uuid: uuid(tx.random, tx.clock.now()), ...fresh, status: 'active' } as const;
  const nameKey = (await rows.hasTenantNamed(tx, fold(fresh.name))) ? null : fold(fresh.name);
  const id = await rows.insertTenant(tx, { ...made, nameKey }).catch((error: unknown) => {
    throw brokenConstraint(error) === 'tenants__slug' ? slugTaken(fresh.slug) : error;
  });
  return { ...made, id, createdAt: tx.clock.now() };
}

/** Gives a tenant another name, by which paths find it then. Refuses a name that another tenant has. */
export async function renameTenant(tx: OwnerTx, id: number, name: string): Promise<void> {
  await rows.updateTenantName(tx, id, { name, nameKey: fold(name) }).catch((error: unknown) => {
    throw brokenConstraint(error) === 'tenants__name' ? nameTaken(name) : error;
  });
  await announceDirectoryChange(tx);
}

/** Makes the own tenant active, if it is pending and waits for no approval: its owner has confirmed the address. */
export async function activateOwnTenant(tx: Tx): Promise<void> {
  await rows.activateOwnTenantRow(tx);
}

/** Sets whether staff of the own tenant must sign in with a second factor. */
export async function setDemandOfOwnTenant(tx: Tx, wanted: boolean): Promise<void> {
  await rows.updateDemandOfOwnTenant(tx, wanted);
}

/** Suspends a tenant (its hosts answer 403, nobody signs in) or lifts that. Refuses an unknown slug. */
export async function setTenantStatus(tx: OwnerTx, slug: string, status: TenantStatus): Promise<void> {
  const tenant = await rows.findTenant(tx, slug);
  if (!tenant) throw unknownTenant(slug);
  await rows.updateTenantStatus(tx, tenant.id, status);
  await announceDirectoryChange(tx);
}

/** Deletes a tenant with everything it owns. Refuses an unknown slug and the tenant of the default site. */
export async function deleteTenant(tx: OwnerTx, slug: string): Promise<void> {
  const tenant = await rows.findTenant(tx, slug);
  if (!tenant) throw unknownTenant(slug);
  const installation = await rows.selectInstallation(tx);
  if (installation?.defaultTenantId === tenant.id) throw defaultTenantStays();
  await rows.deleteTenantRows(tx, tenant.id);
  await announceDirectoryChange(tx);
}
