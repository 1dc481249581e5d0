import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { type EventForm, useEvent, useId } from './events-client.ts';
import { workshopsPaths as paths } from './paths.ts';

/** The frame of all pages of one event: its name, whether it is open, and the way to the others. @param part which page it is */
export function EventFrame({
  part,
  children,
}: {
  readonly part: 'overview' | 'workshops' | 'participants' | 'import';
  readonly children: (event: EventForm) => ReactNode;
}) {
  const say = useText();
  const id = useId();
  const found = useEvent(id);
  if (found.isPending) return <Loading />;
  if (found.isError)
    return (
      <Frame title={say('workshops.event')}>
        <Refused error={found.error} retry={() => void found.refetch()} />
        <LinkTo to={paths.events}>{say('workshops.events')}</LinkTo>
      </Frame>
    );
  const event = found.data;
  const pages = [
    ['overview', paths.event(id)],
    ['workshops', paths.eventWorkshops(id)],
    ['participants', paths.eventParticipants(id)],
    ['import', paths.eventImport(id)],
  ] as const;
  return (
    <Frame title={`${event.name}: ${say(`workshops.${part}`)}`}>
      <Stack>
        <Group component="nav" aria-label={say('workshops.partsOf', { name: event.name })}>
          {pages.map(([name, path]) =>
            name === part ? (
              <Text key={name} aria-current="page" fw={600}>
                {say(`workshops.${name}`)}
              </Text>
            ) : (
              <LinkTo key={name} to={path}>
                {say(`workshops.${name}`)}
              </LinkTo>
            ),
          )}
          <EventState event={event} />
        </Group>
        {children(event)}
      </Stack>
    </Frame>
  );
}

/** Whether participants may choose now, in a word. */
export function EventState({ event }: { readonly event: Pick<EventForm, 'is_open' | 'is_archived'> }) {
  const say = useText();
  const word = event.is_archived ? 'archived' : event.is_open ? 'open' : 'closed';
  return (
    <Badge variant="default" size="lg">
      {say(`workshops.${word}`)}
    </Badge>
  );
}
