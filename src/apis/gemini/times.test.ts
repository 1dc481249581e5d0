import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { artist, city, festival, venue } from '../../../test/support/festival.ts';
import { type GeminiClient, geminiClientOf } from '../../../test/support/gemini-asker.ts';
import type { Artist, Venue } from '../../modules/festival/types.ts';
import { auditTime, localTime, utcTime } from './times.ts';

const noon = new Date('2027-06-21T17:00:00.123Z');

test('local times have no offset, UTC ones a zero, audit times microseconds and the offset of that day', () => {
  expect(localTime(noon, 'America/Chicago')).toBe('2027-06-21T12:00:00');
  expect(utcTime(noon)).toBe('2027-06-21T17:00:00+00:00');
  expect(auditTime(noon, 'America/Chicago')).toBe('2027-06-21T12:00:00.123000-05:00');
  expect(auditTime(new Date('2027-01-21T17:00:00Z'), 'America/Chicago')).toBe(
    '2027-01-21T11:00:00.000000-06:00',
  );
  expect(auditTime(noon, 'Asia/Kathmandu')).toBe('2027-06-21T22:45:00.123000+05:45');
});

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp();
});
afterAll(() => muster.close());

/** A city whose festival lasts that night, with two who could meet. */
async function night(
  slug: string,
  zone: string,
  startsAt: string,
  endsAt: string,
): Promise<{ at: TestSite; client: GeminiClient; band: Artist; place: Venue }> {
  const at = await muster.site(slug);
  const town = await city(at, { timeZone: zone });
  await festival(at, town, { startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
  const ann = await muster.account(at, { username: 'ann' });
  const vic = await muster.account(at, { username: 'vic' });
  const sides = { band: await artist(at, town, ann), place: await venue(at, town, vic) };
  return { at, client: await geminiClientOf(muster, at, ann), ...sides };
}

const ask = ({ client, band, place }: Awaited<ReturnType<typeof night>>, start: string, end: string) =>
  client('PUT', '/api/events/new', {
    artist_id: band.uuid,
    venue_id: place.uuid,
    start_time: start,
    end_time: end,
  });

test('where the clock goes back an event lasts an hour longer than the clock shows, and the first of two is meant', async () => {
  const berlin = await night('berlin', 'Europe/Berlin', '2027-10-30T18:00:00Z', '2027-10-31T06:00:00Z');
  const long = await ask(berlin, '2027-10-31T01:30:00', '2027-10-31T03:30:00');
  expect(long).toMatchObject({
    status: 201,
    body: {
      start_time: '2027-10-31T01:30:00',
      utc_start_time: '2027-10-30T23:30:00+00:00',
      end_time: '2027-10-31T03:30:00',
      utc_end_time: '2027-10-31T02:30:00+00:00',
    },
  });
  const first = await ask(berlin, '2027-10-31T02:15:00', '2027-10-31T02:45:00');
  expect(first.body).toMatchObject({ utc_start_time: '2027-10-31T00:15:00+00:00' });
  // The second is meant by its offset; the clock shows the same.
  const second = await ask(berlin, '2027-10-31T02:15:00+01:00', '2027-10-31T02:45:00+01:00');
  expect(second.body).toMatchObject({
    start_time: '2027-10-31T02:15:00',
    utc_start_time: '2027-10-31T01:15:00+00:00',
  });
});

test('a time that the clock skips counts as if it had not moved', async () => {
  const madison = await night('madison', 'America/Chicago', '2027-03-14T02:00:00Z', '2027-03-14T18:00:00Z');
  const skipped = await ask(madison, '2027-03-14T02:30:00', '2027-03-14T04:00:00');
  expect(skipped).toMatchObject({
    status: 201,
    body: { start_time: '2027-03-14T03:30:00', utc_start_time: '2027-03-14T08:30:00+00:00' },
  });
});

test('a festival goes on past midnight, and not past its end', async () => {
  const york = await night('york', 'America/New_York', '2027-06-21T20:00:00Z', '2027-06-22T06:00:00Z');
  expect(await ask(york, '2027-06-21T23:30:00', '2027-06-22T00:30:00')).toMatchObject({
    status: 201,
    body: { start_time: '2027-06-21T23:30:00', end_time: '2027-06-22T00:30:00' },
  });
  expect((await ask(york, '2027-06-22T01:30:00', '2027-06-22T02:00:00')).status).toBe(201);
  expect((await ask(york, '2027-06-22T01:45:00', '2027-06-22T02:01:00')).status).toBe(400);
  const anyone = await muster.server.inject({
    url: '/api/city/current/festivals',
    headers: { host: york.at.host },
  });
  expect(anyone.json()).toMatchObject({
    current: { start_time: '2027-06-21T16:00:00', end_time: '2027-06-22T02:00:00' },
    past: [],
  });
});
