import { Alert, Button, Center, Group, Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { useText } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { LinkTo } from './LinkTo.tsx';
import { Page } from './Page.tsx';

/** While something is on its way. */
export function Loading() {
  const say = useText();
  return (
    <Center py="xl" role="status">
      <Group>
        <Loader size="sm" aria-hidden />
        <Text>{say('shell.loading')}</Text>
      </Group>
    </Center>
  );
}

/** Where a list has nothing. @param children what to do about it */
export function Empty({ children }: { readonly children?: ReactNode }) {
  const say = useText();
  return <Text py="lg">{children ?? say('shell.empty')}</Text>;
}

/** The server's "no" in its own sentences, with the number to name when asking for help. */
export function Refused({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const say = useText();
  const problem = asProblem(error);
  if (problem.code === 'offline') return <Offline {...(retry && { retry })} />;
  return (
    <Alert color="red" role="alert" title={problem.message || say('shell.refused')}>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ pointer, message }) => (
            <li key={`${pointer} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {problem.requestId !== null && (
        <Text size="sm">{say('shell.requestId', { id: problem.requestId })}</Text>
      )}
      <Retry {...(retry && { retry })} />
    </Alert>
  );
}

/** Where no answer came. */
export function Offline({ retry }: { readonly retry?: () => void }) {
  const say = useText();
  return (
    <Alert color="orange" role="alert" title={say('shell.offline')}>
      <Text>{say('shell.offlineBody')}</Text>
      <Retry {...(retry && { retry })} />
    </Alert>
  );
}

/** An address that leads nowhere. */
export function Missing() {
  const say = useText();
  return (
    <Page title={say('shell.missing')}>
      <Text>{say('shell.missingBody')}</Text>
      <LinkTo to={paths.home}>{say('shell.home')}</LinkTo>
    </Page>
  );
}

function Retry({ retry }: { readonly retry?: () => void }) {
  const say = useText();
  if (!retry) return null;
  return (
    <Button mt="sm" variant="default" onClick={retry}>
      {say('shell.retry')}
    </Button>
  );
}
