import { Badge, Group, List, Text, Title } from '@mantine/core';
import { useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { type Artist, type City, useOwnProfiles, type Venue } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { festivalPaths as paths } from './paths.ts';

/** One's own artists and venues. */
export function Page() {
  const say = useText();
  return <FestivalPage title={say('festival.profiles')}>{(city) => <Profiles city={city} />}</FestivalPage>;
}

function Profiles({ city }: { readonly city: City }) {
  const say = useText();
  const own = useOwnProfiles();
  if (own.isPending) return <Loading />;
  if (own.isError) return <Refused error={own.error} retry={() => void own.refetch()} />;
  const mayRegister = city.you?.may_register === true;
  return (
    <>
      {!mayRegister && <Text>{say('festival.registrationClosed')}</Text>}
      <Title order={2} size="h3" mt="md">
        {say('festival.artists')}
      </Title>
      <Rows of={own.data.artists} to={paths.artist} />
      {mayRegister && <LinkTo to={paths.artist('new')}>{say('festival.newArtist')}</LinkTo>}
      <Title order={2} size="h3" mt="md">
        {say('festival.venues')}
      </Title>
      <Rows of={own.data.venues} to={paths.venue} />
      {mayRegister && <LinkTo to={paths.venue('new')}>{say('festival.newVenue')}</LinkTo>}
    </>
  );
}

function Rows({
  of,
  to,
}: {
  readonly of: readonly (Artist | Venue)[];
  readonly to: (uuid: string) => string;
}) {
  const say = useText();
  if (of.length === 0) return <Empty />;
  return (
    <List listStyleType="none" my="sm">
      {of.map(({ uuid, name, is_accepting_requests: isOpen, bookings }) => (
        <List.Item key={uuid}>
          <Group gap="xs">
            <LinkTo to={to(uuid)}>{name}</LinkTo>
            {!isOpen && <Badge variant="outline">{say('festival.notAccepting')}</Badge>}
            <Text size="sm">{say('festival.bookingCount', { count: sum(bookings) })}</Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

const sum = (counts: Artist['bookings']) => Object.values(counts ?? {}).reduce((all, one) => all + one, 0);
