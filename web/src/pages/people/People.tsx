import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { can } from '../../can.ts';
import { type Say, useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import type { PersonInList } from './answers.ts';
import { roleIn } from './RoleSelect.tsx';

/** Everybody of the tenant: searched, narrowed, sorted by the server, however many they are. */
export function Page() {
  const say = useText();
  const session = useSession().data;
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('');
  const [state, setState] = useState('');
  // A search reads all names: it waits until the typing pauses.
  const [asked] = useDebouncedValue(search.trim(), 300);
  const mayAdd = session !== undefined && can.managePeople(session);
  return (
    <Frame
      title={say('people.people')}
      actions={mayAdd && <LinkTo to={paths.newPerson}>{say('people.add')}</LinkTo>}
    >
      <Stack>
        <Group align="end" role="search" aria-label={say('people.find')}>
          <TextInput
            type="search"
            label={say('people.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('people.role')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
            data={[
              { value: '', label: say('people.allRoles') },
              ...(['member', 'staff', 'admin', 'owner'] as const).map((one) => ({
                value: one,
                label: say(`home.${one}`),
              })),
            ]}
          />
          <NativeSelect
            label={say('people.state')}
            value={state}
            onChange={(event) => setState(event.currentTarget.value)}
            data={[
              { value: '', label: say('people.allStates') },
              { value: 'true', label: say('people.active') },
              { value: 'false', label: say('people.inactive') },
            ]}
          />
        </Group>
        <DataTable
          caption={say('people.people')}
          columns={columnsIn(say)}
          rowKey={({ uuid }) => uuid}
          queryKey={['people', 'list', asked, role, state]}
          load={({ cursor, sort, signal }) =>
            unwrap(
              api.GET('/api/v1/people', {
                params: {
                  query: {
                    limit: 100,
                    sort: sortIn(sort),
                    ...(cursor !== null && { cursor }),
                    ...(asked !== '' && { search: asked }),
                    ...(role !== '' && { role: roleIn(role) }),
                    ...(state !== '' && { is_active: state === 'true' }),
                  },
                },
                signal,
              }),
            )
          }
        />
      </Stack>
    </Frame>
  );
}

const sorts = [
  'name',
  '-name',
  'username',
  '-username',
  'email',
  '-email',
  'created_at',
  '-created_at',
] as const;

/** By name, unless a heading was chosen. */
function sortIn(text: string | null) {
  return sorts.find((sort) => sort === text) ?? 'name';
}

function columnsIn(say: Say): Column<PersonInList>[] {
  return [
    {
      header: say('people.name'),
      sort: 'name',
      cell: ({ uuid, name, username }) => (
        <LinkTo to={paths.person(uuid)}>{name === '' ? username : name}</LinkTo>
      ),
    },
    { header: say('people.username'), sort: 'username', cell: ({ username }) => username },
    { header: say('people.email'), sort: 'email', cell: ({ email }) => email },
    { header: say('people.role'), cell: ({ role }) => say(`home.${role}`) },
    {
      header: say('people.state'),
      cell: ({ is_active: isActive }) => say(isActive ? 'people.active' : 'people.inactive'),
    },
    {
      header: say('people.joined'),
      sort: 'created_at',
      cell: ({ created_at: at }) => <Moment at={at} day />,
    },
  ];
}
