import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { BookingAnswers } from './BookingAnswers.tsx';
import { BookingHistory } from './BookingHistory.tsx';
import { BookingMove } from './BookingMove.tsx';
import { type Booking, keyOf, readTagged, useChange } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { festivalPaths as paths } from './paths.ts';
import { statusTexts, waitingText } from './statuses.ts';
import { sayMoment, saySpan } from './times.ts';

/** A booking: what it is, what one may do with it now, and its history. */
export function Page() {
  const say = useText();
  const { uuid = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: keyOf('booking', uuid),
    queryFn: ({ signal }) =>
      readTagged(api.GET('/api/v1/bookings/{uuid}', { params: { path: { uuid } }, signal })),
  });
  const { shown, etag = '*' } = found.data ?? {};
  const title = shown ? `${shown.artist.name} – ${shown.venue.name}` : say('festival.booking');
  return (
    <FestivalPage title={title}>
      {() => (
        <Stack maw={720}>
          {found.isPending && <Loading />}
          {found.isError && <Refused error={found.error} retry={() => void found.refetch()} />}
          {shown && (
            <>
              <Facts booking={shown} />
              <BookingAnswers booking={shown} etag={etag} />
              {shown.actions.includes('edit') && <BookingMove key={etag} booking={shown} etag={etag} />}
              {shown.actions.includes('delete') && <Removal booking={shown} />}
              <BookingHistory booking={shown} />
            </>
          )}
        </Stack>
      )}
    </FestivalPage>
  );
}

function Facts({ booking }: { readonly booking: Booking }) {
  const say = useText();
  const { language } = useLanguage();
  const { city, venue, contacts } = booking;
  const waits = waitingText(booking);
  const status = say(statusTexts[booking.status]);
  return (
    <div>
      <Text fw={600}>{saySpan(booking, city.time_zone, language)}</Text>
      <Text size="sm">{say('festival.zone', { zone: city.time_zone })}</Text>
      <Text>{`${venue.address}, ${venue.town}`}</Text>
      <Text role="status">{waits ? `${status}. ${say(waits)}` : status}</Text>
      {booking.expires_at !== null && (
        <Text size="sm">
          {say('festival.expiresAt', { at: sayMoment(booking.expires_at, city.time_zone, language) })}
        </Text>
      )}
      {(booking.artist.is_yours || venue.is_yours) && (
        <LinkTo to={paths.askPartner(booking.artist.uuid, venue.uuid)}>{say('festival.writeFirst')}</LinkTo>
      )}
      {contacts && <Contacts contacts={contacts} />}
    </div>
  );
}

function Contacts({ contacts }: { readonly contacts: NonNullable<Booking['contacts']> }) {
  const say = useText();
  return (
    <>
      <Title order={2} size="h3" mt="md">
        {say('festival.contacts')}
      </Title>
      {(['artist', 'venue'] as const).map((side) => {
        const { contact_name: name, contact_email: email, contact_phone: phone } = contacts[side];
        const facts = [name, email, phone].filter((fact) => fact !== null);
        return (
          <Text key={side}>
            {say(`festival.${side}`)}: {facts.length === 0 ? '–' : facts.join(', ')}
          </Text>
        );
      })}
    </>
  );
}

function Removal({ booking }: { readonly booking: Booking }) {
  const say = useText();
  const navigate = useNavigate();
  const change = useChange();
  return (
    <div>
      <ConfirmButton
        label={say('festival.removeBooking')}
        question={say('festival.removeBookingQuestion')}
        act={async () => {
          const params = { path: { uuid: booking.uuid } };
          await unwrap(api.DELETE('/api/v1/bookings/{uuid}', { params }));
          await navigate({ to: paths.bookings });
          await change(Promise.resolve());
        }}
      />
    </div>
  );
}
