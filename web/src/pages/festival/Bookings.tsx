import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { BookingTable } from './BookingTable.tsx';
import type { City } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import type { Status } from './statuses.ts';

/** The bookings of one's own artists and venues. */
export function Page() {
  const say = useText();
  return <FestivalPage title={say('festival.bookings')}>{(city) => <Own city={city} />}</FestivalPage>;
}

function Own({ city }: { readonly city: City }) {
  const [status, setStatus] = useState<Status | null>(null);
  return <BookingTable of="mine" city={city} status={status} choose={setStatus} />;
}
