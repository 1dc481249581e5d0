import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { artist, booking, city, festival, runCity, venue } from '../../../test/support/festival.ts';
import { type GeminiClient, geminiClientOf } from '../../../test/support/gemini-asker.ts';
import type { City } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let at: TestSite;
let nf: City;
let ann: Account;
let performer: GeminiClient;
let stranger: GeminiClient;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  nf = await city(at);
  await festival(at, nf);
  ann = await muster.account(at, { username: 'ann' });
  performer = await geminiClientOf(muster, at, ann);
  stranger = await geminiClientOf(muster, at, await muster.account(at, { username: 'eve' }));
});
afterAll(() => muster.close());

const band = { name: 'The Falls', description: 'Loud.', genres: ['folk', 'Early Music'] };
const garden = {
  name: 'Rose Garden',
  address: '1 Rose Street',
  venue_type: 'Bar, Café, or Restaurant',
  rain_option: 'cancelled',
  ada: true,
  neighbourhood: 'Downtown',
};

test('an artist is made with labels for what was chosen by key or label, available for the whole festival', async () => {
  const made = await performer('POST', `/api/artist/${ann.uuid}/new`, {
    ...band,
    needs_pa: true,
    unavailable: [{ start: '2027-06-21T12:00:00', end: '2027-06-21T13:00:00' }],
    contact: { phone: '555' },
  });
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: 'The Falls',
      genres: ['Folk', 'Early Music'],
      start_time: '2027-06-21T08:00:00',
      end_time: '2027-06-21T21:00:00',
      unavailable: [{ start: '2027-06-21T12:00:00', end: '2027-06-21T13:00:00' }],
      needs_pa: true,
      needs_piano: false,
      contact: { name: null, email: null, phone: '555' },
      created_by: ann.uuid,
      city: { slug: 'nf' },
      status_counts: {},
      soundcloud_song_urls: null,
    },
  });
  const seen = await stranger('GET', `/api/artists/${made.body.id}`);
  expect(seen.body).toMatchObject({ name: 'The Falls', contact: null, status_counts: null });
});

test('a venue is made, its town that of the city where nothing is said', async () => {
  const made = await performer('POST', `/api/venue/${ann.uuid}/new`, garden);
  expect(made).toMatchObject({
    status: 201,
    body: {
      venue_type: 'Bar, Café, or Restaurant',
      rain_option: 'Canceled in case of rain',
      virtual_option: 'In-person',
      neighbourhood: 'Downtown',
      city: nf.name,
      festival_city: { slug: 'nf' },
    },
  });
});

test.each([
  ['artist', { name: '' }, 'name'],
  ['artist', { name: null }, 'name'],
  ['artist', { genres: [] }, 'genres'],
  ['artist', { genres: ['polka'] }, 'genres'],
  ['artist', { description: undefined }, 'description'],
  ['artist', { url: 'javascript:alert(1)' }, 'url'],
  ['artist', { group_size: 0 }, 'group_size'],
  ['artist', { start_time: '2027-06-21T07:00:00' }, 'start_time'],
  ['artist', { start_time: '2027-06-21T10:00:00', end_time: '2027-06-21T10:00:00' }, 'end_time'],
  ['artist', { unavailable: [{ start: '2027-06-21T10:00:00', end: '2027-06-21T09:00:00' }] }, 'unavailable'],
  ['artist', { contact: { email: 'nobody' } }, 'contact.email'],
  ['venue', { latitude: 91 }, 'latitude'],
  ['venue', { longitude: '7' }, 'longitude'],
  ['venue', { venue_type: 'Boat' }, 'venue_type'],
  ['venue', { rain_option: 'moved' }, 'alt_venue'],
  ['venue', { ada: undefined }, 'ada'],
  ['venue', { address: ' ' }, 'address'],
  ['venue', { capacity: 1.5 }, 'capacity'],
] as const)('an %s with %j is refused under the field, and is not made', async (side, wrong, field) => {
  const before = (await muster.query(`select from ${side}s`)).length;
  const body = { ...(side === 'artist' ? band : garden), ...wrong };
  const answer = await performer('POST', `/api/${side}/${ann.uuid}/new`, body);
  expect(answer).toMatchObject({ status: 400, body: { error: 'validation_failed' } });
  expect(Object.keys(answer.body.errors)).toEqual([field]);
  expect((await muster.query(`select from ${side}s`)).length).toBe(before);
});

test('nobody makes a profile for another, but who runs the city', async () => {
  expect(await stranger('POST', `/api/artist/${ann.uuid}/new`, band)).toMatchObject({
    status: 403,
    body: { error: 'access_denied' },
  });
  const cid = await muster.account(at, { username: 'cid' });
  await runCity(at, nf, cid);
  const runner = await geminiClientOf(muster, at, cid);
  const made = await runner('POST', `/api/artist/${ann.uuid}/new`, { ...band, name: 'Walk-in' });
  expect(made).toMatchObject({ status: 201, body: { created_by: cid.uuid } });
  const renamed = await performer('PATCH', `/api/artists/${made.body.id}`, { name: 'Walked in' });
  expect(renamed).toMatchObject({
    status: 200,
    body: { name: 'Walked in', genres: ['Folk', 'Early Music'] },
  });
  expect((await stranger('POST', '/api/artist/00000000-0000-4000-8000-000000000000/new', band)).status).toBe(
    404,
  );
});

test('a change names what changes; null takes away, and what must be there stays', async () => {
  const { uuid } = await artist(at, nf, ann, { url: 'https://example.org', contactPhone: '555' });
  const path = `/api/artists/${uuid}`;
  expect(
    await performer('PATCH', path, { url: null, youtube_video_urls: ['https://youtu.be/x'] }),
  ).toMatchObject({
    status: 200,
    body: { url: null, youtube_video_urls: ['https://youtu.be/x'], contact: { phone: '555' } },
  });
  expect((await performer('PATCH', path, { genres: [] })).status).toBe(400);
  expect((await performer('PATCH', path, {})).status).toBe(200);
});

test('a profile that is deleted is gone, and what was agreed for later is cancelled with a letter', async () => {
  const vic = await muster.account(at, { username: 'vic' });
  const sides = { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) };
  const made = await booking(at, nf, sides, { status: 'confirmed' });
  expect(await performer('DELETE', `/api/artists/${sides.artist.uuid}`)).toMatchObject({
    status: 204,
    body: '',
  });
  expect((await performer('GET', `/api/artists/${sides.artist.uuid}`)).status).toBe(404);
  expect((await performer('POST', `/api/artists/${sides.artist.uuid}/delete`)).status).toBe(404);
  const host = await geminiClientOf(muster, at, vic);
  expect((await host('GET', `/api/events/${made.uuid}`)).body).toMatchObject({
    status: 'cancelled',
    artist: { is_deleted: true },
  });
  const letters = await muster.letters(at);
  expect(letters.map(({ kind, to_address: to }) => `${kind} ${to}`)).toContain(
    'booking_cancelled vic@example.com',
  );
});

test('who takes no requests is not asked, who wants no letters gets none', async () => {
  const val = await muster.account(at, { username: 'val' });
  const host = await geminiClientOf(muster, at, val);
  const sides = { artist: await artist(at, nf, ann), venue: await venue(at, nf, val) };
  const ask = (hours: string) =>
    performer('PUT', '/api/events/new', {
      artist_id: sides.artist.uuid,
      venue_id: sides.venue.uuid,
      start_time: `2027-06-21T${hours}:00:00`,
      end_time: `2027-06-21T${hours}:30:00`,
    });
  await host('POST', `/api/venues/${sides.venue.uuid}/stop-requests`);
  expect(await ask('10')).toMatchObject({
    status: 409,
    body: { errors: { venue_id: [expect.any(String)] } },
  });
  await host('POST', `/api/venues/${sides.venue.uuid}/accept-requests`);
  await muster.query(`update accounts set wants_letters = false where id = $1`, [val.id]);
  expect((await ask('10')).status).toBe(201);
  expect((await muster.letters(at)).filter(({ to_address: to }) => to === val.email)).toEqual([]);
});
