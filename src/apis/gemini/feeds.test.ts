import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { perform, place, simple } from '../../../test/support/festival-feeds.ts';
import { actOnBooking } from '../../modules/festival/bookings.ts';
import { openSite } from '../../modules/tenants/sites.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
});

afterAll(() => muster.close());

function get(at: TestSite, url: string, headers: Record<string, string> = {}) {
  return muster.server.inject({ url, headers: { host: at.host, ...headers } });
}

test('the simple feed has exactly the keys of the document, each of its type (check 8, quirk 13)', async () => {
  const here = await place(muster, 'keys');
  const artist = await build.artist(here.at, here.of, here.owner, {
    name: 'The Keys',
    genres: ['early_music'],
  });
  const venue = await build.venue(here.at, here.of, here.owner, {
    venueType: 'bar_cafe_or_restaurant',
    rainOption: 'moved',
    altVenue: 'The Hall',
  });
  const made = await perform(here, '14:30', { artist, venue, livestreamUrl: 'https://live.example/1' });
  const answer = await get(here.at, simple);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    events: [
      {
        id: made.uuid,
        start_time: '2027-06-21T14:30:00',
        end_time: '2027-06-21T15:00:00',
        is_lesson: false,
        is_participatory: false,
        livestream_url: 'https://live.example/1',
        artist: {
          name: 'The Keys',
          description: 'We play.',
          genres: ['early_music'],
          image_url: null,
          url: null,
          facebook_url: null,
          instagram_url: null,
          twitter_url: null,
          youtube_url: null,
          soundcloud_url: null,
        },
        venue: {
          name: venue.name,
          description: null,
          address: venue.address,
          city: 'City of keys',
          district: null,
          neighbourhood: 'Downtown',
          zip_code: null,
          latitude: 43.07,
          longitude: -89.4,
          ada: true,
          venue_type: 'Bar, Café, or Restaurant',
          rain_option: 'moved',
          alt_venue: 'The Hall',
          url: null,
          facebook_url: null,
          instagram_url: null,
          twitter_url: null,
          youtube_url: null,
        },
      },
    ],
    pagination: { total: 1, pages: 1, next: null, prev: null },
  });
});

test('thirty events make two pages, by path segments and in order of start (check 7, quirks 6 and 7)', async () => {
  const here = await place(muster, 'pages');
  const artist = await build.artist(here.at, here.of, here.owner);
  const venue = await build.venue(here.at, here.of, here.owner);
  for (let n = 29; n >= 0; n -= 1) {
    const startsAt = new Date(build.festivalTime('08:00').getTime() + n * 20 * 60_000);
    const endsAt = new Date(startsAt.getTime() + 20 * 60_000);
    await perform(here, '08:00', { artist, venue, startsAt, endsAt });
  }
  const first = (await get(here.at, simple)).json();
  expect(first.pagination).toEqual({ total: 30, pages: 2, next: `${simple}/2`, prev: null });
  expect(first.events).toHaveLength(25);
  const second = (await get(here.at, first.pagination.next)).json();
  expect(second.pagination).toEqual({ total: 30, pages: 2, next: null, prev: `${simple}/1` });
  expect(second.events).toHaveLength(5);
  const starts = [...first.events, ...second.events].map((event) => event.start_time);
  expect(starts).toEqual([...starts].sort());
  expect((await get(here.at, `${simple}/1`)).json()).toEqual(first);

  const seven = (await get(here.at, `${simple}/2?per_page=7&ada=yes&unknown=1`)).json();
  expect(seven.pagination).toEqual({
    total: 30,
    pages: 5,
    next: `${simple}/3?per_page=7&ada=true`,
    prev: `${simple}/1?per_page=7&ada=true`,
  });
  for (const size of ['1000', '1001', '99999'])
    expect((await get(here.at, `${simple}?per_page=${size}`)).json().events).toHaveLength(30);
  for (const [path, status] of [
    [`${simple}/3`, 404],
    [`${simple}/0`, 404],
    [`${simple}/two`, 404],
    [`${simple}?per_page=0`, 400],
    [`${simple}?per_page=many`, 400],
  ] as const)
    expect((await get(here.at, path)).statusCode, path).toBe(status);
});

test('an empty feed says so on its first page, and has no second (check 7)', async () => {
  const here = await place(muster, 'empty');
  expect((await get(here.at, simple)).json()).toEqual({
    events: [],
    pagination: { total: 0, pages: 0, next: null, prev: null },
  });
  expect((await get(here.at, `${simple}/2`)).statusCode).toBe(404);
});

test('each host has the feed of its own city, and streams go across the cities of the tenant (check 6)', async () => {
  const here = await place(muster, 'streams');
  const owner = muster.database.acrossTenants();
  const wanted = {
    slug: 'sister',
    name: 'Sister',
    hosts: ['sister.localhost'],
    organisations: [],
    config: {},
  };
  const site = await owner.transaction((tx) => openSite(tx, wanted, 'streams'));
  const scope = { tenantId: site.tenantId, siteId: site.id, author: null, requestId: 'test' };
  const at = { site, host: 'sister.localhost:8000', context: muster.database.scope(scope) };
  muster.services.directory.forget();
  const of = await build.city(at, { timeZone: 'America/Denver' });
  const sister = { ...here, at, of, festival: await build.festival(at, of) };
  const far = await perform(sister, '12:00', { livestreamUrl: 'https://live.example/far' });
  const live = await perform(here, '11:00', { livestreamUrl: 'https://live.example/2' });
  await perform(here, '13:00');
  expect((await get(at, simple)).json().events).toMatchObject([{ id: far.uuid }]);
  expect((await get(here.at, simple)).json().events).toMatchObject([{ id: live.uuid }, {}]);
  expect((await get(here.at, '/api/cities/events/streams')).json()).toMatchObject({
    events: [
      {
        id: live.uuid,
        start_time: '2027-06-21T11:00:00',
        utc_start_time: '2027-06-21T15:00:00+00:00',
        city: { id: here.of.uuid, name: 'City of streams', slug: 'streams', timezone: build.cityZone },
      },
      { id: far.uuid, start_time: '2027-06-21T10:00:00', city: { timezone: 'America/Denver' } },
    ],
    pagination: { total: 2 },
  });
  const festivals = `/api/cities/events/${here.festival.uuid}/streams`;
  expect((await get(here.at, festivals)).json().events).toMatchObject([{ id: live.uuid }]);
  await here.at.context.transaction((tx) => actOnBooking(tx, build.viewer(here.owner), live.uuid, 'cancel'));
  expect((await get({ ...here.at, host: 'nowhere.localhost' }, simple)).statusCode).toBe(404);
  for (const host of [here.at, at])
    expect((await get(host, '/api/cities/events/streams')).json().events).toMatchObject([{ id: far.uuid }]);
});

test('filters narrow the feed, by keys or labels, and a bad one is refused by its name', async () => {
  const here = await place(muster, 'filters');
  const jazz = await build.artist(here.at, here.of, here.owner, {
    name: '100% Brass_Band',
    genres: ['brass'],
  });
  const bar = await build.venue(here.at, here.of, here.owner, {
    name: 'Corner Bar',
    venueType: 'bar_cafe_or_restaurant',
    ada: false,
    district: 'North',
    neighbourhood: 'Old Mill',
    latitude: 43.5,
    longitude: -79.5,
  });
  const brass = await perform(here, '18:00', { artist: jazz, venue: bar, isLesson: true });
  const folk = await perform(here, '09:00');
  const found = async (search: string) => {
    const answer = await get(here.at, `${simple}?${search}`);
    expect(answer.statusCode, `${search} ${answer.body}`).toBe(200);
    return answer.json().events.map((event: { id: string }) => event.id);
  };
  for (const search of [
    'genre=brass',
    'genre=Brass',
    'genre=opera&genre=brass',
    'venue_type=bar_cafe_or_restaurant',
    `venue_type=${encodeURIComponent('Bar, Café, or Restaurant')}`,
    'district=north',
    'neighbourhood=old%20mill',
    'ada=false',
    'is_lesson=1',
    'bbox=-80,43.2,-79,44',
    'q=brass%20bar',
    'q=100%25',
    'from=2027-06-21T18:00:00',
    'from=2027-06-21T22:00:00Z',
    'from=2027-06-21T18:00:00-04:00',
  ])
    expect(await found(search), search).toEqual([brass.uuid]);
  for (const search of [
    'to=2027-06-21T18:00',
    'is_lesson=no',
    'genre=folk',
    'ada=true',
    'bbox=-90,43,-89,44',
  ])
    expect(await found(search), search).toEqual([folk.uuid]);
  for (const search of [
    'to=2027-06-20',
    'from=2027-06-22',
    'q=100_',
    'is_participatory=on',
    'updated_since=2030-01-01',
  ])
    expect(await found(search), search).toEqual([]);
  expect(await found('to=2027-06-21&updated_since=2026-01-01&q=')).toHaveLength(2);
  for (const [search, field] of [
    ['from=tomorrow', 'from'],
    ['from=2027-02-30', 'from'],
    ['bbox=1,2,3', 'bbox'],
    ['bbox=1,2,0,3', 'bbox'],
    ['ada=perhaps', 'ada'],
  ] as const) {
    const answer = await get(here.at, `${simple}?${search}`);
    expect(answer.statusCode, search).toBe(400);
    expect(answer.json()).toMatchObject({ errors: { [field]: expect.any(Array) } });
  }
});
