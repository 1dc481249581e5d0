import { useCallback, useEffect, useMemo, useState } from 'react';
import { asProblem, type ProblemError } from '../api/problem.ts';
import { type Language, languageNames, languages } from '../i18n/language.ts';
import { Choosing } from './Choosing.tsx';
import { firstLanguage, keepLanguage, SpeechContext } from './language.ts';
import { isSignedIn, readChoice, signIn, signOut, type Tagged } from './requests.ts';
import { SignIn } from './SignIn.tsx';
import { type Asked, type Say, sayIn } from './texts.ts';

type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signIn'; readonly notice?: Asked; readonly problem?: ProblemError }
  | { readonly kind: 'failed'; readonly problem: ProblemError }
  | { readonly kind: 'choosing'; readonly tagged: Tagged };

/** The page on which a participant chooses workshops. @param firstKey the login key that the link carried */
export function Participant({ firstKey }: { readonly firstKey: string | null }) {
  const [language, setLanguage] = useState(firstLanguage);
  const speech = useMemo(() => ({ language, say: sayIn(language) }), [language]);
  const [view, show, load] = useView(firstKey, language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title =
      view.kind === 'choosing'
        ? `${view.tagged.choice.event.name} – ${speech.say('title')}`
        : speech.say('title');
  }, [language, speech, view]);
  const changeLanguage = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  const onSignedOut = useCallback((notice: Asked) => show({ kind: 'signIn', notice }), [show]);
  // The stream of free places hangs on it: another function would open another one.
  const onEnded = useCallback(() => onSignedOut('ended'), [onSignedOut]);
  return (
    <SpeechContext value={speech}>
      <header className="no-print">
        <LanguageChoice language={language} say={speech.say} onChange={changeLanguage} />
        {view.kind === 'choosing' && <SignOut say={speech.say} onSignedOut={onSignedOut} />}
      </header>
      <main>
        {view.kind === 'loading' && <p role="status">{speech.say('loading')}</p>}
        {view.kind === 'failed' && <Failed problem={view.problem} say={speech.say} retry={load} />}
        {view.kind === 'signIn' && <SignIn {...view} onKey={(key) => enter(key, load, show)} />}
        {view.kind === 'choosing' && <Choosing tagged={view.tagged} reload={load} onEnded={onEnded} />}
      </main>
    </SpeechContext>
  );
}

/** What is shown, and how it is read anew. */
function useView(firstKey: string | null, language: Language) {
  const [view, show] = useState<View>({ kind: 'loading' });
  const load = useCallback(async () => {
    try {
      show({ kind: 'choosing', tagged: await readChoice(language) });
    } catch (error) {
      const problem = asProblem(error);
      const isNobody = problem.status === 401 || problem.status === 403;
      show(isNobody ? { kind: 'signIn', notice: 'ended' } : { kind: 'failed', problem });
    }
  }, [language]);
  const begin = async () => {
    try {
      if (firstKey !== null) await enter(firstKey, load, show);
      else if (await isSignedIn()) await load();
      else show({ kind: 'signIn' });
    } catch (error) {
      show({ kind: 'failed', problem: asProblem(error) });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a visit begins once, whatever the language becomes
  useEffect(() => void begin(), []);
  return [view, show, load] as const;
}

async function enter(key: string, load: () => Promise<void>, show: (view: View) => void): Promise<void> {
  try {
    await signIn(key);
  } catch (error) {
    return show({ kind: 'signIn', problem: asProblem(error) });
  }
  await load();
}

function LanguageChoice(props: {
  readonly language: Language;
  readonly say: Say;
  readonly onChange: (language: Language) => void;
}) {
  const onChange = (value: string) => {
    const chosen = languages.find((one) => one === value);
    if (chosen) props.onChange(chosen);
  };
  return (
    <label className="language">
      {props.say('language')}
      <select value={props.language} onChange={({ target }) => onChange(target.value)}>
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function SignOut({ say, onSignedOut }: { readonly say: Say; readonly onSignedOut: (notice: Asked) => void }) {
  const [isRefused, setRefused] = useState(false);
  const leave = () =>
    signOut().then(
      () => onSignedOut('signedOut'),
      (error: unknown) => (asProblem(error).status === 401 ? onSignedOut('signedOut') : setRefused(true)),
    );
  return (
    <>
      {isRefused && (
        <p role="alert" className="wrong">
          {say('noAnswer')}
        </p>
      )}
      <button type="button" className="quiet" onClick={leave}>
        {say('signOut')}
      </button>
    </>
  );
}

function Failed(props: { readonly problem: ProblemError; readonly say: Say; readonly retry: () => void }) {
  const { problem, say, retry } = props;
  const sentence = problem.code === 'offline' ? say('noAnswer') : problem.message || say('refused');
  return (
    <>
      <h1>{say('title')}</h1>
      <div role="alert" className="box wrong">
        <p>{sentence}</p>
        {problem.requestId !== null && <p>{say('request', { id: problem.requestId })}</p>}
      </div>
      <button type="button" onClick={retry}>
        {say('retry')}
      </button>
    </>
  );
}
