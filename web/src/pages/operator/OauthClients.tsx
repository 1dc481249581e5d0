import { Alert, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Refused } from '../../ui/States.tsx';
import { sayMoment } from './times.ts';
import type { Client, ClientUse } from './types.ts';

interface Told {
  readonly client_id: string;
  readonly client_secret: string;
}

const listKey = ['oauth-clients'];

/** The programs that ask for tokens of this tenant. */
export function Page() {
  const say = useText();
  const client = useQueryClient();
  const [told, setTold] = useState<Told | null>(null);
  const [made, setMade] = useState(0);
  const make = async (values: FormData) => {
    setTold(await unwrap(api.POST('/api/v1/oauth-clients', { body: { name: textIn(values, 'name') } })));
    setMade(made + 1);
    await client.invalidateQueries({ queryKey: listKey });
  };
  return (
    <Frame title={say('operator.clients')}>
      <Stack gap="xl">
        <Text>{say('operator.clientsBody')}</Text>
        {told && <Secret told={told} />}
        <Clients tell={setTold} />
        <section>
          <Title order={2} size="h3" mb="sm">
            {say('operator.newClient')}
          </Title>
          <Form key={made} button={say('operator.makeClient')} submit={make}>
            <TextField
              name="name"
              label={say('operator.clientName')}
              description={say('operator.clientHint')}
              maxLength={100}
              required
            />
          </Form>
        </section>
        <Uses />
      </Stack>
    </Frame>
  );
}

function Secret({ told }: { readonly told: Told }) {
  const say = useText();
  return (
    <Alert role="status" title={say('operator.secretTitle')}>
      <Text>{say('operator.secretBody')}</Text>
      <Text>
        {say('operator.clientId')}: <Code>{told.client_id}</Code>
      </Text>
      <Text>
        {say('operator.clientSecret')}: <Code>{told.client_secret}</Code>
      </Text>
    </Alert>
  );
}

function Clients({ tell }: { readonly tell: (told: Told) => void }) {
  const say = useText();
  const { language } = useLanguage();
  return (
    <DataTable<Client>
      caption={say('operator.clients')}
      queryKey={listKey}
      rowKey={({ client_id }) => client_id}
      columns={[
        { header: say('operator.clientName'), cell: ({ name }) => name },
        { header: say('operator.clientId'), cell: ({ client_id }) => <Code>{client_id}</Code> },
        { header: say('operator.clientOwner'), cell: ({ owner }) => owner ?? '–' },
        { header: say('operator.made'), cell: ({ created_at }) => sayMoment(created_at, language) },
        {
          header: say('operator.state'),
          cell: ({ disabled_at }) =>
            disabled_at === null
              ? say('operator.clientActive')
              : say('operator.clientDisabled', { at: sayMoment(disabled_at, language) }),
        },
        { header: say('operator.actions'), cell: (row) => <ClientActions client={row} tell={tell} /> },
      ]}
      load={({ cursor, signal }) =>
        unwrap(
          api.GET('/api/v1/oauth-clients', {
            params: { query: { ...(cursor !== null && { cursor }) } },
            signal,
          }),
        )
      }
    />
  );
}

function ClientActions({
  client: { client_id, name, disabled_at },
  tell,
}: {
  readonly client: Client;
  readonly tell: (told: Told) => void;
}) {
  const say = useText();
  const cache = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const params = { path: { client_id } };
  const again = () => cache.invalidateQueries({ queryKey: listKey });
  const rotate = async () =>
    tell(await unwrap(api.POST('/api/v1/oauth-clients/{client_id}/rotate', { params })));
  const remove = async () => {
    await unwrap(api.DELETE('/api/v1/oauth-clients/{client_id}', { params }));
    await again();
  };
  const toggle = async () => {
    setError(null);
    try {
      const body = { is_disabled: disabled_at === null };
      await unwrap(api.PATCH('/api/v1/oauth-clients/{client_id}', { params, body }));
      await again();
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Group gap="xs">
      <ConfirmButton
        label={say('operator.rotate')}
        question={say('operator.rotateQuestion', { name })}
        act={rotate}
      />
      <Button variant="default" onClick={() => void toggle()}>
        {disabled_at === null ? say('operator.disable') : say('operator.enable')}
      </Button>
      <ConfirmButton
        label={say('operator.deleteClient')}
        question={say('operator.deleteClientQuestion', { name })}
        act={remove}
      />
      {error !== null && <Refused error={error} />}
    </Group>
  );
}

function Uses() {
  const say = useText();
  const { language } = useLanguage();
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('operator.uses')}
      </Title>
      <DataTable<ClientUse>
        caption={say('operator.uses')}
        queryKey={[...listKey, 'uses']}
        rowKey={({ client_id }) => client_id}
        columns={[
          { header: say('operator.clientName'), cell: ({ name }) => name },
          { header: say('operator.lastUsed'), cell: ({ last_used_at }) => sayMoment(last_used_at, language) },
          { header: say('operator.tokensLastMonth'), cell: ({ tokens_last_month }) => tokens_last_month },
          { header: say('operator.standingTokens'), cell: ({ standing_tokens }) => standing_tokens },
          { header: say('operator.people'), cell: ({ people }) => people },
        ]}
        load={({ cursor, signal }) =>
          unwrap(
            api.GET('/api/v1/oauth-client-uses', {
              params: { query: { ...(cursor !== null && { cursor }) } },
              signal,
            }),
          )
        }
      />
    </section>
  );
}
