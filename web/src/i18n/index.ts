import { createInstance } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { account } from './account.ts';
import { festival } from './festival.ts';
import { home } from './home.ts';
import { type Language, languages } from './language.ts';
import { learning } from './learning.ts';
import { operator } from './operator.ts';
import { people } from './people.ts';
import { shell } from './shell.ts';
import { workshops } from './workshops.ts';

/** Every text, by area; a key is asked for as `area.key`. */
const areas = { shell, home, account, people, workshops, learning, festival, operator };

type Areas = typeof areas;
/** Plural forms (`days_one`, `days_other`) are one key (`days`) with a `count`. */
type Asked<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
/** `shell.signIn`, `people.invite`: the area, then the key. */
export type TextKey = {
  [Area in keyof Areas]: `${Area}.${Asked<Extract<keyof Areas[Area]['en'], string>>}`;
}[keyof Areas];

/** Says a text with its values put in as they are: React escapes them. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const instance = createInstance();
instance.init({
  resources: Object.fromEntries(languages.map((language) => [language, { translation: flatten(language) }])),
  fallbackLng: 'en',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // skipOnVariables: a person may be called `$t(…)` or `{{…}}`.
  interpolation: { escapeValue: false, skipOnVariables: true },
});

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'en', choose: () => undefined });

/** The language of the page, and how to choose another. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** Says texts in the language of the page: `const say = useText(); say('shell.signIn')`. */
export function useText(): Say {
  const { language } = useLanguage();
  return useMemo(() => textsIn(language), [language]);
}

/** Says texts in one language, where there is no component. */
export function textsIn(language: Language): Say {
  const t = instance.getFixedT(language);
  return (key, values = {}) => t(key, { ...values });
}

function flatten(language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(areas).flatMap(([area, texts]) =>
      Object.entries<string>(texts[language]).map(([key, text]) => [`${area}.${key}`, text]),
    ),
  );
}
