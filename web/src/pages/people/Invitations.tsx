import { Button, Group, NativeSelect, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { type Say, useLanguage, useText } from '../../i18n/index.ts';
import { languages } from '../../i18n/language.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Refused } from '../../ui/States.tsx';
import type { Invitation } from './answers.ts';
import { RoleSelect, roleIn } from './RoleSelect.tsx';

/** Invites colleagues, and shows what came of earlier invitations. */
export function Page() {
  const say = useText();
  const [onlyOpen, setOnlyOpen] = useState(false);
  return (
    <Frame title={say('people.invitations')}>
      <Stack>
        <Invite />
        <Switch
          label={say('people.onlyOpen')}
          checked={onlyOpen}
          onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
        />
        <DataTable
          caption={say('people.invitations')}
          columns={columnsIn(say)}
          rowKey={({ uuid }) => uuid}
          queryKey={['invitations', onlyOpen]}
          load={({ cursor, signal }) =>
            unwrap(
              api.GET('/api/v1/invitations', {
                params: { query: { ...(cursor !== null && { cursor }), ...(onlyOpen && { is_open: true }) } },
                signal,
              }),
            )
          }
        />
      </Stack>
    </Frame>
  );
}

function Invite() {
  const say = useText();
  const client = useQueryClient();
  const { language } = useLanguage();
  const [invited, setInvited] = useState('');
  const [round, setRound] = useState(0);
  const submit = async (values: FormData) => {
    const wish = textIn(values, 'language');
    const body = {
      email: textIn(values, 'email').trim(),
      first_name: textIn(values, 'first_name').trim(),
      last_name: textIn(values, 'last_name').trim(),
      role: roleIn(textIn(values, 'role')),
      language: languages.find((one) => one === wish) ?? language,
    };
    const made = await unwrap(api.POST('/api/v1/invitations', { body }));
    setInvited(made.email);
    setRound(round + 1);
    await client.invalidateQueries({ queryKey: ['invitations'] });
  };
  return (
    <Paper maw={480} component="section" aria-labelledby="invite">
      <Title order={2} size="h3" id="invite">
        {say('people.invite')}
      </Title>
      <Form key={round} button={say('people.sendInvitation')} submit={submit}>
        <TextField name="email" type="email" label={say('people.email')} autoComplete="off" required />
        <TextField name="first_name" label={say('people.firstName')} autoComplete="off" maxLength={30} />
        <TextField name="last_name" label={say('people.lastName')} autoComplete="off" maxLength={30} />
        <RoleSelect />
        <NativeSelect
          name="language"
          label={say('people.letterLanguage')}
          defaultValue={language}
          data={[
            { value: 'en', label: 'English' },
            { value: 'nl', label: 'Nederlands' },
            { value: 'de', label: 'Deutsch' },
          ]}
        />
      </Form>
      <Text role="status">{invited === '' ? '' : say('people.invited', { email: invited })}</Text>
    </Paper>
  );
}

const states = {
  open: 'people.stateOpen',
  accepted: 'people.stateAccepted',
  expired: 'people.stateExpired',
  revoked: 'people.stateRevoked',
} as const;

function columnsIn(say: Say): Column<Invitation>[] {
  return [
    { header: say('people.email'), cell: ({ email }) => email },
    { header: say('people.role'), cell: ({ role }) => say(`home.${role}`) },
    { header: say('people.state'), cell: ({ state }) => say(states[state]) },
    { header: say('people.invitedBy'), cell: ({ invited_by: by }) => by?.name ?? '–' },
    { header: say('people.expires'), cell: ({ expires_at: at }) => <Moment at={at} /> },
    { header: say('people.actions'), cell: (one) => <Actions one={one} /> },
  ];
}

function Actions({ one: { uuid, email, state } }: { readonly one: Invitation }) {
  const say = useText();
  const client = useQueryClient();
  const params = { path: { uuid } };
  const reread = () => client.invalidateQueries({ queryKey: ['invitations'] });
  const again = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/invitations/{uuid}/letter', { params })),
    onSuccess: reread,
  });
  if (state === 'accepted' || state === 'revoked') return <>–</>;
  const word = say(again.isSuccess ? 'people.resent' : 'people.resend');
  return (
    <Group gap="xs">
      <Button
        variant="default"
        loading={again.isPending}
        onClick={() => again.mutate()}
        aria-label={`${word}: ${email}`}
      >
        {word}
      </Button>
      <ConfirmButton
        label={say('people.revoke')}
        question={say('people.revokeQuestion', { email })}
        act={async () => {
          await unwrap(api.DELETE('/api/v1/invitations/{uuid}', { params }));
          await reread();
        }}
      />
      {again.isError && <Refused error={again.error} />}
    </Group>
  );
}
