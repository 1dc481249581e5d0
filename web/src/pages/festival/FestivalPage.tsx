import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { type TextKey, useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page } from '../../ui/Page.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { type City, useCity } from './data.ts';
import { festivalPaths as paths } from './paths.ts';
import './festival.css';

/** A page of the festival: its links, and what it shows once the city is known. @param office only for who runs the city */
export function FestivalPage({
  title,
  office = false,
  children,
}: {
  readonly title: string;
  readonly office?: boolean;
  readonly children: (city: City) => ReactNode;
}) {
  const say = useText();
  const city = useCity();
  return (
    <Page title={title}>
      {city.isPending && <Loading />}
      {city.isError && <Refused error={city.error} retry={() => void city.refetch()} />}
      {city.isSuccess && !city.data && <Empty>{say('festival.noCity')}</Empty>}
      {city.data && (
        <>
          <Links city={city.data} />
          {office && !city.data.you?.runs_it ? <Empty>{say('shell.forbidden')}</Empty> : children(city.data)}
        </>
      )}
    </Page>
  );
}

const open: readonly (readonly [string, TextKey])[] = [[paths.calendar, 'festival.calendar']];
const own: readonly (readonly [string, TextKey])[] = [
  [paths.profiles, 'festival.profiles'],
  [paths.findPartner, 'festival.find'],
  [paths.bookings, 'festival.bookings'],
  [paths.conversations, 'festival.conversations'],
];
const runners: readonly (readonly [string, TextKey])[] = [
  [paths.office, 'festival.office'],
  [paths.officeFestivals, 'festival.festivals'],
  [paths.officeLists, 'festival.lists'],
];

function Links({ city }: { readonly city: City }) {
  const say = useText();
  const account = useSession().data?.account;
  const shown = [...open, ...(account ? own : []), ...(city.you?.runs_it ? runners : [])];
  return (
    <Group component="nav" aria-label={say('festival.title')} gap="md" mb="lg">
      {shown.map(([to, text]) => (
        <LinkTo key={to} to={to}>
          {say(text)}
        </LinkTo>
      ))}
    </Group>
  );
}
