import { Button, Group, List, Modal, Text } from '@mantine/core';
import { useText } from '../../i18n/index.ts';
import type { Warning } from './events-client.ts';

/** What an edit does to choices made before, asked about before it is made. */
export function EditWarnings({
  warnings,
  answer,
}: {
  readonly warnings: readonly Warning[];
  readonly answer: (goOn: boolean) => void;
}) {
  const say = useText();
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      title={say('workshops.warningsTitle')}
      closeButtonProps={{ 'aria-label': say('shell.cancel') }}
    >
      <Text>{say('workshops.warningsBody')}</Text>
      <List my="md">
        {warnings.map(({ workshop_id: id, title, code, registrations: count }) => (
          <List.Item key={`${id} ${code}`}>{say(`workshops.warning_${code}`, { title, count })}</List.Item>
        ))}
      </List>
      <Group>
        <Button color="red" onClick={() => answer(true)}>
          {say('workshops.saveAnyway')}
        </Button>
        <Button variant="default" onClick={() => answer(false)}>
          {say('shell.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
