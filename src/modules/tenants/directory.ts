import type { OwnerContext } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { foldHost } from './rules.ts';
import { findDefaultSite, findSiteByHost, findSiteOfTenant } from './sites.queries.ts';
import type { Site } from './types.ts';

/** Which site answers for a host. Keeps what it found for a moment: the look-up stands before every request. */
export interface Directory {
  /**
   * The site of a `Host` header (port and case ignored), or null for an unknown host (ruling "Tenancy"):
   * `localhost`, `127.0.0.1`, `[::1]` are the default site; while there is one site only, it answers every host.
   */
  resolve(host: string): Promise<Site | null>;
  /** The first site of the tenant with that number or uuid. */
  siteOfTenant(tenant: number | string): Promise<Site | null>;
  /** The site that a path names by its slug, which is its subdomain, or by the name of its tenant. */
  siteNamed(segment: string): Promise<Site | null>;
  /** Forgets everything found; called when a site was changed here or the database announced a change. */
  forget(): void;
}

/** Milliseconds a found site is kept. A change is announced by NOTIFY; this is the floor where that is missed. */
const keptFor = 5_000;
const keptHosts = 20_000;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

export function openDirectory(owner: OwnerContext): Directory {
  let kept = new Map<string, { site: Site; until: number }>();

  async function look(host: string): Promise<Site | null> {
    return owner.read(async (read) => {
      const exact = await findSiteByHost(read, host);
      return exact ?? findDefaultSite(read, !loopback.has(host));
    });
  }

  return {
    async resolve(header) {
      const host = foldHost(header);
      if (host === null) return null;
      const now = owner.clock.now().getTime();
      const found = kept.get(host);
      if (found && found.until > now) return found.site;
      const generation = kept;
      const site = await look(host);
      // Strangers' hosts are never kept: anyone may send any, and a site made meanwhile must answer at once.
      if (site && generation === kept) {
        if (kept.size >= keptHosts) kept.clear();
        kept.set(host, { site, until: now + keptFor });
      }
      return site;
    },
    siteOfTenant(tenant) {
      if (typeof tenant === 'number') return owner.read((read) => findSiteOfTenant(read, { id: tenant }));
      const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenant);
      return isUuid ? owner.read((read) => findSiteOfTenant(read, { uuid: tenant })) : Promise.resolve(null);
    },
    siteNamed(segment) {
      const slug = segment.trim().toLowerCase();
      return owner.read(async (read) => {
        const found = await findSiteByHost(read, slug);
        return found?.slug === slug ? found : findSiteOfTenant(read, { nameKey: fold(segment.trim()) });
      });
    },
    forget() {
      kept = new Map();
    },
  };
}
