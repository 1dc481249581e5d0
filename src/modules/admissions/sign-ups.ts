import type { Passwords } from '../../platform/passwords.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Locale } from '../../platform/texts.ts';
import { prepareNames } from '../identity/changes.ts';
import { requireGoodPassword } from '../identity/logins.ts';
import { emptyProfile } from '../identity/profiles.ts';
import type { Registration, Role } from '../identity/types.ts';
import { badFields } from './refusals.ts';

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

type Wrong = Readonly<Record<string, readonly string[]>>;

/** What is wrong with a sign-up besides its address, by field: `username`, `firstName`, `lastName`, `password`. */
export async function judgeSignUp(sent: SentSignUp): Promise<Wrong> {
  const { username, firstName, lastName, email, password } = sent;
  const owner = { username: username ?? '', firstName, lastName, email };
  const judged = await Promise.allSettled([
    // In a promise, so that what it refuses is judged like the rest.
    Promise.resolve().then(() =>
      prepareNames({ ...(username !== undefined && { username }), firstName, lastName }),
    ),
    requireGoodPassword(owner, password),
  ]);
  return Object.assign({}, ...judged.map(fieldsOf));
}

/**
 * Judges a sign-up and hashes its password, outside any transaction. The site's own registration fields are not asked:
 * who comes this way has no place for them. Refuses with every message, by field.
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

/** What one of the judges refused; anything else it threw is no judgement and goes on. */
function fieldsOf(judged: PromiseSettledResult<unknown>): Wrong {
  if (judged.status === 'fulfilled') return {};
  if (judged.reason instanceof Refusal && judged.reason.kind === 'invalid') return judged.reason.fields;
  throw judged.reason;
}
