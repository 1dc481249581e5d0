import type { Read, Tx } from '../../platform/database/contract.ts';

export async function hasSharedPasswordRow(read: Read): Promise<boolean> {
  const row = await read.db
    .selectFrom('shared_passwords')
    .select('tenant_id')
    .where('tenant_id', '=', read.tenantId)
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether there was none */
export async function insertSharedPassword(tx: Tx, hash: string): Promise<boolean> {
  const result = await tx.db
    .insertInto('shared_passwords')
    .values({ tenant_id: tx.tenantId, hash, set_at: tx.clock.now(), switched_off_at: null })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
