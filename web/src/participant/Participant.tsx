import { chooseLanguage } from '../i18n/language.ts';
import { texts } from './texts.ts';

/** The page on which a participant chooses workshops. */
export function Participant() {
  const language = chooseLanguage(navigator.languages);
  document.documentElement.lang = language;
  document.title = texts[language].title;
  return (
    <main>
      <h1>{texts[language].title}</h1>
      <p>{texts[language].body}</p>
    </main>
  );
}
