import { Anchor, Paper } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useSignIn } from '../../api/session.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';

/** Sign in by username or e-mail and password. */
export function Page() {
  const say = useText();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const submit = async (values: FormData) => {
    await signIn.mutateAsync({ login: textIn(values, 'login'), password: textIn(values, 'password') });
    await navigate({ to: paths.home });
  };
  return (
    <Frame title={say('account.signInTitle')}>
      <Paper maw={420}>
        <Form button={say('account.signIn')} submit={submit}>
          <TextField name="login" label={say('account.login')} autoComplete="username" required />
          <TextField
            name="password"
            label={say('account.password')}
            type="password"
            autoComplete="current-password"
            required
          />
        </Form>
        <Anchor href="/password-reset" underline="always" mt="md" display="inline-block">
          {say('account.forgotten')}
        </Anchor>
      </Paper>
    </Frame>
  );
}
