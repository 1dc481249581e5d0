import type { OwnerContext } from '../../platform/database/contract.ts';
import { endedTokensKept } from './access-tokens.ts';
import { deleteEndedLinks, deleteEndedTokens } from './housekeeping.queries.ts';

const day = 24 * 60 * 60 * 1000;
const linksKept = 30 * day;

/** Deletes tokens that ended 400 days ago and links that ended 30 days ago, of all tenants. */
export async function purgeEnded(owner: OwnerContext): Promise<{ tokens: number; links: number }> {
  const now = owner.clock.now().getTime();
  return owner.transaction(async (tx) => ({
    tokens: await deleteEndedTokens(tx, new Date(now - endedTokensKept)),
    links: await deleteEndedLinks(tx, new Date(now - linksKept)),
  }));
}
