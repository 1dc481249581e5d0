import { Alert } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ProblemError } from '../../api/problem.ts';
import { useText } from '../../i18n/index.ts';
import { Refused } from '../../ui/States.tsx';

/** What is wrong with a file, line by line; nothing of it was done. */
export function ImportFaults({ problem }: { readonly problem: ProblemError }) {
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another problem takes the focus again
  useEffect(() => box.current?.focus(), [problem]);
  if (problem.code !== 'participant.bad_table') return <Refused error={problem} />;
  return (
    <div ref={box} tabIndex={-1}>
      <Alert color="red" role="alert" title={say('workshops.importFaults')}>
        <ul>
          {problem.errors.map(({ pointer, message }) => {
            const [, line = '', column = ''] = pointer.split('/');
            return (
              <li key={pointer}>
                {say('workshops.importFault', { line, column })} {message}
              </li>
            );
          })}
        </ul>
      </Alert>
    </div>
  );
}
