import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Grant, OauthClient } from './types.ts';

const own = (read: Read) =>
  read.db
    .selectFrom('oauth_clients as c')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.id', '=', 'c.owner_id'),
    )
    .select([
      'c.id',
      'c.client_id as clientId',
      'c.name',
      'c.owner_id as ownerId',
      'a.username as ownerUsername',
      'a.is_active as isOwnerActive',
      'c.grants',
      'c.secret_hash as secretHash',
      'c.secret_django as secretDjango',
      'c.created_at as createdAt',
      'c.disabled_at as disabledAt',
    ])
    .where('c.tenant_id', '=', read.tenantId);

/** A client with what its secret is compared to: one of the two, never both. */
export interface FoundClient {
  readonly client: OauthClient;
  readonly secretHash: Buffer | null;
  readonly secretDjango: string | null;
  /** True where it has no owner. */
  readonly isOwnerActive: boolean;
}

export async function findClient(read: Read, clientId: string): Promise<FoundClient | null> {
  const row = await own(read).where('c.client_id', '=', clientId).executeTakeFirst();
  if (!row) return null;
  const { secretHash, secretDjango, isOwnerActive } = row;
  return { client: toClient(row), secretHash, secretDjango, isOwnerActive: isOwnerActive ?? true };
}

export async function selectClients(read: Read): Promise<OauthClient[]> {
  const rows = await own(read).orderBy('c.id').execute();
  return rows.map(toClient);
}

export async function insertClient(
  tx: Tx,
  client: {
    clientId: string;
    secretHash: Buffer;
    name: string;
    ownerId: number | null;
    grants: readonly Grant[];
  },
): Promise<number> {
  const row = await tx.db
    .insertInto('oauth_clients')
    .values({
      tenant_id: tx.tenantId,
      client_id: client.clientId,
      secret_hash: client.secretHash,
      name: client.name,
      owner_id: client.ownerId,
      grants: [...client.grants],
      created_at: tx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateClient(
  tx: Tx,
  id: number,
  change: {
    secret_hash?: Buffer;
    secret_django?: null;
    disabled_at?: Date | null;
    name?: string;
    grants?: string[];
  },
): Promise<void> {
  await tx.db
    .updateTable('oauth_clients')
    .set(change)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Its tokens go with it. */
export async function deleteClientRow(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('oauth_clients').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}

/** Nobody else changes it until the commit. */
export async function lockClient(tx: Tx, clientId: string): Promise<void> {
  await tx.db
    .selectFrom('oauth_clients')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('client_id', '=', clientId)
    .forUpdate()
    .execute();
}

/** Notes that the client was used, to the minute: many token requests at once must not queue for its row. */
export async function touchClient(tx: Tx, id: number): Promise<void> {
  const now = tx.clock.now();
  await tx.db
    .updateTable('oauth_clients')
    .set({ last_used_at: now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where((where) =>
      where.or([
        where('last_used_at', 'is', null),
        where('last_used_at', '<', new Date(now.getTime() - 60_000)),
      ]),
    )
    .execute();
}

function toClient(row: Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number]): OauthClient {
  const { secretHash: _hash, secretDjango: _django, isOwnerActive: _active, grants, ...client } = row;
  return {
    ...client,
    grants: grants.filter((grant) => grant === 'client_credentials' || grant === 'password'),
  };
}
