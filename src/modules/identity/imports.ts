import type { OwnerTx, Scope, Tx } from '../../platform/database/contract.ts';
import { isKnownHash } from '../../platform/password-hashes.ts';
import { uuid } from '../../platform/random.ts';
import {
  claimOnce,
  type ImportTally,
  importBatches,
  type Judged,
  type Outcome,
  type Records,
} from '../../platform/record-batches.ts';
import { foldColumn, type SentRecord } from '../../platform/record-files.ts';
import { hashToken } from '../../platform/secrets.ts';
import { fold } from '../../platform/text-folding.ts';
import { recordAll } from '../activity/activity.ts';
import type { Site } from '../tenants/types.ts';
import { selectActiveAmong } from './accounts.queries.ts';
import { judgeImportedAccount, registrationFields } from './imported-accounts.ts';
import { judgeClient, judgeToken } from './imported-rows.ts';
import * as rows from './imports.queries.ts';
import type { Identity, ImportedClient, ImportedToken, Named } from './types.ts';

/**
 * Imports accounts as they are: no letters, their own password hashes (Django's, rehashed at the next login), their
 * numbers where the file has them. `docs/moving-in.md` lists the columns. Bad rows are told and left out; whether the
 * rest may stand is the caller's decision, who owns the transaction.
 */
export async function importAccounts(
  tx: OwnerTx,
  scope: Scope,
  identity: Identity,
  site: Site,
  records: Records,
): Promise<ImportTally> {
  const tenant = tx.as(scope);
  const batchId = uuid(tx.random, tx.clock.now());
  const judge = (record: SentRecord) => judgeImportedAccount(tenant, site, record.values);
  return importBatches(records, accountColumns(site), judge, async (batch) => {
    const ids = batch.flatMap(({ row }) => row.id ?? []);
    if (ids.length > 0)
      await rows.reserveAccountIds(
        tx,
        ids.reduce((one, other) => Math.max(one, other)),
      );
    const made = await rows.insertImportedAccounts(
      tenant,
      batch.map(({ row }) => row),
    );
    await recordAll(
      tenant,
      made.map(({ id }) => ({ verb: 'imported', objectType: 'account', objectId: id })),
      batchId,
    );
    await announceActive(tenant, identity, made);
    const isMade = claimOnce(made.map((one) => one.usernameKey));
    const left = batch.filter(({ row }) => !isMade(row.username_key));
    if (left.length === 0) return [];
    const keys = left.flatMap(({ row }) => [row.username_key, row.email_key]);
    const explain = explainLeftOut(await rows.findKnownAccounts(tenant, keys, ids));
    return left.map(({ line, row }) => ({ line, fault: explain(row) }));
  });
}

/** Imports API tokens, which go on working: only their hashes are kept. Columns, bad rows: as `importAccounts`. */
export async function importTokens(tx: Tx, records: Records): Promise<ImportTally> {
  const batchId = uuid(tx.random, tx.clock.now());
  const judge = (record: SentRecord) => judgeToken(record.values, tx.clock.now());
  return importBatches(records, tokenColumns, judge, async (batch) => {
    const { found, outcomes } = await findHolders(tx, batch, (row: ImportedToken) => row.holder);
    const wanted = found.map(({ line, row, accountId }) => ({
      line,
      accountId,
      row,
      hash: hashToken(row.key).toString('hex'),
    }));
    const made = await rows.insertImportedTokens(
      tx,
      wanted.map(({ hash, accountId, row }) => ({ hash, account_id: accountId, created_at: row.createdAt })),
    );
    const isMade = claimOnce(made);
    const [fresh, left] = partition(wanted, ({ hash }) => isMade(hash));
    const happenings = fresh.map((one) => ({
      verb: 'imported',
      objectType: 'api_token',
      objectId: one.accountId,
    }));
    await recordAll(tx, happenings, batchId);
    if (left.length === 0) return outcomes;
    const known = new Map(
      (
        await rows.findKnownTokens(
          tx,
          left.map(({ hash }) => hash),
        )
      ).map((one) => [one.hash, one]),
    );
    for (const { line, hash, accountId } of left) {
      const present = known.get(hash);
      const isSame = present?.accountId === accountId && !present.isRevoked;
      outcomes.push({ line, fault: isSame ? null : "key was revoked here, or is another account's" });
    }
    return outcomes;
  });
}

/** Imports OAuth clients with their ids and secrets, in clear or as Django's hash. Columns, bad rows: as `importAccounts`. */
export async function importOauthClients(tx: Tx, records: Records): Promise<ImportTally> {
  const batchId = uuid(tx.random, tx.clock.now());
  const judge = (record: SentRecord) => judgeClient(record.values, tx.clock.now(), isKnownHash);
  return importBatches(records, clientColumns, judge, async (batch) => {
    const { found, outcomes } = await findHolders(tx, batch, (row: ImportedClient) => row.owner);
    const made = await rows.insertImportedClients(
      tx,
      found.map(({ row, accountId }) => toClientRow(row, accountId)),
    );
    const happenings = made.map(({ id }) => ({ verb: 'imported', objectType: 'oauth_client', objectId: id }));
    await recordAll(tx, happenings, batchId);
    const isMade = claimOnce(made.map((one) => one.clientId));
    const left = found.filter(({ row }) => !isMade(row.clientId));
    if (left.length === 0) return outcomes;
    const known = await rows.findKnownClients(
      tx,
      left.map(({ row }) => row.clientId),
    );
    const owners = new Map(known.map((one) => [one.clientId, one.ownerId]));
    for (const { line, row, accountId } of left) {
      const isSame = owners.get(row.clientId) === accountId;
      outcomes.push({ line, fault: isSame ? null : `client_id "${row.clientId}" is another account's` });
    }
    return outcomes;
  });
}

/**
 * The account that each row of a file names, by number, username or e-mail; rows that name none become faults.
 * One statement.
 */
export async function findHolders<Row>(
  tx: Tx,
  batch: readonly Judged<Row>[],
  nameOf: (row: Row) => Named,
): Promise<{ found: (Judged<Row> & Holder)[]; outcomes: Outcome[] }> {
  const names = batch.map(({ row }) => nameOf(row));
  const keys = names.map(({ text }) => fold(text));
  const known = await rows.findKnownAccounts(
    tx,
    keys,
    names.flatMap(({ id }) => id ?? []),
  );
  const byId = new Map(known.map((one) => [one.id, one]));
  const byName = new Map(known.map((one) => [one.username_key, one]));
  const byEmail = new Map(known.map((one) => [one.email_key, one]));
  const outcomes: Outcome[] = [];
  const found = batch.flatMap(({ line, row }) => {
    const { text, id } = nameOf(row);
    const key = fold(text);
    const holder = (id === null ? undefined : byId.get(id)) ?? byName.get(key) ?? byEmail.get(key);
    if (holder) return [{ line, row, accountId: holder.id, emailKey: holder.email_key }];
    outcomes.push({ line, fault: `there is no account "${text}" here; import the accounts first` });
    return [];
  });
  return { found, outcomes };
}

/** Whom a row of a file names. */
export interface Holder {
  readonly accountId: number;
  /** The folded address. */
  readonly emailKey: string;
}

/** Why rows were not inserted: null for those that are here already. */
function explainLeftOut(
  known: readonly rows.KnownAccount[],
): (row: rows.ImportedAccountRow) => string | null {
  const byName = new Map(known.map((one) => [one.username_key, one.id]));
  const byEmail = new Map(known.map((one) => [one.email_key, one.id]));
  return (row) => {
    const [named, mailed] = [byName.get(row.username_key), byEmail.get(row.email_key)];
    if (named !== undefined && named === mailed) {
      const isSame = row.id === null || row.id === named;
      return isSame ? null : `username "${row.username}" is here already, with the id ${named}`;
    }
    if (named !== undefined) return `username "${row.username}" is taken by another account`;
    if (mailed !== undefined) return `email "${row.email}" is taken by another account`;
    return `id ${row.id} is taken by another account`;
  };
}

async function announceActive(tx: Tx, identity: Identity, made: readonly { id: number }[]): Promise<void> {
  if (identity.ports.accountActivated.length === 0) return;
  const people = await selectActiveAmong(
    tx,
    made.map(({ id }) => id),
  );
  for (const announce of identity.ports.accountActivated) await announce(tx, people);
}

function toClientRow(client: ImportedClient, ownerId: number): rows.ImportedClientRow {
  return {
    client_id: client.clientId,
    secret_hash: client.isHashed ? null : hashToken(client.secret).toString('hex'),
    secret_django: client.isHashed ? client.secret : null,
    name: client.name,
    owner_id: ownerId,
    grants: client.grants,
    created_at: client.createdAt,
  };
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  const [inside, outside]: [T[], T[]] = [[], []];
  for (const one of all) (belongs(one) ? inside : outside).push(one);
  return [inside, outside];
}

const tokenColumns = new Set([
  'key',
  'token',
  'username',
  'user',
  'user_id',
  'email',
  'created',
  'created_at',
]);

const clientColumns = new Set(
  'client_id client_secret name owner username user user_id email grants authorization_grant_type created created_at'.split(
    ' ',
  ),
);

const ownAccountColumns =
  'id user_id username email name full_name first_name last_name password password_hash role is_superuser is_amc_admin ' +
  'is_staff is_active email_confirmed created_at date_joined created last_login last_login_at level_of_education gender ' +
  'mailing_address city country goals bio year_of_birth language locale extra';

function accountColumns(site: Site): ReadonlySet<string> {
  return new Set([...ownAccountColumns.split(' '), ...registrationFields(site).map(foldColumn)]);
}
