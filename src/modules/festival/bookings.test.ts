import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  artist,
  booking,
  city,
  festival,
  festivalTime,
  venue,
  viewer,
} from '../../../test/support/festival.ts';
import type { Account } from '../identity/types.ts';
import { requestBooking } from './booking-requests.ts';
import { actionsOn, actOnBooking, editBooking, listSteps } from './bookings.ts';
import type { Artist, BookingStatus, City, Venue } from './types.ts';

let muster: TestApp;
let at: TestSite;
let nf: City;
let ann: Account;
let vic: Account;
let band: Artist;
let garden: Venue;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  nf = await city(at);
  await festival(at, nf);
  ann = await muster.account(at, { username: 'ann' });
  vic = await muster.account(at, { username: 'vic' });
  band = await artist(at, nf, ann);
  garden = await venue(at, nf, vic);
});
afterAll(() => muster.close());

const statuses: readonly BookingStatus[] = [
  'requested',
  'accepted',
  'changes_suggested',
  'confirmed',
  'declined',
  'denied',
  'cancelled',
  'expired',
];

test.each(statuses)('a booking can be brought to the status %s', async (status) => {
  const made = await booking(
    at,
    nf,
    { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) },
    { status },
  );
  expect(made.status).toBe(status);
});

test('a request tells the other side, an accept the one that asked, an approval both', async () => {
  const made = await booking(at, nf, { artist: band, venue: garden }, { status: 'confirmed' });
  const letters = (await muster.letters(at)).filter(({ subject }) => subject.startsWith(`${band.name} at`));
  expect(letters.map(({ kind, to_address: to }) => `${kind} ${to}`).sort()).toEqual([
    'booking_accepted ann@example.com',
    'booking_approved ann@example.com',
    'booking_approved vic@example.com',
    'booking_requested vic@example.com',
  ]);
  const steps = await at.context.read((read) => listSteps(read, made.id));
  expect(steps.map(({ action, actor, toStatus }) => [action, actor, toStatus])).toEqual([
    ['request', 'artist', 'requested'],
    ['accept', 'venue', 'accepted'],
    ['approve', 'city', 'confirmed'],
  ]);
});

test('of two requests for overlapping times one can be accepted', async () => {
  const sides = { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) };
  const first = await booking(at, nf, sides, { status: 'accepted' });
  const second = await booking(at, nf, sides, {
    startsAt: festivalTime('12:30'),
    endsAt: festivalTime('13:30'),
  });
  const accept = at.context.transaction((tx) => actOnBooking(tx, viewer(vic), second.uuid, 'accept'));
  await expect(accept).rejects.toMatchObject({
    code: 'booking.overlap',
    detail: { bookingId: first.uuid },
  });
});

test('a new time passes the turn back, and the clock says what a side may do', async () => {
  const sides = { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) };
  const made = await booking(at, nf, sides);
  const moved = await at.context.transaction((tx) =>
    editBooking(tx, viewer(vic), made.uuid, {
      startsAt: festivalTime('15:00'),
      endsAt: festivalTime('16:00'),
    }),
  );
  expect(moved).toMatchObject({ status: 'requested', turn: 'artist', version: 2 });
  const now = at.context.clock.now();
  expect(actionsOn(moved, viewer(ann), now)).toEqual(['accept', 'decline', 'edit']);
  expect(actionsOn(moved, viewer(vic), now)).toEqual(['cancel', 'delete']);
  expect(actionsOn(moved, viewer(ann), moved.festival.endsAt)).toEqual([]);
});

test('the same two are asked for one time once', async () => {
  const sides = { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) };
  const first = await booking(at, nf, sides);
  const again = at.context.transaction((tx) =>
    requestBooking(tx, nf, viewer(vic), {
      ...first,
      artistId: sides.artist.id,
      venueId: sides.venue.id,
      message: null,
    }),
  );
  await expect(again).rejects.toMatchObject({
    code: 'booking.asked_before',
    detail: { bookingId: first.uuid },
  });
});
