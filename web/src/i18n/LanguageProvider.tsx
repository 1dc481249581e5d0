import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useSession } from '../api/session.ts';
import { LanguageContext } from './index.ts';
import { chooseLanguage, type Language } from './language.ts';

const kept = 'muster.language';

/** The language that was chosen here, else the account's, else the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState(readChosen);
  const session = useSession().data;
  const language = chooseLanguage([chosen, session?.account?.locale, ...navigator.languages]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        keepChosen(next);
        setChosen(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

function readChosen(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing still changes the language of this visit. */
function keepChosen(language: Language): void {
  try {
    localStorage.setItem(kept, language);
  } catch {
    return;
  }
}
