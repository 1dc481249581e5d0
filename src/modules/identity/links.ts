import type { Read, Tx } from '../../platform/database/contract.ts';
import { randomText } from '../../platform/random.ts';
import { hashToken } from '../../platform/secrets.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { postLetter } from '../mail/letters.ts';
import type { Site } from '../tenants/types.ts';
import { findAccount } from './accounts.queries.ts';
import * as rows from './links.queries.ts';
import { activationLetter, confirmEmailLetter, setPasswordLetter } from './mails.ts';
import { badLink } from './refusals.ts';
import type { Account, Identity, LinkPurpose, OpenLink } from './types.ts';

/** 131 bits, and short enough for a link to stand unbroken on one line of a letter (76 characters). */
const secretLength = 22;

type LetterPurpose = Exclude<LinkPurpose, 'first_owner'>;

const day = 24 * 60 * 60 * 1000;
/** Milliseconds a link may be used. A registration may wait out a holiday, a password reset must not. */
const lifetimes: Record<LinkPurpose, number> = {
  activate: 14 * day,
  set_password: 14 * day,
  confirm_email: 3 * day,
  first_owner: 7 * day,
  reset_password: 3 * day,
};

/** Paths that letters name (contract §1.6 shows the first two); `apis/pages` serves them. */
const paths: Record<LinkPurpose, string> = {
  activate: '/activate/',
  set_password: '/password_reset_confirm/',
  confirm_email: '/confirm_email/',
  first_owner: '/first_owner/',
  reset_password: '/password-reset/confirm/',
};

const letters = {
  activate: activationLetter,
  set_password: setPasswordLetter,
  confirm_email: confirmEmailLetter,
  reset_password: setPasswordLetter,
};

/** Makes a link of one use and posts the letter that carries it, in the language of the person, else of the site. */
export async function postLinkLetter(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
  purpose: LetterPurpose,
  email: string = account.email,
): Promise<void> {
  const { secret, expiresAt } = await makeLink(tx, purpose, account.id, email);
  const locale = chooseLocale(account.locale, site.config.language);
  const content = letters[purpose]({
    name: account.name,
    siteName: site.name,
    link: identity.address(site, pathOf(purpose, account, secret)),
    locale,
    expiresAt,
  });
  await postLetter(tx, {
    kind: purpose,
    siteId: site.id,
    accountId: account.id,
    to: { address: email, name: account.name },
    locale,
    content,
  });
}

/** Makes the link with which the first person takes possession of a tenant; earlier ones end. */
export async function makeFirstOwnerLink(tx: Tx, identity: Identity, site: Site): Promise<string> {
  await rows.voidFirstOwnerLinks(tx);
  const { secret } = await makeLink(tx, 'first_owner', null, null);
  return identity.address(site, paths.first_owner + secret);
}

/** What a link opens, without using it: a mail scanner may look as often as it likes. Refuses one that cannot be used. */
export async function lookAtLink(read: Read, purpose: LinkPurpose, secret: string): Promise<OpenLink> {
  const found = await rows.findUsableLink(read, purpose, hashToken(secret));
  if (!found) throw badLink();
  const account = found.accountId === null ? null : await findAccount(read, found.accountId);
  return { purpose, account, email: found.email, expiresAt: found.expiresAt };
}

/** Uses a link: once, by exactly one of many at the same moment. Refuses one that cannot be used. */
export async function useLink(
  tx: Tx,
  purpose: LinkPurpose,
  secret: string,
): Promise<{ accountId: number | null; email: string | null }> {
  const claimed = await rows.claimLink(tx, purpose, hashToken(secret));
  if (!claimed) throw badLink();
  return claimed;
}

/** The secret after its page; a reset names the account as well (SaaS contract §8), so that programs can take it apart. */
function pathOf(purpose: LetterPurpose, account: Account, secret: string): string {
  return purpose === 'reset_password'
    ? `${paths[purpose]}${accountWord(account)}/${secret}/`
    : paths[purpose] + secret;
}

/** An account in a reset's link: its uuid in base64url (SaaS contract §4.6). */
function accountWord({ uuid }: Pick<Account, 'uuid'>): string {
  return Buffer.from(uuid).toString('base64url');
}

/** The link of one of these purposes that has not expired, used or not; null for any other secret. */
export function findLink(read: Read, purposes: readonly LinkPurpose[], secret: string) {
  return rows.findLivingLink(read, purposes, hashToken(secret));
}

async function makeLink(
  tx: Tx,
  purpose: LinkPurpose,
  accountId: number | null,
  email: string | null,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = randomText(
    tx.random,
    secretLength,
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  );
  const expiresAt = new Date(tx.clock.now().getTime() + lifetimes[purpose]);
  await rows.insertLink(tx, { purpose, secretHash: hashToken(secret), accountId, email, expiresAt });
  return { secret, expiresAt };
}
