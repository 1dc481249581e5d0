import type { Read, Tx } from '../../platform/database/contract.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import { record } from '../activity/activity.ts';
import { findAccount } from '../identity/accounts.ts';
import { endLinks, postLinkLetter } from '../identity/links.ts';
import { hasPassword } from '../identity/logins.ts';
import type { Account, Identity } from '../identity/types.ts';
import { hastenLetter, listLetters } from '../mail/letter-lists.ts';
import type { ListedLetter } from '../mail/types.ts';
import type { Site } from '../tenants/types.ts';
import { findInvitationTo, inviteAgain } from './invitations.ts';
import { letterOver } from './refusals.ts';

/**
 * Sends a letter again: one that waits is tried at once; of one that left the text is erased, so that a new one is
 * written, with another link, as long as what it was for is still to be done. Refuses every other.
 * @param how who asks, and how many days a new invitation may be accepted
 * @returns the letter that is on its way now
 */
export async function sendAgain(
  tx: Tx,
  identity: Identity,
  site: Site,
  letter: ListedLetter,
  how: { readonly inviter: Account; readonly days: number },
): Promise<ListedLetter> {
  if (await hastenLetter(tx, letter.id)) {
    await record(tx, { verb: 'sent_again', objectType: 'letter', objectId: letter.id });
    return letter;
  }
  if (letter.kind === 'invitation') await renewInvitation(tx, identity, site, letter, how);
  else await renewLink(tx, identity, site, letter);
  await record(tx, { verb: 'sent_again', objectType: 'letter', objectId: letter.id });
  const page = { limit: 1, after: null };
  const [newest] = await listLetters(
    tx,
    { state: 'waiting', kind: letter.kind, address: letter.toAddress },
    page,
  );
  if (!newest) throw letterOver();
  return newest;
}

async function renewInvitation(
  tx: Tx,
  identity: Identity,
  site: Site,
  letter: ListedLetter,
  how: { readonly inviter: Account; readonly days: number },
): Promise<void> {
  const invitation = await findInvitationTo(tx, letter.toAddress);
  if (!invitation) throw letterOver();
  const locale: Locale = chooseLocale(letter.locale, site.config.language);
  await inviteAgain(tx, identity, site, invitation.uuid, { ...how, locale });
}

const purposes = ['activate', 'set_password', 'confirm_email', 'reset_password'] as const;
type Purpose = (typeof purposes)[number];

/** A new link to the address that the account has now, not to the one the letter went to. */
async function renewLink(tx: Tx, identity: Identity, site: Site, letter: ListedLetter): Promise<void> {
  const purpose = purposes.find((one) => one === letter.kind);
  const account = letter.accountId === null ? null : await findAccount(tx, letter.accountId);
  if (!purpose || account?.email !== letter.toAddress || !(await isStillWanted(tx, purpose, account))) {
    throw letterOver();
  }
  await endLinks(tx, account.id, [purpose]);
  await postLinkLetter(tx, identity, site, account, purpose);
}

async function isStillWanted(read: Read, purpose: Purpose, account: Account): Promise<boolean> {
  if (account.deactivatedAt !== null) return false;
  if (purpose === 'activate') return !account.isActive;
  if (purpose === 'confirm_email') return account.emailConfirmedAt === null;
  const has = await hasPassword(read, account.id);
  return purpose === 'set_password' ? !has : account.isActive && has;
}
