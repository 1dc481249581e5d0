import { Checkbox, Code, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { EventFrame } from './EventFrame.tsx';
import { type EventForm, type Participant, useRefresh } from './events-client.ts';
import { NewParticipant } from './NewParticipant.tsx';
import { workshopsPaths as paths } from './paths.ts';

/** The people of an event with their keys and what they chose. @param undecided begins with those who have chosen nothing */
export function People({ undecided: atFirst = false }: { readonly undecided?: boolean }) {
  return (
    <EventFrame part="participants">
      {(event) => (
        <Stack>
          <PeopleTable event={event} atFirst={atFirst} />
          {!event.is_archived && <NewParticipant eventId={event.id} />}
        </Stack>
      )}
    </EventFrame>
  );
}

function PeopleTable({
  event: { id, workshops, is_archived: isArchived },
  atFirst,
}: {
  readonly event: EventForm;
  readonly atFirst: boolean;
}) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 300);
  const [undecided, setUndecided] = useState(atFirst);
  const titles = new Map(workshops.map((workshop) => [workshop.id, workshop.title]));
  const columns: Column<Participant>[] = [
    {
      header: say('workshops.fullName'),
      sort: 'name',
      cell: (one) => <LinkTo to={paths.participant(one.id)}>{one.full_name}</LinkTo>,
    },
    { header: say('workshops.class'), cell: (one) => one.class ?? '–' },
    { header: say('workshops.group'), cell: (one) => one.target_group ?? '–' },
    { header: say('workshops.key'), cell: (one) => (one.key === null ? '–' : <Code>{one.key}</Code>) },
    {
      header: say('workshops.chosen'),
      cell: (one) => one.workshop_ids.map((chosen) => titles.get(chosen) ?? '').join(', ') || '–',
    },
    ...(isArchived
      ? []
      : [{ header: say('workshops.deeds'), cell: (one: Participant) => <Deeds one={one} /> }]),
  ];
  return (
    <>
      <Group align="end">
        <TextInput
          type="search"
          label={say('workshops.search')}
          value={typed}
          maxLength={200}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Checkbox
          label={say('workshops.onlyUndecided')}
          checked={undecided}
          onChange={({ currentTarget }) => setUndecided(currentTarget.checked)}
        />
      </Group>
      <DataTable
        caption={say(undecided ? 'workshops.undecidedPeople' : 'workshops.participants')}
        columns={columns}
        rowKey={(one) => String(one.id)}
        queryKey={['events', id, 'participants', search, undecided]}
        load={({ cursor, sort, signal }) =>
          unwrap(
            api.GET('/api/v1/events/{id}/participants', {
              params: {
                path: { id },
                query: {
                  limit: 100,
                  without_choice: undecided,
                  sort: sort === 'name' || sort === '-name' ? sort : 'id',
                  ...(search !== '' && { search }),
                  ...(cursor !== null && { cursor }),
                },
              },
              signal,
            }),
          )
        }
      />
    </>
  );
}

function Deeds({ one: { id, full_name: name, workshop_ids: chosen } }: { readonly one: Participant }) {
  const say = useText();
  const refresh = useRefresh();
  const params = { path: { id } };
  return (
    <Group gap="xs">
      <ConfirmButton
        label={say('workshops.newKey')}
        question={say('workshops.newKeyQuestion', { name })}
        act={async () => {
          await unwrap(api.POST('/api/v1/participants/{id}/key', { params }));
          await refresh();
        }}
      />
      <ConfirmButton
        label={say('workshops.removePerson')}
        question={say('workshops.removePersonQuestion', { name, count: chosen.length })}
        act={async () => {
          await unwrap(api.DELETE('/api/v1/participants/{id}', { params }));
          await refresh();
        }}
      />
    </Group>
  );
}
