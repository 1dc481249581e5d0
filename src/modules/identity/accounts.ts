import type { Context, OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { fold } from '../../platform/text-folding.ts';
import { forgetCounters } from '../../platform/throttle.ts';
import { record } from '../activity/activity.ts';
import { eraseLetters } from '../mail/letters.ts';
import { activateOwnTenant } from '../tenants/tenants.ts';
import type { Site } from '../tenants/types.ts';
import * as rows from './accounts.queries.ts';
import { columnsOf, differences } from './changes.ts';
import { voidLinks } from './links.queries.ts';
import { postLinkLetter, useLink } from './links.ts';
import {
  ambiguousAccount,
  badLink,
  emailTaken,
  higherRole,
  lastOwner,
  roleAboveOwn,
  taken,
  unknownAccount,
} from './refusals.ts';
import { reaches } from './rules.ts';
import { endSignIns } from './tokens.ts';
import type { Account, AccountChange, Identified, Identity, Role } from './types.ts';

/** The account with that id in this tenant, or null. */
export function findAccount(read: Read, id: number): Promise<Account | null> {
  return rows.findAccount(read, id);
}

/** The account with that uuid, with or without hyphens and in any case, or null; null for what is no uuid as well. */
export async function findAccountByUuid(read: Read, uuid: string): Promise<Account | null> {
  const hex = uuid.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(hex) ? rows.findAccountByUuid(read, hex) : null;
}

/** The account with that id; refuses when there is none. */
export async function requireAccountById(read: Read, id: number): Promise<Account> {
  const account = await rows.findAccount(read, id);
  if (!account) throw unknownAccount(String(id));
  return account;
}

/** Those of the ids that are accounts of this tenant, by id. */
export async function findAccounts(read: Read, ids: readonly number[]): Promise<Map<number, Account>> {
  const found = ids.length > 0 ? await rows.findAccounts(read, [...new Set(ids)]) : [];
  return new Map(found.map((account) => [account.id, account]));
}

/** Whether a role includes what another may. */
export function includesRole(role: Role, needed: Role): boolean {
  return reaches(role, needed);
}

/** The account with that username (case does not matter), or null. */
export function findAccountByUsername(read: Read, username: string): Promise<Account | null> {
  return rows.findAccountByUsername(read, fold(username.trim()));
}

/** Whether both usernames name the same account of a tenant. */
export function isSameUsername(one: string, other: string): boolean {
  return fold(one.trim()) === fold(other.trim());
}

/** The account with that e-mail (case does not matter), or null. */
export async function findAccountByEmail(read: Read, email: string): Promise<Account | null> {
  const found = await rows.findAccountsByEither(read, fold(email.trim()));
  return found.find((account) => fold(account.email) === fold(email.trim())) ?? null;
}

/** The account with that username; refuses when there is none. */
export async function requireAccount(read: Read, username: string): Promise<Account> {
  const account = await findAccountByUsername(read, username);
  if (!account) throw unknownAccount(username);
  return account;
}

/** The account whose username or e-mail it is. Refuses none, and two of whom each has it as something else. */
export async function requireAccountByEither(read: Read, lookup: string): Promise<Account> {
  const found = await rows.findAccountsByEither(read, fold(lookup.trim()));
  if (found.length > 1) throw ambiguousAccount();
  const [account] = found;
  if (!account) throw unknownAccount(lookup);
  return account;
}

/** Who has that username, in any tenant of the installation. */
export function findHolders(
  read: OwnerRead,
  username: string,
): Promise<{ tenantId: number; accountId: number }[]> {
  return rows.findHoldersAcrossTenants(read, fold(username.trim()));
}

/** Whom usernames or e-mails name in this tenant, by their folded form; one statement whatever the number. */
export async function identify(read: Read, identifiers: readonly string[]): Promise<Map<string, Identified>> {
  const keys = [...new Set(identifiers.map(fold))];
  const found = await rows.selectIdentified(read, keys);
  return new Map(found.map((one) => [one.key, one]));
}

/** Every account of the tenant as JSON texts, by id; bounds on the day of joining are strict (contract §2.11). */
export async function* streamAccounts(
  context: Context,
  bounds: { joinedAfter: Date | null; joinedBefore: Date | null },
): AsyncGenerator<readonly string[]> {
  for await (const list of context.stream(rows.accountsAsJson(context.tenantId, bounds))) {
    yield list.map(({ row }) => row);
  }
}

/** Links that set a password. */
const openers = ['set_password', 'reset_password'] as const;

/**
 * Changes an account, all of what is named or nothing. A new password or address ends its sessions and access tokens;
 * an address in other letter case is the same address.
 * Refuses an account of a higher role than `by`, a new role above `by`, an e-mail in use here, and taking the last owner's
 * role.
 * @param by the role of whoever asks; the command line asks as owner
 * @param exceptTokenId of the person's own sign-in, which a new address does not end; a new password ends it too
 * @returns the account as it is now, and the names of the fields that really changed
 */
export async function changeAccount(
  tx: Tx,
  id: number,
  change: AccountChange,
  by: Role,
  exceptTokenId?: number,
): Promise<{ account: Account; changed: string[] }> {
  const present = await requireLocked(tx, id, by);
  if (change.role && !reaches(by, change.role)) throw roleAboveOwn();
  const columns = columnsOf(tx, present, change);
  const changed = differences(present, change);
  if (changed.length === 0) return { account: present, changed };
  if (change.role && present.role === 'owner' && change.role !== 'owner') await keepAnOwner(tx, present);
  try {
    await rows.updateAccountRow(tx, id, columns);
  } catch (error) {
    if (brokenConstraint(error) === 'accounts__email') throw emailTaken(change.email ?? '');
    if (brokenConstraint(error) === 'accounts__username') throw taken(['username']);
    throw error;
  }
  const hasMoved = change.email !== undefined && fold(change.email) !== fold(present.email);
  if (hasMoved) await voidLinks(tx, id, [...openers, 'confirm_email', 'activate', 'change_email']);
  else if (change.passwordHash !== undefined) await voidLinks(tx, id, openers);
  if (change.passwordHash !== undefined) await endSignIns(tx, id);
  else if (hasMoved) await endSignIns(tx, id, exceptTokenId);
  await record(tx, { verb: 'changed', objectType: 'account', objectId: id, fields: changed });
  const account = await rows.findAccount(tx, id);
  return { account: account ?? present, changed };
}

/** Uses an activation link: the account becomes active, its address is confirmed. Refuses a link that cannot be used. */
export async function activateByLink(tx: Tx, identity: Identity, secret: string): Promise<Account> {
  const { accountId } = await useLink(tx, 'activate', secret);
  return confirmAndActivate(tx, identity, accountId);
}

/**
 * Uses a set-password link: the password is set, the account becomes active, its address is confirmed, its other
 * set-password links and everything the old password opened end. Refuses a link that cannot be used.
 * @param passwordHash of a password judged by `prepareChosenPassword`
 */
export async function setPasswordByLink(
  tx: Tx,
  identity: Identity,
  secret: string,
  passwordHash: string,
): Promise<Account> {
  const { accountId } = await useLink(tx, 'set_password', secret);
  const account = await confirmAndActivate(tx, identity, accountId);
  await changeAccount(tx, account.id, { passwordHash }, 'owner');
  return account;
}

/** Posts a letter with a link to set a new password. */
export async function offerNewPassword(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
): Promise<void> {
  await postLinkLetter(tx, identity, site, account, 'set_password');
}

/** Posts a letter with a link that confirms the account's address. */
export async function askToConfirmEmail(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
): Promise<void> {
  await postLinkLetter(tx, identity, site, account, 'confirm_email');
}

/** Shuts an account: it signs in no more, its tokens name an inactive account, its links end. Refuses the last owner. */
export async function deactivate(tx: Tx, id: number, by: Role): Promise<void> {
  const account = await requireLocked(tx, id, by);
  // Of an account not yet activated too: else its letter would still open it.
  await voidLinks(tx, id, [...openers, 'activate', 'confirm_email', 'change_email']);
  if (account.deactivatedAt !== null) return;
  await keepAnOwner(tx, account);
  await rows.updateAccountRow(tx, id, { is_active: false, deactivated_at: tx.clock.now() });
  await endSignIns(tx, id);
  await record(tx, { verb: 'deactivated', objectType: 'account', objectId: id });
}

/** Makes an account active by an operator's word. */
export async function reactivate(tx: Tx, identity: Identity, id: number, by: Role): Promise<void> {
  const account = await requireLocked(tx, id, by);
  await makeActive(tx, identity, account);
}

/** The account as it is now, with changes of it by others waiting until the transaction ends. Refuses an unknown one. */
export async function holdAccount(tx: Tx, id: number): Promise<Account> {
  return requireLocked(tx, id, 'owner');
}

/** Whether a person of role `by` may change and erase the account now: what the verbs would refuse is told before. */
export async function powersOver(
  read: Read,
  account: Account,
  by: Role,
): Promise<{ mayChange: boolean; mayErase: boolean }> {
  const mayChange = reaches(by, account.role);
  const isOwner = account.role === 'owner' && account.isActive;
  return { mayChange, mayErase: mayChange && (!isOwner || (await rows.countOwners(read)) > 1) };
}

/** Deletes everything that says who the person was; the log keeps the number only. Refuses the last owner. */
export async function erase(tx: Tx, identity: Identity, id: number, by: Role): Promise<void> {
  const account = await requireLocked(tx, id, by);
  await keepAnOwner(tx, account);
  for (const forget of identity.ports.accountErased) await forget(tx, id);
  await eraseLetters(tx, id);
  await forgetCounters(tx, namesCounted(tx, account));
  await rows.deleteAccountRow(tx, id);
  await record(tx, { verb: 'erased', objectType: 'account', objectId: id });
}

/** Keys of throttles that name the person; they would outlive the account by an hour. */
function namesCounted({ tenantId }: Tx, { username, email }: Account): string[] {
  return ['login', 'reset'].flatMap((throttle) =>
    [username, email].map((name) => `${throttle}:${tenantId}:account:${fold(name)}`),
  );
}

async function requireLocked(tx: Tx, id: number, by: Role): Promise<Account> {
  const account = await rows.lockAccount(tx, id);
  if (!account) throw unknownAccount(String(id));
  if (!reaches(by, account.role)) throw higherRole();
  return account;
}

async function keepAnOwner(tx: Tx, account: Account): Promise<void> {
  if (account.role !== 'owner' || !account.isActive) return;
  if ((await rows.countOwnersLocked(tx)) <= 1) throw lastOwner();
}

async function confirmAndActivate(tx: Tx, identity: Identity, accountId: number | null): Promise<Account> {
  const account = accountId === null ? null : await rows.lockAccount(tx, accountId);
  if (!account || account.deactivatedAt !== null) throw badLink();
  await makeActive(tx, identity, account);
  await voidLinks(tx, account.id, ['activate']);
  await confirmEmail(tx, account);
  return { ...account, isActive: true };
}

async function makeActive(tx: Tx, identity: Identity, account: Account): Promise<void> {
  if (!(await rows.activateRow(tx, account.id))) return;
  await record(tx, { verb: 'activated', objectType: 'account', objectId: account.id });
  for (const announce of identity.ports.accountActivated) await announce(tx, [account]);
}

/** Notes that the address is the person's. The first owner's confirmed address makes a pending tenant active. */
export async function confirmEmail(tx: Tx, account: Account): Promise<void> {
  if (account.emailConfirmedAt !== null) return;
  await rows.updateAccountRow(tx, account.id, { email_confirmed_at: tx.clock.now() });
  await record(tx, { verb: 'confirmed', objectType: 'account', objectId: account.id, fields: ['email'] });
  if (account.role === 'owner') await activateOwnTenant(tx);
}
