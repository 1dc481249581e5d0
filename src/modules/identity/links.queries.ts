import type { Read, Tx } from '../../platform/database/contract.ts';
import type { LinkPurpose } from './types.ts';

export async function insertLink(
  tx: Tx,
  link: {
    purpose: LinkPurpose;
    secretHash: Buffer;
    accountId: number | null;
    email: string | null;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.db
    .insertInto('links')
    .values({
      tenant_id: tx.tenantId,
      purpose: link.purpose,
      secret_hash: link.secretHash,
      account_id: link.accountId,
      email: link.email,
      created_at: tx.clock.now(),
      expires_at: link.expiresAt,
    })
    .execute();
}

export async function findUsableLink(
  read: Read,
  purpose: LinkPurpose,
  secretHash: Buffer,
): Promise<{ accountId: number | null; email: string | null; expiresAt: Date } | null> {
  const row = await read.db
    .selectFrom('links')
    .select(['account_id as accountId', 'email', 'expires_at as expiresAt'])
    .where('tenant_id', '=', read.tenantId)
    .where('secret_hash', '=', secretHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', read.clock.now())
    .executeTakeFirst();
  return row ?? null;
}

/** The link of one of these purposes that has not expired, used or not. */
export async function findLivingLink(
  read: Read,
  purposes: readonly LinkPurpose[],
  secretHash: Buffer,
): Promise<{ purpose: string; accountId: number | null; email: string | null; usedAt: Date | null } | null> {
  const row = await read.db
    .selectFrom('links')
    .select(['purpose', 'account_id as accountId', 'email', 'used_at as usedAt'])
    .where('tenant_id', '=', read.tenantId)
    .where('secret_hash', '=', secretHash)
    .where('purpose', 'in', [...purposes])
    .where('expires_at', '>', read.clock.now())
    .executeTakeFirst();
  return row ?? null;
}

/** Claims the link: of many at once exactly one gets a row back. */
export async function claimLink(
  tx: Tx,
  purpose: LinkPurpose,
  secretHash: Buffer,
): Promise<{ accountId: number | null; email: string | null } | null> {
  const now = tx.clock.now();
  const row = await tx.db
    .updateTable('links')
    .set({ used_at: now })
    .where('tenant_id', '=', tx.tenantId)
    .where('secret_hash', '=', secretHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['account_id as accountId', 'email'])
    .executeTakeFirst();
  return row ?? null;
}

/** Ends the account's unused links of these purposes. */
export async function voidLinks(tx: Tx, accountId: number, purposes: readonly LinkPurpose[]): Promise<void> {
  await tx.db
    .updateTable('links')
    .set({ used_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('purpose', 'in', [...purposes])
    .where('used_at', 'is', null)
    .execute();
}

/** Ends every link to make the first owner. */
export async function voidFirstOwnerLinks(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('links')
    .set({ used_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('purpose', '=', 'first_owner')
    .where('used_at', 'is', null)
    .execute();
}
