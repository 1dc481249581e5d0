import type { Read, Tx } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { changeAccount, confirmEmail, findAccount, findAccountByEmail } from '../identity/accounts.ts';
import { endLinks, findLink, lookAtLink, postLinkLetter, useLink } from '../identity/links.ts';
import type { Account, Identity, OpenLink } from '../identity/types.ts';
import type { Site } from '../tenants/types.ts';
import { badLink, emailTaken } from './refusals.ts';

const purposes = ['confirm_email', 'change_email'] as const;

/** What a link that confirms an address opens, be it the present or a new one; uses nothing. Refuses as `lookAtLink`. */
export async function lookAtEmailLink(read: Read, secret: string): Promise<OpenLink> {
  const found = await findLink(read, purposes, secret);
  return lookAtLink(read, found?.purpose === 'change_email' ? 'change_email' : 'confirm_email', secret);
}

/**
 * Confirms an address by the secret of its letter: the account's own, or the new one it is to have. The same secret may
 * come again as long as it lives (ruling "State-changing GETs"): a second click finds what the first one did.
 * Refuses a secret that never was or has expired, and one whose address is no longer the account's.
 */
export async function confirmBySecret(tx: Tx, secret: string): Promise<Account> {
  const found = await findLink(tx, purposes, secret);
  const account = found?.accountId ? await findAccount(tx, found.accountId) : null;
  if (!found || !account || found.email === null) throw badLink();
  const isHis = fold(account.email) === fold(found.email);
  if (found.usedAt !== null) {
    if (!isHis || account.emailConfirmedAt === null) throw badLink();
    return account;
  }
  const isChange = found.purpose === 'change_email';
  if (!isHis && !isChange) throw badLink();
  await useLink(tx, isChange ? 'change_email' : 'confirm_email', secret);
  if (isChange && !isHis) await changeAccount(tx, account.id, { email: found.email }, 'owner');
  const present = (await findAccount(tx, account.id)) ?? account;
  await confirmEmail(tx, present);
  return present;
}

/**
 * Asks by a letter whether a new address is the person's; the account takes it when its link is used, and keeps the
 * present one until then. Earlier wishes end. Refuses an address in use here.
 */
export async function askForNewEmail(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
  email: string,
): Promise<void> {
  const holder = await findAccountByEmail(tx, email);
  if (holder && holder.id !== account.id) throw emailTaken(email);
  await endLinks(tx, account.id, ['change_email']);
  await postLinkLetter(tx, identity, site, account, 'change_email', email);
}

/** Posts the confirmation once more to whoever waits for it; earlier links stay good. Null: nobody does. */
export async function confirmationWanted(read: Read, email: string): Promise<Account | null> {
  const account = await findAccountByEmail(read, email);
  const waits = account?.isActive && account.emailConfirmedAt === null;
  return waits ? account : null;
}
