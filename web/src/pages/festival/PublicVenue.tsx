import { Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useText } from '../../i18n/index.ts';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { CalendarList } from './CalendarList.tsx';
import { type Performance, useProgramme } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { Addresses } from './PublicArtist.tsx';

/** A venue as the public sees it, with every performance. */
export function Page() {
  const say = useText();
  const { uuid = '' } = useParams({ strict: false });
  const programme = useProgramme({ venue: uuid });
  const venue = programme.data?.[0]?.venue;
  return (
    <FestivalPage title={venue?.name ?? say('festival.venue')}>
      {(city) => (
        <>
          {programme.isPending && <Loading />}
          {programme.isError && <Refused error={programme.error} retry={() => void programme.refetch()} />}
          {programme.data?.length === 0 && <Empty>{say('festival.noPerformance')}</Empty>}
          {venue && <About venue={venue} />}
          <CalendarList performances={programme.data ?? []} zone={city.time_zone} />
        </>
      )}
    </FestivalPage>
  );
}

function About({ venue }: { readonly venue: Performance['venue'] }) {
  const say = useText();
  const facts = [venue.venue_type, venue.neighbourhood, venue.ada ? say('festival.accessible') : null];
  const rain = [venue.rain_option, venue.alt_venue].filter((fact) => fact !== null);
  return (
    <Stack>
      <Text>{`${venue.address}, ${venue.town}`}</Text>
      <Text>{facts.filter((fact) => fact !== null).join(' · ')}</Text>
      <Text>{say('festival.rain', { plan: rain.join(': ') })}</Text>
      {venue.description !== null && <Text className="festival-message">{venue.description}</Text>}
      <Addresses of={[venue.url, venue.facebook_url, venue.instagram_url]} />
      <Title order={2} size="h3">
        {say('festival.performances')}
      </Title>
    </Stack>
  );
}
