import { judgeSignUp, type SentSignUp } from '../../modules/admissions/sign-ups.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Locale } from '../../platform/texts.ts';
import type { FieldMessages } from './errors.ts';
import { judgeFields, sentText } from './fields.ts';
import { personMessages } from './people.ts';
import { english } from './texts.ts';

/** What a new person sends (contract §5.1), for schemas. */
export const newPersonFields = {
  email: sentText('Required'),
  first_name: sentText('Required, at most 30 characters'),
  last_name: sentText('Required, at most 30 characters'),
  password1: sentText('Required'),
  password2: sentText('Required, the same'),
  username: sentText('1 to 150 letters, digits and @ . + - _; left out, one is made from the e-mail'),
};

const rules = {
  email: { kind: 'email', required: true },
  first_name: { required: true, limit: 30 },
  last_name: { required: true, limit: 30 },
  password1: { kind: 'password', required: true },
  password2: { kind: 'password', required: true },
  username: { limit: 150 },
} as const;

/** What stands instead of fields that need not be sent. */
export type Given = Partial<Record<'email' | 'first_name' | 'last_name', string>>;

/** A new person as judged: what may be written, and what is wrong with it. */
export interface JudgedPerson {
  readonly person: SentSignUp;
  readonly wrong: FieldMessages;
}

/**
 * Judges a new person: every field at once, the password by its rules too; that both passwords are the same only once
 * the fields are right (contract §2.2).
 * @param prefix of the names in the messages: `user.` where the person is nested
 * @param given used for fields that are missing, such as those of an invitation
 */
export async function judgePerson(
  body: object,
  locale: Locale,
  { prefix = '', given = {} }: { readonly prefix?: string; readonly given?: Given } = {},
): Promise<JudgedPerson> {
  const { values, wrong } = judgeFields({ ...given, ...body }, rules, prefix);
  const person = {
    email: values.email ?? '',
    firstName: values.first_name ?? '',
    lastName: values.last_name ?? '',
    username: values.username,
    password: values.password1 ?? '',
    locale,
  };
  const judged = await judgeSignUp(person);
  const refusal = refuse('invalid', 'account.bad_fields', '', { fields: judged });
  const found = Object.entries(personMessages(refusal, { password: 'password1' }) ?? {})
    // What is missing or too long was told already.
    .filter(([name]) => wrong[prefix + name] === undefined)
    .map(([name, messages]) => [prefix + name, messages] as const);
  const all: Record<string, readonly string[]> = { ...wrong, ...Object.fromEntries(found) };
  if (Object.keys(all).length === 0 && values.password1 !== values.password2)
    all[`${prefix}error`] = [english('passwordsDiffer')];
  return { person, wrong: all };
}
