import type { OwnerTx } from '../../platform/database/contract.ts';

export async function deleteEndedTokens(tx: OwnerTx, before: Date): Promise<number> {
  const result = await tx.db
    .deleteFrom('tokens')
    .where('kind', '<>', 'api')
    .where('expires_at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function deleteEndedLinks(tx: OwnerTx, before: Date): Promise<number> {
  const result = await tx.db.deleteFrom('links').where('expires_at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
