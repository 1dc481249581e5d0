/** The languages of the pages. */
export type Language = 'en' | 'nl' | 'de';

export const languages: readonly Language[] = ['en', 'nl', 'de'];

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
};

/** The same keys in every language: the compiler refuses a text that one of them lacks. */
export type TextsOf<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** The first wish that the pages speak (`de-AT` is `de`); English when there is none. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const short = wish?.split(/[-_]/)[0]?.toLowerCase();
    const found = languages.find((language) => language === short);
    if (found) return found;
  }
  return 'en';
}
