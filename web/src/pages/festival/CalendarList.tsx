import { List, Text, Title } from '@mantine/core';
import { useLanguage, useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import type { Performance } from './data.ts';
import { festivalPaths as paths } from './paths.ts';
import { dayOf, sayClock, sayDay } from './times.ts';

/** Performances by day and time. */
export function CalendarList({
  performances,
  zone,
}: {
  readonly performances: readonly Performance[];
  readonly zone: string;
}) {
  const { language } = useLanguage();
  return byDay(performances, zone).map(([day, list]) => (
    <section key={day}>
      <Title order={2} size="h4" mt="md">
        {sayDay(list[0]?.starts_at ?? day, zone, language)}
      </Title>
      <List listStyleType="none">
        {list.map((one) => (
          <Line key={one.uuid} one={one} zone={zone} />
        ))}
      </List>
    </section>
  ));
}

/** Performances by their day in the clock of the city, in order. */
export function byDay(performances: readonly Performance[], zone: string): [string, Performance[]][] {
  const days = new Map<string, Performance[]>();
  for (const one of performances) {
    const day = dayOf(one.starts_at, zone);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days];
}

function Line({ one, zone }: { readonly one: Performance; readonly zone: string }) {
  const say = useText();
  const { language } = useLanguage();
  const { artist, venue } = one;
  return (
    <List.Item my="xs">
      <time dateTime={one.starts_at}>{sayClock(one.starts_at, zone, language)}</time>–
      {sayClock(one.ends_at, zone, language)}{' '}
      <LinkTo to={paths.publicArtist(artist.uuid)}>{artist.name}</LinkTo> {say('festival.at')}{' '}
      <LinkTo to={paths.publicVenue(venue.uuid)}>{venue.name}</LinkTo>
      <Text size="sm">
        {[...artist.genres, ...(venue.ada ? [say('festival.accessible')] : [])].join(' · ')}
      </Text>
    </List.Item>
  );
}
