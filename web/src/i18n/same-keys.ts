import type { Language } from './language.ts';

/** Gives the texts back as they are; the compiler refuses a key that a language lacks or has alone. */
export function sameKeys<const Key extends string>(
  texts: Readonly<Record<'en', Readonly<Record<Key, string>>>> &
    Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<NoInfer<Key>, string>>>>,
): Readonly<Record<Language, Readonly<Record<Key, string>>>> {
  return texts;
}
