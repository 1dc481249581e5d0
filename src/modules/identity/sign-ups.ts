import { commonPasswords } from '../../platform/common-passwords.ts';
import type { Passwords } from '../../platform/passwords.ts';
import type { Locale } from '../../platform/texts.ts';
import { emptyProfile } from './profiles.ts';
import { badFields } from './refusals.ts';
import { judgeChosenPassword, judgeName, judgeUsername } from './rules.ts';
import type { Registration, Role } from './types.ts';

/** What a person writes to register alone. */
export interface SentSignUp {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Undefined: one is made from the e-mail. */
  readonly username: string | undefined;
  readonly password: string;
  readonly locale: Locale;
}

/** What is wrong with a sign-up besides its address, by field: `username`, `firstName`, `lastName`, `password`. */
export async function judgeSignUp(sent: SentSignUp): Promise<Record<string, string[]>> {
  const { username, firstName, lastName, email, password } = sent;
  const common = await commonPasswords();
  const owner = { username: username ?? '', firstName, lastName, email };
  const judged = {
    username: username === undefined ? [] : judgeUsername(username),
    firstName: judgeName(firstName),
    lastName: judgeName(lastName),
    password: judgeChosenPassword(password, owner, common.has(password.toLowerCase())),
  };
  return Object.fromEntries(Object.entries(judged).filter(([, messages]) => messages.length > 0));
}

/**
 * Judges a sign-up and hashes its password, outside any transaction. The site's own registration fields are not asked:
 * this API has no place for them. Refuses with every message, by field.
 */
export async function prepareSignUp(
  passwords: Passwords,
  sent: SentSignUp,
  role: Role = 'member',
): Promise<Registration> {
  const wrong = await judgeSignUp(sent);
  if (Object.keys(wrong).length > 0) throw badFields(wrong);
  const { username, firstName: first, lastName: last, email, locale } = sent;
  return {
    username: username ?? null,
    email,
    name: [first, last].filter((part) => part !== '').join(' '),
    parts: { first, last },
    passwordHash: await passwords.hash(sent.password),
    profile: emptyProfile,
    extra: {},
    role,
    locale,
    welcome: 'sign_up',
  };
}
