import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { happeningColumns, offeredTypes, offeredVerbs, typeWord, verbWord } from './happenings.tsx';

/** The audit trail of the tenant. */
export function Page() {
  const say = useText();
  const [verb, setVerb] = useState('');
  const [type, setType] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const all = { value: '', label: say('people.everything') };
  return (
    <Frame title={say('people.activity')}>
      <Stack>
        <Group align="end" role="search" aria-label={say('people.narrow')}>
          <NativeSelect
            label={say('people.what')}
            value={verb}
            onChange={(event) => setVerb(event.currentTarget.value)}
            data={[all, ...offeredVerbs.map((one) => ({ value: one, label: verbWord(say, one) }))]}
          />
          <NativeSelect
            label={say('people.object')}
            value={type}
            onChange={(event) => setType(event.currentTarget.value)}
            data={[all, ...offeredTypes.map((one) => ({ value: one, label: typeWord(say, one) }))]}
          />
          <TextInput
            type="date"
            label={say('people.since')}
            value={since}
            onChange={(event) => setSince(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={say('people.until')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </Group>
        <DataTable
          caption={say('people.activity')}
          columns={happeningColumns(say)}
          rowKey={({ id }) => String(id)}
          queryKey={['activity', verb, type, since, until]}
          load={({ cursor, signal }) =>
            unwrap(
              api.GET('/api/v1/activity', {
                params: {
                  query: {
                    limit: 100,
                    ...(cursor !== null && { cursor }),
                    ...(verb !== '' && { verb }),
                    ...(type !== '' && { object_type: type }),
                    ...(since !== '' && { since: startOf(since, 0) }),
                    ...(until !== '' && { until: startOf(until, 1) }),
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

/** The first moment of a day here, or of one of the days after it. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
