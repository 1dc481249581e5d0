import { createContext, useContext } from 'react';
import { chooseLanguage, type Language } from '../i18n/language.ts';
import { type Say, sayIn } from './texts.ts';

/** Where the whole of the pages keeps the language that was chosen. */
const kept = 'muster.language';

export interface Speech {
  readonly language: Language;
  readonly say: Say;
}

export const SpeechContext = createContext<Speech>({ language: 'en', say: sayIn('en') });

/** The language of the page and its texts. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

/** The language that was chosen here before, else the browser's. */
export function firstLanguage(): Language {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(kept);
  } catch {
    // A browser that keeps nothing.
  }
  return chooseLanguage([chosen, ...navigator.languages]);
}

/** A browser that keeps nothing still changes the language of this visit. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(kept, language);
  } catch {
    // See above.
  }
}

/** Titles as a list in words: “A”, “B” and “C”. */
export function listOf({ language, say }: Speech, titles: readonly string[]): string {
  const named = titles.map((title) => say('named', { title }));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
}

/** A moment to the minute on the clocks of the event, with the name of its zone. */
export function momentIn(language: Language, at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));
}
