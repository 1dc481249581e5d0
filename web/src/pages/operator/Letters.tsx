import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { operatorPaths } from './paths.ts';
import { sayMoment } from './times.ts';
import type { Letter } from './types.ts';

const states = ['waiting', 'delivered', 'failed'] as const;
type State = (typeof states)[number];

/** What was written to people, and whether it left. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  const [state, setState] = useState<State | null>(null);
  const [typed, setTyped] = useState('');
  const [address] = useDebouncedValue(typed.trim(), 300);
  return (
    <Frame title={say('operator.letters')}>
      <Stack>
        <Group align="end">
          <NativeSelect
            label={say('operator.state')}
            value={state ?? ''}
            onChange={({ currentTarget }) =>
              setState(states.find((one) => one === currentTarget.value) ?? null)
            }
            data={[
              { value: '', label: say('operator.all') },
              ...states.map((value) => ({ value, label: say(`operator.letter_${value}`) })),
            ]}
          />
          <TextInput
            type="email"
            label={say('operator.toAddress')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </Group>
        <DataTable<Letter>
          caption={say('operator.letters')}
          queryKey={['letters', state, address]}
          rowKey={({ id }) => id}
          columns={[
            {
              header: say('operator.toAddress'),
              cell: ({ id, to_address }) => <LinkTo to={operatorPaths.letter(id)}>{to_address}</LinkTo>,
            },
            { header: say('operator.letterKind'), cell: ({ kind }) => kind },
            { header: say('operator.state'), cell: (letter) => say(`operator.letter_${letter.state}`) },
            { header: say('operator.written'), cell: ({ created_at }) => sayMoment(created_at, language) },
            { header: say('operator.problem'), cell: ({ problem }) => problem ?? '–' },
          ]}
          load={({ cursor, signal }) => {
            const query = {
              ...(cursor !== null && { cursor }),
              ...(state !== null && { state }),
              ...(address !== '' && { address }),
            };
            return unwrap(api.GET('/api/v1/letters', { params: { query }, signal }));
          }}
        />
      </Stack>
    </Frame>
  );
}
