import { Paper, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../../api/problem.ts';
import { useSession, useSignIn } from '../../api/session.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';

interface Proven {
  readonly login: string;
  readonly password: string;
}

/** Sign in by username or e-mail and password, and by a code where the account asks for one. */
export function Page() {
  const say = useText();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const [proven, setProven] = useState<Proven | null>(null);
  const enter = async (sent: Proven & { readonly code?: string }) => {
    const { account } = await signIn.mutateAsync(sent);
    await navigate({ to: account?.lacksSecondFactor ? paths.security : paths.home });
  };
  return (
    <Frame title={say('account.signInTitle')}>
      <Paper maw={420}>
        {proven ? (
          <CodeForm enter={(code) => enter({ ...proven, code })} />
        ) : (
          <PasswordForm enter={enter} needCode={setProven} />
        )}
      </Paper>
    </Frame>
  );
}

function PasswordForm({
  enter,
  needCode,
}: {
  readonly enter: (sent: Proven) => Promise<void>;
  readonly needCode: (proven: Proven) => void;
}) {
  const say = useText();
  const mayOpenTenants = useSession().data?.site.isDefault === true;
  const submit = async (values: FormData) => {
    const sent = { login: textIn(values, 'login'), password: textIn(values, 'password') };
    try {
      await enter(sent);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'login.second_factor')) throw error;
      needCode(sent);
    }
  };
  return (
    <>
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
      <Stack mt="md" gap="xs" align="start">
        <LinkTo to={paths.forgottenPassword}>{say('account.forgotten')}</LinkTo>
        {mayOpenTenants && <LinkTo to={paths.signUp}>{say('account.signUpTitle')}</LinkTo>}
      </Stack>
    </>
  );
}

function CodeForm({ enter }: { readonly enter: (code: string) => Promise<void> }) {
  const say = useText();
  return (
    <Form button={say('account.signIn')} submit={(values) => enter(textIn(values, 'code'))}>
      <Text>{say('account.codeAsked')}</Text>
      <TextField
        name="code"
        label={say('account.code')}
        description={say('account.codeHelp')}
        autoComplete="one-time-code"
        // The person just asked for this step.
        autoFocus
        required
      />
    </Form>
  );
}
