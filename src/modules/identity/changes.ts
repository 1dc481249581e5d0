import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import type { Site } from '../tenants/types.ts';
import { type AccountColumns, lockAccount } from './accounts.queries.ts';
import { judgeExtra, judgeProfile } from './profiles.ts';
import { badFields, unknownAccount } from './refusals.ts';
import { requireEmail } from './registrations.ts';
import { judgeName, judgeUsername, splitName } from './rules.ts';
import type { Account, AccountChange, Profile } from './types.ts';

/**
 * Judges what a trusted system wants changed in a person: address, name, profile and the site's own fields; other keys
 * are ignored. Refuses a bad address first, then everything else by field.
 * @param sent an absent or null `email` or `name` stays as it is; profile fields as `judgeProfile` takes them
 */
export function prepareChange(site: Site, sent: Readonly<Record<string, unknown>>, now: Date): AccountChange {
  const email = isGiven(sent.email) ? requireEmail(sent.email) : undefined;
  const name = isGiven(sent.name) ? (typeof sent.name === 'string' ? sent.name.trim() : null) : undefined;
  const profile = judgeProfile(sent, now);
  const extra = judgeExtra(site.config.registration_fields, sent, { whole: false });
  const wrongName = name === undefined ? [] : name === null ? ['Not a valid string.'] : judgeName(name);
  const wrong = { ...(wrongName.length > 0 && { name: wrongName }), ...profile.wrong, ...extra.wrong };
  if (Object.keys(wrong).length > 0) throw badFields(wrong);
  return {
    ...(email !== undefined && { email }),
    ...(name !== undefined && name !== null && { name }),
    profile: profile.values,
    extra: extra.values,
  };
}

/**
 * Judges what people want changed in their own names; an absent part stays, an empty first or last name empties it.
 * Refuses by field: `username`, `firstName`, `lastName`.
 */
export function prepareNames(
  sent: Pick<AccountChange, 'username' | 'firstName' | 'lastName'>,
): AccountChange {
  const { username, firstName, lastName } = sent;
  const judged = {
    username: username === undefined ? [] : judgeUsername(username),
    firstName: firstName ? judgeName(firstName) : [],
    lastName: lastName ? judgeName(lastName) : [],
  };
  const wrong = Object.entries(judged).filter(([, messages]) => messages.length > 0);
  if (wrong.length > 0) throw badFields(Object.fromEntries(wrong));
  return sent;
}

/** The account, kept from other changes until the transaction ends: what is compared now is what is changed then. */
export async function lockForChange(tx: Tx, id: number): Promise<Account> {
  const account = await lockAccount(tx, id);
  if (!account) throw unknownAccount(String(id));
  return account;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Names of what the change really alters, as the audit trail keeps them. */
export function differences(present: Account, change: AccountChange): string[] {
  const { profile = {}, extra = {}, passwordHash, mustConfirm: _, ...plain } = change;
  const differing = <T extends object>(before: object, after: T) => {
    const known = new Map<string, unknown>(Object.entries(before));
    return Object.entries(after)
      .filter(([key, value]) => !isDeepStrictEqual(known.get(key), value))
      .map(([key]) => key);
  };
  return [
    ...differing(present, plain),
    ...(passwordHash === undefined ? [] : ['password']),
    ...differing(present.profile, profile),
    ...differing(present.extra, extra),
  ];
}

/** What the change writes into the account's row. */
export function columnsOf(
  tx: Tx,
  present: Account,
  change: AccountChange,
): AccountColumns & Partial<Profile> {
  return {
    ...change.profile,
    ...namesOf(present, change),
    ...(change.username !== undefined && {
      username: change.username,
      username_key: fold(change.username),
    }),
    ...(change.email !== undefined && {
      email: change.email,
      email_key: fold(change.email),
      ...(fold(change.email) !== fold(present.email) && { email_confirmed_at: null }),
    }),
    ...(change.mustConfirm && { must_confirm: true }),
    ...(change.role && { role: change.role }),
    ...(change.extra && { extra: JSON.stringify({ ...present.extra, ...change.extra }) }),
    ...(change.passwordHash !== undefined && {
      password_hash: change.passwordHash,
      password_changed_at: tx.clock.now(),
    }),
    ...(change.phone !== undefined && { phone: change.phone }),
    ...(change.zipCode !== undefined && { zip_code: change.zipCode }),
    ...(change.locale !== undefined && { locale: change.locale }),
    ...(change.wantsLetters !== undefined && { wants_letters: change.wantsLetters }),
  };
}

/** The name and its two parts, whichever of them the change names (ruling "One account, five shapes"). */
function namesOf(present: Account, { name, firstName, lastName }: AccountChange) {
  if (name === undefined && firstName === undefined && lastName === undefined) return {};
  const { first, last } =
    name === undefined
      ? { first: firstName ?? present.firstName, last: lastName ?? present.lastName }
      : splitName(name);
  const whole = name ?? [first, last].filter((part) => part !== '').join(' ');
  return { name: whole, name_key: fold(whole), first_name: first, last_name: last };
}
