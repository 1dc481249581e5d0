import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { type Choice, useRefresh } from './events-client.ts';

/** Corrects who somebody is; key and choice stay. */
export function EditParticipant({ participant }: { readonly participant: Choice['participant'] }) {
  const say = useText();
  const refresh = useRefresh();
  const [said, setSaid] = useState('');
  const submit = async (values: FormData) => {
    setSaid('');
    const body = {
      full_name: textIn(values, 'full_name'),
      class: textIn(values, 'class') || null,
      target_group: textIn(values, 'target_group') || null,
    };
    const params = { path: { id: participant.id } };
    await unwrap(api.PATCH('/api/v1/participants/{id}', { params, body }));
    setSaid(say('workshops.saved'));
    await refresh();
  };
  return (
    <details>
      <summary>{say('workshops.correct')}</summary>
      <Form button={say('workshops.save')} submit={submit}>
        <Group align="start">
          <TextField
            name="full_name"
            label={say('workshops.fullName')}
            defaultValue={participant.full_name}
            maxLength={200}
            required
          />
          <TextField
            name="class"
            label={say('workshops.class')}
            defaultValue={participant.class ?? ''}
            maxLength={80}
          />
          <TextField
            name="target_group"
            label={say('workshops.group')}
            defaultValue={participant.group ?? ''}
            maxLength={80}
          />
        </Group>
      </Form>
      <Text role="status">{said}</Text>
    </details>
  );
}
