import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import type { City } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';

interface Place {
  readonly at: TestSite;
  readonly of: City;
  readonly owner: Account;
  readonly authorization: string;
}

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
});

afterAll(() => muster.close());

async function place(slug: string): Promise<Place> {
  const at = await muster.site(slug);
  const of = await build.city(at);
  await build.festival(at, of);
  const owner = await muster.account(at, { username: `${slug}-owner` });
  const token = await muster.accessToken(at, owner, ['profile', 'performer', 'venue']);
  return { at, of, owner, authorization: `Bearer ${token}` };
}

const get = ({ at, authorization }: Place, url: string) =>
  muster.server.inject({ url, headers: { host: at.host, authorization } });

async function names(here: Place, url: string): Promise<string[]> {
  const answer = await get(here, url);
  expect(answer.statusCode, `${url} ${answer.body}`).toBe(200);
  const { artists, venues } = answer.json();
  return (artists ?? venues).map(({ name }: { name: string }) => name);
}

test('artists are found by words, genres and when they are free', async () => {
  const here = await place('artists');
  const add = (name: string, more: Parameters<typeof build.artist>[3]) =>
    build.artist(here.at, here.of, here.owner, { name, ...more });
  await add('Zulu Strings', { genres: ['classical'], description: 'A quartet of 50% strings' });
  const brass = await add('Alpha Brass', { genres: ['brass'], availableFrom: build.festivalTime('14:00') });
  await add('Mike', {
    genres: ['folk', 'brass'],
    isAcceptingRequests: false,
    unavailable: [{ startsAt: build.festivalTime('15:00'), endsAt: build.festivalTime('16:00') }],
  });
  const elsewhere = await place('artists-elsewhere');
  await build.artist(elsewhere.at, elsewhere.of, elsewhere.owner, { name: 'Alpha Elsewhere' });

  expect(await names(here, '/api/artists')).toEqual(['Alpha Brass', 'Mike', 'Zulu Strings']);
  expect(await names(here, '/api/artists?q=QUARTET%20zulu')).toEqual(['Zulu Strings']);
  expect(await names(here, '/api/artists?q=50%25')).toEqual(['Zulu Strings']);
  expect(await names(here, '/api/artists?q=50_')).toEqual([]);
  expect(await names(here, '/api/artists?genre=brass')).toEqual(['Alpha Brass', 'Mike']);
  expect(await names(here, '/api/artists?genre=Brass&genre=classical')).toHaveLength(3);
  expect(await names(here, '/api/artists?accepting=true')).toEqual(['Alpha Brass', 'Zulu Strings']);
  const free = (from: string, to: string) =>
    names(here, `/api/artists?available_from=2027-06-21T${from}&available_to=2027-06-21T${to}`);
  expect(await free('12:00', '13:00')).toEqual(['Mike', 'Zulu Strings']);
  expect(await free('15:30', '16:30')).toEqual(['Alpha Brass', 'Zulu Strings']);
  expect(await names(here, '/api/artists?available_to=2027-06-21T13:00')).toEqual(['Mike', 'Zulu Strings']);
  // What is accepted takes the artist, what is only asked for does not.
  const venue = await build.venue(here.at, here.of, here.owner);
  const startsAt = build.festivalTime('18:00');
  const endsAt = build.festivalTime('19:00');
  const zulu = { venue, artist: brass, startsAt, endsAt };
  await build.booking(here.at, here.of, zulu, { startsAt, endsAt });
  expect(await free('18:00', '18:30')).toContain('Alpha Brass');
  await muster.query(`update bookings set status = 'accepted', turn = null where artist_id = $1`, [brass.id]);
  expect(await free('18:00', '18:30')).not.toContain('Alpha Brass');
});

test('venues are found by where and what they are, the nearest first', async () => {
  const here = await place('venues');
  const add = (name: string, more: Parameters<typeof build.venue>[3]) =>
    build.venue(here.at, here.of, here.owner, { name, ...more });
  await add('Garden', { hasElectricity: true, latitude: 43.0, longitude: -79.0, district: 'South' });
  await add('Church', {
    venueType: 'house_of_worship',
    hasPiano: true,
    ada: false,
    latitude: 43.1,
    longitude: -79.0,
    neighbourhood: 'Old Mill',
    genres: ['choral'],
  });
  await add('Nowhere', { latitude: null, longitude: null });
  for (const [search, found] of [
    ['', ['Church', 'Garden', 'Nowhere']],
    ['?venue_type=House%20of%20Worship', ['Church']],
    ['?neighbourhood=old%20mill', ['Church']],
    ['?district=south', ['Garden']],
    ['?ada=false', ['Church']],
    ['?has_piano=true', ['Church']],
    ['?has_electricity=yes', ['Garden']],
    ['?has_pa=true', []],
    ['?genre=choral', ['Church', 'Garden', 'Nowhere']],
    ['?genre=opera', ['Garden', 'Nowhere']],
    ['?near=43.0,-79.0', ['Garden', 'Church', 'Nowhere']],
    ['?near=43.2,-79.0', ['Church', 'Garden', 'Nowhere']],
    ['?near=43.0,-79.0&radius_km=5', ['Garden']],
    ['?near=43.0,-79.0&radius_km=12', ['Garden', 'Church']],
  ] as const)
    expect(await names(here, `/api/venues${search}`), search).toEqual(found);
  const { venues } = (await get(here, '/api/venues?near=43.0,-79.0')).json();
  expect(venues.map((venue: { distance_km: number | null }) => venue.distance_km)).toEqual([0, 11.12, null]);
});

test('with a profile of your own the best fit comes first: time, genre, equipment, distance', async () => {
  const here = await place('fit');
  const band = await build.artist(here.at, here.of, here.owner, {
    genres: ['folk', 'pop'],
    needsElectricity: true,
    needsPa: true,
    availableFrom: build.festivalTime('10:00'),
    availableUntil: build.festivalTime('14:00'),
  });
  const add = (name: string, more: Parameters<typeof build.venue>[3]) =>
    build.venue(here.at, here.of, here.owner, {
      name,
      hasElectricity: true,
      hasPa: true,
      genres: ['folk'],
      ...more,
    });
  await add('Z perfect', { genres: ['open_to_anything'] });
  await add('A half the time', { availableFrom: build.festivalTime('12:00') });
  await add('B half the genres', {});
  await add('C without a PA', { hasPa: false });
  await add('D of another taste', { genres: ['opera'], hasPa: false, hasElectricity: false });
  const { venues } = (await get(here, `/api/venues?match_for=${band.uuid}`)).json();
  const found = venues.map(({ name, match }: { name: string; match: object }) => [name, match]);
  expect(found).toEqual([
    ['Z perfect', { score: 1, shared_minutes: 240, shared_genres: [], missing: [] }],
    ['B half the genres', { score: 0.833, shared_minutes: 240, shared_genres: ['folk'], missing: [] }],
    ['C without a PA', { score: 0.722, shared_minutes: 240, shared_genres: ['folk'], missing: ['pa'] }],
    ['A half the time', { score: 0.611, shared_minutes: 120, shared_genres: ['folk'], missing: [] }],
    [
      'D of another taste',
      { score: 0.444, shared_minutes: 240, shared_genres: [], missing: ['electricity', 'pa'] },
    ],
  ]);
  // What the band has accepted elsewhere is no time of its own any more.
  const [first] = [await build.venue(here.at, here.of, here.owner, { name: 'Taken' })];
  await build.booking(
    here.at,
    here.of,
    { artist: band, venue: first },
    {
      startsAt: build.festivalTime('10:00'),
      endsAt: build.festivalTime('12:00'),
      status: 'accepted',
    },
  );
  const later = (await get(here, `/api/venues?match_for=${band.uuid}&q=time`)).json().venues;
  expect(later).toMatchObject([{ name: 'A half the time', match: { shared_minutes: 120, score: 0.833 } }]);

  const hall = await build.venue(here.at, here.of, here.owner, { name: 'Hall', genres: ['pop'] });
  await build.artist(here.at, here.of, here.owner, { name: 'A quiet one', genres: ['opera'] });
  const ranked = (await get(here, `/api/artists?match_for=${hall.uuid}`)).json().artists;
  expect(ranked).toMatchObject([
    { name: 'A quiet one', match: { shared_minutes: 780, missing: [] } },
    { id: band.uuid, match: { shared_minutes: 120, shared_genres: ['pop'], missing: ['electricity', 'pa'] } },
  ]);
});

test('only the owner ranks for a profile, and bad parameters are refused by their names', async () => {
  const here = await place('refused');
  const other = await muster.account(here.at, { username: 'refused-other' });
  const theirs = await build.artist(here.at, here.of, other);
  expect((await get(here, `/api/venues?match_for=${theirs.uuid}`)).statusCode).toBe(403);
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect((await get(here, `/api/venues?match_for=${unknown}`)).statusCode).toBe(404);
  for (const [search, field] of [
    ['match_for=x', 'match_for'],
    ['near=1', 'near'],
    ['near=91,0', 'near'],
    ['near=1,2,3', 'near'],
    ['radius_km=5', 'radius_km'],
    ['near=1,2&radius_km=-1', 'radius_km'],
    ['available_from=noon', 'available_from'],
    ['available_from=2027-06-21T12:00&available_to=2027-06-21T12:00', 'available_to'],
    ['has_pa=perhaps', 'has_pa'],
  ] as const) {
    const answer = await get(here, `/api/venues?${search}`);
    expect(answer.statusCode, search).toBe(400);
    expect(answer.json().errors, search).toHaveProperty(field);
  }
  const narrow = await muster.accessToken(here.at, here.owner, ['performer']);
  const hidden = await get({ ...here, authorization: `Bearer ${narrow}` }, '/api/artists/1');
  expect(hidden.statusCode).toBe(403);
});

test('pages are segments of the path, beside the ids of single profiles', async () => {
  const here = await place('paged');
  for (let n = 0; n < 5; n += 1) await build.artist(here.at, here.of, here.owner, { name: `Artist no ${n}` });
  const first = (await get(here, '/api/artists?per_page=2&q=no')).json();
  expect(first.pagination).toEqual({
    total: 5,
    pages: 3,
    next: '/api/artists/2?per_page=2&q=no',
    prev: null,
  });
  const second = (await get(here, first.pagination.next)).json();
  expect(second.artists.map(({ name }: { name: string }) => name)).toEqual(['Artist no 2', 'Artist no 3']);
  expect(second.pagination.prev).toBe('/api/artists/1?per_page=2&q=no');
  expect((await get(here, '/api/artists/4?per_page=2&q=no')).statusCode).toBe(404);
  expect((await get(here, '/api/artists/0')).statusCode).toBe(404);
  expect((await get(here, '/api/venues/1')).json()).toEqual({
    venues: [],
    pagination: { total: 0, pages: 0, next: null, prev: null },
  });
  expect((await get(here, `/api/artists/${second.artists[0].id}`)).json()).toMatchObject({
    name: 'Artist no 2',
  });
});
