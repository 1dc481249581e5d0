import type { OwnerRead, OwnerTx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { uuid } from '../../platform/random.ts';
import { fold } from '../../platform/text-folding.ts';
import { nameTaken, slugTaken } from './refusals.ts';
import { requireSlugForStrangers } from './rules.ts';
import { findSiteByHost } from './sites.queries.ts';
import { createSite, usualHosts } from './sites.ts';
import { hasTenantNamed, insertTenant } from './tenants.queries.ts';
import type { Site } from './types.ts';

/** What somebody signs a tenant up with. */
export interface NewTenant {
  readonly name: string;
  /** Becomes the slug of the tenant and of its site. */
  readonly subdomain: string;
  readonly rootDomain: string;
  /** An operator makes it active; else its owner's confirmed address does. */
  readonly awaitsApproval: boolean;
}

/** Refuses a name that a tenant has, and a subdomain that is none, is reserved or taken; a look before work is spent. */
export async function refuseTakenTenant(read: OwnerRead, wanted: NewTenant): Promise<void> {
  if (await hasTenantNamed(read, fold(wanted.name))) throw nameTaken(wanted.name);
  for (const host of [wanted.subdomain, ...usualHosts(wanted.subdomain, wanted.rootDomain)])
    if (await findSiteByHost(read, host)) throw slugTaken(wanted.subdomain);
}

/**
 * Makes a pending tenant with its site. Of many at once for one name or subdomain one is made, by the constraints; the
 * others are refused as by `refuseTakenTenant`.
 */
export async function openTenant(tx: OwnerTx, wanted: NewTenant): Promise<Site> {
  const { name, subdomain, rootDomain, awaitsApproval } = wanted;
  requireSlugForStrangers(subdomain);
  await refuseTakenTenant(tx, wanted);
  const tenant = {
    uuid: uuid(tx.random, tx.clock.now()),
    slug: subdomain,
    name,
    nameKey: fold(name),
    status: 'pending',
    awaitsApproval,
  } as const;
  const id = await insertTenant(tx, tenant).catch((error: unknown) => {
    const constraint = brokenConstraint(error);
    if (constraint === 'tenants__slug') throw slugTaken(subdomain);
    throw constraint === 'tenants__name' ? nameTaken(name) : error;
  });
  return createSite(tx, id, {
    slug: subdomain,
    name,
    hosts: usualHosts(subdomain, rootDomain),
    organisations: [],
    config: {},
  });
}
