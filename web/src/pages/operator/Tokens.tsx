import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { sayMoment } from './times.ts';
import type { Token } from './types.ts';

const kinds = ['api', 'access', 'session', 'jwt'] as const;
type Kind = (typeof kinds)[number];

/** What opens the tenant at the moment, and whose it is. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind | null>(null);
  const end = async (id: number) => {
    await unwrap(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }));
    await client.invalidateQueries({ queryKey: ['tokens'] });
  };
  return (
    <Frame title={say('operator.tokens')}>
      <Stack>
        <Text>{say('operator.tokensBody')}</Text>
        <NativeSelect
          label={say('operator.kind')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => setKind(kinds.find((one) => one === currentTarget.value) ?? null)}
          data={[
            { value: '', label: say('operator.all') },
            ...kinds.map((value) => ({ value, label: say(`operator.token_${value}`) })),
          ]}
        />
        <DataTable<Token>
          caption={say('operator.tokens')}
          queryKey={['tokens', kind]}
          rowKey={({ id }) => String(id)}
          columns={[
            { header: say('operator.person'), cell: ({ username }) => username },
            { header: say('operator.kind'), cell: (token) => say(`operator.token_${token.kind}`) },
            { header: say('operator.made'), cell: ({ created_at }) => sayMoment(created_at, language) },
            { header: say('operator.expires'), cell: ({ expires_at }) => sayMoment(expires_at, language) },
            {
              header: say('operator.actions'),
              cell: ({ id, username }) => (
                <ConfirmButton
                  label={say('operator.endToken')}
                  question={say('operator.endTokenQuestion', { username })}
                  act={() => end(id)}
                />
              ),
            },
          ]}
          load={({ cursor, signal }) => {
            const query = { ...(cursor !== null && { cursor }), ...(kind !== null && { kind }) };
            return unwrap(api.GET('/api/v1/tokens', { params: { query }, signal }));
          }}
        />
      </Stack>
    </Frame>
  );
}
