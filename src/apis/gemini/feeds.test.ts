import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { actOnBooking } from '../../modules/festival/bookings.ts';
import { addLookup, changeCity } from '../../modules/festival/cities.ts';
import { createFestival } from '../../modules/festival/festivals.ts';
import { changeArtist, deleteArtist } from '../../modules/festival/profiles.ts';
import type { Artist, City, Festival, Venue, WholeBooking } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';
import { openSite } from '../../modules/tenants/sites.ts';

interface Place {
  readonly at: TestSite;
  readonly of: City;
  readonly owner: Account;
  readonly festival: Festival;
}

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
});

afterAll(() => muster.close());

async function place(slug: string, more: Parameters<typeof build.city>[1] = {}): Promise<Place> {
  const at = await muster.site(slug);
  const of = await build.city(at, more);
  const owner = await muster.account(at, { username: `${slug}-owner` });
  return { at, of, owner, festival: await build.festival(at, of) };
}

async function perform(
  { at, of, owner }: Place,
  clock = '12:00',
  more: build.TestBooking & { artist?: Artist; venue?: Venue } = {},
): Promise<WholeBooking> {
  const { artist, venue, ...wanted } = more;
  const sides = {
    artist: artist ?? (await build.artist(at, of, owner)),
    venue: venue ?? (await build.venue(at, of, owner)),
  };
  const startsAt = build.festivalTime(clock);
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  return build.booking(at, of, sides, { status: 'confirmed', startsAt, endsAt, ...wanted });
}

function get(at: TestSite, url: string, headers: Record<string, string> = {}) {
  return muster.server.inject({ url, headers: { host: at.host, ...headers } });
}

const simple = '/api/cities/events/simple';

test('the simple feed has exactly the keys of the document, each of its type', async () => {
  const here = await place('keys');
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

test('thirty events make two pages, by path segments and in order of start', async () => {
  const here = await place('pages');
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

test('an empty feed says so on its first page, and has no second', async () => {
  const here = await place('empty');
  expect((await get(here.at, simple)).json()).toEqual({
    events: [],
    pagination: { total: 0, pages: 0, next: null, prev: null },
  });
  expect((await get(here.at, `${simple}/2`)).statusCode).toBe(404);
});

test('only confirmed events are public, and a cancelled one is gone from the next answer', async () => {
  const here = await place('public');
  const ids = async () => (await get(here.at, simple)).json().events.map((event: { id: string }) => event.id);
  for (const status of [
    'requested',
    'accepted',
    'declined',
    'denied',
    'changes_suggested',
    'expired',
  ] as const)
    await perform(here, '09:00', { status });
  expect(await ids()).toEqual([]);
  const shown = await perform(here, '10:00');
  expect(await ids()).toEqual([shown.uuid]);
  const before = await get(here.at, simple);
  expect((await get(here.at, simple, { 'if-none-match': String(before.headers.etag) })).statusCode).toBe(304);
  await here.at.context.transaction((tx) => actOnBooking(tx, build.viewer(here.owner), shown.uuid, 'cancel'));
  const after = await get(here.at, simple, { 'if-none-match': String(before.headers.etag) });
  expect(after.statusCode).toBe(200);
  expect(after.json().events).toEqual([]);
});

test('an answer is kept until something in it changes: a page costs one statement, a kept one a look-up', async () => {
  const here = await place('kept');
  const artist = await build.artist(here.at, here.of, here.owner, { name: 'Old Name' });
  await perform(here, '11:00', { artist });
  const asked = async () => {
    muster.statements.length = 0;
    const answer = await get(here.at, simple);
    return { statements: [...muster.statements], body: answer.json() };
  };
  // The site of the host is looked up once.
  await get(here.at, '/api/city/current');
  const cold = await asked();
  expect(cold.statements).toHaveLength(1);
  const warm = await asked();
  expect(warm.statements).toHaveLength(1);
  expect(warm.statements[0]?.length).toBeLessThan(300);
  expect(warm.body).toEqual(cold.body);
  const changes = [
    () =>
      here.at.context.transaction((tx) =>
        changeArtist(tx, here.of, build.viewer(here.owner), artist.uuid, { name: 'New Name' }),
      ),
    () => here.at.context.transaction((tx) => changeCity(tx, here.of.id, { timeZone: 'America/Chicago' })),
    () =>
      here.at.context.transaction((tx) =>
        addLookup(tx, here.of.id, {
          list: 'neighbourhood',
          key: 'Downtown'.toLowerCase(),
          label: 'Down Town',
          district: null,
        }),
      ),
  ];
  for (const change of changes) {
    await change();
    expect((await asked()).statements.length).toBe(2);
  }
  expect((await asked()).body.events[0]).toMatchObject({
    start_time: '2027-06-21T10:00:00',
    artist: { name: 'New Name' },
  });
});

test('when the current festival is over the next one takes its place, and the past one stays by its id', async () => {
  const here = await place('rollover');
  const shown = await perform(here, '12:00');
  const next = await here.at.context.transaction((tx) =>
    createFestival(
      tx,
      here.of,
      { startsAt: new Date('2028-06-21T12:00:00Z'), endsAt: new Date('2028-06-22T01:00:00Z') },
      { isDraft: false },
    ),
  );
  expect((await get(here.at, simple)).json().events).toHaveLength(1);
  const past = `/api/cities/events/${here.festival.uuid}`;
  const distance = build.festivalTime('21:00').getTime() - muster.clock.now().getTime();
  muster.clock.advance(distance);
  try {
    expect((await get(here.at, simple)).json().events).toEqual([]);
    expect((await get(here.at, `${past}/simple`)).json().events).toMatchObject([{ id: shown.uuid }]);
    expect((await get(here.at, `${past}/simple/1`)).json().pagination.total).toBe(1);
    expect((await get(here.at, `${past}/artists`)).json()).toEqual({ artists: [shown.artist.name] });
    expect((await get(here.at, `/api/cities/events/${next.uuid}/simple`)).json().events).toEqual([]);
  } finally {
    muster.clock.advance(-distance);
  }
  const elsewhere = await place('elsewhere');
  for (const id of [here.festival.uuid, '00000000-0000-4000-8000-000000000000', 'x'])
    for (const list of ['simple', 'streams', 'artists', 'venues', 'simple.csv'])
      expect((await get(elsewhere.at, `/api/cities/events/${id}/${list}`)).statusCode, `${id}/${list}`).toBe(
        404,
      );
});

test('a profile feed has exactly the keys of the document, of every festival, with labels', async () => {
  const here = await place('profile');
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
  const here = await place('statuses');
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

test('name lists hold each name once, of confirmed events and profiles that are there', async () => {
  const here = await place('names');
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

test('each host has the feed of its own city, and streams go across the cities of the tenant', async () => {
  const here = await place('streams');
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
  for (const host of [here.at, at])
    expect((await get(host, '/api/cities/events/streams')).json().events).toMatchObject([{ id: far.uuid }]);
});

test('filters narrow the feed, by keys or labels, and a bad one is refused by its name', async () => {
  const here = await place('filters');
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

test('any page may read the feeds, and a host without a city has none', async () => {
  const here = await place('open');
  const answer = await get(here.at, simple, { origin: 'https://anywhere.example' });
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, no-cache',
    etag: expect.stringMatching(/^W\//),
  });
  const bare = await muster.site('bare');
  for (const list of ['simple', 'artists', 'venues', 'simple.csv', 'simple.ics', 'simple.geojson']) {
    const missing = await get(bare, `/api/cities/events/${list}`);
    expect(missing.statusCode, list).toBe(404);
    expect(missing.headers['access-control-allow-origin']).toBe('*');
  }
});

test('calls are counted by address, over all public feeds together; a site of others is not concerned', async () => {
  const counted = await openTestApp({ throttles: { ...usualThrottles, feeds: { hits: 3, seconds: 60 } } });
  try {
    const at = await counted.site('counted');
    const of = await build.city(at);
    await build.festival(at, of);
    const ask = (url: string, remoteAddress = '192.0.2.1') =>
      counted.server.inject({ url, remoteAddress, headers: { host: at.host } });
    for (const url of [simple, '/api/cities/events/artists', `${simple}.ics`])
      expect((await ask(url)).statusCode, url).toBe(200);
    const refused = await ask(simple);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('60');
    expect(refused.headers['access-control-allow-origin']).toBe('*');
    expect(refused.json()).toMatchObject({ error: 'rate_limited' });
    expect((await ask(simple, '192.0.2.2')).statusCode).toBe(200);
    counted.clock.advance(60_000);
    expect((await ask(simple)).statusCode).toBe(200);
  } finally {
    await counted.close();
  }
});

test('what another process changed is seen at once', async () => {
  const here = await place('processes');
  const shown = await perform(here, '12:00');
  const url = `/api/venues/${shown.venue.uuid}/events`;
  for (const path of [simple, url]) expect((await get(here.at, path)).json().events, path).toHaveLength(1);
  // By a connection of its own, past everything that this process knows.
  await muster.query(`update bookings set status = 'cancelled' where uuid = $1`, [shown.uuid]);
  for (const path of [simple, url]) expect((await get(here.at, path)).json().events, path).toEqual([]);
});

test('on the night the clocks change local times have no offset and UTC times are right', async () => {
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
