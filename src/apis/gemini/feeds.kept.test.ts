import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { perform, place, simple } from '../../../test/support/festival-feeds.ts';
import { actOnBooking } from '../../modules/festival/bookings.ts';
import { addLookup, changeCity } from '../../modules/festival/cities.ts';
import { createFestival } from '../../modules/festival/festivals.ts';
import { changeArtist } from '../../modules/festival/profiles.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
});

afterAll(() => muster.close());

function get(at: TestSite, url: string, headers: Record<string, string> = {}) {
  return muster.server.inject({ url, headers: { host: at.host, ...headers } });
}

test('only confirmed events are public, and a cancelled one is gone from the next answer (check 8)', async () => {
  const here = await place(muster, 'public');
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
  const here = await place(muster, 'kept');
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

test('when the current festival is over the next one takes its place, and the past one stays by its id (check 10)', async () => {
  const here = await place(muster, 'rollover');
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
  const elsewhere = await place(muster, 'elsewhere');
  for (const id of [here.festival.uuid, '00000000-0000-4000-8000-000000000000', 'x'])
    for (const list of ['simple', 'streams', 'artists', 'venues', 'simple.csv'])
      expect((await get(elsewhere.at, `/api/cities/events/${id}/${list}`)).statusCode, `${id}/${list}`).toBe(
        404,
      );
});

test('any page may read the feeds, and a host without a city has none', async () => {
  const here = await place(muster, 'open');
  const answer = await get(here.at, simple, { origin: 'https://anywhere.example' });
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, no-cache',
    etag: expect.stringMatching(/^W\//),
  });
  for (const path of ['/api/cities', '/api/city/current', '/api/city/current/festivals', '/api/cities/open'])
    expect((await get(here.at, path)).headers, path).toMatchObject({ 'access-control-allow-origin': '*' });
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
  const here = await place(muster, 'processes');
  const shown = await perform(here, '12:00');
  const url = `/api/venues/${shown.venue.uuid}/events`;
  for (const path of [simple, url]) expect((await get(here.at, path)).json().events, path).toHaveLength(1);
  // By a connection of its own, past everything that this process knows.
  await muster.query(`update bookings set status = 'cancelled' where uuid = $1`, [shown.uuid]);
  for (const path of [simple, url]) expect((await get(here.at, path)).json().events, path).toEqual([]);
});
