import { createInstance, type i18n } from 'i18next';

/** The languages Muster speaks. */
export type Locale = 'en' | 'de' | 'nl';

export const locales: readonly Locale[] = ['en', 'de', 'nl'];

export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}

/**
 * The first language wished for that Muster speaks; English when there is none (ruling "Language").
 * @param wishes from the strongest to the weakest: language tags (`de-AT`, `de_AT`, `NL`) or whole `Accept-Language`
 *   headers; a missing one is passed over
 */
export function chooseLocale(...wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    for (const tag of tagsOf(wish ?? '')) {
      const language = tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
      if (isLocale(language)) return language;
      if (language === '*') return 'en';
    }
  }
  return 'en';
}

/** The tags of an `Accept-Language` header by falling weight; those weighed 0 are refused ones (RFC 9110 §12.5.4). */
function tagsOf(header: string): string[] {
  return header
    .split(',', 30)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => /^q=/i.test(parameter));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** A key as it is asked for: plural forms (`days_one`, `days_other`) are one key (`days`) with a `count`. */
type Asked<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** Says one text in one language, with values put in as they are (no escaping: whoever writes HTML escapes). */
export type Say<Key extends string> = (
  locale: Locale,
  key: Asked<Key>,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * Makes texts of one place sayable; the compiler refuses a key that a language lacks.
 * A value that a text names and the caller leaves out is an error, never a hole in a letter.
 * @param texts by language and key, with `{{value}}` where a value goes
 */
export function defineTexts<Key extends string>(
  texts: Readonly<Record<'en', Readonly<Record<Key, string>>>> &
    Readonly<Record<'de' | 'nl', Readonly<Record<NoInfer<Key>, string>>>>,
): Say<Key> {
  let opened: i18n | undefined;
  return (locale, key, values = {}) => {
    opened ??= open(texts);
    return opened.getFixedT(locale)(key, { ...values });
  };
}

function open(texts: Readonly<Record<Locale, Readonly<Record<string, string>>>>): i18n {
  const instance = createInstance();
  instance.init({
    resources: Object.fromEntries(locales.map((locale) => [locale, { translation: { ...texts[locale] } }])),
    fallbackLng: false,
    supportedLngs: [...locales],
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // skipOnVariables: a person may be called `$t(…)` or `{{…}}`.
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (_text: string, match: readonly string[]) => {
      throw new Error(`The value ${String(match[1])} of a text is missing.`);
    },
  });
  return instance;
}

/**
 * A moment to the minute in the words of the language, e.g. `20 November 2026 at 14:30 UTC`.
 * @param timeZone whose clocks are read, such as `Europe/Brussels`
 */
export function sayMoment(locale: Locale, at: Date, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}

/** A calendar day (UTC) in the words of the language, e.g. `20 November 2026`. */
export function sayDay(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
}
