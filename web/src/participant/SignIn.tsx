import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ProblemError } from '../api/problem.ts';
import { useSpeech } from './language.ts';
import type { Asked, Say } from './texts.ts';

interface Props {
  /** Why somebody is asked to sign in again. */
  readonly notice?: Asked;
  /** What the server said to the last key. */
  readonly problem?: ProblemError;
  readonly onKey: (key: string) => Promise<void>;
}

/** Signing in by the login key of a card. */
export function SignIn({ notice, problem, onKey }: Props) {
  const { say } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), []);
  const [isEmpty, setEmpty] = useState(false);
  const [isSending, setSending] = useState(false);
  const fault = isEmpty ? say('emptyKey') : problem && sentenceOf(problem, say);
  useEffect(() => {
    if (problem) field.current?.focus();
  }, [problem]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const key = field.current?.value.trim() ?? '';
    setEmpty(key === '');
    if (key === '') return field.current?.focus();
    setSending(true);
    await onKey(key);
    setSending(false);
  };
  return (
    <>
      <h1>{say('title')}</h1>
      {notice && (
        <p ref={told} tabIndex={-1} className="box">
          {say(notice)}
        </p>
      )}
      <form onSubmit={send} noValidate>
        <p id="key-hint">{say('signInBody')}</p>
        <label htmlFor="key">{say('key')}</label>
        <input
          ref={field}
          id="key"
          type="text"
          className="key"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? 'key-hint' : 'key-fault key-hint'}
        />
        <p id="key-fault" className="wrong" role="alert">
          {fault}
        </p>
        <button type="submit" disabled={isSending}>
          {isSending ? say('sending') : say('signIn')}
        </button>
      </form>
    </>
  );
}

function sentenceOf({ code, status, message }: ProblemError, say: Say): string {
  if (code === 'offline') return say('noAnswer');
  if (status === 401) return say('wrongKey');
  return status === 429 ? say('throttled') : message || say('refused');
}
