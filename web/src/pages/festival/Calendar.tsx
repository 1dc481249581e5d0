import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { CalendarList } from './CalendarList.tsx';
import { CalendarMap } from './CalendarMap.tsx';
import { CalendarTimetable } from './CalendarTimetable.tsx';
import { type City, useLookups, useProgramme } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';

/** The public calendar: a list, a timetable by venue, points on a map. */
export function Page() {
  const say = useText();
  return <FestivalPage title={say('festival.calendar')}>{(city) => <Calendar city={city} />}</FestivalPage>;
}

const views = ['list', 'timetable', 'map'] as const;

function Calendar({ city }: { readonly city: City }) {
  const say = useText();
  const [view, setView] = useState<(typeof views)[number]>('list');
  const [words, setWords] = useState('');
  const [genre, setGenre] = useState('');
  const [q] = useDebouncedValue(words.trim(), 300);
  const lookups = useLookups(city.slug);
  const programme = useProgramme({ ...(q !== '' && { q }), ...(genre !== '' && { genre: [genre] }) });
  const genres = (lookups.data ?? []).filter(({ list }) => list === 'genre');
  const shown = { performances: programme.data ?? [], zone: city.time_zone };
  return (
    <>
      <Group align="end" mb="md">
        <TextInput
          type="search"
          label={say('festival.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('festival.genre')}
          value={genre}
          onChange={(event) => setGenre(event.currentTarget.value)}
          data={[
            { value: '', label: say('festival.all') },
            ...genres.map(({ key, label }) => ({ value: key, label })),
          ]}
        />
        <Group role="group" aria-label={say('festival.view')} gap="xs">
          {views.map((one) => (
            <Button
              key={one}
              variant={view === one ? 'filled' : 'default'}
              aria-pressed={view === one}
              onClick={() => setView(one)}
            >
              {say(`festival.${one}`)}
            </Button>
          ))}
        </Group>
      </Group>
      <Text size="sm" mb="md">
        {say('festival.zone', { zone: city.time_zone })}
      </Text>
      {programme.isPending && <Loading />}
      {programme.isError && <Refused error={programme.error} retry={() => void programme.refetch()} />}
      {programme.data?.length === 0 && <Empty>{say('festival.noPerformance')}</Empty>}
      {view === 'list' && <CalendarList {...shown} />}
      {view === 'timetable' && <CalendarTimetable {...shown} />}
      {view === 'map' && shown.performances.length > 0 && <CalendarMap {...shown} />}
    </>
  );
}
