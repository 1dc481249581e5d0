import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Invitation, OfferedRole } from './types.ts';

const columns = [
  'id',
  'uuid',
  'email',
  'first_name as firstName',
  'last_name as lastName',
  'role',
  'inviter_id as inviterId',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'first_clicked_at as firstClickedAt',
  'used_at as usedAt',
  'revoked_at as revokedAt',
] as const;

const own = (read: Read) =>
  read.db.selectFrom('invitations').select(columns).where('tenant_id', '=', read.tenantId);

type InvitationRow = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

export async function insertInvitation(
  tx: Tx,
  invitation: {
    uuid: string;
    secretHash: Buffer;
    email: string;
    emailKey: string;
    firstName: string;
    lastName: string;
    role: OfferedRole;
    inviterId: number | null;
    expiresAt: Date;
  },
): Promise<Invitation> {
  const row = await tx.db
    .insertInto('invitations')
    .values({
      tenant_id: tx.tenantId,
      uuid: invitation.uuid,
      secret_hash: invitation.secretHash,
      email: invitation.email,
      email_key: invitation.emailKey,
      first_name: invitation.firstName,
      last_name: invitation.lastName,
      role: invitation.role,
      inviter_id: invitation.inviterId,
      created_at: tx.clock.now(),
      expires_at: invitation.expiresAt,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toInvitation(row);
}

/** The invitation of that secret that was not revoked. */
export async function findBySecret(read: Read, secretHash: Buffer): Promise<Invitation | null> {
  const row = await own(read)
    .where('secret_hash', '=', secretHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ? toInvitation(row) : null;
}

export async function findByUuid(read: Read, uuid: string): Promise<Invitation | null> {
  const row = await own(read).where('uuid', '=', uuid).executeTakeFirst();
  return row ? toInvitation(row) : null;
}

/** Notes the first look; later ones change nothing. */
export async function stampFirstClick(tx: Tx, id: number): Promise<void> {
  await tx.db
    .updateTable('invitations')
    .set({ first_clicked_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('first_clicked_at', 'is', null)
    .execute();
}

/** Claims the invitation: of many at once exactly one gets true. */
export async function claimInvitation(tx: Tx, id: number): Promise<boolean> {
  const now = tx.clock.now();
  const row = await tx.db
    .updateTable('invitations')
    .set({ used_at: now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function noteUser(tx: Tx, id: number, accountId: number): Promise<void> {
  await tx.db
    .updateTable('invitations')
    .set({ used_by_id: accountId })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Ends an open invitation; false when it was used or revoked before. */
export async function revokeInvitationRow(tx: Tx, uuid: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('invitations')
    .set({ revoked_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('uuid', '=', uuid)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives an open invitation another secret and expiry; the old secret opens nothing any more. */
export async function renewInvitation(
  tx: Tx,
  id: number,
  secretHash: Buffer,
  expiresAt: Date,
): Promise<boolean> {
  const row = await tx.db
    .updateTable('invitations')
    .set({ secret_hash: secretHash, expires_at: expiresAt })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** One page of the tenant's invitations, the newest first, and how many there are. */
export async function selectInvitations(
  read: Read,
  { isOpen }: { isOpen?: boolean },
  page: { limit: number; offset: number },
): Promise<{ count: number; invitations: Invitation[] }> {
  const base = () => {
    const all = read.db.selectFrom('invitations').where('tenant_id', '=', read.tenantId);
    return isOpen === true
      ? all
          .where('used_at', 'is', null)
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', read.clock.now())
      : all;
  };
  const [rows, counted] = await Promise.all([
    base().select(columns).orderBy('id', 'desc').limit(page.limit).offset(page.offset).execute(),
    base()
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { count: counted.count, invitations: rows.map(toInvitation) };
}

/** The newest of an address that may still be accepted. */
export async function findOpenTo(read: Read, emailKey: string): Promise<Invitation | null> {
  const row = await read.db
    .selectFrom('invitations')
    .select(columns)
    .where('tenant_id', '=', read.tenantId)
    .where('email_key', '=', emailKey)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toInvitation(row) : null;
}

export async function deleteInvitationsTo(tx: Tx, emailKey: string): Promise<void> {
  await tx.db
    .deleteFrom('invitations')
    .where('tenant_id', '=', tx.tenantId)
    .where('email_key', '=', emailKey)
    .execute();
}

function toInvitation(row: InvitationRow): Invitation {
  const { role } = row;
  return { ...row, role: role === 'owner' || role === 'admin' || role === 'staff' ? role : 'member' };
}
