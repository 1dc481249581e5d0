import { Checkbox, Paper, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { EventState } from './EventFrame.tsx';
import { type ListedEvent, useRefresh } from './events-client.ts';
import { workshopsPaths as paths } from './paths.ts';

/** The events, the newest first, and a new one. */
export function Page() {
  const say = useText();
  const [archived, setArchived] = useState(false);
  const columns = [
    {
      header: say('workshops.name'),
      cell: ({ id, name }: ListedEvent) => <LinkTo to={paths.event(id)}>{name}</LinkTo>,
    },
    { header: say('workshops.state'), cell: (event: ListedEvent) => <EventState event={event} /> },
    { header: say('workshops.workshops'), cell: ({ counts }: ListedEvent) => counts.workshops },
    {
      header: say('workshops.participants'),
      cell: ({ id, counts }: ListedEvent) => (
        <LinkTo to={paths.eventParticipants(id)}>
          {say('workshops.people', { count: counts.participants })}
        </LinkTo>
      ),
    },
    {
      header: say('workshops.places'),
      cell: ({ counts: { taken, capacity } }: ListedEvent) => say('workshops.takenOf', { taken, capacity }),
    },
  ];
  return (
    <Frame title={say('workshops.events')}>
      <Stack>
        <Checkbox
          label={say('workshops.showArchived')}
          checked={archived}
          onChange={({ currentTarget }) => setArchived(currentTarget.checked)}
        />
        <DataTable
          caption={say(archived ? 'workshops.archivedEvents' : 'workshops.events')}
          columns={columns}
          rowKey={({ id }) => String(id)}
          queryKey={['events', 'list', archived]}
          load={({ cursor, signal }) =>
            unwrap(
              api.GET('/api/v1/events', {
                params: { query: { archived, ...(cursor !== null && { cursor }) } },
                signal,
              }),
            )
          }
        />
        <NewEvent />
      </Stack>
    </Frame>
  );
}

function NewEvent() {
  const say = useText();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const submit = async (values: FormData) => {
    const body = {
      name: textIn(values, 'name'),
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    const { id } = await unwrap(api.POST('/api/v1/events', { body }));
    await refresh();
    await navigate({ to: paths.eventWorkshops(id) });
  };
  return (
    <Paper component="section" maw={420} aria-labelledby="new-event">
      <Title order={2} size="h3" id="new-event" mb="sm">
        {say('workshops.newEvent')}
      </Title>
      <Form button={say('workshops.makeEvent')} submit={submit}>
        <TextField name="name" label={say('workshops.name')} maxLength={80} required />
      </Form>
    </Paper>
  );
}
