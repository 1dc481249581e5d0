import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FestivalTown, openFestivalTown } from '../../../test/support/festival-v1.ts';
import { redSquare } from '../../../test/support/pictures.ts';

let town: FestivalTown;
beforeAll(async () => {
  town = await openFestivalTown();
});
afterAll(() => town.muster.close());

const pointers = (body: { errors: { pointer: string }[] }) => body.errors.map(({ pointer }) => pointer);

test('anyone sees the cities of the host and the current festival, nobody what they may', async () => {
  const list = await town.ask(null, 'GET', '/cities');
  expect(
    list.body.items.map(({ slug, is_here }: { slug: string; is_here: boolean }) => [slug, is_here]),
  ).toEqual([['alpha', true]]);
  const one = await town.ask(null, 'GET', '/cities/alpha');
  expect([one.body.current_festival.uuid, one.body.you]).toEqual([town.day.uuid, null]);
});

test('who runs a city changes it, and is told so', async () => {
  const read = await town.ask(town.cat, 'GET', '/cities/alpha');
  expect(read.body.you).toEqual({ runs_it: true, may_register: true, may_request: true });
  const headers = { 'if-match': String(read.headers.etag) };
  const changed = await town.ask(town.cat, 'PATCH', '/cities/alpha', { welcome_blurb: 'Hello' }, headers);
  expect([changed.status, changed.body.welcome_blurb]).toEqual([200, 'Hello']);
  const stale = await town.ask(town.cat, 'PATCH', '/cities/alpha', { welcome_blurb: 'Late' }, headers);
  expect([stale.status, stale.body.code]).toEqual([412, 'request.stale']);
  expect((await town.ask(null, 'GET', '/cities/alpha')).body.welcome_blurb).toBe('Hello');
});

test('nobody else changes a city, and another tenant does not know it', async () => {
  const change = { welcome_blurb: 'Mine' };
  expect((await town.ask(null, 'PATCH', '/cities/alpha', change)).status).toBe(401);
  expect((await town.ask(town.ann, 'PATCH', '/cities/alpha', change)).status).toBe(403);
  expect((await town.askElsewhere('PATCH', '/cities/alpha', change)).status).toBe(404);
  expect((await town.askElsewhere('GET', '/cities/alpha')).status).toBe(404);
});

test('what is wrong with a city is told by its pointer', async () => {
  const { status, body } = await town.ask(town.cat, 'PATCH', '/cities/alpha', {
    time_zone: 'Here',
    latitude: 99,
  });
  expect([status, pointers(body).sort()]).toEqual([400, ['/latitude', '/time_zone']]);
});

test('an inactive city is unknown to all but those who run it', async () => {
  await town.ask(town.cat, 'PATCH', '/cities/alpha', { is_active: false });
  const seen = [null, town.ann, town.cat].map((who) => town.ask(who, 'GET', '/cities/alpha'));
  expect((await Promise.all(seen)).map(({ status }) => status)).toEqual([404, 404, 200]);
  expect((await town.ask(null, 'GET', '/cities')).body.items).toEqual([]);
  await town.ask(town.cat, 'PATCH', '/cities/alpha', { is_active: true });
});

test('entries of what may be chosen come, are reworded, and go unless a profile names them', async () => {
  const path = '/cities/alpha/lookups';
  const made = await town.ask(town.cat, 'POST', path, { list: 'genre', label: 'Néw Wave' });
  expect([made.status, made.body.key]).toEqual([201, 'new_wave']);
  const changed = await town.ask(town.cat, 'PATCH', `${path}/genre/new_wave`, { label: 'New Wave' });
  expect(changed.body.label).toBe('New Wave');
  expect((await town.ask(town.cat, 'DELETE', `${path}/genre/folk`)).body.code).toBe('lookup.in_use');
  expect((await town.ask(town.ann, 'DELETE', `${path}/genre/new_wave`)).status).toBe(403);
  expect((await town.ask(town.cat, 'DELETE', `${path}/genre/new_wave`)).status).toBe(204);
  const { body } = await town.ask(null, 'GET', `${path}?list=genre`);
  const keys = body.items.map(({ key }: { key: string }) => key);
  expect([keys.includes('folk'), keys.includes('new_wave')]).toEqual([true, false]);
});

test('who runs a city gives it a logo that anyone sees', async () => {
  const headers = { 'content-type': 'image/png' };
  const sent = await town.ask(town.cat, 'PUT', '/cities/alpha/logo', await redSquare(), headers);
  expect(sent.status).toBe(200);
  const shown = await town.ask(null, 'GET', sent.body.picture_url.replace('/api/v1', ''));
  expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/webp']);
  expect((await town.ask(town.ann, 'PUT', '/cities/alpha/logo', await redSquare(), headers)).status).toBe(
    403,
  );
});

test('a draft of a festival is seen by those who run the city until it is launched', async () => {
  const draft = { starts_at: '2028-06-21T08:00', ends_at: '2028-06-21T21:00', is_draft: true };
  const made = await town.ask(town.cat, 'POST', '/festivals', draft, { 'idempotency-key': 'draft' });
  expect([made.status, made.body.starts_at, made.body.launched_at]).toEqual([
    201,
    '2028-06-21T12:00:00.000Z',
    null,
  ]);
  const again = await town.ask(town.cat, 'POST', '/festivals', draft, { 'idempotency-key': 'draft' });
  expect(again.body.uuid).toBe(made.body.uuid);
  const seen = async (who: typeof town.cat | null) =>
    (await town.ask(who, 'GET', '/festivals')).body.items.length;
  expect([await seen(null), await seen(town.ann), await seen(town.cat)]).toEqual([1, 1, 2]);
  const launched = await town.ask(town.cat, 'POST', `/festivals/${made.body.uuid}/launch`);
  expect(launched.body.launched_at).not.toBeNull();
  expect(await seen(null)).toBe(2);
});

test('a festival is changed by who read it last, within what makes sense', async () => {
  const { body } = await town.ask(town.cat, 'GET', '/festivals');
  const [{ uuid, etag }] = body.items;
  const path = `/festivals/${uuid}`;
  const close = { matchmaking_closes_at: '2027-06-20T12:00:00Z' };
  expect((await town.ask(town.cat, 'PATCH', path, close, { 'if-match': etag })).status).toBe(200);
  expect((await town.ask(town.cat, 'PATCH', path, close, { 'if-match': etag })).status).toBe(412);
  const wrong = await town.ask(town.cat, 'PATCH', path, { ends_at: '2027-06-21T07:00' });
  expect([wrong.status, pointers(wrong.body)]).toEqual([400, ['/ends_at']]);
  expect((await town.ask(town.ann, 'PATCH', path, close)).status).toBe(403);
  expect((await town.askElsewhere('PATCH', path, close)).status).toBe(404);
});
