import type { OwnerContext } from '../../platform/database/contract.ts';
import { deleteEndedInvitations } from './housekeeping.queries.ts';

/** Milliseconds: who asks what became of an invitation asks within a season; longer, an address is kept for nothing. */
const invitationsKept = 90 * 24 * 60 * 60 * 1000;

/** Deletes invitations that were used, revoked or ran out 90 days ago, of all tenants. @returns how many */
export async function purgeInvitations(owner: OwnerContext): Promise<number> {
  const before = new Date(owner.clock.now().getTime() - invitationsKept);
  return owner.transaction((tx) => deleteEndedInvitations(tx, before));
}
