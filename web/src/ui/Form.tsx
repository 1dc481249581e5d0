import { Alert, Button, Stack, Text, TextInput, type TextInputProps } from '@mantine/core';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { asProblem, type ProblemError } from '../api/problem.ts';
import { useText } from '../i18n/index.ts';
import { Refused } from './States.tsx';

const ProblemContext = createContext<ProblemError | null>(null);

/**
 * A form that sends its fields and shows what the server says to them: a summary that takes the focus, and the sentences
 * beside their fields.
 * @param submit sends the values; what it throws is shown
 */
export function Form({
  button,
  submit,
  children,
}: {
  readonly button: string;
  readonly submit: (values: FormData) => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await submit(new FormData(event.currentTarget));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        {problem && <Summary problem={problem} />}
        <ProblemContext value={problem}>{children}</ProblemContext>
        <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
          {button}
        </Button>
      </Stack>
    </form>
  );
}

/** A line of text in a `Form`. @param pointer where the server finds it in the JSON; `/<name>` without one */
export function TextField({
  name,
  pointer = `/${name}`,
  ...others
}: Omit<TextInputProps, 'pointer'> & { readonly name: string; readonly pointer?: string }) {
  return <TextInput {...others} id={fieldId(pointer)} name={name} error={useFieldError(pointer)} />;
}

/** What the server said to a field, for inputs other than `TextField`; null without a complaint. */
export function useFieldError(pointer: string): string | null {
  const said = useContext(ProblemContext)?.errors.filter((error) => error.pointer === pointer) ?? [];
  return said.length === 0 ? null : said.map(({ message }) => message).join(' ');
}

/** The id that an input needs for the summary to lead to it. */
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`;
}

function Summary({ problem }: { readonly problem: ProblemError }) {
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another problem takes the focus again
  useEffect(() => box.current?.focus(), [problem]);
  return (
    <div ref={box} tabIndex={-1}>
      {problem.errors.length === 0 ? (
        <Refused error={problem} />
      ) : (
        <Alert color="red" role="alert" title={problem.message || say('shell.refused')}>
          <Text>{say('shell.summary')}</Text>
          <ul>
            {problem.errors.map(({ pointer, message }) => (
              <li key={`${pointer} ${message}`}>
                <a href={`#${fieldId(pointer)}`}>{message}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
