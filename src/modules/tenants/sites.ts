import type { OwnerRead, OwnerTx, Scope } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { schemaFault } from '../../platform/json-schema.ts';
import { badConfig, hostTaken, slugTaken, unknownSite } from './refusals.ts';
import { judgeSite, listed, requireSlug } from './rules.ts';
import * as rows from './sites.queries.ts';
import { requireTenant } from './tenants.ts';
import type { NewSite, Site, SiteChange } from './types.ts';

/**
 * The hosts a site answers on when none is named: under the installation's root domain, and under `localhost`, which
 * most systems resolve to themselves.
 */
export function usualHosts(slug: string, rootDomain: string): string[] {
  return [...new Set([`${slug}.${rootDomain}`, `${slug}.localhost`])];
}

/**
 * Makes a site of a tenant. Without organisations it gets one named like its slug.
 * Refuses a bad or taken slug, a bad or taken host, a bad configuration.
 */
export async function createSite(tx: OwnerTx, tenantId: number, wanted: NewSite): Promise<Site> {
  const organisations = wanted.organisations.length > 0 ? wanted.organisations : [wanted.slug];
  const site = judgeWhole({ ...wanted, organisations });
  await refuseTaken(tx, null, [site.slug, ...site.hosts], site.slug);
  const tenant = tx.as(scopeOf(tenantId));
  const siteId = await judged(() => rows.insertSite(tenant, site), site);
  await judged(() => rows.replaceHosts(tx, { tenantId, siteId, slug: site.slug, hosts: site.hosts }), site);
  await rows.replaceOrganisations(tenant, siteId, site.organisations);
  await rows.announceDirectoryChange(tx);
  return requireSite(tx, site.slug);
}

/** Changes a site. A list given replaces the list it has; refuses as `createSite`. */
export async function updateSite(tx: OwnerTx, slug: string, change: SiteChange): Promise<Site> {
  const present = await requireSite(tx, slug);
  const site = judgeWhole({
    slug,
    name: change.name ?? present.name,
    hosts: change.hosts ?? present.hosts,
    organisations: change.organisations ?? present.organisations,
    config: change.config ?? present.config,
  });
  const tenant = tx.as(scopeOf(present.tenantId));
  await rows.updateSiteRow(tenant, present.id, site);
  if (change.hosts) {
    await refuseTaken(tx, present, site.hosts, slug);
    await judged(
      () =>
        rows.replaceHosts(tx, { tenantId: present.tenantId, siteId: present.id, slug, hosts: site.hosts }),
      site,
    );
  }
  if (change.organisations) await rows.replaceOrganisations(tenant, present.id, site.organisations);
  await rows.announceDirectoryChange(tx);
  return requireSite(tx, slug);
}

/** Every site of the installation, oldest first. */
export function listSites(read: OwnerRead): Promise<Site[]> {
  return rows.selectSites(read);
}

/** The site of that slug; refuses an unknown one with the slugs there are. */
export async function requireSite(read: OwnerRead, slug: string): Promise<Site> {
  const site = await rows.findSiteByHost(read, slug);
  if (site?.slug === slug) return site;
  throw unknownSite(
    slug,
    (await rows.selectSites(read)).map((known) => known.slug),
  );
}

/** The organisations whose courses a site shows: those its filter names, without a filter its own (ruling `course_org_filter`). */
export function shownOrganisations(site: Site): readonly string[] {
  const filter = listed(site.config.course_org_filter);
  return filter.length > 0 ? filter : site.organisations;
}

/** The site of those numbers, or null. */
export function findSite(
  read: OwnerRead,
  wanted: { readonly tenantId: number; readonly siteId: number },
): Promise<Site | null> {
  return rows.findSiteById(read, wanted);
}

/** The site that answers where no other does: the one made at the first start. */
export async function requireDefaultSite(read: OwnerRead): Promise<Site> {
  const site = await rows.findDefaultSite(read, false);
  if (!site) throw unknownSite('default', []);
  return site;
}

/** Makes a site for the command line: in the tenant named, else in a new tenant of the same slug. */
export async function openSite(tx: OwnerTx, wanted: NewSite, tenantSlug: string | null): Promise<Site> {
  requireSlug(wanted.slug);
  const tenant = await requireTenant(tx, tenantSlug, { slug: wanted.slug, name: wanted.name });
  return createSite(tx, tenant.id, wanted);
}

const scopeOf = (tenantId: number): Scope => ({ tenantId, siteId: null, author: null, requestId: '' });

function judgeWhole(wanted: NewSite): NewSite {
  const site = judgeSite(wanted);
  const fault = site.config.registration_fields && schemaFault(site.config.registration_fields);
  if (fault) throw badConfig([`registration_fields is no JSON schema: ${fault}`]);
  return site;
}

async function refuseTaken(
  read: OwnerRead,
  own: Site | null,
  hosts: readonly string[],
  slug: string,
): Promise<void> {
  for (const host of hosts) {
    const holder = await rows.findSiteByHost(read, host);
    if (holder && holder.id !== own?.id) throw host === slug ? slugTaken(slug) : hostTaken(host);
  }
}

/** Two commands at once: the loser meets the constraint instead of the look-up above. */
async function judged<T>(write: () => Promise<T>, site: NewSite): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'sites__slug') throw slugTaken(site.slug);
    if (constraint === 'hosts_pkey') throw hostTaken([site.slug, ...site.hosts].join(' or '));
    throw error;
  }
}
