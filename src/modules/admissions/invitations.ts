import type { Read, Tx } from '../../platform/database/contract.ts';
import { type Random, uuid } from '../../platform/random.ts';
import { hashToken } from '../../platform/secrets.ts';
import { fold } from '../../platform/text-folding.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import { record } from '../activity/activity.ts';
import { changeAccount, findAccount, findAccountByEmail, includesRole } from '../identity/accounts.ts';
import { register } from '../identity/registrations.ts';
import type { Account, Identity, Registration, Role } from '../identity/types.ts';
import { postLetter } from '../mail/letters.ts';
import { notify } from '../notifications/notifications.ts';
import type { Site } from '../tenants/types.ts';
import * as rows from './invitations.queries.ts';
import { invitationLetter } from './mails.ts';
import {
  hasAccount,
  higherRole,
  invitationExpired,
  invitationOfAnother,
  invitationUsed,
  unknownInvitation,
} from './refusals.ts';
import type { Invitation } from './types.ts';

const day = 24 * 60 * 60 * 1000;

/** What somebody is invited with. */
export interface NewInvitation {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly inviter: Account;
  /** Of the letter, where the person has no account with a language of its own. */
  readonly locale: Locale;
  /** How long it may be accepted. */
  readonly days: number;
}

/**
 * Offers an account, or a role, to an address, by a letter whose link carries a secret of one use. Somebody invited
 * twice has two invitations. Refuses a role above the inviter's own.
 */
export async function invite(
  tx: Tx,
  identity: Identity,
  site: Site,
  wanted: NewInvitation,
): Promise<Invitation> {
  const { email, firstName, lastName, role, inviter, days } = wanted;
  if (!includesRole(inviter.role, role)) throw higherRole();
  const secret = drawSecret(tx.random);
  const invitation = await rows.insertInvitation(tx, {
    uuid: uuid(tx.random, tx.clock.now()),
    secretHash: hashToken(secret),
    email,
    emailKey: fold(email),
    firstName,
    lastName,
    role,
    inviterId: inviter.id,
    expiresAt: daysFrom(tx, days),
  });
  await post(tx, identity, site, invitation, { secret, inviter, locale: wanted.locale });
  await record(tx, { verb: 'invited', objectType: 'invitation', objectId: invitation.id });
  return invitation;
}

/** Posts the letter again with another secret and a new expiry; the old link ends. Refuses one no longer open. */
export async function inviteAgain(
  tx: Tx,
  identity: Identity,
  site: Site,
  id: string,
  how: { readonly inviter: Account; readonly locale: Locale; readonly days: number },
): Promise<Invitation> {
  const present = await requireInvitation(tx, id);
  if (!includesRole(how.inviter.role, present.role)) throw higherRole();
  const secret = drawSecret(tx.random);
  const expiresAt = daysFrom(tx, how.days);
  if (!(await rows.renewInvitation(tx, present.id, hashToken(secret), expiresAt))) throw unknownInvitation();
  const invitation = { ...present, expiresAt };
  await post(tx, identity, site, invitation, { secret, ...how });
  await record(tx, { verb: 'invited', objectType: 'invitation', objectId: present.id });
  return invitation;
}

/** The newest invitation to an address that was neither accepted nor revoked; null: none. */
export function findInvitationTo(read: Read, email: string): Promise<Invitation | null> {
  return rows.findOpenTo(read, fold(email));
}

/** What a letter's secret opens, and whose account here has its address. */
export interface FoundInvitation {
  readonly invitation: Invitation;
  readonly isOpen: boolean;
  readonly account: Account | null;
}

/** What a letter's secret opens, without using it; the first look is noted. Refuses an unknown or revoked one. */
export async function lookAtInvitation(tx: Tx, secret: string): Promise<FoundInvitation> {
  const found = await findInvitation(tx, secret);
  await rows.stampFirstClick(tx, found.invitation.id);
  return found;
}

/** As `lookAtInvitation`, but nothing is noted. */
export async function findInvitation(read: Read, secret: string): Promise<FoundInvitation> {
  const invitation = await rows.findBySecret(read, hashToken(secret));
  if (!invitation) throw unknownInvitation();
  const account = await findAccountByEmail(read, invitation.email);
  return { invitation, isOpen: isOpen(read, invitation), account };
}

/**
 * The invitation of a secret for somebody who has no account here yet. Refuses, in this order, an unknown one, a used
 * one, one whose address has an account, one that has expired (contract §5.5).
 */
export async function requireOpenInvitation(read: Read, secret: string): Promise<Invitation> {
  const invitation = await rows.findBySecret(read, hashToken(secret));
  if (!invitation) throw unknownInvitation();
  if (invitation.usedAt !== null) throw invitationUsed();
  if (!isOpen(read, invitation)) throw invitationExpired();
  if (await findAccountByEmail(read, invitation.email)) throw hasAccount();
  return invitation;
}

/**
 * Uses an invitation to make the account it offers: active, its address confirmed since the letter came there.
 * Of many at once exactly one does. Refuses as `requireOpenInvitation`.
 * @param wanted of `prepareSignUp`, with the address and the role of the invitation
 */
export async function redeemInvitation(
  tx: Tx,
  identity: Identity,
  site: Site,
  secret: string,
  wanted: Registration,
): Promise<Account> {
  const invitation = await requireOpenInvitation(tx, secret);
  if (!(await rows.claimInvitation(tx, invitation.id))) throw invitationUsed();
  const { email, role } = invitation;
  const account = await register(tx, identity, site, { ...wanted, email, role, welcome: 'vouched' });
  await noteUse(tx, invitation, account);
  return account;
}

/**
 * Uses an invitation as somebody who has an account here: it gives the role, unless theirs is higher.
 * Refuses an unknown, used or expired one, and the invitation of another address.
 */
export async function acceptInvitation(tx: Tx, secret: string, accountId: number): Promise<Account> {
  const invitation = await rows.findBySecret(tx, hashToken(secret));
  const account = await findAccount(tx, accountId);
  if (!invitation || !account) throw unknownInvitation();
  if (fold(account.email) !== fold(invitation.email)) throw invitationOfAnother();
  if (invitation.usedAt !== null) throw invitationUsed();
  if (!(await rows.claimInvitation(tx, invitation.id))) throw await whyNot(tx, secret);
  if (!includesRole(account.role, invitation.role))
    await changeAccount(tx, account.id, { role: invitation.role }, 'owner');
  await noteUse(tx, invitation, account);
  return account;
}

/** The tenant's invitations, the newest first. @param filter `isOpen`: only those that can still be accepted */
export function listInvitations(
  read: Read,
  filter: { isOpen?: boolean },
  page: { limit: number; offset: number },
): Promise<{ count: number; invitations: Invitation[] }> {
  return rows.selectInvitations(read, filter, page);
}

/** The invitation of that uuid. Refuses an unknown one, and what is no uuid. */
export async function requireInvitation(read: Read, id: string): Promise<Invitation> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const found = isUuid ? await rows.findByUuid(read, id.toLowerCase()) : null;
  if (!found) throw unknownInvitation();
  return found;
}

/** Takes an invitation back: its link opens nothing any more. Refuses an unknown one and one that was used. */
export async function revokeInvitation(tx: Tx, id: string): Promise<void> {
  const present = await requireInvitation(tx, id);
  if (present.usedAt !== null) throw invitationUsed();
  if (await rows.revokeInvitationRow(tx, present.uuid))
    await record(tx, { verb: 'revoked', objectType: 'invitation', objectId: present.id });
}

/** Forgets the invitations of somebody who is erased; a port of identity. */
export async function forgetInvited(tx: Tx, accountId: number): Promise<void> {
  const account = await findAccount(tx, accountId);
  if (account) await rows.deleteInvitationsTo(tx, fold(account.email));
}

/** Whether it can still be accepted. */
export function isOpen({ clock }: Pick<Read, 'clock'>, invitation: Invitation): boolean {
  const { usedAt, revokedAt, expiresAt } = invitation;
  return usedAt === null && revokedAt === null && expiresAt > clock.now();
}

async function noteUse(tx: Tx, { id, inviterId }: Invitation, account: Account): Promise<void> {
  await rows.noteUser(tx, id, account.id);
  await record(tx, { verb: 'accepted', objectType: 'invitation', objectId: id });
  await notify(tx, {
    kind: 'invitation',
    message: 'invitationAccepted',
    facts: { person: account.name },
    url: null,
    tell: inviterId === null ? [] : [inviterId],
  });
}

/** Somebody was quicker, or the time is over. */
async function whyNot(read: Read, secret: string): Promise<Error> {
  const now = await rows.findBySecret(read, hashToken(secret));
  if (!now) return unknownInvitation();
  return now.usedAt === null ? invitationExpired() : invitationUsed();
}

async function post(
  tx: Tx,
  identity: Identity,
  site: Site,
  invitation: Invitation,
  { secret, inviter, locale }: { secret: string; inviter: Account; locale: Locale },
): Promise<void> {
  const { email, firstName, lastName, expiresAt } = invitation;
  const name = [firstName, lastName].filter((part) => part !== '').join(' ');
  const account = await findAccountByEmail(tx, email);
  const language = chooseLocale(account?.locale, locale);
  await postLetter(tx, {
    kind: 'invitation',
    siteId: site.id,
    // An invitation has no account; erasing a person erases the letters to the account.
    accountId: account?.id ?? null,
    to: { address: email, name },
    locale: language,
    content: invitationLetter({
      name,
      inviter: inviter.name,
      siteName: site.name,
      link: identity.address(site, `/invitation/${secret}`),
      locale: language,
      expiresAt,
    }),
  });
  await notify(tx, {
    kind: 'invitation',
    message: 'invited',
    facts: { author: inviter.name, site: site.name },
    url: null,
    tell: account ? [account.id] : [],
  });
}

/** 122 bits in the form of a uuid, which is what paths of the contract take (§3). */
function drawSecret(random: Random): string {
  const bytes = random.bytes(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function daysFrom(tx: Tx, days: number): Date {
  return new Date(tx.clock.now().getTime() + days * day);
}
