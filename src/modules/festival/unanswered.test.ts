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
import { actOnBooking, editBooking, listSteps, requireBooking } from './bookings.ts';
import type { City, WholeBooking } from './types.ts';
import { tendUnanswered } from './unanswered.ts';

const day = 24 * 60 * 60 * 1000;
let muster: TestApp;
let at: TestSite;
let nf: City;
let ann: Account;
let vic: Account;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  nf = await city(at);
  await festival(at, nf);
  ann = await muster.account(at, { username: 'ann' });
  vic = await muster.account(at, { username: 'vic' });
});
afterAll(() => muster.close());

const tend = () => tendUnanswered(muster.database.acrossTenants());
const ask = async () =>
  booking(at, nf, { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) });
const look = ({ uuid }: WholeBooking) => at.context.read((read) => requireBooking(read, viewer(ann), uuid));
const kinds = async (made: WholeBooking) =>
  (await muster.letters(at))
    .filter(({ subject }) => subject.startsWith(`${made.artist.name} at`))
    .map(({ kind, to_address: to }) => `${kind} ${to}`);

test('an unanswered request is reminded of once at half time, and expires after 14 days with a letter to who asked', async () => {
  const made = await ask();
  const answered = await ask();
  await at.context.transaction((tx) => actOnBooking(tx, viewer(vic), answered.uuid, 'accept'));
  muster.clock.advance(7 * day - 1);
  expect(await tend()).toEqual({ expired: 0, reminded: 0 });
  muster.clock.advance(1);
  expect(await tend()).toEqual({ expired: 0, reminded: 1 });
  expect(await tend()).toEqual({ expired: 0, reminded: 0 });
  expect(await kinds(made)).toContain('booking_reminder vic@example.com');
  muster.clock.advance(7 * day);
  expect(await tend()).toEqual({ expired: 1, reminded: 0 });
  expect(await look(made)).toMatchObject({ status: 'expired', turn: null, expiresAt: null });
  expect(await look(answered)).toMatchObject({ status: 'accepted' });
  expect(await kinds(made)).toContain('booking_expired ann@example.com');
  const steps = await at.context.read((read) => listSteps(read, made.id));
  expect(steps.at(-1)).toMatchObject({ actor: 'system', action: 'expire', accountUuid: null });
});

test('another time gives the other side its own 14 days', async () => {
  const made = await ask();
  muster.clock.advance(10 * day);
  const change = { startsAt: festivalTime('17:00'), endsAt: festivalTime('18:00') };
  await at.context.transaction((tx) => editBooking(tx, viewer(vic), made.uuid, change));
  muster.clock.advance(10 * day);
  expect(await tend()).toEqual({ expired: 0, reminded: 1 });
  expect(await kinds(made)).toContain('booking_reminder ann@example.com');
  muster.clock.advance(4 * day);
  expect(await tend()).toEqual({ expired: 1, reminded: 0 });
});
