import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { can } from '../../can.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { operatorPaths } from './paths.ts';
import { unwrapTagged } from './tagged.ts';
import type { Site } from './types.ts';

/** The tenant's name and its sites. */
export function Page() {
  const say = useText();
  const session = useSession().data;
  const isOwner = session !== undefined && can.ownTenant(session);
  return (
    <Frame title={say('operator.settings')}>
      <Stack gap="xl">
        <TenantName isOwner={isOwner} />
        <section>
          <Title order={2} size="h3" mb="sm">
            {say('operator.sites')}
          </Title>
          <Sites />
        </section>
        {isOwner && <LinkTo to={operatorPaths.newSite}>{say('operator.newSite')}</LinkTo>}
      </Stack>
    </Frame>
  );
}

function TenantName({ isOwner }: { readonly isOwner: boolean }) {
  const say = useText();
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const tenant = useQuery({
    queryKey: ['tenant'],
    queryFn: () => unwrapTagged(api.GET('/api/v1/tenant')),
  });
  if (tenant.isPending) return <Loading />;
  if (tenant.isError) return <Refused error={tenant.error} retry={() => void tenant.refetch()} />;
  const { data, tag } = tenant.data;
  if (!isOwner) return <Text>{say('operator.tenantIs', { name: data.name })}</Text>;
  const rename = async (values: FormData) => {
    setSaved(false);
    const body = { name: textIn(values, 'name'), staff_second_factor: values.has('staff_second_factor') };
    await unwrap(api.PATCH('/api/v1/tenant', { body, headers: { 'if-match': tag } }));
    setSaved(true);
    await client.invalidateQueries();
  };
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('operator.tenant')}
      </Title>
      <Form key={tag} button={say('operator.save')} submit={rename}>
        <TextField
          name="name"
          label={say('operator.tenantName')}
          defaultValue={data.name}
          maxLength={100}
          required
        />
        <Checkbox
          name="staff_second_factor"
          label={say('operator.secondFactor')}
          description={say('operator.secondFactorHint')}
          defaultChecked={data.staff_second_factor}
        />
      </Form>
      {isSaved && <Text role="status">{say('operator.saved')}</Text>}
    </section>
  );
}

function Sites() {
  const say = useText();
  return (
    <DataTable<Site>
      caption={say('operator.sites')}
      queryKey={['sites']}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          header: say('operator.site'),
          cell: ({ id, name }) => <LinkTo to={operatorPaths.site(String(id))}>{name}</LinkTo>,
        },
        { header: say('operator.address'), cell: ({ address }) => address },
        { header: say('operator.organisations'), cell: ({ organisations }) => organisations.join(', ') },
      ]}
      load={({ cursor, signal }) =>
        unwrap(
          api.GET('/api/v1/sites', { params: { query: { ...(cursor !== null && { cursor }) } }, signal }),
        )
      }
    />
  );
}
