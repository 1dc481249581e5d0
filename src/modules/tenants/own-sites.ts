import type { OwnerTx, Read } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { hostsAtMost } from './domains.ts';
import {
  lastSite,
  senderIsOperators,
  siteInUse,
  siteOfInstallation,
  tooManyHosts,
  unknownSiteId,
} from './refusals.ts';
import { requireOwnDomain, requireSlugForStrangers } from './rules.ts';
import * as rows from './sites.queries.ts';
import { createSite, updateSite, usualHosts } from './sites.ts';
import type { Site, SiteChange, SiteConfig } from './types.ts';

/** Who changes sites: a tenant for itself, or the operator, who may what touches the whole installation. */
export interface SiteKeeper {
  readonly tenantId: number;
  readonly isOperator: boolean;
  readonly rootDomain: string;
}

/** The tenant's sites, oldest first. */
export function listOwnSites(read: Read): Promise<Site[]> {
  return rows.selectSitesOf(read, read.tenantId);
}

/** A site of the tenant. Refuses an unknown id and a site of another tenant alike. */
export async function requireOwnSite(read: Read, siteId: number): Promise<Site> {
  const site = await rows.findSiteById(read, { tenantId: read.tenantId, siteId });
  if (!site) throw unknownSiteId(siteId);
  return site;
}

/**
 * Makes another site of a tenant, with the hosts that its slug has below the root domain. Refuses as `createSite`, and a
 * slug that would pass for the installation.
 */
export async function openOwnSite(
  tx: OwnerTx,
  keeper: SiteKeeper,
  wanted: { readonly slug: string; readonly name: string; readonly organisations: readonly string[] },
): Promise<Site> {
  if (!keeper.isOperator) requireSlugForStrangers(wanted.slug);
  const hosts = usualHosts(wanted.slug, keeper.rootDomain);
  return createSite(tx, keeper.tenantId, { ...wanted, hosts, config: {} });
}

/** Locks a site of the tenant until the commit and reads it. Refuses an unknown id. */
export async function lockOwnSite(tx: OwnerTx, tenantId: number, siteId: number): Promise<Site> {
  const found = await rows.findSiteById(tx, { tenantId, siteId });
  if (!found) throw unknownSiteId(siteId);
  await rows.lockSite(tx, found.slug);
  const site = await rows.findSiteById(tx, { tenantId, siteId });
  if (!site) throw unknownSiteId(siteId);
  return site;
}

/**
 * Changes a locked site. A tenant may add domains of its own, at most 20 hosts in all, and not choose under whose name
 * letters leave the installation's mail server; the operator may. Refuses as `updateSite` besides.
 */
export async function changeOwnSite(
  tx: OwnerTx,
  keeper: SiteKeeper,
  present: Site,
  change: SiteChange,
): Promise<Site> {
  if (!keeper.isOperator) judgeOwn(keeper, present, change);
  if (change.hosts && change.hosts.length > hostsAtMost) throw tooManyHosts(hostsAtMost);
  return updateSite(tx, present.slug, change);
}

/** Deletes a locked site. Refuses the installation's own, a tenant's last, and one that holds a city. */
export async function deleteOwnSite(tx: OwnerTx, site: Site): Promise<void> {
  if (site.isDefault) throw siteOfInstallation();
  await rows.lockTenant(tx, site.tenantId);
  if ((await rows.selectSitesOf(tx, site.tenantId)).length < 2) throw lastSite();
  try {
    await rows.deleteSiteRow(tx, site);
  } catch (error) {
    throw brokenConstraint(error) === null ? error : siteInUse();
  }
  await rows.announceDirectoryChange(tx);
}

function judgeOwn({ rootDomain }: SiteKeeper, present: Site, { hosts, config }: SiteChange): void {
  for (const host of hosts ?? []) if (!present.hosts.includes(host)) requireOwnDomain(host, rootDomain);
  if (config && senderOf(config) !== senderOf(present.config)) throw senderIsOperators();
}

function senderOf({ mail_from }: SiteConfig): string | undefined {
  return mail_from;
}
