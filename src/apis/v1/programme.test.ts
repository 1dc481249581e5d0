import { afterAll, beforeAll, expect, test } from 'vitest';
import { booking, festivalTime } from '../../../test/support/festival.ts';
import { type FestivalTown, openFestivalTown } from '../../../test/support/festival-v1.ts';

let town: FestivalTown;
beforeAll(async () => {
  town = await openFestivalTown();
});
afterAll(() => town.muster.close());

const perform = (clock: string, until: string, status: 'confirmed' | 'accepted' = 'confirmed') =>
  booking(
    town.at,
    town.of,
    { artist: town.band, venue: town.bar },
    { status, startsAt: festivalTime(clock), endsAt: festivalTime(until) },
  );
const clocks = async (query = '') =>
  (await town.ask(null, 'GET', `/programme${query}`)).body.items.map(({ starts_at }: { starts_at: string }) =>
    starts_at.slice(11, 16),
  );

test('only what is confirmed is public, by time, with labels and without whom to call', async () => {
  await perform('11:00', '11:30');
  await perform('09:00', '09:30');
  await perform('10:00', '10:30', 'accepted');
  expect(await clocks()).toEqual(['13:00', '15:00']);
  const { body } = await town.ask(null, 'GET', '/programme');
  expect(body.items[0]).toMatchObject({
    time_zone: 'America/New_York',
    artist: { uuid: town.band.uuid, genres: ['Folk'] },
    venue: { uuid: town.bar.uuid, venue_type: 'Garden' },
  });
  expect(JSON.stringify(body)).not.toContain('contact');
});

test('it is narrowed to an artist, a venue, a time and words', async () => {
  expect(await clocks(`?artist=${town.band.uuid}`)).toEqual(['13:00', '15:00']);
  expect(await clocks(`?venue=${town.bar.uuid}&from=2027-06-21T10:00`)).toEqual(['15:00']);
  expect(await clocks('?q=nothing+like+it')).toEqual([]);
  expect((await town.ask(null, 'GET', '/programme?from=noon')).body.errors[0].pointer).toBe('/from');
  expect((await town.ask(null, 'GET', '/programme?artist=x')).body.errors[0].pointer).toBe('/artist');
});

test('another tenant knows neither the bookings nor the artist', async () => {
  expect((await town.askElsewhere('GET', '/programme')).body.items).toEqual([]);
  expect((await town.askElsewhere('GET', `/programme?artist=${town.band.uuid}`)).status).toBe(404);
});

test('pages of it hold each booking once, at the same number of statements', async () => {
  const one = await town.ask(null, 'GET', '/programme?limit=1');
  const rest = await town.ask(null, 'GET', `/programme?limit=1&cursor=${one.body.next}`);
  expect([one.body.items[0].uuid === rest.body.items[0].uuid, rest.body.next]).toEqual([false, null]);
  expect((await town.ask(null, 'GET', '/programme')).statements).toBe(one.statements);
});
