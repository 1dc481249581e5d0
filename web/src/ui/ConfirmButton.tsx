import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { Refused } from './States.tsx';

/** A button for what cannot be taken back: asks once, shows a refusal where it asked. @param question what will happen */
export function ConfirmButton({
  label,
  question,
  act,
}: {
  readonly label: string;
  readonly question: string;
  readonly act: () => Promise<unknown>;
}) {
  const say = useText();
  const [opened, { open, close }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await act();
      close();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button color="red" variant="outline" onClick={open}>
        {label}
      </Button>
      <Modal
        opened={opened}
        // Locking the page's scrolling adds a style element that the policy of the page refuses.
        lockScroll={false}
        onClose={close}
        title={label}
        closeButtonProps={{ 'aria-label': say('shell.cancel') }}
      >
        <Text>{question}</Text>
        {error !== null && <Refused error={error} />}
        <Group mt="md">
          <Button color="red" loading={busy} onClick={() => void confirm()}>
            {say('shell.confirm')}
          </Button>
          <Button variant="default" onClick={close}>
            {say('shell.cancel')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
