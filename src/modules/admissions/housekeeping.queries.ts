import type { OwnerTx } from '../../platform/database/contract.ts';

export async function deleteEndedInvitations(tx: OwnerTx, before: Date): Promise<number> {
  const result = await tx.db
    .deleteFrom('invitations')
    .where((is) =>
      is.or([is('expires_at', '<', before), is('used_at', '<', before), is('revoked_at', '<', before)]),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
