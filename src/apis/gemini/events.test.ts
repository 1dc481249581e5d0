import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { artist, booking, city, festival, runCity, venue } from '../../../test/support/festival.ts';
import { type GeminiClient, geminiClient, geminiClientOf } from '../../../test/support/gemini-asker.ts';
import type { Artist, City, Venue } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let at: TestSite;
let nf: City;
let ann: Account;
let vic: Account;
let performer: GeminiClient;
let host: GeminiClient;
let runner: GeminiClient;
let band: Artist;
let garden: Venue;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  nf = await city(at);
  await festival(at, nf);
  ann = await muster.account(at, { username: 'ann' });
  vic = await muster.account(at, { username: 'vic' });
  const cid = await muster.account(at, { username: 'cid' });
  await runCity(at, nf, cid);
  performer = await geminiClientOf(muster, at, ann);
  host = await geminiClientOf(muster, at, vic);
  runner = await geminiClientOf(muster, at, cid, ['profile']);
  band = await artist(at, nf, ann, { contactPhone: '555-1' });
  garden = await venue(at, nf, vic, { contactPhone: '555-2' });
});
afterAll(() => muster.close());

const wanted = (hours: string, more: Record<string, unknown> = {}) => ({
  artist_id: band.uuid,
  venue_id: garden.uuid,
  start_time: `2027-06-21T${hours}:00:00`,
  end_time: `2027-06-21T${hours}:45:00`,
  ...more,
});

test('asked for, accepted and approved an event is public, cancelled it is not', async () => {
  const asked = await performer('PUT', '/api/events/new', wanted('09', { message: 'May we?' }));
  expect(asked).toMatchObject({
    status: 201,
    body: {
      status: 'requested',
      waiting_for: 'venue',
      start_time: '2027-06-21T09:00:00',
      utc_start_time: '2027-06-21T13:00:00+00:00',
      created_at: '2026-11-20T07:00:00.000000-05:00',
      created_by: ann.uuid,
      contacts: null,
    },
  });
  const { id } = asked.body;
  expect(Object.keys(asked.body._links)).toEqual(['self', 'history', 'cancel', 'delete']);
  const accepted = await host('POST', `/api/events/${id}/accept`);
  expect(accepted).toMatchObject({
    status: 200,
    body: { status: 'accepted', waiting_for: 'city', contacts: { artist: { phone: '555-1' } } },
  });
  const approved = await runner('POST', `/api/events/${id}/approve/`);
  expect(approved).toMatchObject({ status: 200, body: { status: 'confirmed' } });
  const anyone = geminiClient(muster, at, null);
  const listed = await anyone('GET', '/api/cities/events/simple');
  expect(listed.body.events.map((one: { id: string }) => one.id)).toEqual([id]);
  const cancelled = await performer('POST', `/api/events/${id}/cancel`, { reason: 'The van broke down.' });
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  expect((await anyone('GET', '/api/cities/events/simple')).body.events).toEqual([]);
  const history = await host('GET', `/api/events/${id}/history`);
  expect(
    history.body.history.map((step: Record<string, unknown>) => [step.actor, step.action, step.reason]),
  ).toEqual([
    ['artist', 'request', 'May we?'],
    ['venue', 'accept', null],
    ['city', 'approve', null],
    ['artist', 'cancel', 'The van broke down.'],
  ]);
});

test('an event in the way is named, before anybody is asked too', async () => {
  const first = await performer('POST', '/api/events/new', wanted('10'));
  await host('POST', `/api/events/${first.body.id}/accept`);
  const second = await performer('PUT', '/api/events/new', {
    ...wanted('10'),
    start_time: '2027-06-21T14:30:00Z',
    end_time: '2027-06-21T15:30:00Z',
  });
  expect(second).toMatchObject({ status: 201, body: { start_time: '2027-06-21T10:30:00' } });
  const clashes = await host(
    'GET',
    `/api/events/clashes?artist_id=${band.uuid}&venue_id=${garden.uuid}&start_time=2027-06-21T10:30:00&end_time=2027-06-21T11:30:00`,
  );
  expect(clashes.body.clashes.map((one: { event_id: string }) => one.event_id)).toEqual([first.body.id]);
  const refused = await host('POST', `/api/events/${second.body.id}/accept`);
  expect(refused).toMatchObject({ status: 409, body: { error: 'conflict', event_id: first.body.id } });
});

test('the same request again answers the same event, by its key', async () => {
  const key = { 'idempotency-key': 'once' };
  const first = await performer('PUT', '/api/events/new', wanted('14'), key);
  const again = await performer('PUT', '/api/events/new', wanted('14'), key);
  expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
  const without = await performer('PUT', '/api/events/new', wanted('14'));
  expect(without).toMatchObject({ status: 409, body: { event_id: first.body.id } });
});

test('an edit by an old version is refused with 412 and changes nothing', async () => {
  const made = await booking(at, nf, { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) });
  const stale = { 'if-match': '"7"' };
  const edit = { start_time: '2027-06-21T16:00:00', end_time: '2027-06-21T17:00:00' };
  expect(await host('PATCH', `/api/events/${made.uuid}`, edit, stale)).toMatchObject({
    status: 412,
    body: { error: 'precondition_failed', version: 1 },
  });
  const read = await host('GET', `/api/events/${made.uuid}`);
  const fresh = { 'if-match': String(read.headers.etag) };
  expect(await host('PATCH', `/api/events/${made.uuid}`, edit, fresh)).toMatchObject({
    status: 200,
    body: { status: 'requested', waiting_for: 'artist', start_time: '2027-06-21T16:00:00', version: 2 },
  });
});

test.each([
  [{ artist_id: 'x' }, 'artist_id'],
  [{ venue_id: '00000000-0000-4000-8000-000000000000' }, 'venue_id'],
  [{ start_time: 'noon' }, 'start_time'],
  [{ start_time: '2027-06-21' }, 'start_time'],
  [{ start_time: '2027-06-20T09:00:00' }, 'start_time'],
  [{ end_time: '2027-06-21T08:00:00' }, 'end_time'],
  [{ livestream_url: 'javascript:alert(1)' }, 'livestream_url'],
  [{ is_lesson: 'maybe' }, 'is_lesson'],
])('a request with %j is refused under the field, and makes nothing', async (wrong, field) => {
  const answer = await performer('PUT', '/api/events/new', { ...wanted('11'), ...wrong });
  expect(answer).toMatchObject({ status: 400, body: { error: 'validation_failed' } });
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});

test('after matchmaking has closed the sides are refused with the date, the city goes on', async () => {
  const other = await muster.site('late');
  const town = await city(other);
  const closes = new Date('2026-11-20T13:00:00Z');
  await festival(other, town, { matchmakingClosesAt: closes });
  const [pia, val, cid] = await Promise.all(
    ['pia', 'val', 'kit'].map((username) => muster.account(other, { username })),
  );
  if (!pia || !val || !cid) throw new Error('nobody was made');
  await runCity(other, town, cid);
  const sides = { artist: await artist(other, town, pia), venue: await venue(other, town, val) };
  const made = await booking(other, town, sides, { status: 'accepted' });
  muster.clock.advance(60 * 60 * 1000);
  const late = await geminiClientOf(muster, other, pia);
  expect(await late('POST', `/api/events/${made.uuid}/cancel`)).toMatchObject({
    status: 403,
    body: { error: 'access_denied', since: closes.toISOString() },
  });
  const city1 = await geminiClientOf(muster, other, cid);
  expect((await city1('POST', `/api/events/${made.uuid}/approve`)).status).toBe(200);
});

test('a person sees the events of the own profiles, whoever runs the city all of them', async () => {
  const mine = await performer('GET', `/api/users/${ann.uuid}/events?per_page=1`);
  expect(mine.body.pagination).toMatchObject({
    prev: null,
    next: `/api/users/${ann.uuid}/events/2?per_page=1`,
  });
  expect((await performer('GET', `/api/users/${vic.uuid}/events`)).status).toBe(403);
  expect((await runner('GET', `/api/users/${vic.uuid}/events/1/`)).status).toBe(200);
  expect((await performer('GET', '/api/cities/events')).status).toBe(403);
  const queue = await runner('GET', '/api/cities/events?status=accepted');
  expect(queue.body.events.length).toBeGreaterThan(0);
  expect(new Set(queue.body.events.map((one: { status: string }) => one.status))).toEqual(
    new Set(['accepted']),
  );
  const ids = queue.body.events.map((one: { id: string }) => one.id);
  const bulk = await runner('POST', '/api/cities/events/approve', { ids: [...ids, 'x'] });
  expect(bulk.body).toMatchObject({ approved: ids, refused: [{ id: 'x' }] });
});

test('a self-match with an artist made on the spot goes straight to the city', async () => {
  const answer = await host('POST', `/api/selfmatch/${vic.uuid}/new`, {
    artist: { name: 'The Neighbours', description: 'From next door.', genres: ['Folk'] },
    venue_id: garden.uuid,
    start_time: '2027-06-21T18:00:00',
    end_time: '2027-06-21T19:00:00',
  });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      status: 'accepted',
      is_self_match: true,
      artist: { name: 'The Neighbours', genres: ['Folk'], start_time: '2027-06-21T18:00:00' },
    },
  });
  const strangers = await host('POST', `/api/selfmatch/${vic.uuid}/new`, {
    artist_id: band.uuid,
    venue_id: garden.uuid,
    start_time: '2027-06-21T19:00:00',
    end_time: '2027-06-21T20:00:00',
  });
  expect(strangers.status).toBe(403);
});
