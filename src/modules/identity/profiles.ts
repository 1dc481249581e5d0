import countries from 'i18n-iso-countries';
import { checkAgainst } from '../../platform/json-schema.ts';
import { educationLevels, genders } from './rules.ts';
import type { Profile } from './types.ts';

export const emptyProfile: Profile = {
  level_of_education: null,
  gender: null,
  mailing_address: null,
  city: null,
  country: null,
  goals: null,
  bio: null,
  year_of_birth: null,
  language: null,
};

/** Names of profile fields in the order in which the v0 document's answer lists them (contract §2.4). */
export const profileFields = [
  'level_of_education',
  'gender',
  'mailing_address',
  'city',
  'country',
  'goals',
  'bio',
  'year_of_birth',
  'language',
] as const;

/** A judged part of what was sent: the values understood, and what is wrong with the others, by field. */
export interface Judged<T> {
  readonly values: T;
  readonly wrong: Readonly<Record<string, readonly string[]>>;
}

/**
 * Picks the profile fields out of what was sent and judges each (seed 001 lists the accepted codes).
 * An absent field is left out; null or a blank text empties it.
 */
export function judgeProfile(sent: Readonly<Record<string, unknown>>, now: Date): Judged<Partial<Profile>> {
  const values: Record<string, string | number | null> = {};
  const wrong: Record<string, string[]> = {};
  for (const field of profileFields) {
    const value = sent[field];
    if (value === undefined) continue;
    if (value === null || value === '') {
      values[field] = null;
      continue;
    }
    const judged = judgeField(field, value, now);
    if ('wrong' in judged) wrong[field] = [judged.wrong];
    else values[field] = judged.value;
  }
  return { values, wrong };
}

/**
 * Picks the site's own registration fields out of what was sent and judges them by the site's schema; other keys are
 * ignored (ruling "Profile fields").
 * @param whole judge required fields too, as a new registration must; a change of some fields need not name the others
 */
export function judgeExtra(
  schema: Readonly<Record<string, unknown>> | undefined,
  sent: Readonly<Record<string, unknown>>,
  { whole }: { readonly whole: boolean },
): Judged<Record<string, unknown>> {
  const properties = schema?.properties;
  if (typeof properties !== 'object' || properties === null) return { values: {}, wrong: {} };
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(properties)) {
    if (Object.hasOwn(sent, key) && sent[key] !== undefined) values[key] = sent[key];
  }
  const wrong = checkAgainst(whole ? { ...schema } : { ...schema, required: [] }, values);
  return { values, wrong };
}

type JudgedField = { value: string | number } | { wrong: string };
type Field = (typeof profileFields)[number];

const lengths: Partial<Record<Field, number>> = { mailing_address: 2000, city: 255, goals: 2000, bio: 3000 };

function judgeField(field: Field, value: unknown, now: Date): JudgedField {
  if (field === 'year_of_birth') return judgeYear(value, now);
  if (typeof value !== 'string') return { wrong: 'Not a valid string.' };
  const text = value.trim();
  if (field === 'gender') return oneOf(text.toLowerCase(), genders);
  if (field === 'level_of_education') return oneOf(text.toLowerCase(), educationLevels);
  if (field === 'country') {
    const known = /^[A-Za-z]{2}$/.test(text) && countries.isValid(text);
    return known ? { value: text.toUpperCase() } : { wrong: 'Not an ISO 3166 country code of two letters.' };
  }
  if (field === 'language') {
    return isLanguage(text) ? { value: text } : { wrong: 'Not an ISO 639 language code.' };
  }
  const limit = lengths[field] ?? 255;
  return text.length <= limit
    ? { value: text }
    : { wrong: `Ensure this field has no more than ${limit} characters.` };
}

function judgeYear(value: unknown, now: Date): JudgedField {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  const newest = now.getUTCFullYear();
  return year >= 1900 && year <= newest
    ? { value: year }
    : { wrong: `A year of four digits from 1900 to ${newest}.` };
}

function oneOf(code: string, codes: readonly string[]): JudgedField {
  return codes.includes(code)
    ? { value: code }
    : { wrong: `"${code}" is not a valid choice; one of ${codes.join(', ')}.` };
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function isLanguage(code: string): boolean {
  if (!/^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$/.test(code)) return false;
  try {
    return languageNames.of(code.replaceAll('_', '-')) !== undefined;
  } catch {
    return false;
  }
}
