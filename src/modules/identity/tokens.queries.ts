import type { Read, Tx } from '../../platform/database/contract.ts';
import { prepare, type Slot } from '../../platform/database/prepare.ts';
import type { Role, Token, TokenKind } from './types.ts';

export interface FoundCredential {
  readonly tokenId: number;
  readonly kind: TokenKind;
  readonly accountId: number;
  readonly username: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly oauthClientId: number | null;
  readonly clientDisabledAt: Date | null;
  readonly scopes: string[] | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** The token of that hash with its account and client: one look-up for every kind of credential. */
export async function findCredential(read: Read, hash: Buffer): Promise<FoundCredential | null> {
  const [row] = await credentialByHash(read, read.tenantId, hash);
  return row ? { ...row, kind: toKind(row.kind), role: toRole(row.role) } : null;
}

const credentialByHash = prepare(2, (db, tenantId: Slot<number>, hash: Slot<Buffer>) =>
  db
    .selectFrom('tokens as t')
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.id', '=', 't.account_id'),
    )
    .leftJoin('oauth_clients as c', (join) =>
      join.onRef('c.tenant_id', '=', 't.tenant_id').onRef('c.id', '=', 't.oauth_client_id'),
    )
    .select([
      't.id as tokenId',
      't.kind',
      't.account_id as accountId',
      'a.username',
      'a.role',
      'a.is_active as isActive',
      't.oauth_client_id as oauthClientId',
      'c.disabled_at as clientDisabledAt',
      't.scopes',
      't.expires_at as expiresAt',
      't.revoked_at as revokedAt',
    ])
    .where('t.tenant_id', '=', tenantId)
    .where('t.hash', '=', hash),
);

export async function insertToken(
  tx: Tx,
  token: {
    kind: TokenKind;
    hash: Buffer;
    accountId: number;
    oauthClientId?: number;
    scopes?: readonly string[];
    generation?: number;
    expiresAt?: Date;
  },
): Promise<number> {
  const row = await tx.db
    .insertInto('tokens')
    .values({
      tenant_id: tx.tenantId,
      kind: token.kind,
      hash: token.hash,
      account_id: token.accountId,
      oauth_client_id: token.oauthClientId ?? null,
      scopes: token.scopes ? [...token.scopes] : null,
      generation: token.generation ?? null,
      created_at: tx.clock.now(),
      expires_at: token.expiresAt ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The newest generation ever made for the account, and whether it still stands. */
export async function findNewestGeneration(
  read: Read,
  accountId: number,
): Promise<{ generation: number; isRevoked: boolean; createdAt: Date } | null> {
  const row = await read.db
    .selectFrom('tokens')
    .select(['generation', 'revoked_at', 'created_at'])
    .where('tenant_id', '=', read.tenantId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'api')
    .where('generation', 'is not', null)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row || row.generation === null) return null;
  return { generation: row.generation, isRevoked: row.revoked_at !== null, createdAt: row.created_at };
}

/**
 * Revokes the account's standing tokens of these kinds; returns how many.
 * @param how.isSuperseded by a new password or address, and not by a word against them
 * @param how.exceptTokenId one that stays
 */
export async function revokeTokens(
  tx: Tx,
  accountId: number,
  kinds: readonly TokenKind[],
  { isSuperseded = false, exceptTokenId = 0 } = {},
): Promise<number> {
  const result = await tx.db
    .updateTable('tokens')
    .set({ revoked_at: tx.clock.now(), is_superseded: isSuperseded })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('kind', 'in', [...kinds])
    .where('revoked_at', 'is', null)
    .where('id', '<>', exceptTokenId)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function revokeTokenRow(tx: Tx, id: number): Promise<{ accountId: number } | null> {
  const row = await tx.db
    .updateTable('tokens')
    .set({ revoked_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('account_id as accountId')
    .executeTakeFirst();
  return row ?? null;
}

/** Revokes a standing session or JWT. */
export async function revokeSignIn(
  tx: Tx,
  which: { id: number; accountId?: number } | { hash: Buffer },
): Promise<{ id: number; kind: TokenKind } | null> {
  const row = await tx.db
    .updateTable('tokens')
    .set({ revoked_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where((where) => {
      if (!('id' in which)) return where('hash', '=', which.hash);
      const { id, accountId } = which;
      const isIt = where('id', '=', id);
      return accountId === undefined ? isIt : where.and([isIt, where('account_id', '=', accountId)]);
    })
    .where('kind', 'in', ['session', 'jwt'])
    .where('revoked_at', 'is', null)
    .returning(['id', 'kind'])
    .executeTakeFirst();
  return row ? { id: row.id, kind: toKind(row.kind) } : null;
}

/** Standing tokens with their accounts, by id. */
export async function selectTokens(
  read: Read,
  filter: { id?: number; accountId?: number; kinds?: readonly TokenKind[]; adminsOnly?: boolean },
  page: { limit: number; offset: number },
): Promise<{ count: number; tokens: Token[] }> {
  const base = () => {
    let query = read.db
      .selectFrom('tokens as t')
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.id', '=', 't.account_id'),
      )
      .where('t.tenant_id', '=', read.tenantId)
      .where('t.revoked_at', 'is', null)
      .where((where) =>
        where.or([where('t.expires_at', 'is', null), where('t.expires_at', '>', read.clock.now())]),
      );
    if (filter.id !== undefined) query = query.where('t.id', '=', filter.id);
    if (filter.accountId !== undefined) query = query.where('t.account_id', '=', filter.accountId);
    if (filter.kinds) query = query.where('t.kind', 'in', [...filter.kinds]);
    if (filter.adminsOnly) query = query.where('a.role', 'in', ['admin', 'owner']);
    return query;
  };
  const [rows, counted] = await Promise.all([
    base()
      .select([
        't.id',
        't.kind',
        't.account_id as accountId',
        'a.username',
        't.created_at as createdAt',
        't.expires_at as expiresAt',
      ])
      .orderBy('t.id')
      .limit(page.limit)
      .offset(page.offset)
      .execute(),
    base()
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { count: counted.count, tokens: rows.map((row) => ({ ...row, kind: toKind(row.kind) })) };
}

function toKind(text: string): TokenKind {
  return text === 'access' || text === 'session' || text === 'jwt' ? text : 'api';
}

function toRole(text: string): Role {
  return text === 'owner' || text === 'admin' || text === 'staff' ? text : 'member';
}
