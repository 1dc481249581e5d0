import type { OwnerTx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { strangerSecret } from './refusals.ts';
import { createSite } from './sites.ts';
import * as rows from './tenants.queries.ts';
import type { Installation } from './types.ts';

/**
 * What the installation knows of itself; made with its default tenant and site at the first start.
 * Refuses a secret other than the one the database was started with: every stored hash would miss its token.
 * @param secretFingerprint tells secrets apart without revealing one
 */
export async function openInstallation(
  tx: OwnerTx,
  secretFingerprint: string,
  rootDomain: string,
): Promise<Installation> {
  await rows.lockInstallation(tx);
  const present = await rows.selectInstallation(tx);
  if (present) {
    if (present.secretFingerprint !== secretFingerprint) throw strangerSecret();
    return present;
  }
  const now = tx.clock.now();
  const slug = 'default';
  const tenantId = await rows.insertTenant(tx, {
    uuid: uuid(tx.random, now),
    slug,
    name: 'Muster',
    nameKey: 'muster',
    status: 'active',
  });
  const site = await createSite(tx, tenantId, {
    slug,
    name: 'Muster',
    hosts: [rootDomain],
    organisations: [],
    config: {},
  });
  const installation = {
    uuid: uuid(tx.random, now),
    secretFingerprint,
    defaultTenantId: tenantId,
    defaultSiteId: site.id,
  };
  await rows.insertInstallation(tx, installation);
  return installation;
}
