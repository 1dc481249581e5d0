import type { Context, Read, Tx } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { countHit, type Limit } from '../../platform/throttle.ts';
import { changeAccount, confirmEmail, findAccount, findAccountByEmail } from '../identity/accounts.ts';
import { lookAtLink, postLinkLetter, useLink } from '../identity/links.ts';
import { hasPassword } from '../identity/logins.ts';
import type { Account, Identity } from '../identity/types.ts';
import { postLetter } from '../mail/letters.ts';
import type { Site } from '../tenants/types.ts';
import { badLink } from './refusals.ts';
import { passwordChangedLetter, secondFactorLetter } from './security.mails.ts';

/** Whom a forgotten password's letter goes to: an active account with a password (contract §4.5). Null: nobody. */
export async function forgetfulOwner(read: Read, email: string): Promise<Account | null> {
  const account = await findAccountByEmail(read, email);
  return account?.isActive && (await hasPassword(read, account.id)) ? account : null;
}

/** Posts a letter with a link to a new password, which goes to the stored address and not to one that was typed. */
export async function offerReset(tx: Tx, identity: Identity, site: Site, account: Account): Promise<void> {
  await postLinkLetter(tx, identity, site, account, 'reset_password');
}

/** Whose password a reset's secret sets, without using it. Refuses one that cannot be used. */
export async function lookAtReset(read: Read, secret: string): Promise<Account> {
  const { account } = await lookAtLink(read, 'reset_password', secret);
  if (!account?.isActive) throw badLink();
  return account;
}

/**
 * Uses a reset's secret: sets the password, and ends the person's other resets and everything the old password opened.
 * The letter came to the address, so it is confirmed by it. Refuses a secret that cannot be used.
 * @param passwordHash of a password judged by `prepareChosenPassword`
 */
export async function resetPassword(tx: Tx, secret: string, passwordHash: string): Promise<Account> {
  const { accountId } = await useLink(tx, 'reset_password', secret);
  const account = accountId === null ? null : await findAccount(tx, accountId);
  if (!account?.isActive) throw badLink();
  await confirmEmail(tx, account);
  await changeAccount(tx, account.id, { passwordHash }, 'owner');
  return account;
}

/** A school shares one address (ruling "Throttles"). */
const asksOfAnAddress = 10;

/**
 * Counts letters that people ask for, by the e-mail they go to and by who asks, known or not. Refuses above the limit.
 * @param limit letters to one e-mail; ten times as many of one address. Null: throttling is off
 */
export async function countAsked(
  context: Context,
  { email, address }: { readonly email: string; readonly address: string },
  limit: Limit | null,
): Promise<void> {
  if (!limit) return;
  const many = { ...limit, hits: limit.hits * asksOfAnAddress };
  await countHit(context, `reset:${context.tenantId}:account:${fold(email.trim())}`, limit);
  await countHit(context, `reset:${context.tenantId}:address:${address}`, many);
}

/** Tells a person that their password is another one, in case it was not they who changed it (Gemini contract §8). */
export async function tellPasswordChanged(tx: Tx, site: Site, account: Account): Promise<void> {
  const locale = chooseLocale(account.locale, site.config.language);
  await postLetter(tx, {
    kind: 'password_changed',
    siteId: site.id,
    accountId: account.id,
    to: { address: account.email, name: account.name },
    locale,
    content: passwordChangedLetter({ name: account.name, siteName: site.name, at: tx.clock.now(), locale }),
  });
}

/** Tells a person that a second factor was switched on or off, in case it was not they. */
export async function tellSecondFactorChanged(
  tx: Tx,
  site: Site,
  account: Account,
  isOn: boolean,
): Promise<void> {
  const locale = chooseLocale(account.locale, site.config.language);
  const letter = { name: account.name, siteName: site.name, at: tx.clock.now(), locale };
  await postLetter(tx, {
    kind: 'second_factor_changed',
    siteId: site.id,
    accountId: account.id,
    to: { address: account.email, name: account.name },
    locale,
    content: secondFactorLetter(letter, isOn),
  });
}

/** The uuid that a link's word stands for; null for what is no word of an account. */
export function uuidOfWord(word: string): string | null {
  const text = Buffer.from(word, 'base64url').toString('latin1');
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null;
}
