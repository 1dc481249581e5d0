import type { Config } from '../config.ts';
import type { Installation } from '../installation.ts';
import { requireDefaultSite, requireSite } from '../modules/tenants/sites.ts';
import type { Site } from '../modules/tenants/types.ts';
import type { Context, OwnerContext, Scope } from '../platform/database/contract.ts';
import { createLog, type Log } from '../platform/log.ts';
import { randomHex, systemRandom } from '../platform/random.ts';

/** What a command works with: the installation, opened for it alone, and who it acts as. */
export interface Operator {
  readonly installation: Installation;
  /** Across tenants: who holds the machine holds every tenant. */
  readonly owner: OwnerContext;
  /** As what a command acts in a tenant; a site of it where one is meant. */
  scopeOf(tenantId: number, siteId: number | null): Scope;
  /** The site of that slug, else the default one, with the handle on its tenant. Refuses an unknown slug. */
  at(slug: string | undefined): Promise<SiteAtHand>;
}

export interface SiteAtHand {
  readonly site: Site;
  readonly context: Context;
}

/**
 * Opens the installation for one command, beside a running server or without one, and closes it afterwards.
 * @param command as the audit trail names the author
 */
export async function asOperator<T>(command: string, work: (operator: Operator) => Promise<T>): Promise<T> {
  const { config, log, installation: opening } = await readOwnConfig();
  const installation = await opening.openInstallation(config, { log });
  const owner = installation.database.acrossTenants();
  const requestId = `cli-${randomHex(systemRandom, 8)}`;
  const scopeOf = (tenantId: number, siteId: number | null): Scope => ({
    tenantId,
    siteId,
    author: { kind: 'command', id: null, name: command },
    requestId,
  });
  try {
    return await work({
      installation,
      owner,
      scopeOf,
      async at(slug) {
        const site = await owner.read((read) =>
          slug === undefined ? requireDefaultSite(read) : requireSite(read, slug),
        );
        return { site, context: installation.database.scope(scopeOf(site.tenantId, site.id)) };
      },
    });
  } finally {
    await installation.close();
  }
}

/** The configuration, and a log that is silent unless MUSTER_DEBUG asks: what goes wrong is told by the command. */
export async function readOwnConfig(): Promise<{
  config: Config;
  log: Log;
  installation: typeof import('../installation.ts');
}> {
  const installation = await import('../installation.ts');
  const { loadOwnConfig } = await import('../config.ts');
  const config = loadOwnConfig(installation.packageFolder);
  const { log } = config.debug
    ? createLog({ level: 'debug', readable: true, stream: process.stderr })
    : createLog({ level: 'silent', stream: { write: () => undefined } });
  return { config, log, installation };
}
