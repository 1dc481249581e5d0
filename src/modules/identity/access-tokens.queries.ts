import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { ClientUse, KnownAccessToken } from './types.ts';

/** The OAuth access token of that hash with its account and client, ended or not. */
export async function findAccessToken(read: Read, hash: Buffer): Promise<KnownAccessToken | null> {
  const row = await read.db
    .selectFrom('tokens as t')
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.id', '=', 't.account_id'),
    )
    .innerJoin('oauth_clients as c', (join) =>
      join.onRef('c.tenant_id', '=', 't.tenant_id').onRef('c.id', '=', 't.oauth_client_id'),
    )
    .select([
      't.id',
      't.account_id as accountId',
      'a.uuid as accountUuid',
      'a.username',
      'a.is_active as isAccountActive',
      'c.id as oauthClientId',
      'c.client_id as clientId',
      'c.disabled_at as clientDisabledAt',
      't.scopes',
      't.created_at as createdAt',
      't.expires_at as expiresAt',
      't.revoked_at as revokedAt',
      't.is_superseded as isSuperseded',
    ])
    .where('t.tenant_id', '=', read.tenantId)
    .where('t.hash', '=', hash)
    .where('t.kind', '=', 'access')
    .executeTakeFirst();
  if (!row) return null;
  const { clientDisabledAt, scopes, expiresAt, ...known } = row;
  return {
    ...known,
    isClientDisabled: clientDisabledAt !== null,
    scopes: scopes ?? [],
    expiresAt: expiresAt ?? new Date(0),
  };
}

/** Revokes a standing access token, or one that still names its client; null when it does neither. */
export async function revokeAccessToken(tx: Tx, id: number): Promise<{ id: number } | null> {
  const row = await tx.db
    .updateTable('tokens')
    .set({ revoked_at: tx.clock.now(), is_superseded: false })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where((where) => where.or([where('revoked_at', 'is', null), where('is_superseded', '=', true)]))
    .returning('id')
    .executeTakeFirst();
  return row ?? null;
}

/** What the tenant's clients were used for, oldest client first. */
export async function selectClientUses(read: Read): Promise<ClientUse[]> {
  const now = read.clock.now();
  const monthAgo = new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000);
  const { rows } = await sql<ClientUse>`
    select c.client_id as "clientId", c.name, c.last_used_at as "lastUsedAt", used.*
    from oauth_clients c
    cross join lateral (
      select count(*)::integer as tokens,
        (count(*) filter (where t.created_at > ${monthAgo}))::integer as "tokensLastMonth",
        (count(*) filter (where stands))::integer as "standingTokens",
        (count(distinct t.account_id) filter (where stands))::integer as people
      from tokens t
      cross join lateral (
        select t.revoked_at is null and t.expires_at > ${now} and c.disabled_at is null as stands
      ) state
      where t.tenant_id = ${read.tenantId} and t.oauth_client_id = c.id and t.kind = 'access'
    ) used
    where c.tenant_id = ${read.tenantId}
    order by c.id`.execute(read.db);
  return rows;
}
