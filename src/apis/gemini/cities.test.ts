import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { artist, city, festival, runCity, venue } from '../../../test/support/festival.ts';
import { type GeminiClient, geminiClient, geminiClientOf } from '../../../test/support/gemini-asker.ts';
import type { City } from '../../modules/festival/types.ts';
import { openSite, usualHosts } from '../../modules/tenants/sites.ts';

let muster: TestApp;
let at: TestSite;
let nf: City;
let anyone: GeminiClient;
let runner: GeminiClient;
let admin: GeminiClient;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  nf = await city(at, { name: 'Niagara Falls', latitude: 43.08, longitude: -79.07 });
  await festival(at, nf, {
    startsAt: new Date('2026-06-21T12:00:00Z'),
    endsAt: new Date('2026-06-22T01:00:00Z'),
  });
  await festival(at, nf);
  anyone = geminiClient(muster, at, null);
  const cid = await muster.account(at, { username: 'cid' });
  await runCity(at, nf, cid);
  runner = await geminiClientOf(muster, at, cid, ['profile']);
  admin = await geminiClientOf(muster, at, await muster.account(at, { username: 'boss', role: 'owner' }));
});
afterAll(() => muster.close());

const base = [
  '_links',
  'accent_colour',
  'base_url',
  'contact_us_url',
  'country',
  'facebook_url',
  'font',
  'id',
  'instagram_url',
  'latitude',
  'locale',
  'logo_url',
  'longitude',
  'map_zoom_level',
  'name',
  'primary_button_colour',
  'secondary_button_colour',
  'slug',
  'terms',
  'timezone',
  'twitter_url',
  'url',
  'youtube_url',
];
const current = [
  'festival',
  'is_active',
  'is_paused',
  'venue_default_ada',
  'venue_default_has_piano',
  'welcome_blurb',
];

test('the list of cities is a bare array, the current city a bare object, with the keys of the document', async () => {
  const list = await anyone('GET', '/api/cities');
  expect(list.body).toHaveLength(1);
  expect(Object.keys(list.body[0]).sort()).toEqual(base);
  expect(list.body[0]).toMatchObject({
    _links: { self: { method: 'GET', href: '/api/cities/nf' } },
    slug: 'nf',
    country: 'USA',
    locale: 'en_US',
    timezone: 'America/New_York',
    base_url: 'http://nf.localhost:8000',
    latitude: 43.08,
  });
  for (const path of ['/api/city/current', '/api/city/current/']) {
    const { status, body } = await anyone('GET', path);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([...base, ...current].sort());
    expect((await anyone('GET', path)).headers).toMatchObject({ 'access-control-allow-origin': '*' });
    expect(body.festival).toMatchObject({ is_launched: true, start_time: '2027-06-21T08:00:00' });
  }
  const whole = await anyone('GET', '/api/cities/nf');
  expect(Object.keys(whole.body)).toEqual(expect.arrayContaining(['neighbourhoods', 'genres', 'deadlines']));
});

test('festivals are the current one and those that are over, by date', async () => {
  const { body } = await anyone('GET', '/api/city/current/festivals');
  expect(body).toEqual({
    current: { id: expect.any(String), start_time: '2027-06-21T08:00:00', end_time: '2027-06-21T21:00:00' },
    past: [{ id: expect.any(String), start_time: '2026-06-21T08:00:00', end_time: '2026-06-21T21:00:00' }],
  });
});

test('a host without a city is 404, as is a city that is none', async () => {
  const bare = await muster.site('bare');
  const there = geminiClient(muster, bare, null);
  expect(await there('GET', '/api/city/current')).toMatchObject({
    status: 404,
    body: { error: 'not_found', error_description: 'There is no city on this host.' },
  });
  expect((await there('GET', '/api/cities')).body).toEqual([]);
  expect(await anyone('GET', '/api/cities/nowhere')).toMatchObject({
    status: 404,
    body: { error: 'not_found' },
  });
  expect(await there('GET', '/api/cities/nf')).toMatchObject({ status: 404 });
});

test('what may be chosen is told by key and label; a list of neighbourhoods, once there is one, is kept to', async () => {
  const genres = await anyone('GET', '/api/city/current/genres');
  expect(genres.body).toContainEqual({ key: 'early_music', label: 'Early Music' });
  expect((await anyone('GET', '/api/city/current/venue-types')).body).toContainEqual({
    key: 'bar_cafe_or_restaurant',
    label: 'Bar, Café, or Restaurant',
  });
  const vic = await muster.account(at, { username: 'vic' });
  const host = await geminiClientOf(muster, at, vic);
  const place = await venue(at, nf, vic, { neighbourhood: 'Anything goes' });
  expect((await anyone('POST', '/api/cities/nf/neighbourhoods', { label: 'Old Town' })).status).toBe(401);
  expect((await host('POST', '/api/cities/nf/neighbourhoods', { label: 'Old Town' })).status).toBe(403);
  const made = await runner('POST', '/api/cities/nf/neighbourhoods', { label: 'Old Town', district: 'East' });
  expect(made).toMatchObject({ status: 201, body: { key: 'old_town', label: 'Old Town', district: 'East' } });
  expect((await runner('POST', '/api/cities/nf/neighbourhoods', { label: 'Old town' })).status).toBe(409);
  expect(await host('PATCH', `/api/venues/${place.uuid}`, { neighbourhood: 'Elsewhere' })).toMatchObject({
    status: 400,
    body: { errors: { neighbourhood: ['Allowed: old_town.'] } },
  });
  expect(await host('PATCH', `/api/venues/${place.uuid}`, { neighbourhood: 'OLD TOWN' })).toMatchObject({
    status: 200,
    body: { neighbourhood: 'Old Town', district: 'East' },
  });
  expect((await runner('DELETE', '/api/cities/nf/neighbourhoods/old_town')).status).toBe(409);
  const renamed = await runner('PATCH', '/api/cities/nf/neighbourhoods/old_town', { label: 'Oldtown' });
  expect(renamed.body).toMatchObject({ label: 'Oldtown', district: 'East' });
  await host('POST', `/api/venues/${place.uuid}/delete`);
  expect((await runner('DELETE', '/api/cities/nf/neighbourhoods/old_town')).status).toBe(204);
});

test('who runs a city changes it, and is told every fault at once', async () => {
  const sent = { accent_colour: '#00FF00', welcome_blurb: 'Hello\nall', terms: null, map_zoom_level: 11 };
  expect(await runner('PATCH', '/api/cities/nf', sent)).toMatchObject({ status: 200, body: sent });
  const bad = { accent_colour: 'green', timezone: 'Mars', latitude: 91, url: 'ftp://x' };
  const refused = await runner('PATCH', '/api/cities/nf', bad);
  expect(refused).toMatchObject({ status: 400, body: { error: 'validation_failed' } });
  expect(Object.keys(refused.body.errors).sort()).toEqual(Object.keys(bad).sort());
  expect(await anyone('GET', '/api/city/current')).toMatchObject({ body: { accent_colour: '#00FF00' } });
});

test('an inactive city is on no list but for who runs it; a paused one takes nobody', async () => {
  expect(await runner('POST', '/api/cities/nf/deactivate')).toMatchObject({ status: 204, body: '' });
  expect((await anyone('GET', '/api/cities')).body).toEqual([]);
  expect((await runner('GET', '/api/cities')).body).toHaveLength(1);
  await runner('POST', '/api/cities/nf/activate');
  await runner('POST', '/api/cities/nf/pause');
  const pia = await muster.account(at, { username: 'pia' });
  const performer = await geminiClientOf(muster, at, pia);
  const profile = { name: 'Pia', description: 'Sings.', genres: ['opera'] };
  expect(await performer('POST', `/api/artist/${pia.uuid}/new`, profile)).toMatchObject({
    status: 403,
    body: { error: 'access_denied' },
  });
  await runner('POST', '/api/cities/nf/resume');
  expect((await performer('POST', `/api/artist/${pia.uuid}/new`, profile)).status).toBe(201);
});

test('a draft is seen by who runs the city; launched it becomes the festival, and everybody is available again', async () => {
  const other = await muster.site('rollover');
  const town = await city(other);
  const ann = await muster.account(other, { username: 'ann' });
  const band = await artist(other, town, ann, {
    availableFrom: new Date('2026-06-21T14:00:00Z'),
    availableUntil: new Date('2026-06-21T15:00:00Z'),
  });
  const boss = await geminiClientOf(
    muster,
    other,
    await muster.account(other, { username: 'boss', role: 'admin' }),
  );
  const draft = await boss('POST', '/api/cities/rollover/festivals', {
    start_time: '2028-06-21T08:00:00',
    end_time: '2028-06-21T21:00:00',
    matchmaking_closes_at: '2028-06-01T00:00:00',
    is_launched: false,
  });
  expect(draft).toMatchObject({ status: 201, body: { name: 'City of rollover 2028', is_launched: false } });
  expect((await boss('GET', '/api/city/current/festivals')).body).toEqual({ current: null, past: [] });
  const path = `/api/cities/rollover/festivals/${draft.body.id}`;
  expect((await boss('POST', `${path}/launch`)).status).toBe(204);
  expect((await boss('GET', '/api/city/current/festivals')).body).toMatchObject({
    current: { id: draft.body.id },
  });
  expect((await boss('GET', `/api/artists/${band.uuid}`)).body).toMatchObject({
    start_time: '2028-06-21T08:00:00',
    end_time: '2028-06-21T21:00:00',
  });
  const bad = await boss('PATCH', path, { end_time: '2028-06-21T07:00:00' });
  expect(bad).toMatchObject({ status: 400, body: { errors: { end_time: [expect.any(String)] } } });
  expect((await boss('GET', '/api/cities/rollover')).body.deadlines).toEqual({
    registration_closes_at: null,
    matchmaking_closes_at: '2028-06-01T00:00:00',
  });
});

test('an admin of the tenant makes cities of its sites and says who runs them', async () => {
  const owner = muster.database.acrossTenants();
  const wanted = {
    slug: 'erie',
    name: 'erie',
    hosts: usualHosts('erie', 'localhost'),
    organisations: [],
    config: {},
  };
  await owner.transaction((tx) => openSite(tx, wanted, at.site.tenantSlug));
  await muster.site('foreign');
  const sent = { slug: 'erie', name: 'Erie', timezone: 'America/New_York', site: 'erie' };
  expect((await runner('POST', '/api/cities/new', sent)).status).toBe(403);
  expect((await admin('POST', '/api/cities/new', { ...sent, site: 'foreign' })).status).toBe(400);
  expect((await admin('POST', '/api/cities/new', { ...sent, slug: 'events' })).status).toBe(400);
  const made = await admin('POST', '/api/cities/new', sent);
  expect(made).toMatchObject({ status: 201, body: { slug: 'erie', base_url: 'http://erie.localhost:8000' } });
  expect((await admin('POST', '/api/cities/new', { ...sent, slug: 'two' })).status).toBe(409);
  const ted = await muster.account(at, { username: 'ted' });
  const trusted = await geminiClientOf(muster, at, ted);
  expect((await trusted('PATCH', '/api/cities/erie', { name: 'Lake' })).status).toBe(403);
  expect((await admin('POST', `/api/cities/erie/admins/${ted.uuid}`)).status).toBe(204);
  // The very same token: running a city comes from the account.
  expect((await trusted('PATCH', '/api/cities/erie', { name: 'Lake' })).status).toBe(200);
  expect((await trusted('PATCH', '/api/cities/nf', { name: 'Mine' })).status).toBe(403);
  expect((await admin('GET', '/api/cities/erie/admins')).body.admins).toMatchObject([{ id: ted.uuid }]);
  expect((await admin('DELETE', `/api/cities/erie/admins/${ted.uuid}`)).status).toBe(204);
  expect((await trusted('PATCH', '/api/cities/erie', { name: 'Lake' })).status).toBe(403);
});
