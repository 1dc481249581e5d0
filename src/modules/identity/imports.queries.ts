import { sql } from 'kysely';
import type { OwnerTx, Read, Tx } from '../../platform/database/contract.ts';
import type { Profile } from './types.ts';

/** A new account's columns, as they travel in one JSON value for a whole batch. */
export interface ImportedAccountRow extends Profile {
  readonly id: number | null;
  readonly uuid: string;
  readonly username: string;
  readonly username_key: string;
  readonly email: string;
  readonly email_key: string;
  readonly email_confirmed_at: Date | null;
  readonly name: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly name_key: string;
  readonly role: string;
  readonly is_active: boolean;
  readonly password_hash: string | null;
  readonly locale: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly last_login_at: Date | null;
}

/**
 * Makes sure that numbers up to `id` are never drawn for a new account, of any tenant. Takes effect at once and is not
 * undone by a rollback, as the counter is outside transactions.
 */
export async function reserveAccountIds(tx: OwnerTx, id: number): Promise<void> {
  await sql`
    select setval(counter, ${id}::bigint)
    from (select pg_get_serial_sequence('accounts', 'id')::regclass as counter) found
    where coalesce(pg_sequence_last_value(counter), 0) < ${id}::bigint`.execute(tx.db);
}

/**
 * Inserts a batch with one statement, leaving out whoever is here already by number, username or e-mail.
 * Draws from the accounts' counter itself, which only the owner may.
 * @returns who was inserted
 */
export async function insertImportedAccounts(
  tx: Tx,
  batch: readonly ImportedAccountRow[],
): Promise<{ id: number; usernameKey: string }[]> {
  const { rows } = await sql<{ id: number; usernameKey: string }>`
    insert into accounts (
      tenant_id, id, uuid, username, username_key, email, email_key, email_confirmed_at, name, first_name, last_name,
      name_key, role, is_active, password_hash, password_changed_at, locale, level_of_education, gender,
      mailing_address, city, country, goals, bio, year_of_birth, language, extra, created_at, updated_at,
      last_login_at)
    overriding system value
    select ${tx.tenantId}, coalesce(r.id, nextval(pg_get_serial_sequence('accounts', 'id'))), r.uuid, r.username,
      r.username_key, r.email, r.email_key, r.email_confirmed_at, r.name, r.first_name, r.last_name, r.name_key, r.role,
      r.is_active, r.password_hash, case when r.password_hash is not null then r.created_at end, r.locale,
      r.level_of_education, r.gender, r.mailing_address, r.city, r.country, r.goals, r.bio, r.year_of_birth, r.language,
      r.extra, r.created_at, ${tx.clock.now()}, r.last_login_at
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (
      id bigint, uuid uuid, username text, username_key text, email text, email_key text,
      email_confirmed_at timestamptz, name text, first_name text, last_name text, name_key text, role text,
      is_active boolean, password_hash text, locale text, level_of_education text, gender text, mailing_address text,
      city text, country text, goals text, bio text, year_of_birth integer, language text, extra jsonb,
      created_at timestamptz, last_login_at timestamptz)
    on conflict do nothing
    returning id, username_key as "usernameKey"`.execute(tx.db);
  return rows;
}

/** An account as far as rows of a file are matched with it. */
export interface KnownAccount {
  readonly id: number;
  readonly username_key: string;
  readonly email_key: string;
}

/** The tenant's accounts that have one of these keys as username or e-mail, or one of these numbers. */
export async function findKnownAccounts(
  read: Read,
  keys: readonly string[],
  ids: readonly number[],
): Promise<KnownAccount[]> {
  // Three look-ups, each by its own index: `or` over all of them makes PostgreSQL read every account of the tenant.
  const { rows } = await sql<KnownAccount>`
    select id, username_key, email_key from accounts
    where tenant_id = ${read.tenantId} and username_key = any (${keys}::text[])
    union
    select id, username_key, email_key from accounts
    where tenant_id = ${read.tenantId} and email_key = any (${keys}::text[])
    union
    select id, username_key, email_key from accounts
    where tenant_id = ${read.tenantId} and id = any (${ids}::bigint[])`.execute(read.db);
  return rows;
}

export interface ImportedTokenRow {
  /** Hexadecimal. */
  readonly hash: string;
  readonly account_id: number;
  readonly created_at: Date;
}

/** Inserts a batch of API tokens with one statement; returns the hashes that were new. */
export async function insertImportedTokens(tx: Tx, batch: readonly ImportedTokenRow[]): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    insert into tokens (tenant_id, kind, hash, account_id, created_at)
    select ${tx.tenantId}, 'api', decode(r.hash, 'hex'), r.account_id, r.created_at
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (hash text, account_id bigint, created_at timestamptz)
    on conflict do nothing
    returning encode(hash, 'hex') as hash`.execute(tx.db);
  return rows.map((row) => row.hash);
}

/** Tokens of these hashes (hexadecimal): whose they are, and whether they still stand. */
export async function findKnownTokens(
  read: Read,
  hashes: readonly string[],
): Promise<{ hash: string; accountId: number; isRevoked: boolean }[]> {
  const { rows } = await sql<{ hash: string; accountId: number; isRevoked: boolean }>`
    select encode(hash, 'hex') as hash, account_id as "accountId", revoked_at is not null as "isRevoked" from tokens
    where tenant_id = ${read.tenantId}
      and hash = any (array(select decode(h, 'hex') from unnest(${hashes}::text[]) h))`.execute(read.db);
  return rows;
}

export interface ImportedClientRow {
  readonly client_id: string;
  /** Hexadecimal; null: `secret_django` is known only. */
  readonly secret_hash: string | null;
  readonly secret_django: string | null;
  readonly name: string;
  readonly owner_id: number;
  readonly grants: readonly string[];
  readonly created_at: Date;
}

/** Inserts a batch of OAuth clients with one statement; returns those that were new. */
export async function insertImportedClients(
  tx: Tx,
  batch: readonly ImportedClientRow[],
): Promise<{ id: number; clientId: string }[]> {
  const { rows } = await sql<{ id: number; clientId: string }>`
    insert into oauth_clients (tenant_id, client_id, secret_hash, secret_django, name, owner_id, grants, created_at)
    select ${tx.tenantId}, r.client_id, decode(r.secret_hash, 'hex'), r.secret_django, r.name, r.owner_id,
      array(select jsonb_array_elements_text(r.grants)), r.created_at
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r (client_id text, secret_hash text,
      secret_django text, name text, owner_id bigint, grants jsonb, created_at timestamptz)
    on conflict do nothing
    returning id, client_id as "clientId"`.execute(tx.db);
  return rows;
}

export async function findKnownClients(
  read: Read,
  clientIds: readonly string[],
): Promise<{ clientId: string; ownerId: number | null }[]> {
  return read.db
    .selectFrom('oauth_clients')
    .select(['client_id as clientId', 'owner_id as ownerId'])
    .where('tenant_id', '=', read.tenantId)
    .where('client_id', 'in', [...clientIds])
    .execute();
}
