import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { actOnBooking } from '../../modules/festival/bookings.ts';
import type { City, WholeBooking } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let at: TestSite;
let of: City;
let owner: Account;
let shown: WholeBooking;
let hidden: WholeBooking;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('files');
  of = await build.city(at, { name: 'Niagara Falls, "NY"' });
  await build.festival(at, of);
  owner = await muster.account(at, { username: 'files-owner' });
  const artist = await build.artist(at, of, owner, {
    name: '=Formula; Band',
    description: 'Line one\nline two, with a comma',
    genres: ['folk', 'pop'],
    url: 'https://band.example/',
    contactName: 'Fay',
    contactPhone: '+1 555 0101',
  });
  const venue = await build.venue(at, of, owner, {
    name: 'The Café',
    zipCode: '14301',
    contactEmail: 'cafe@example.com',
  });
  shown = await build.booking(at, of, { artist, venue }, { status: 'confirmed' });
  hidden = await build.booking(
    at,
    of,
    { artist, venue: await build.venue(at, of, owner, { latitude: null, longitude: null }) },
    { startsAt: build.festivalTime('15:00'), endsAt: build.festivalTime('16:00') },
  );
});

afterAll(() => muster.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  muster.server.inject({ url, headers: { host: at.host, ...headers } });

const feed = '/api/cities/events/simple';

/** Lines of a calendar, with folded ones put together again (RFC 5545 §3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('as CSV the feed is a table with safe cells', async () => {
  const answer = await get(`${feed}.csv`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="events.csv"',
    'access-control-allow-origin': '*',
  });
  const [headings, ...lines] = answer.body.split('\r\n');
  expect(headings?.split(',').slice(0, 7)).toEqual([
    'id',
    'start_time',
    'end_time',
    'utc_start_time',
    'utc_end_time',
    'artist',
    'genres',
  ]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(
    `${shown.uuid},2027-06-21T12:00:00,2027-06-21T13:00:00,2027-06-21T16:00:00+00:00,2027-06-21T17:00:00+00:00,` +
      `'=Formula; Band,Folk; Pop,"Line one\nline two, with a comma",https://band.example/,The Café`,
  );
});

test('as GeoJSON the feed has a point for each event whose venue has a place', async () => {
  const answer = await get(`${feed}.geojson`);
  expect(answer.headers['content-type']).toBe('application/geo+json; charset=utf-8');
  expect(answer.json()).toMatchObject({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: shown.uuid,
        geometry: { type: 'Point', coordinates: [-89.4, 43.07] },
        properties: { start_time: '2027-06-21T12:00:00', artist: { name: '=Formula; Band' } },
      },
    ],
  });
});

test('as a calendar the feed has its moments in UTC and the same bytes twice', async () => {
  const answer = await get(`${feed}.ics`);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const lines = unfolded(answer.body);
  for (const line of [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Niagara Falls\\, "NY"',
    `UID:${shown.uuid}`,
    'DTSTART:20270621T160000Z',
    'DTEND:20270621T170000Z',
    'SUMMARY:=Formula\\; Band – The Café',
    'STATUS:CONFIRMED',
    'GEO:43.07;-89.4',
    'CATEGORIES:Folk,Pop',
    'END:VCALENDAR',
  ])
    expect(lines).toContain(line);
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  expect(answer.body).not.toMatch(/[^\r]\n/);
  muster.clock.advance(60_000);
  expect((await get(`${feed}.ics`)).body).toBe(answer.body);
  const etag = String(answer.headers.etag);
  expect((await get(`${feed}.ics`, { 'if-none-match': etag })).statusCode).toBe(304);
});

test('an artist and a venue have calendars of their own', async () => {
  for (const [side, { uuid, name }] of [
    ['artists', shown.artist],
    ['venues', shown.venue],
  ] as const) {
    const answer = await get(`/api/${side}/${uuid}/events.ics`);
    expect(answer.statusCode).toBe(200);
    const lines = unfolded(answer.body);
    expect(lines).toContain(`X-WR-CALNAME:${name.replace(';', '\\;')}`);
    expect(lines).toContain(`UID:${shown.uuid}`);
    expect(lines).not.toContain(`UID:${hidden.uuid}`);
  }
  expect((await get('/api/artists/00000000-0000-4000-8000-000000000000/events.ics')).statusCode).toBe(404);
});

test('files take the filters of the feed, and are of a past festival by its id', async () => {
  expect((await get(`${feed}.geojson?genre=opera`)).json().features).toEqual([]);
  const past = `/api/cities/events/${shown.festival.uuid}/simple`;
  for (const extension of ['csv', 'ics', 'geojson'])
    expect((await get(`${past}.${extension}?genre=pop`)).body, extension).toContain(shown.uuid);
  expect((await get(`${feed}.csv?bbox=here`)).statusCode).toBe(400);
});

test('whoever runs the city gets every status with contacts; nobody else does', async () => {
  const url = '/api/cities/events/export.csv';
  const runner = await muster.account(at, { username: 'files-runner' });
  const headers = { authorization: `Bearer ${await muster.jwt(at, runner)}` };
  expect((await get(url)).statusCode).toBe(401);
  expect((await get(url, headers)).statusCode).toBe(403);
  const sister = await muster.site('files-sister');
  await build.city(sister);
  await build.runCity(at, of, runner);
  const answer = await get(url, headers);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('private, no-cache');
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  const lines = answer.body.split('\r\n').filter((line) => line !== '');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe(
    `${shown.uuid},"Niagara Falls, ""NY"" 2027",confirmed,false,2027-06-21T12:00:00,2027-06-21T13:00:00,` +
      `'=Formula; Band,Fay,files-owner@example.com,'+1 555 0101,The Café,${shown.venue.address},` +
      `"Niagara Falls, ""NY""",14301,,cafe@example.com,,2026-11-20T07:00:00,2026-11-20T07:00:00`,
  );
  expect(lines[2]).toContain(`${hidden.uuid},`);
  expect((await get(`${url}?status=requested`, headers)).body.split('\r\n')).toHaveLength(3);
  expect((await get(`${url}?status=denied`, headers)).body.split('\r\n')).toHaveLength(2);
  expect((await get(`${url}?festival_id=${shown.festival.uuid}`, headers)).body).toContain(shown.uuid);
  expect((await get(`${url}?status=odd`, headers)).statusCode).toBe(400);
});

test('a cancelled event is gone from every file at once', async () => {
  const files = ['csv', 'ics', 'geojson'].map((extension) => `${feed}.${extension}`);
  files.push(`/api/artists/${shown.artist.uuid}/events.ics`);
  for (const url of files) expect((await get(url)).body, url).toContain(shown.uuid);
  await at.context.transaction((tx) => actOnBooking(tx, build.viewer(owner), shown.uuid, 'cancel'));
  for (const url of files) expect((await get(url)).body, url).not.toContain(shown.uuid);
});
