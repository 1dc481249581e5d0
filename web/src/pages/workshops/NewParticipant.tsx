import { Group, Paper, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { useRefresh } from './events-client.ts';

/** One more person, with a key of their own. */
export function NewParticipant({ eventId }: { readonly eventId: number }) {
  const say = useText();
  const refresh = useRefresh();
  const [said, setSaid] = useState('');
  const fields = useRef<HTMLDivElement>(null);
  const submit = async (values: FormData) => {
    const body = {
      full_name: textIn(values, 'full_name'),
      class: textIn(values, 'class') || null,
      target_group: textIn(values, 'target_group') || null,
    };
    const params = { path: { id: eventId } };
    const made = await unwrap(api.POST('/api/v1/events/{id}/participants', { params, body }));
    setSaid(say('workshops.added', { name: made.full_name, key: made.key ?? '' }));
    for (const input of fields.current?.querySelectorAll('input') ?? []) input.value = '';
    await refresh();
  };
  return (
    <Paper component="section" aria-labelledby="new-person">
      <Title order={2} size="h3" id="new-person" mb="sm">
        {say('workshops.newPerson')}
      </Title>
      <Form button={say('workshops.addPerson')} submit={submit}>
        <Group ref={fields} align="start">
          <TextField name="full_name" label={say('workshops.fullName')} maxLength={200} required />
          <TextField name="class" label={say('workshops.class')} maxLength={80} />
          <TextField name="target_group" label={say('workshops.group')} maxLength={80} />
        </Group>
      </Form>
      <Text role="status">{said}</Text>
    </Paper>
  );
}
