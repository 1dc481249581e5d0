import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useText } from '../../i18n/index.ts';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { CalendarList } from './CalendarList.tsx';
import { type Performance, useProgramme } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';

/** An artist as the public sees it, with every performance. */
export function Page() {
  const say = useText();
  const { uuid = '' } = useParams({ strict: false });
  const programme = useProgramme({ artist: uuid });
  const artist = programme.data?.[0]?.artist;
  return (
    <FestivalPage title={artist?.name ?? say('festival.artist')}>
      {(city) => (
        <>
          {programme.isPending && <Loading />}
          {programme.isError && <Refused error={programme.error} retry={() => void programme.refetch()} />}
          {programme.data?.length === 0 && <Empty>{say('festival.noPerformance')}</Empty>}
          {artist && <About artist={artist} />}
          <CalendarList performances={programme.data ?? []} zone={city.time_zone} />
        </>
      )}
    </FestivalPage>
  );
}

function About({ artist }: { readonly artist: Performance['artist'] }) {
  const say = useText();
  return (
    <Stack>
      {artist.picture_url !== null && (
        <img className="festival-picture" src={artist.picture_url} alt={artist.name} />
      )}
      <Text>{artist.genres.join(' · ')}</Text>
      <Text className="festival-message">{artist.description}</Text>
      <Addresses of={[artist.url, artist.soundcloud_url, artist.youtube_url, artist.instagram_url]} />
      <Title order={2} size="h3">
        {say('festival.performances')}
      </Title>
    </Stack>
  );
}

/** Addresses elsewhere, each by its own name. */
export function Addresses({ of }: { readonly of: readonly (string | null)[] }) {
  const shown = of.filter((address) => address !== null);
  if (shown.length === 0) return null;
  return (
    <List>
      {shown.map((address) => (
        <List.Item key={address}>
          <Anchor href={address} rel="noopener noreferrer" underline="always">
            {address}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
}
