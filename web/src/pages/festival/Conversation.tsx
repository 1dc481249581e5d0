import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Form } from '../../ui/Form.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { type City, type Conversation, keyOf, useChange } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { AreaField } from './fields.tsx';
import { festivalPaths as paths } from './paths.ts';
import { sayMoment } from './times.ts';

/** What an artist and a venue wrote each other, the newest first; opened, it counts as read. */
export function Page() {
  const say = useText();
  const { uuid = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: keyOf('conversation', uuid),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/conversations/{uuid}', { params: { path: { uuid } }, signal })),
  });
  useRead(found.data);
  return (
    <FestivalPage title={found.data?.subject ?? say('festival.conversation')}>
      {(city) => (
        <Stack maw={640}>
          {found.isPending && <Loading />}
          {found.isError && <Refused error={found.error} retry={() => void found.refetch()} />}
          {found.data && <Whole conversation={found.data} city={city} />}
        </Stack>
      )}
    </FestivalPage>
  );
}

/** Tells the server once that it is read. */
function useRead(conversation: Conversation | undefined) {
  const client = useQueryClient();
  const { uuid, unread_count: unread = 0 } = conversation ?? {};
  useEffect(() => {
    if (uuid === undefined || unread === 0) return;
    const params = { path: { uuid } };
    // Unread it stays where the server cannot be told: the next visit tells it again.
    unwrap(api.POST('/api/v1/conversations/{uuid}/read', { params })).then(
      () => client.invalidateQueries({ queryKey: keyOf('conversations') }),
      () => undefined,
    );
  }, [uuid, unread, client]);
}

function Whole({ conversation, city }: { readonly conversation: Conversation; readonly city: City }) {
  const say = useText();
  const change = useChange();
  const [written, setWritten] = useState(0);
  const { uuid, booking_uuid: booking, is_archived: isArchived } = conversation;
  const params = { path: { uuid } };
  const submit = async (values: FormData) => {
    const body = { body: textIn(values, 'body') };
    await change(unwrap(api.POST('/api/v1/conversations/{uuid}/messages', { params, body })));
    setWritten(written + 1);
  };
  const body = { is_archived: !isArchived };
  return (
    <>
      <Group>
        {booking !== null && <LinkTo to={paths.booking(booking)}>{say('festival.booking')}</LinkTo>}
        <Button
          variant="default"
          onClick={() => void change(unwrap(api.PATCH('/api/v1/conversations/{uuid}', { params, body })))}
        >
          {say(isArchived ? 'festival.takeBack' : 'festival.putAway')}
        </Button>
      </Group>
      {conversation.may_write ? (
        <Form key={written} button={say('festival.send')} submit={submit}>
          <AreaField name="body" label={say('festival.messageBody')} required />
        </Form>
      ) : (
        <Text>{say('festival.nobodyReads')}</Text>
      )}
      <Messages conversation={conversation} city={city} />
    </>
  );
}

function Messages({ conversation, city }: { readonly conversation: Conversation; readonly city: City }) {
  const say = useText();
  const { language } = useLanguage();
  const { uuid } = conversation;
  const pages = useInfiniteQuery({
    queryKey: keyOf('messages', uuid),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { uuid }, query: pageParam === null ? {} : { cursor: pageParam } };
      return unwrap(api.GET('/api/v1/conversations/{uuid}/messages', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Refused error={pages.error} retry={() => void pages.refetch()} />;
  return (
    <Stack component="section" aria-label={say('festival.messages')}>
      {pages.data.pages
        .flatMap(({ items }) => items)
        .map((one) => (
          <Paper key={one.uuid} component="article" withBorder p="sm">
            <Text size="sm" fw={600}>
              {conversation[one.side].name}, {sayMoment(one.created_at, city.time_zone, language)}
            </Text>
            <Text className="festival-message">{one.body}</Text>
          </Paper>
        ))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {say('festival.older')}
        </Button>
      )}
    </Stack>
  );
}
