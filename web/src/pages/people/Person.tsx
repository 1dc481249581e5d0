import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Comments } from '../../ui/Comments.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { personKey, readPerson, type TaggedPerson } from './answers.ts';
import { happeningColumns } from './happenings.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonState } from './PersonState.tsx';

/** One person: facts, role, what happened, what is said, and the end. */
export function Page() {
  const say = useText();
  const { uuid = '' }: { uuid?: string } = useParams({ strict: false });
  const found = useQuery({ queryKey: personKey(uuid), queryFn: () => readPerson(uuid) });
  if (found.isPending) return <Loading />;
  if (found.isError)
    return (
      <Frame title={say('people.person')}>
        <Refused error={found.error} retry={() => void found.refetch()} />
      </Frame>
    );
  const { person } = found.data;
  return (
    <Frame
      title={person.name === '' ? person.username : person.name}
      actions={<LinkTo to={paths.people}>{say('people.back')}</LinkTo>}
    >
      <Sections found={found.data} />
    </Frame>
  );
}

function Sections({ found }: { readonly found: TaggedPerson }) {
  const say = useText();
  const { person, etag } = found;
  const { uuid, may } = person;
  return (
    <Stack gap="xl">
      <section aria-labelledby="facts">
        <Title order={2} size="h3" id="facts">
          {say('people.details')}
        </Title>
        <PersonFacts person={person} />
        {may.change && <PersonForm key={etag} found={found} />}
      </section>
      {(may.change || may.erase) && <PersonState found={found} />}
      <Comments targetType="person" targetId={uuid} />
      <div>
        <Title order={2} size="h3">
          {say('people.happened')}
        </Title>
        <DataTable
          caption={say('people.happened')}
          columns={happeningColumns(say)}
          rowKey={({ id }) => String(id)}
          queryKey={['people', 'activity', uuid]}
          load={({ cursor, signal }) =>
            unwrap(
              api.GET('/api/v1/people/{uuid}/activity', {
                params: { path: { uuid }, query: { ...(cursor !== null && { cursor }) } },
                signal,
              }),
            )
          }
        />
      </div>
    </Stack>
  );
}
