import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { notificationsKey, unreadKey } from '../../api/notifications.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import type { Language } from '../../i18n/language.ts';
import { paths } from '../../paths.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { sayWhen } from './when.ts';

/** What the person was told, newest first; what comes meanwhile appears by itself. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  const pages = useTold(language);
  const seen = useSeen();
  const told = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Frame
      title={say('account.notificationsTitle')}
      actions={
        told.some((one) => !one.is_seen) && (
          <Button variant="default" loading={seen.isPending} onClick={() => seen.mutate(null)}>
            {say('account.allSeen')}
          </Button>
        )
      }
    >
      <LinkTo to={paths.notificationSettings}>{say('account.settingsTitle')}</LinkTo>
      {seen.isError && <Refused error={seen.error} />}
      {pages.isPending && <Loading />}
      {pages.isError && <Refused error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && told.length === 0 && <Empty>{say('account.nothingTold')}</Empty>}
      <Stack component="ul" gap="sm" my="md" p={0} className="plain-list" aria-live="polite">
        {told.map((one) => (
          <Told key={one.id} told={one} language={language} markSeen={() => seen.mutate(one.id)} />
        ))}
      </Stack>
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {say('account.older')}
        </Button>
      )}
    </Frame>
  );
}

function useTold(language: Language) {
  return useInfiniteQuery({
    queryKey: [...notificationsKey, language],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/notifications', {
          params: { query: { limit: 20, ...(pageParam !== null && { cursor: pageParam }) } },
          headers: { 'accept-language': language },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Marks one as seen, by its number, or all: null. */
function useSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number | null) =>
      unwrap(api.POST('/api/v1/notifications/seen', { body: id === null ? {} : { id } })),
    onSuccess: ({ unread }) => {
      client.setQueryData(unreadKey, unread);
      return client.invalidateQueries({ queryKey: notificationsKey });
    },
  });
}

interface OneTold {
  readonly message: string;
  readonly url: string | null;
  readonly occurrences: number;
  readonly is_seen: boolean;
  readonly changed_at: string;
}

function Told({
  told: { message, url, occurrences, is_seen: isSeen, changed_at: at },
  language,
  markSeen,
}: {
  readonly told: OneTold;
  readonly language: Language;
  readonly markSeen: () => void;
}) {
  const say = useText();
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" align="start">
        <div>
          <Text fw={isSeen ? 400 : 700}>
            {url === null ? message : <Anchor href={url}>{message}</Anchor>}
            {occurrences > 1 && ` (${say('account.times', { count: occurrences })})`}
          </Text>
          <Text size="sm" component="time" dateTime={at}>
            {sayWhen(language, at)}
          </Text>
        </div>
        {!isSeen && (
          <Group gap="xs">
            <Badge>{say('account.new')}</Badge>
            <Button
              size="compact-sm"
              variant="default"
              onClick={markSeen}
              aria-label={say('account.seenOf', { message })}
            >
              {say('account.seen')}
            </Button>
          </Group>
        )}
      </Group>
    </Card>
  );
}
