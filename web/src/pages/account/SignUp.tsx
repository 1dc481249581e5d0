import { Alert, Anchor, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';

interface Opened {
  readonly address: string;
  readonly email: string;
  readonly awaits: string;
}

/** Opens a tenant with its owner. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const submit = async (values: FormData) => {
    const body = {
      name: textIn(values, 'name'),
      subdomain: textIn(values, 'subdomain'),
      email: textIn(values, 'email').trim(),
      password: textIn(values, 'password'),
      first_name: textIn(values, 'first_name'),
      last_name: textIn(values, 'last_name'),
      locale: language,
    };
    const { address, awaits } = await unwrap(api.POST('/api/v1/sign-ups', { body }));
    setOpened({ address, awaits, email: body.email });
  };
  return (
    <Frame title={say('account.signUpTitle')}>
      <Paper maw={480}>{opened ? <Done {...opened} /> : <SignUpForm submit={submit} />}</Paper>
    </Frame>
  );
}

function SignUpForm({ submit }: { readonly submit: (values: FormData) => Promise<void> }) {
  const say = useText();
  return (
    <Form button={say('account.signUp')} submit={submit}>
      <Text>{say('account.signUpBody')}</Text>
      <TextField name="name" label={say('account.tenantName')} autoComplete="organization" required />
      <TextField
        name="subdomain"
        label={say('account.subdomain')}
        description={say('account.subdomainHelp')}
        autoCapitalize="none"
        required
      />
      <TextField name="first_name" label={say('account.firstName')} autoComplete="given-name" />
      <TextField name="last_name" label={say('account.lastName')} autoComplete="family-name" />
      <TextField name="email" label={say('account.email')} type="email" autoComplete="email" required />
      <TextField
        name="password"
        label={say('account.password')}
        type="password"
        autoComplete="new-password"
        required
      />
    </Form>
  );
}

function Done({ address, email, awaits }: Opened) {
  const say = useText();
  return (
    <Alert role="status" title={say('account.signUpDone')}>
      <Text>{say(awaits === 'approval' ? 'account.awaitsApproval' : 'account.awaitsLetter', { email })}</Text>
      <Anchor href={address} underline="always">
        {address}
      </Anchor>
    </Alert>
  );
}
