import { afterAll, beforeAll, expect, test } from 'vitest';
import { artist } from '../../../test/support/festival.ts';
import { type FestivalTown, openFestivalTown } from '../../../test/support/festival-v1.ts';
import { redSquare } from '../../../test/support/pictures.ts';

let town: FestivalTown;
beforeAll(async () => {
  town = await openFestivalTown();
});
afterAll(() => town.muster.close());

const place = {
  name: 'Yard',
  address: '1 Elm Street',
  neighbourhood: 'Downtown',
  venue_type: 'garden',
  rain_option: 'ignored',
  ada: true,
};
const pointers = (body: { errors: { pointer: string }[] }) => body.errors.map(({ pointer }) => pointer);

test('a person makes an artist once for each key, and finds it among their own', async () => {
  const sent = { name: 'Duo', description: 'Two', genres: ['Folk'], contact_phone: '12', needs_piano: true };
  const made = await town.ask(town.dan, 'POST', '/artists', sent, { 'idempotency-key': 'duo' });
  expect([made.status, made.body.genres, made.body.is_yours]).toEqual([201, ['folk'], true]);
  expect(made.headers.location).toBe(`/api/v1/artists/${made.body.uuid}`);
  await town.ask(town.dan, 'POST', '/artists', sent, { 'idempotency-key': 'duo' });
  const { body } = await town.ask(town.dan, 'GET', '/artists?mine=true');
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Duo']);
});

test('whom to call is for the owner and the city only', async () => {
  await town.ask(town.ann, 'PATCH', `/artists/${town.band.uuid}`, { contact_phone: '555' });
  const seen = [town.ann, town.cat, town.dan].map((who) =>
    town.ask(who, 'GET', `/artists/${town.band.uuid}`),
  );
  const phones = (await Promise.all(seen)).map(({ body }) => [body.contact_phone, body.may_change]);
  expect(phones).toEqual([
    ['555', true],
    ['555', true],
    [null, false],
  ]);
});

test('only the owner and the city change an artist, each from what it is now', async () => {
  const path = `/artists/${town.band.uuid}`;
  const { headers } = await town.ask(town.ann, 'GET', path);
  const match = { 'if-match': String(headers.etag) };
  expect((await town.ask(town.ann, 'PATCH', path, { group_size: 4 }, match)).body.group_size).toBe(4);
  expect((await town.ask(town.ann, 'PATCH', path, { group_size: 5 }, match)).status).toBe(412);
  expect((await town.ask(town.dan, 'PATCH', path, { group_size: 6 })).body.code).toBe('profile.not_yours');
  expect((await town.ask(null, 'GET', path)).status).toBe(401);
  expect((await town.askElsewhere('GET', path)).status).toBe(404);
});

test('what is wrong with a profile is told by pointers, and nothing is made', async () => {
  const wrong = { name: ' ', description: 'x', genres: ['polka'], available_from: 'noon' };
  expect(pointers((await town.ask(town.dan, 'POST', '/artists', wrong)).body)).toEqual(['/available_from']);
  const { available_from: _, ...rest } = wrong;
  expect(pointers((await town.ask(town.dan, 'POST', '/artists', rest)).body)).toEqual(['/name', '/genres']);
  const { body } = await town.ask(town.dan, 'GET', '/artists?q=x');
  expect(body.items).toEqual([]);
});

test('a picture is sent, shown to anyone, and taken away', async () => {
  const path = `/artists/${town.band.uuid}/picture`;
  const type = { 'content-type': 'image/png' };
  const sent = await town.ask(town.ann, 'PUT', path, await redSquare(), type);
  const shown = await town.ask(null, 'GET', sent.body.picture_url.replace('/api/v1', ''));
  expect([sent.status, shown.status, shown.headers['content-type']]).toEqual([200, 200, 'image/webp']);
  expect((await town.ask(town.ann, 'GET', `/artists/${town.band.uuid}`)).body.picture_url).toBe(
    sent.body.picture_url,
  );
  expect((await town.ask(town.dan, 'PUT', path, await redSquare(), type)).status).toBe(403);
  expect((await town.ask(town.ann, 'PUT', path, Buffer.from('no picture'), type)).body.code).toBe(
    'picture.bad',
  );
  expect((await town.ask(town.ann, 'DELETE', path)).status).toBe(204);
  expect((await town.ask(town.ann, 'GET', `/artists/${town.band.uuid}`)).body.picture_url).toBeNull();
});

test('venues are made, found and ranked for an artist of your own', async () => {
  const made = await town.ask(town.dan, 'POST', '/venues', { ...place, genres: ['folk'] });
  expect([made.status, made.body.town]).toEqual([201, 'City of alpha']);
  const ranked = await town.ask(town.ann, 'GET', `/venues?fits=${town.band.uuid}&q=yard&ada=true`);
  expect(ranked.body.items[0]).toMatchObject({ name: 'Yard', fit: { shared_genres: ['folk'], missing: [] } });
  expect((await town.ask(town.dan, 'GET', `/venues?fits=${town.band.uuid}`)).body.code).toBe(
    'profile.not_yours',
  );
  expect((await town.ask(town.ann, 'GET', '/venues?radius_km=4')).body.errors[0].pointer).toBe('/radius_km');
  expect((await town.askElsewhere('GET', '/venues')).body.items).toEqual([]);
});

test('a venue that goes is found no more', async () => {
  const { body } = await town.ask(town.dan, 'POST', '/venues', { ...place, name: 'Shed' });
  expect((await town.ask(town.ann, 'DELETE', `/venues/${body.uuid}`)).status).toBe(403);
  expect((await town.ask(town.dan, 'DELETE', `/venues/${body.uuid}`)).status).toBe(204);
  expect((await town.ask(town.dan, 'GET', `/venues/${body.uuid}`)).status).toBe(404);
});

test('a list costs as many statements for thirty as for one, and pages through all', async () => {
  const names = async (path: string): Promise<string[]> => {
    const { body } = await town.ask(town.bob, 'GET', path);
    const own = body.items.map(({ name }: { name: string }) => name);
    return body.next === null
      ? own
      : [...own, ...(await names(`${path.split('&cursor')[0]}&cursor=${body.next}`))];
  };
  const few = await town.ask(town.bob, 'GET', '/artists?q=many');
  expect(few.body.items).toEqual([]);
  const one = await artist(town.at, town.of, town.ann, { name: 'Many 0' });
  const alone = await town.ask(town.bob, 'GET', '/artists?q=many');
  for (let at = 1; at < 30; at += 1) await artist(town.at, town.of, town.ann, { name: `Many ${at}` });
  const all = await town.ask(town.bob, 'GET', '/artists?q=many');
  expect([alone.body.items[0].uuid, all.body.items.length]).toEqual([one.uuid, 30]);
  expect(all.statements).toBe(alone.statements);
  expect(new Set(await names('/artists?q=many&limit=7')).size).toBe(30);
});
