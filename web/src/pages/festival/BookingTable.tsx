import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { type Booking, type City, keyOf } from './data.ts';
import { festivalPaths as paths } from './paths.ts';
import { type Status, statuses, statusTexts, waitingText } from './statuses.ts';
import { saySpan } from './times.ts';

/**
 * Bookings by time with how many there are of each status, narrowed by a button for each.
 * @param actions what a row offers besides its link
 */
export function BookingTable({
  of,
  city,
  status,
  choose,
  actions,
}: {
  readonly of: 'mine' | 'city';
  readonly city: City;
  /** Null: all. */
  readonly status: Status | null;
  readonly choose: (status: Status | null) => void;
  readonly actions?: (booking: Booking) => ReactNode;
}) {
  const say = useText();
  const { language } = useLanguage();
  return (
    <>
      <Counts of={of} status={status} choose={choose} />
      <DataTable<Booking>
        caption={say(of === 'mine' ? 'festival.bookings' : 'festival.queue')}
        rowKey={({ uuid }) => uuid}
        queryKey={keyOf('bookings', of, status)}
        load={({ cursor, signal }) => {
          const query = { of, ...(status && { status: [status] }), ...(cursor !== null && { cursor }) };
          return unwrap(api.GET('/api/v1/bookings', { params: { query }, signal }));
        }}
        columns={[
          {
            header: say('festival.when'),
            cell: (one) => (
              <LinkTo to={paths.booking(one.uuid)}>{saySpan(one, city.time_zone, language)}</LinkTo>
            ),
          },
          { header: say('festival.artist'), cell: ({ artist }) => artist.name },
          { header: say('festival.venue'), cell: ({ venue }) => venue.name },
          { header: say('festival.status'), cell: (one) => say(statusTexts[one.status]) },
          {
            header: say('festival.next'),
            cell: (one) => {
              const text = waitingText(one);
              return text ? say(text) : '–';
            },
          },
          ...(actions ? [{ header: say('festival.actions'), cell: actions }] : []),
        ]}
      />
    </>
  );
}

function Counts({
  of,
  status,
  choose,
}: {
  readonly of: 'mine' | 'city';
  readonly status: Status | null;
  readonly choose: (status: Status | null) => void;
}) {
  const say = useText();
  const counted = useQuery({
    queryKey: keyOf('bookings', of, 'counts'),
    queryFn: async ({ signal }) => {
      const params = { query: { of, limit: 1 } };
      return (await unwrap(api.GET('/api/v1/bookings', { params, signal }))).counts;
    },
  });
  return (
    <Group role="group" aria-label={say('festival.status')} gap="xs" mb="md">
      <Button
        size="compact-sm"
        variant={status ? 'default' : 'filled'}
        aria-pressed={!status}
        onClick={() => choose(null)}
      >
        {say('festival.all')}
      </Button>
      {statuses.map((one) => (
        <Button
          key={one}
          size="compact-sm"
          variant={status === one ? 'filled' : 'default'}
          aria-pressed={status === one}
          onClick={() => choose(one)}
        >
          {say(statusTexts[one])} ({counted.data?.[one] ?? '…'})
        </Button>
      ))}
    </Group>
  );
}
