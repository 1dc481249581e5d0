import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { type Artist, keyOf, useOwnProfiles, type Venue } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { festivalPaths as paths } from './paths.ts';

/** Finds the other side, the best fitting first. */
export function Page() {
  const say = useText();
  return <FestivalPage title={say('festival.find')}>{() => <Find />}</FestivalPage>;
}

function Find() {
  const say = useText();
  const own = useOwnProfiles();
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 300);
  if (own.isPending) return <Loading />;
  if (own.isError) return <Refused error={own.error} retry={() => void own.refetch()} />;
  const { artists, venues } = own.data;
  const all = [...artists, ...venues];
  const mine = all.find(({ uuid }) => uuid === chosen) ?? all[0];
  if (!mine)
    return (
      <Empty>
        {say('festival.noProfile')} <LinkTo to={paths.profiles}>{say('festival.profiles')}</LinkTo>
      </Empty>
    );
  const isArtist = artists.some(({ uuid }) => uuid === mine.uuid);
  return (
    <>
      <Group align="end" mb="md">
        <NativeSelect
          label={say('festival.findFor')}
          value={mine.uuid}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={all.map(({ uuid, name }) => ({ value: uuid, label: name }))}
        />
        <TextInput
          type="search"
          label={say('festival.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Group>
      <Partners key={mine.uuid} mine={mine.uuid} isArtist={isArtist} q={q} />
    </>
  );
}

/** The venues for an artist, or the artists for a venue. */
function Partners({
  mine,
  isArtist,
  q,
}: {
  readonly mine: string;
  readonly isArtist: boolean;
  readonly q: string;
}) {
  const say = useText();
  const columns: Column<Artist | Venue>[] = [
    {
      header: say('festival.name'),
      cell: ({ uuid, name }) => (
        <LinkTo to={isArtist ? paths.askPartner(mine, uuid) : paths.askPartner(uuid, mine)}>{name}</LinkTo>
      ),
    },
    { header: say('festival.fit'), cell: ({ fit }) => percentOf(fit?.score ?? null) },
    {
      header: say('festival.sharedTime'),
      cell: ({ fit }) => say('festival.hours', { count: Math.round((fit?.shared_minutes ?? 0) / 60) }),
    },
    { header: say('festival.missing'), cell: ({ fit }) => <Missing of={fit?.missing ?? []} /> },
    {
      header: say('festival.requests'),
      cell: (one) => say(one.is_accepting_requests ? 'festival.accepting' : 'festival.notAccepting'),
    },
  ];
  return (
    <DataTable<Artist | Venue>
      caption={say(isArtist ? 'festival.venues' : 'festival.artists')}
      columns={columns}
      rowKey={({ uuid }) => uuid}
      queryKey={keyOf('find', mine, q)}
      load={({ cursor, signal }) => {
        const query = { fits: mine, ...(q !== '' && { q }), ...(cursor !== null && { cursor }) };
        return isArtist
          ? unwrap(api.GET('/api/v1/venues', { params: { query }, signal }))
          : unwrap(api.GET('/api/v1/artists', { params: { query }, signal }));
      }}
    />
  );
}

const percentOf = (score: number | null) => (score === null ? '–' : `${Math.round(score * 100)} %`);

function Missing({ of }: { readonly of: readonly string[] }) {
  const say = useText();
  const known = ['electricity', 'pa', 'piano'] as const;
  const named = known.filter((one) => of.includes(one)).map((one) => say(`festival.${one}`));
  return <Text span>{named.length === 0 ? '–' : named.join(', ')}</Text>;
}
