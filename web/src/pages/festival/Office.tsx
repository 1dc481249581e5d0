import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { Refused } from '../../ui/States.tsx';
import { BookingTable } from './BookingTable.tsx';
import { type Booking, type City, useChange } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import type { Status } from './statuses.ts';

/** The queue of the city's office: what waits for it first. What needs a reason is done on the page of the booking. */
export function Page() {
  const say = useText();
  return (
    <FestivalPage title={say('festival.office')} office>
      {(city) => <Queue city={city} />}
    </FestivalPage>
  );
}

function Queue({ city }: { readonly city: City }) {
  const [status, setStatus] = useState<Status | null>('accepted');
  const [error, setError] = useState<unknown>(null);
  return (
    <>
      {error !== null && <Refused error={error} />}
      <BookingTable
        of="city"
        city={city}
        status={status}
        choose={setStatus}
        actions={(booking) => <Approve booking={booking} refuse={setError} />}
      />
    </>
  );
}

function Approve({
  booking,
  refuse,
}: {
  readonly booking: Booking;
  readonly refuse: (error: unknown) => void;
}) {
  const say = useText();
  const change = useChange();
  const [busy, setBusy] = useState(false);
  if (!booking.actions.includes('approve')) return null;
  const approve = async () => {
    setBusy(true);
    refuse(null);
    try {
      const params = { path: { uuid: booking.uuid } };
      const body = { action: 'approve' } as const;
      await change(unwrap(api.POST('/api/v1/bookings/{uuid}/steps', { params, body })));
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  };
  const names = `${booking.artist.name} – ${booking.venue.name}`;
  return (
    <Button
      size="compact-sm"
      loading={busy}
      aria-label={`${say('festival.approve')}: ${names}`}
      onClick={() => void approve()}
    >
      {say('festival.approve')}
    </Button>
  );
}
