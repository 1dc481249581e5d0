import { type FormEvent, useState } from 'react';
import { asProblem, type ProblemError } from '../api/problem.ts';
import { useSpeech } from './language.ts';
import type { Outcome } from './Outcome.tsx';
import { sendChoice, type Tagged } from './requests.ts';
import { isAsBefore } from './wish.ts';

interface Asker {
  readonly tagged: Tagged;
  /** Reads the choice anew. */
  readonly reload: () => Promise<void>;
  readonly onEnded: () => void;
}

/** Sending the choice, and what came of it. @param clear forgets what was ticked, once it is confirmed */
export function useConfirm({ tagged, reload, onEnded }: Asker, wanted: readonly number[], clear: () => void) {
  const { language } = useSpeech();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSending, setSending] = useState(false);
  const { choice } = tagged;
  const send = async (): Promise<Outcome | null> => {
    if (isAsBefore(choice, wanted))
      return { kind: 'note', key: wanted.length === 0 ? 'emptyChoice' : 'unchanged' };
    try {
      await sendChoice(tagged, wanted, language);
      await reload();
      clear();
      return wanted.length === 0 ? { kind: 'note', key: 'givenUp' } : { kind: 'saved' };
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 401) onEnded();
      // What is kept, and the places that are left, as the server has them now.
      if (problem.code !== 'offline') await reload();
      return problem.status === 401 ? null : refusedBy(problem, wanted);
    }
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setOutcome(await send());
    setSending(false);
  };
  return { outcome, isSending, confirm, forget: () => setOutcome(null) };
}

function refusedBy(problem: ProblemError, wanted: readonly number[]): Outcome {
  if (problem.status === 412) return { kind: 'note', key: 'stale' };
  if (problem.code === 'offline') return { kind: 'note', key: 'noAnswer' };
  const reasons = problem.errors.map(({ pointer, message }) => ({
    workshopId: wanted[Number(/^\/workshop_ids\/(\d+)$/.exec(pointer)?.[1])] ?? null,
    message,
  }));
  const unnamed = { workshopId: null, message: problem.message };
  return { kind: 'refused', reasons: reasons.length > 0 ? reasons : [unnamed] };
}
