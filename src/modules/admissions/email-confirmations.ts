import type { Tx } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { confirmEmail, findAccount } from '../identity/accounts.ts';
import { findLink, useLink } from '../identity/links.ts';
import type { Account } from '../identity/types.ts';
import { badLink } from './refusals.ts';

const purposes = ['confirm_email'] as const;

/**
 * Confirms the account's address by the secret of its letter. The same secret may come again as long as it lives (ruling
 * "State-changing GETs"): a second click finds what the first one did, or what a mail scanner did before it.
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
  if (!isHis) throw badLink();
  await useLink(tx, 'confirm_email', secret);
  const present = (await findAccount(tx, account.id)) ?? account;
  await confirmEmail(tx, present);
  return present;
}
