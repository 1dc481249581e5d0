import { Paper, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { RoleSelect, roleIn } from './RoleSelect.tsx';

/** Registers a person, who chooses a password by a letter. */
export function Page() {
  const say = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const submit = async (values: FormData) => {
    const username = textIn(values, 'username').trim();
    const body = {
      email: textIn(values, 'email').trim(),
      first_name: textIn(values, 'first_name').trim(),
      last_name: textIn(values, 'last_name').trim(),
      role: roleIn(textIn(values, 'role')),
      ...(username !== '' && { username }),
    };
    const made = await unwrap(api.POST('/api/v1/people', { body }));
    await client.invalidateQueries({ queryKey: ['people'] });
    await navigate({ to: paths.person(made.uuid) });
  };
  return (
    <Frame title={say('people.add')}>
      <Paper maw={480}>
        <Text mb="md">{say('people.addHint')}</Text>
        <Form button={say('people.register')} submit={submit}>
          <TextField name="email" type="email" label={say('people.email')} autoComplete="off" required />
          <TextField name="first_name" label={say('people.firstName')} autoComplete="off" maxLength={255} />
          <TextField name="last_name" label={say('people.lastName')} autoComplete="off" maxLength={255} />
          <TextField
            name="username"
            label={say('people.username')}
            description={say('people.usernameHint')}
            autoComplete="off"
            maxLength={150}
          />
          <RoleSelect />
        </Form>
      </Paper>
    </Frame>
  );
}
