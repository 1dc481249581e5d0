import { Alert, Button, Code, Group, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { CopyText } from './CopyText.tsx';

/** The recovery codes, told once: to print or to copy. It takes the focus when it appears. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert variant="default" title={say('account.recoveryTitle')} ref={box} tabIndex={-1}>
      {say('account.recoveryBody')}
      <List mt="sm" aria-label={say('account.recoveryTitle')}>
        {codes.map((code) => (
          <List.Item key={code}>
            <Code>{code}</Code>
          </List.Item>
        ))}
      </List>
      <Group align="end">
        <Button variant="default" mt="sm" onClick={() => window.print()}>
          {say('account.print')}
        </Button>
        <CopyText text={codes.join('\n')} />
      </Group>
    </Alert>
  );
}
