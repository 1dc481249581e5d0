import type { Language } from '../../i18n/language.ts';

/** A moment in the words of the language and the time of the reader's place. */
export function sayWhen(language: Language, moment: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  );
}
