import { Alert, Paper } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';

/** Asks for a letter whose link sets another password. */
export function Page() {
  const say = useText();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const submit = async (values: FormData) => {
    const email = textIn(values, 'email').trim();
    await unwrap(api.POST('/api/v1/password-resets', { body: { email } }));
    setSentTo(email);
  };
  return (
    <Frame title={say('account.forgotten')}>
      <Paper maw={420}>
        {sentTo === null ? (
          <Form button={say('account.askLetter')} submit={submit}>
            <TextField name="email" label={say('account.email')} type="email" autoComplete="email" required />
          </Form>
        ) : (
          <Alert role="status">{say('account.resetSent', { email: sentTo })}</Alert>
        )}
      </Paper>
    </Frame>
  );
}
