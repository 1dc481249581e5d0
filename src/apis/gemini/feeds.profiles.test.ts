import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { perform, place } from '../../../test/support/festival-feeds.ts';
import { deleteArtist } from '../../modules/festival/profiles.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
});

afterAll(() => muster.close());

function get(at: TestSite, url: string, headers: Record<string, string> = {}) {
  return muster.server.inject({ url, headers: { host: at.host, ...headers } });
}

test('a profile feed has exactly the keys of the document, of every festival, with labels (check 8, quirk 14)', async () => {
  const here = await place(muster, 'profile');
  const artist = await build.artist(here.at, here.of, here.owner, { genres: ['folk', 'singer_songwriter'] });
  const venue = await build.venue(here.at, here.of, here.owner, {
    genres: ['open_to_anything'],
    availableFrom: build.festivalTime('10:00'),
  });
  const made = await perform(here, '12:00', { artist, venue });
  const answer = (await get(here.at, `/api/artists/${artist.uuid}/events`)).json();
  expect(answer.pagination).toEqual({ total: 1, pages: 1, next: null, prev: null });
  const [event] = answer.events;
  expect(Object.keys(event).sort()).toEqual(
    [
      'artist',
      'city',
      'created_at',
      'created_by',
      'end_time',
      'id',
      'is_deleted',
      'is_lesson',
      'is_participatory',
      'is_self_match',
      'livestream_url',
      'start_time',
      'status',
      'utc_end_time',
      'utc_start_time',
      'venue',
    ].sort(),
  );
  expect(event).toMatchObject({
    id: made.uuid,
    created_by: here.owner.uuid,
    start_time: '2027-06-21T12:00:00',
    utc_start_time: '2027-06-21T16:00:00+00:00',
    status: 'confirmed',
    is_deleted: false,
    city: {
      _links: { 'add-event': { href: '/api/events/new', method: 'PUT' } },
      id: here.of.uuid,
      slug: 'profile',
      festival_name: 'City of profile 2027',
    },
    artist: {
      id: artist.uuid,
      genres: ['Folk', 'Singer / Songwriter'],
      start_time: '2027-06-21T08:00:00',
      end_time: '2027-06-21T21:00:00',
      soundcloud_song_urls: null,
      youtube_video_urls: null,
    },
    venue: {
      id: venue.uuid,
      genres: ['Open to Anything'],
      rain_option: 'Rain or shine',
      virtual_option: 'In-person',
      venue_type: 'Garden',
      start_time: '2027-06-21T10:00:00',
    },
  });
  expect(event.created_at).toMatch(/^2026-11-20T\d\d:\d\d:\d\d\.\d{6}-05:00$/);
  expect(Object.keys(event.artist)).toHaveLength(16);
  expect(Object.keys(event.venue)).toHaveLength(23);
  expect(event.venue).not.toHaveProperty('neighbourhood');
  expect((await get(here.at, `/api/venues/${venue.uuid}/events/1`)).json().events).toEqual([event]);
});

test('the owner and whoever runs the city may ask for other statuses, nobody else', async () => {
  const here = await place(muster, 'statuses');
  const waiting = await perform(here, '12:00', { status: 'requested' });
  const url = `/api/artists/${waiting.artist.uuid}/events?status=requested,accepted`;
  const stranger = await muster.account(here.at, { username: 'statuses-stranger' });
  const bearer = async (account: Account) => ({
    authorization: `Bearer ${await muster.jwt(here.at, account)}`,
  });
  expect((await get(here.at, url, await bearer(here.owner))).json().events).toMatchObject([
    { id: waiting.uuid, status: 'requested' },
  ]);
  expect((await get(here.at, url, await bearer(stranger))).statusCode).toBe(403);
  expect((await get(here.at, url)).statusCode).toBe(403);
  await build.runCity(here.at, here.of, stranger);
  expect((await get(here.at, url, await bearer(stranger))).json().events).toHaveLength(1);
  expect((await get(here.at, `/api/artists/${waiting.artist.uuid}/events`)).json().events).toEqual([]);
  expect(
    (await get(here.at, url.replace('requested,', 'odd,'), await bearer(here.owner))).json(),
  ).toMatchObject({
    error: 'validation_failed',
    errors: { status: expect.any(Array) },
  });
});

test('name lists hold each name once, of confirmed events and profiles that are there (check 10)', async () => {
  const here = await place(muster, 'names');
  const [zoe, again, gone] = [
    await build.artist(here.at, here.of, here.owner, { name: 'zoë' }),
    await build.artist(here.at, here.of, here.owner, { name: 'zoë' }),
    await build.artist(here.at, here.of, here.owner, { name: 'Gone' }),
  ];
  await perform(here, '12:00', { artist: zoe });
  await perform(here, '12:00', { artist: again });
  await perform(here, '12:00', { artist: gone });
  await perform(here, '12:00', { status: 'declined' });
  await perform(here, '12:00', {
    artist: await build.artist(here.at, here.of, here.owner, { name: 'Anna & Co' }),
  });
  await here.at.context.transaction((tx) => deleteArtist(tx, build.viewer(here.owner), gone.uuid));
  expect((await get(here.at, '/api/cities/events/artists')).json()).toEqual({
    artists: ['Anna & Co', 'zoë'],
  });
  expect((await get(here.at, '/api/cities/events/venues')).json().venues).toHaveLength(3);
  expect((await get(here.at, `/api/artists/${gone.uuid}/events`)).statusCode).toBe(404);
});

test('on the night the clocks change local times have no offset and UTC times are right (check 9)', async () => {
  const at = await muster.site('night');
  const of = await build.city(at, { timeZone: 'America/New_York' });
  const owner = await muster.account(at, { username: 'night-owner' });
  // Past midnight, and through the hour that comes twice: 1 o'clock on 7 November 2027.
  const window = { startsAt: new Date('2027-11-06T22:00:00Z'), endsAt: new Date('2027-11-07T09:00:00Z') };
  const here = { at, of, owner, festival: await build.festival(at, of, window) };
  const artist = await build.artist(at, of, owner);
  for (const [startsAt, endsAt] of [
    ['2027-11-07T03:30:00Z', '2027-11-07T05:30:00Z'],
    ['2027-11-07T05:30:00Z', '2027-11-07T06:30:00Z'],
    ['2027-11-07T06:30:00Z', '2027-11-07T07:30:00Z'],
  ] as const)
    await perform(here, '12:00', { artist, startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
  const { events } = (await get(at, `/api/artists/${artist.uuid}/events`)).json();
  const times = ['start_time', 'utc_start_time', 'end_time', 'utc_end_time'];
  expect(events.map((event: Record<string, string>) => times.map((name) => event[name]))).toEqual([
    ['2027-11-06T23:30:00', '2027-11-07T03:30:00+00:00', '2027-11-07T01:30:00', '2027-11-07T05:30:00+00:00'],
    ['2027-11-07T01:30:00', '2027-11-07T05:30:00+00:00', '2027-11-07T01:30:00', '2027-11-07T06:30:00+00:00'],
    ['2027-11-07T01:30:00', '2027-11-07T06:30:00+00:00', '2027-11-07T02:30:00', '2027-11-07T07:30:00+00:00'],
  ]);
});

test('in rain the key says cancelled and the label Canceled (quirk 12)', async () => {
  const here = await place(muster, 'rain');
  const venue = await build.venue(here.at, here.of, here.owner, { rainOption: 'Canceled in case of rain' });
  await perform(here, '12:00', { venue });
  const rainIn = async (url: string) => (await get(here.at, url)).json().events[0].venue.rain_option;
  expect(await rainIn('/api/cities/events/simple')).toBe('cancelled');
  expect(await rainIn(`/api/venues/${venue.uuid}/events`)).toBe('Canceled in case of rain');
});
