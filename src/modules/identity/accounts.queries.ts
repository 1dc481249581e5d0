// Long because every question about rows of accounts stands here, with the one list of their columns.
import type { Compilable, Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import { prepare, type Slot } from '../../platform/database/prepare.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { isBehind, isSettled, type SyncPlace, syncOrder } from '../../platform/database/sync-order.ts';
import type { Account, AccountOrder, Addressed, Identified, Profile, Role } from './types.ts';

const columns = [
  'id',
  'uuid',
  'username',
  'email',
  'email_confirmed_at',
  'must_confirm',
  'name',
  'first_name',
  'last_name',
  'role',
  'is_active',
  'deactivated_at',
  'phone',
  'zip_code',
  'wants_letters',
  'locale',
  'extra',
  'created_at',
  'last_login_at',
  'level_of_education',
  'gender',
  'mailing_address',
  'city',
  'country',
  'goals',
  'bio',
  'year_of_birth',
  'language',
] as const;

const own = (read: Read) =>
  read.db.selectFrom('accounts').select(columns).where('tenant_id', '=', read.tenantId);

type AccountRow = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

/** A new account's columns, but for its username. */
export interface NewAccountRow {
  readonly uuid: string;
  readonly email: string;
  readonly emailKey: string;
  readonly emailConfirmedAt: Date | null;
  readonly mustConfirm: boolean;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly nameKey: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly passwordHash: string | null;
  readonly locale: string | null;
  readonly profile: Profile;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/**
 * Inserts the account under the first free username of the candidates; the constraints judge.
 * @returns null when the e-mail or every candidate is taken: nothing was written, the transaction goes on
 */
export async function insertAccount(
  tx: Tx,
  usernames: readonly { username: string; key: string }[],
  row: NewAccountRow,
): Promise<Account | null> {
  const profile = row.profile;
  const { rows } = await sql<AccountRow>`
    insert into accounts (
      tenant_id, uuid, username, username_key, email, email_key, email_confirmed_at, must_confirm, name, first_name, last_name,
      name_key, role, is_active, password_hash, password_changed_at, locale, level_of_education, gender,
      mailing_address, city, country, goals, bio, year_of_birth, language, extra, created_at, updated_at)
    select ${tx.tenantId}, ${row.uuid}, candidate.username, candidate.key, ${row.email}, ${row.emailKey},
      ${row.emailConfirmedAt}::timestamptz, ${row.mustConfirm}, ${row.name}, ${row.firstName}, ${row.lastName}, ${row.nameKey}, ${row.role},
      ${row.isActive}, ${row.passwordHash}, case when ${row.passwordHash}::text is null then null else ${row.createdAt}::timestamptz end,
      ${row.locale}, ${profile.level_of_education}, ${profile.gender}, ${profile.mailing_address}, ${profile.city},
      ${profile.country}, ${profile.goals}, ${profile.bio}, ${profile.year_of_birth}::integer, ${profile.language},
      ${JSON.stringify(row.extra)}::jsonb, ${row.createdAt}::timestamptz, ${row.createdAt}::timestamptz
    from unnest(${usernames.map((one) => one.username)}::text[], ${usernames.map((one) => one.key)}::text[])
      with ordinality as candidate (username, key, place)
    where not exists (select 1 from accounts taken
                      where taken.tenant_id = ${tx.tenantId} and taken.username_key = candidate.key)
    order by candidate.place limit 1
    on conflict do nothing
    returning ${sql.join(columns.map((column) => sql.ref(column)))}`.execute(tx.db);
  return rows[0] ? toAccount(rows[0]) : null;
}

/** Which of the two are in use here by an account other than `exceptId`. */
export async function findTaken(
  read: Read,
  keys: { emailKey: string | null; usernameKey: string | null },
  exceptId: number | null,
): Promise<{ email: boolean; username: boolean }> {
  const { rows } = await sql<{ email: boolean; username: boolean }>`
    select
      exists (select 1 from accounts where tenant_id = ${read.tenantId} and email_key = ${keys.emailKey}
              and id is distinct from ${exceptId}::bigint) as email,
      exists (select 1 from accounts where tenant_id = ${read.tenantId} and username_key = ${keys.usernameKey}
              and id is distinct from ${exceptId}::bigint) as username`.execute(read.db);
  return rows[0] ?? { email: false, username: false };
}

/** Those of the ids that are accounts, in no order; one statement whatever the number. */
export async function findAccounts(read: Read, ids: readonly number[]): Promise<Account[]> {
  const rows = await own(read).where('id', '=', sql<number>`any (${ids}::bigint[])`).execute();
  return rows.map(toAccount);
}

export async function findAccountByUuid(read: Read, uuid: string): Promise<Account | null> {
  const row = await own(read).where('uuid', '=', uuid).executeTakeFirst();
  return row ? toAccount(row) : null;
}

export async function findAccount(read: Read, id: number): Promise<Account | null> {
  const row = await own(read).where('id', '=', id).executeTakeFirst();
  return row ? toAccount(row) : null;
}

export async function findAccountByUsername(read: Read, usernameKey: string): Promise<Account | null> {
  const [row] = await accountByUsername(read, read.tenantId, usernameKey);
  return row ? toAccount(row) : null;
}

const accountByUsername = prepare(2, (db, tenantId: Slot<number>, usernameKey: Slot<string>) =>
  db
    .selectFrom('accounts')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('username_key', '=', usernameKey),
);

/** Accounts whose username or e-mail is `key`: none, one, or two of whom each has it as something else. */
export async function findAccountsByEither(read: Read, key: string): Promise<Account[]> {
  const rows = await own(read)
    .where((where) => where.or([where('username_key', '=', key), where('email_key', '=', key)]))
    .orderBy('id')
    .execute();
  return rows.map(toAccount);
}

/** Those of these accounts that are active. */
export async function selectActiveAmong(read: Read, ids: readonly number[]): Promise<Addressed[]> {
  return read.db
    .selectFrom('accounts')
    .select(['id', 'email'])
    .where('tenant_id', '=', read.tenantId)
    .where(sql<SqlBool>`id = any(${[...ids]}::bigint[])`)
    .where('is_active', '=', true)
    .execute();
}

/** The account of each key, by e-mail first, else by username; keys that name nobody have no row. */
export async function selectIdentified(read: Read, keys: readonly string[]): Promise<Identified[]> {
  const { rows } = await sql<Identified>`
    select given.key, a.id, a.email, a.email_key as "emailKey", a.is_active as "isActive", a.name, a.locale
    from unnest(${[...keys]}::text[]) as given (key)
    join lateral (
      (select * from accounts where tenant_id = ${read.tenantId} and email_key = given.key)
      union all
      (select * from accounts where tenant_id = ${read.tenantId} and username_key = given.key)
      limit 1
    ) a on true`.execute(read.db);
  return rows;
}

/**
 * Locks the account until the transaction ends, so that two changes of one person follow each other.
 * Not against rows that refer to it: an enrolment of the person need not wait.
 */
export async function lockAccount(tx: Tx, id: number): Promise<Account | null> {
  const row = await own(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** What a login compares, for the account whose username or e-mail is `key`; with `email` whose e-mail it is. */
export async function findPassword(
  read: Read,
  key: string,
  by: 'email' | 'either' = 'either',
): Promise<StoredPassword[]> {
  const rows = await read.db
    .selectFrom('accounts')
    .select([
      'id',
      'password_hash as passwordHash',
      'is_active as isActive',
      'must_confirm',
      'email_confirmed_at',
      sql<boolean>`exists (select 1 from second_factors f where f.tenant_id = accounts.tenant_id
        and f.account_id = accounts.id and f.confirmed_at is not null)`.as('hasSecondFactor'),
      sql<boolean>`role <> 'member' and (select t.staff_second_factor from tenants t where t.id = accounts.tenant_id)`.as(
        'needsSecondFactor',
      ),
    ])
    .where('tenant_id', '=', read.tenantId)
    .where((where) =>
      by === 'email'
        ? where('email_key', '=', key)
        : where.or([where('username_key', '=', key), where('email_key', '=', key)]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ must_confirm: must, email_confirmed_at: at, ...row }) => ({
    ...row,
    isUnconfirmed: must && at === null,
  }));
}

/** Whether any password opens the account. */
export async function hasStoredPassword(read: Read, id: number): Promise<boolean> {
  const row = await read.db
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', read.tenantId)
    .where('id', '=', id)
    .where('password_hash', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export interface StoredPassword {
  readonly id: number;
  readonly passwordHash: string | null;
  readonly isActive: boolean;
  /** Must confirm the address first. */
  readonly isUnconfirmed: boolean;
  readonly hasSecondFactor: boolean;
  /** Of staff in a tenant that demands one. */
  readonly needsSecondFactor: boolean;
}

export interface AccountColumns {
  readonly username?: string;
  readonly username_key?: string;
  readonly must_confirm?: boolean;
  readonly email?: string;
  readonly email_key?: string;
  readonly email_confirmed_at?: Date | null;
  readonly name?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly name_key?: string;
  readonly role?: Role;
  readonly is_active?: boolean;
  readonly deactivated_at?: Date;
  readonly password_hash?: string | null;
  readonly password_changed_at?: Date;
  readonly last_login_at?: Date;
  readonly extra?: string;
  readonly phone?: string | null;
  readonly zip_code?: string | null;
  readonly wants_letters?: boolean;
  readonly locale?: string;
}

export async function updateAccountRow(
  tx: Tx,
  id: number,
  change: AccountColumns & Partial<Profile>,
): Promise<void> {
  await tx.db
    .updateTable('accounts')
    .set({ ...change, updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Makes an inactive account active; false when it was active already, so that what follows happens once. */
export async function activateRow(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.db
    .updateTable('accounts')
    .set({ is_active: true, deactivated_at: null, updated_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('is_active', '=', false)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the tenant has an active owner. */
export async function hasOwner(read: Read): Promise<boolean> {
  const row = await read.db
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', read.tenantId)
    .where('role', '=', 'owner')
    .where('is_active', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many active owners the tenant has. */
export async function countOwners(read: Read): Promise<number> {
  const row = await read.db
    .selectFrom('accounts')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', read.tenantId)
    .where('role', '=', 'owner')
    .where('is_active', '=', true)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Locks the active owners of the tenant and counts them: two at once must not both cease to be the last. */
export async function countOwnersLocked(tx: Tx): Promise<number> {
  const rows = await tx.db
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('role', '=', 'owner')
    .where('is_active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.length;
}

export async function deleteAccountRow(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('accounts').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}

export interface AccountFilter {
  readonly emailKey?: string;
  readonly isActive?: boolean;
  readonly joinedFrom?: Date;
  readonly joinedBefore?: Date;
  readonly role?: Role;
  /** A pattern of `like`, already escaped and folded. */
  readonly pattern?: string;
}

/** One page of accounts by id, and how many there are in all; both statements travel together. */
export async function selectAccounts(
  read: Read,
  filter: AccountFilter,
  page: { limit: number; offset: number },
  orders: readonly AccountOrder[] = [],
): Promise<{ count: number; accounts: Account[] }> {
  const ordered = orders.reduce(
    (query, { by, descending }) =>
      query.orderBy(orderColumns[by], (order) =>
        descending ? order.desc().nullsLast() : order.asc().nullsFirst(),
      ),
    own(read).where(matching(filter)),
  );
  const [rows, counted] = await Promise.all([
    ordered.orderBy('id').limit(page.limit).offset(page.offset).execute(),
    read.db
      .selectFrom('accounts')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('tenant_id', '=', read.tenantId)
      .where(matching(filter))
      .executeTakeFirstOrThrow(),
  ]);
  return { count: counted.count, accounts: rows.map(toAccount) };
}

/** Columns folded by the application: an embedded and a served database collate the others differently. */
const orderColumns = {
  username: 'username_key',
  email: 'email_key',
  name: 'name_key',
  joined: 'created_at',
  lastLogin: 'last_login_at',
} as const;

const matching = (filter: AccountFilter) => (where: ExpressionBuilder<DB, 'accounts'>) => {
  const all: Expression<SqlBool>[] = [];
  if (filter.emailKey !== undefined) all.push(where('email_key', '=', filter.emailKey));
  if (filter.isActive !== undefined) all.push(where('is_active', '=', filter.isActive));
  if (filter.joinedFrom) all.push(where('created_at', '>=', filter.joinedFrom));
  if (filter.joinedBefore) all.push(where('created_at', '<', filter.joinedBefore));
  if (filter.role) all.push(where('role', '=', filter.role));
  if (filter.pattern) {
    all.push(sql<SqlBool>`id in (select found.id from search_accounts(${filter.pattern}) found)`);
  }
  return where.and(all);
};

/** Where an account stands in an order: its key there, as a text, and its number. */
export interface AccountPlace {
  readonly key: string;
  readonly id: number;
}

/** An account where a list by some order shows it. */
export interface PlacedAccount {
  readonly account: Account;
  readonly place: AccountPlace;
}

/** An account with when and by which transaction it was written last. */
export interface ChangedAccount {
  readonly account: Account;
  readonly updatedAt: Date;
  readonly place: SyncPlace;
}

/** Expressions that are never null, so that every account has one place in each order. */
const keys = {
  username: sql<string>`${sql.ref(orderColumns.username)}`,
  email: sql<string>`${sql.ref(orderColumns.email)}`,
  name: sql<string>`${sql.ref(orderColumns.name)}`,
  joined: sql<string>`${sql.ref(orderColumns.joined)}`,
  lastLogin: sql<string>`coalesce(${sql.ref(orderColumns.lastLogin)}, 'epoch')`,
} as const;

/** A key as a text: of a moment the microseconds since 1970, which no text can spell wrongly. */
function keyText(by: AccountOrder['by']) {
  if (by !== 'joined' && by !== 'lastLogin') return keys[by];
  return sql<string>`(extract(epoch from ${keys[by]}) * 1000000)::bigint::text`;
}

/** What such a text is compared as. */
function keyValue(by: AccountOrder['by'], text: string) {
  if (by !== 'joined' && by !== 'lastLogin') return sql`${text}::text`;
  return sql`timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond'`;
}

/** Accounts behind a place in that order, at most `limit`. */
export async function selectAccountsAfter(
  read: Read,
  filter: AccountFilter,
  order: AccountOrder | null,
  after: AccountPlace | null,
  limit: number,
): Promise<PlacedAccount[]> {
  const direction = order?.descending ? 'desc' : 'asc';
  const beyond = sql.raw(order?.descending ? '<' : '>');
  const key = order ? keyText(order.by) : sql<string>`''`;
  let query = own(read).select(key.as('key')).where(matching(filter));
  if (order) query = query.orderBy(keys[order.by], direction);
  if (after && order) {
    const value = keyValue(order.by, after.key);
    query = query.where(sql<SqlBool>`(${keys[order.by]}, id) ${beyond} (${value}, ${after.id}::bigint)`);
  } else if (after) query = query.where('id', '>', after.id);
  const rows = await query.orderBy('id', direction).limit(limit).execute();
  return rows.map(({ key, ...row }) => ({ account: toAccount(row), place: { key, id: row.id } }));
}

/** Settled accounts behind a place in sync order, at most `limit`. */
export async function selectChangedAccounts(
  read: Read,
  filter: AccountFilter & { readonly changedFrom?: Date },
  after: SyncPlace | null,
  limit: number,
): Promise<ChangedAccount[]> {
  let query = own(read)
    .select(['changed_in as transaction', 'updated_at as updatedAt'])
    .where(matching(filter))
    .where(isSettled());
  if (after) query = query.where(isBehind(after));
  if (filter.changedFrom) query = query.where('updated_at', '>=', filter.changedFrom);
  const rows = await query.orderBy(syncOrder[0]).orderBy(syncOrder[1]).limit(limit).execute();
  return rows.map(({ transaction, updatedAt, ...row }) => ({
    account: toAccount(row),
    updatedAt,
    place: { transaction, id: row.id },
  }));
}

/**
 * Every account of the tenant by id, as the JSON that PostgreSQL makes of it (600 k rows/s at 0.4 core, against 370 k
 * at a full one in Node). Bounds are strict (contract §2.11); a fraction of a second has three digits or, when zero, none.
 */
export const accountsAsJson =
  (tenantId: number, bounds: { joinedAfter: Date | null; joinedBefore: Date | null }) =>
  (db: Kysely<DB>): Compilable<{ row: string }> =>
    db
      .selectFrom('accounts')
      .select(
        sql<string>`json_build_object(
          'id', id, 'username', username, 'email', email, 'is_active', is_active,
          'date_joined', replace(
            to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z'))::text`.as(
          'row',
        ),
      )
      .where('tenant_id', '=', tenantId)
      .$if(bounds.joinedAfter !== null, (query) =>
        query.where('created_at', '>', bounds.joinedAfter ?? new Date(0)),
      )
      .$if(bounds.joinedBefore !== null, (query) =>
        query.where('created_at', '<', bounds.joinedBefore ?? new Date(0)),
      )
      .orderBy('id');

/** Whose username it is, across tenants: for `tahoe_create_token` without a site. */
export async function findHoldersAcrossTenants(
  read: OwnerRead,
  usernameKey: string,
): Promise<{ tenantId: number; accountId: number }[]> {
  return read.db
    .selectFrom('accounts')
    .select(['tenant_id as tenantId', 'id as accountId'])
    .where('username_key', '=', usernameKey)
    .orderBy('tenant_id')
    .execute();
}

/** In which tenants that are not suspended somebody has that e-mail: those who signed in last come first. */
export async function findTenantsOfEmail(
  read: OwnerRead,
  emailKey: string,
  limit: number,
): Promise<number[]> {
  const rows = await read.db
    .selectFrom('accounts as a')
    .innerJoin('tenants as t', 't.id', 'a.tenant_id')
    .select('a.tenant_id as tenantId')
    .where('a.email_key', '=', emailKey)
    .where('t.status', '<>', 'suspended')
    .orderBy('a.last_login_at', (order) => order.desc().nullsLast())
    .orderBy('a.tenant_id')
    .limit(limit)
    .execute();
  return rows.map(({ tenantId }) => tenantId);
}

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    uuid: row.uuid,
    username: row.username,
    email: row.email,
    emailConfirmedAt: row.email_confirmed_at,
    mustConfirm: row.must_confirm,
    name: row.name,
    firstName: row.first_name,
    lastName: row.last_name,
    role: toRole(row.role),
    isActive: row.is_active,
    deactivatedAt: row.deactivated_at,
    phone: row.phone,
    zipCode: row.zip_code,
    wantsLetters: row.wants_letters,
    locale: row.locale,
    profile: {
      level_of_education: row.level_of_education,
      gender: row.gender,
      mailing_address: row.mailing_address,
      city: row.city,
      country: row.country,
      goals: row.goals,
      bio: row.bio,
      year_of_birth: row.year_of_birth,
      language: row.language,
    },
    extra: toExtra(row.extra),
    createdAt: row.created_at,
    lastLoginAt: row.last_login_at,
  };
}

function toRole(text: string): Role {
  return text === 'owner' || text === 'admin' || text === 'staff' ? text : 'member';
}

function toExtra(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
