import type { Passwords } from '../../platform/passwords.ts';
import { Refusal } from '../../platform/refusal.ts';
import { prepareNames } from '../identity/changes.ts';
import { emptyProfile } from '../identity/profiles.ts';
import { requireEmail } from '../identity/registrations.ts';
import type { Registration } from '../identity/types.ts';
import { badFields } from './refusals.ts';
import { judgeOwnPassword } from './rules.ts';

/** What a person writes who registers alone with an address and a password; the names may come later. */
export interface SentOwnRegistration {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  /** A postal one. */
  readonly address: string | null;
  readonly locale: string;
}

/**
 * Judges what a person registers with and hashes the password, outside any transaction. The account is active at once;
 * a letter asks whether the address is theirs. The site's own registration fields are not asked.
 * Refuses with every message, by field: `email`, `password`, `firstName`, `lastName`.
 */
export async function prepareOwnRegistration(
  passwords: Passwords,
  sent: SentOwnRegistration,
): Promise<Registration> {
  const { firstName: first, lastName: last, email, password } = sent;
  const faults = judgeOwnPassword(password, email);
  const wrong = {
    ...refusedBy(() => requireEmail(email)),
    ...(faults.length > 0 && { password: faults }),
    ...refusedBy(() => prepareNames({ firstName: first, lastName: last })),
  };
  if (Object.keys(wrong).length > 0) throw badFields(wrong);
  return {
    username: null,
    email,
    name: [first, last].filter((part) => part !== '').join(' '),
    parts: { first, last },
    passwordHash: await passwords.hash(password),
    profile: { ...emptyProfile, mailing_address: sent.address },
    extra: {},
    role: 'member',
    locale: sent.locale,
    welcome: 'confirm_email',
  };
}

/** Judges and hashes a password of somebody with this address: 8–128 characters, not the address itself. */
export async function prepareOwnPassword(
  passwords: Passwords,
  email: string,
  password: string,
): Promise<string> {
  const found = judgeOwnPassword(password, email);
  if (found.length > 0) throw badFields({ password: found });
  return passwords.hash(password);
}

/** What a judge refuses, by field; anything else it throws is no judgement and goes on. */
function refusedBy(judge: () => unknown): Readonly<Record<string, readonly string[]>> {
  try {
    judge();
    return {};
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'invalid') return error.fields;
    throw error;
  }
}
