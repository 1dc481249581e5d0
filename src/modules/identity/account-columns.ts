import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import type { AccountColumns } from './accounts.queries.ts';
import { splitName } from './rules.ts';
import type { Account, AccountChange, Profile } from './types.ts';

/** Names of what the change really alters, as the audit trail keeps them. */
export function differences(present: Account, change: AccountChange): string[] {
  const { profile = {}, extra = {}, passwordHash, ...plain } = change;
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
    ...(change.email !== undefined && {
      email: change.email,
      email_key: fold(change.email),
      ...(fold(change.email) !== fold(present.email) && { email_confirmed_at: null }),
    }),
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
