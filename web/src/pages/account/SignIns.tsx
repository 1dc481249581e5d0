import { Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { paths } from '../../api/schema.generated.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from './Section.tsx';
import { sayWhen } from './when.ts';

const key = ['me', 'sessions'];

type SignIn =
  paths['/api/v1/me/sessions']['get']['responses'][200]['content']['application/json']['items'][number];

/** Where the person is signed in; each can be ended, and all others at once. */
export function SignIns() {
  const say = useText();
  const { language } = useLanguage();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const end = async (id: number) => {
    await unwrap(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }));
    await refresh();
  };
  const endOthers = async () => {
    await unwrap(api.DELETE('/api/v1/me/sessions'));
    await refresh();
  };
  return (
    <Section title={say('account.signIns')}>
      <DataTable<SignIn>
        caption={say('account.signInsCaption')}
        queryKey={key}
        rowKey={({ id }) => String(id)}
        load={({ cursor, signal }) =>
          unwrap(
            api.GET('/api/v1/me/sessions', {
              params: { query: cursor === null ? {} : { cursor } },
              signal,
            }),
          )
        }
        columns={[
          { header: say('account.kind'), cell: ({ kind }) => say(`account.kind_${kind}`) },
          { header: say('account.since'), cell: ({ created_at: at }) => sayWhen(language, at) },
          {
            header: say('account.end'),
            cell: ({ id, is_current: isCurrent }) =>
              isCurrent ? (
                <Text>{say('account.thisOne')}</Text>
              ) : (
                <ConfirmButton
                  label={say('account.endIt')}
                  question={say('account.endQuestion')}
                  act={() => end(id)}
                />
              ),
          },
        ]}
      />
      <Group>
        <ConfirmButton
          label={say('account.endOthers')}
          question={say('account.endOthersQuestion')}
          act={endOthers}
        />
      </Group>
    </Section>
  );
}
