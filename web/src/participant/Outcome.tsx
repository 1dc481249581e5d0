import { useEffect, useRef } from 'react';
import { useSpeech } from './language.ts';
import type { Asked } from './texts.ts';
import type { Choice } from './types.ts';

/** What came of confirming a choice. */
export type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'note'; readonly key: Asked }
  | {
      readonly kind: 'refused';
      readonly reasons: readonly { readonly workshopId: number | null; readonly message: string }[];
    };

/** The summary of what came of it: it takes the focus, so that nobody misses it. */
export function OutcomeBox({
  outcome,
  choice,
}: {
  readonly outcome: Outcome | null;
  readonly choice: Choice;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) box.current?.focus();
  }, [outcome]);
  if (!outcome) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role={outcome.kind === 'refused' ? 'alert' : 'status'}
      className={`box no-print ${outcome.kind === 'refused' ? 'wrong' : 'right'}`}
    >
      <Told outcome={outcome} choice={choice} />
    </div>
  );
}

function Told({ outcome, choice }: { readonly outcome: Outcome; readonly choice: Choice }) {
  const { say } = useSpeech();
  if (outcome.kind === 'note') return <p>{say(outcome.key)}</p>;
  if (outcome.kind === 'saved')
    return (
      <>
        <h2>{say('saved')}</h2>
        <p>{say('savedBody')}</p>
      </>
    );
  const kept = choice.moments
    .flatMap(({ workshops }) => workshops)
    .filter(({ id }) => choice.workshop_ids.includes(id));
  return (
    <>
      <h2>{say('notPossible')}</h2>
      <p>{say('because')}</p>
      <ul>
        {outcome.reasons.map(({ workshopId, message }) => (
          <li key={`${workshopId} ${message}`}>
            {workshopId === null ? message : <a href={`#workshop-${workshopId}`}>{message}</a>}
          </li>
        ))}
      </ul>
      <p>
        {kept.length === 0
          ? say('keptNothing')
          : `${say('kept')} ${kept.map(({ title }) => title).join(', ')}`}
      </p>
    </>
  );
}
