import type { OwnerTx } from '../../platform/database/contract.ts';
import { tooManyHosts, unknownHost } from './refusals.ts';
import { foldHost, requireOwnDomain } from './rules.ts';
import { lockSite } from './sites.queries.ts';
import { requireSite, updateSite } from './sites.ts';
import type { Site } from './types.ts';

/** Hosts of a site at most: names are cheap, and each is one that nobody else can have. */
export const hostsAtMost = 20;

/**
 * Lets a site answer on a domain of the tenant's own as well, which must lead to this server already or some day. That
 * it is theirs is not proven: who is first has it, letters never name it, and an operator can give it to another site.
 * Refuses what is no such domain, one that another site answers on, and more than 20.
 */
export async function addDomain(
  tx: OwnerTx,
  slug: string,
  domain: string,
  rootDomain: string,
): Promise<Site> {
  const host = requireOwnDomain(domain, rootDomain);
  await lockSite(tx, slug);
  const site = await requireSite(tx, slug);
  if (site.hosts.includes(host)) return site;
  if (site.hosts.length >= hostsAtMost) throw tooManyHosts(hostsAtMost);
  return updateSite(tx, slug, { hosts: [...site.hosts, host] });
}

/** Takes a domain of its own from a site. Refuses one that it does not have, and its names below the root domain. */
export async function removeDomain(
  tx: OwnerTx,
  slug: string,
  domain: string,
  rootDomain: string,
): Promise<Site> {
  await lockSite(tx, slug);
  const site = await requireSite(tx, slug);
  const host = foldHost(domain);
  if (host === null || !site.hosts.includes(host)) throw unknownHost(domain);
  requireOwnDomain(host, rootDomain);
  return updateSite(tx, slug, { hosts: site.hosts.filter((one) => one !== host) });
}
