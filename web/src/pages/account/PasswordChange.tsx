import { Alert } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Section } from './Section.tsx';

/** Sets another password; every other sign-in ends. */
export function PasswordChange() {
  const say = useText();
  const client = useQueryClient();
  // Another number empties the fields.
  const [changes, setChanges] = useState(0);
  const submit = async (values: FormData) => {
    const body = { old: textIn(values, 'old'), new: textIn(values, 'new') };
    await unwrap(api.PUT('/api/v1/me/password', { body }));
    setChanges((before) => before + 1);
    await client.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <Section title={say('account.password')}>
      {changes > 0 && <Alert role="status">{say('account.passwordChanged')}</Alert>}
      <Form key={changes} button={say('account.changePassword')} submit={submit}>
        <TextField
          name="old"
          label={say('account.oldPassword')}
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          name="new"
          label={say('account.newPassword')}
          type="password"
          autoComplete="new-password"
          required
        />
      </Form>
    </Section>
  );
}
