import { Button, NativeSelect, Stack, Title } from '@mantine/core';
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
import type { Tenant } from './types.ts';

const statuses = ['pending', 'active', 'suspended'] as const;
type Status = (typeof statuses)[number];

/** Every tenant of the installation, for its operator. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  const [status, setStatus] = useState<Status | null>(null);
  return (
    <Frame title={say('operator.tenants')}>
      <Stack gap="xl">
        <NativeSelect
          label={say('operator.state')}
          value={status ?? ''}
          onChange={({ currentTarget }) =>
            setStatus(statuses.find((one) => one === currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: say('operator.all') },
            ...statuses.map((value) => ({ value, label: say(`operator.tenant_${value}`) })),
          ]}
        />
        <DataTable<Tenant>
          caption={say('operator.tenants')}
          queryKey={['tenants', status]}
          rowKey={({ uuid }) => uuid}
          columns={[
            { header: say('operator.tenantName'), cell: ({ name }) => name },
            { header: say('operator.slug'), cell: ({ slug }) => slug },
            { header: say('operator.state'), cell: (tenant) => say(`operator.tenant_${tenant.status}`) },
            { header: say('operator.opened'), cell: ({ created_at }) => sayMoment(created_at, language) },
            { header: say('operator.actions'), cell: (tenant) => <TenantActions tenant={tenant} /> },
          ]}
          load={({ cursor, signal }) => {
            const query = { ...(cursor !== null && { cursor }), ...(status !== null && { status }) };
            return unwrap(api.GET('/api/v1/tenants', { params: { query }, signal }));
          }}
        />
        <NewTenant />
      </Stack>
    </Frame>
  );
}

function TenantActions({ tenant: { uuid, name, status } }: { readonly tenant: Tenant }) {
  const say = useText();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const change = async (wanted: 'active' | 'suspended') => {
    await unwrap(
      api.PATCH('/api/v1/tenants/{uuid}', { params: { path: { uuid } }, body: { status: wanted } }),
    );
    await client.invalidateQueries({ queryKey: ['tenants'] });
  };
  if (status === 'active') {
    return (
      <ConfirmButton
        label={say('operator.suspend')}
        question={say('operator.suspendQuestion', { name })}
        act={() => change('suspended')}
      />
    );
  }
  const activate = () => {
    setError(null);
    change('active').catch(setError);
  };
  return (
    <>
      <Button variant="default" onClick={activate}>
        {say('operator.activate')}
      </Button>
      {error !== null && <Refused error={error} />}
    </>
  );
}

function NewTenant() {
  const say = useText();
  const client = useQueryClient();
  const [made, setMade] = useState(0);
  const open = async (values: FormData) => {
    const body = { slug: textIn(values, 'slug'), name: textIn(values, 'name') };
    await unwrap(api.POST('/api/v1/tenants', { body }));
    setMade(made + 1);
    await client.invalidateQueries({ queryKey: ['tenants'] });
  };
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('operator.newTenant')}
      </Title>
      <Form key={made} button={say('operator.openTenant')} submit={open}>
        <TextField
          name="slug"
          label={say('operator.slug')}
          description={say('operator.slugHint')}
          maxLength={63}
          autoCapitalize="none"
          required
        />
        <TextField name="name" label={say('operator.tenantName')} maxLength={100} required />
      </Form>
    </section>
  );
}
