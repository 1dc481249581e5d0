import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { ChooseFor } from './ChooseFor.tsx';
import { EditParticipant } from './EditParticipant.tsx';
import { useId } from './events-client.ts';
import { workshopsPaths as paths } from './paths.ts';

/** One participant, for whom an organiser chooses. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  const id = useId();
  const found = useQuery({
    queryKey: ['events', 'choice', id, language],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/participants/{id}/choice', {
          params: { path: { id } },
          headers: { 'accept-language': language },
          signal,
        }),
      ),
  });
  if (found.isPending) return <Loading />;
  if (found.isError)
    return (
      <Frame title={say('workshops.participant')}>
        <Refused error={found.error} retry={() => void found.refetch()} />
        <LinkTo to={paths.events}>{say('workshops.events')}</LinkTo>
      </Frame>
    );
  const { participant, event } = found.data;
  const facts = [participant.class, participant.group].filter((part) => part !== null && part !== '');
  return (
    <Frame title={participant.full_name}>
      <Stack>
        <Text>
          {facts.length > 0 && `${facts.join(', ')}. `}
          <LinkTo to={paths.eventParticipants(event.id)}>
            {say('workshops.peopleOf', { name: event.name })}
          </LinkTo>
        </Text>
        {!event.is_archived && <EditParticipant participant={participant} />}
        <ChooseFor key={found.data.workshop_ids.join()} choice={found.data} />
      </Stack>
    </Frame>
  );
}
