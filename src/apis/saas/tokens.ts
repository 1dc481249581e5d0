import { issueJwt } from '../../modules/identity/jwts.ts';
import type { Account, Identity } from '../../modules/identity/types.ts';
import type { Site } from '../../modules/tenants/types.ts';
import type { Tx } from '../../platform/database/contract.ts';

/** Seconds a JWT lives (contract §2.4: 72 h). */
const lifetime = 259_200;

/**
 * Makes the JWT of a sign-in with the claims of contract §2.4, and `tenant`, by which the root domain finds its tenant.
 * @param signedInAt of the sign-in that it goes on from; left out: now
 */
export async function issueToken(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
  signedInAt: Date = tx.clock.now(),
): Promise<string> {
  const claims = {
    sub: account.email,
    email: account.email,
    user_id: account.uuid,
    is_superuser: site.isDefault && account.role === 'owner',
    groups: [account.role],
    orig_iat: Math.floor(signedInAt.getTime() / 1000),
    tenant: site.tenantUuid,
  };
  const { token } = await issueJwt(tx, identity, account.id, { claims, seconds: lifetime });
  return token;
}
