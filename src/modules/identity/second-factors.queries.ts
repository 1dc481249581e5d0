import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';

export interface SecondFactorRow {
  readonly sealed: Buffer;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
  /** Recovery codes not yet used. */
  readonly codesLeft: number;
}

export async function findSecondFactor(read: Read, accountId: number): Promise<SecondFactorRow | null> {
  const row = await read.db
    .selectFrom('second_factors as f')
    .select((select) => [
      'f.secret_sealed as sealed',
      'f.confirmed_at as confirmedAt',
      'f.last_step as lastStep',
      select
        .selectFrom('recovery_codes as c')
        .select((inner) => inner.fn.countAll<number>().as('left'))
        .whereRef('c.tenant_id', '=', 'f.tenant_id')
        .whereRef('c.account_id', '=', 'f.account_id')
        .where('c.used_at', 'is', null)
        .as('codesLeft'),
    ])
    .where('f.tenant_id', '=', read.tenantId)
    .where('f.account_id', '=', accountId)
    .executeTakeFirst();
  return row ? { ...row, codesLeft: row.codesLeft ?? 0 } : null;
}

/** Begins, or begins anew with another secret. @returns false when one is confirmed: it stays as it is */
export async function beginSecondFactor(tx: Tx, accountId: number, sealed: Buffer): Promise<boolean> {
  const { rows } = await sql`
    insert into second_factors as f (tenant_id, account_id, secret_sealed, begun_at)
    values (${tx.tenantId}, ${accountId}, ${sealed}, ${tx.clock.now()})
    on conflict (tenant_id, account_id) do update
      set secret_sealed = excluded.secret_sealed, begun_at = excluded.begun_at
      where f.confirmed_at is null
    returning f.account_id`.execute(tx.db);
  return rows.length > 0;
}

/** Switches on the one that was begun, unless it is on or was begun anew meanwhile. */
export async function confirmSecondFactor(
  tx: Tx,
  accountId: number,
  { sealed, step }: { readonly sealed: Buffer; readonly step: number },
): Promise<boolean> {
  const row = await tx.db
    .updateTable('second_factors')
    .set({ confirmed_at: tx.clock.now(), last_step: step })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('secret_sealed', '=', sealed)
    .where('confirmed_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertRecoveryCodes(
  tx: Tx,
  accountId: number,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.db
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ tenant_id: tx.tenantId, account_id: accountId, hash })))
    .execute();
}

/** Takes a step for one sign-in: false when it, or a later one, was taken before. Of two at once one gets it. */
export async function claimStep(
  tx: Tx,
  accountId: number,
  { sealed, step }: { readonly sealed: Buffer; readonly step: number },
): Promise<boolean> {
  const row = await tx.db
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('secret_sealed', '=', sealed)
    .where('confirmed_at', 'is not', null)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a recovery code for one sign-in: false when it was taken before. */
export async function claimRecoveryCode(tx: Tx, accountId: number, hash: Buffer): Promise<boolean> {
  const row = await tx.db
    .updateTable('recovery_codes')
    .set({ used_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasRecoveryCode(read: Read, accountId: number, hash: Buffer): Promise<boolean> {
  const row = await read.db
    .selectFrom('recovery_codes')
    .select('account_id')
    .where('tenant_id', '=', read.tenantId)
    .where('account_id', '=', accountId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** With its recovery codes. @returns false: there was none */
export async function deleteSecondFactor(tx: Tx, accountId: number): Promise<boolean> {
  const row = await tx.db
    .deleteFrom('second_factors')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}
