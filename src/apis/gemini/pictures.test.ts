import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { artist, city, runCity } from '../../../test/support/festival.ts';
import { geminiClientOf } from '../../../test/support/gemini-asker.ts';
import { redSquare, tellingPicture } from '../../../test/support/pictures.ts';
import { purgePictures } from '../../modules/festival/pictures.ts';
import type { City } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let at: TestSite;
let nf: City;
let ann: Account;
let token: string;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  nf = await city(at);
  ann = await muster.account(at, { username: 'ann' });
  token = await muster.accessToken(at, ann, ['profile', 'performer']);
});
afterAll(() => muster.close());

/** Sends a file as the only one of a form. */
async function upload(bytes: Buffer, path = '/api/artists/avatar', by = token, field = 'avatar') {
  const form = new FormData();
  form.set(field, new File([new Uint8Array(bytes)], 'me.jpg', { type: 'text/plain' }));
  const encoded = new Response(form);
  const answer = await muster.server.inject({
    method: 'POST',
    url: path,
    headers: {
      host: at.host,
      authorization: `Bearer ${by}`,
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const view = (address: string) =>
  muster.server.inject({ url: new URL(address).pathname, headers: { host: at.host } });

test.each(['jpeg', 'png', 'webp', 'gif'] as const)(
  'a %s is redrawn as WebP, whatever it is called',
  async (format) => {
    const sent = await upload(await redSquare(format, 2000), undefined, undefined, 'image');
    expect(sent).toMatchObject({ status: 201, body: { id: expect.any(String) } });
    const shown = await view(sent.body.image_url);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/webp',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 1200 });
  },
);

test('a redrawn picture says nothing of where it was taken', async () => {
  const telling = await tellingPicture();
  expect(telling.includes('taken at home')).toBe(true);
  const sent = await upload(telling);
  const shown = await view(sent.body.image_url);
  expect(shown.rawPayload.includes('taken at home')).toBe(false);
  expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
});

test('what is no picture is refused, and nothing is kept', async () => {
  const count = async () => (await muster.query('select from pictures')).length;
  const before = await count();
  const cut = (await redSquare('jpeg', 500)).subarray(0, 400);
  for (const bytes of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    await redSquare('tiff'),
    cut,
    Buffer.alloc(0),
  ])
    expect(await upload(bytes)).toMatchObject({
      status: 400,
      body: { error: 'validation_failed', errors: { file: [expect.any(String)] } },
    });
  expect(await upload(Buffer.alloc(5 * 1024 * 1024 + 1))).toMatchObject({
    status: 413,
    body: { error: 'too_large' },
  });
  expect((await upload(Buffer.alloc(8 * 1024 * 1024))).status).toBe(413);
  const client = await geminiClientOf(muster, at, ann);
  expect(await client('POST', '/api/artists/avatar', {})).toMatchObject({
    status: 415,
    body: { error: 'unsupported_media_type' },
  });
  const host = await muster.accessToken(at, ann, ['profile', 'venue']);
  expect(await upload(await redSquare(), undefined, host)).toMatchObject({
    status: 403,
    body: { error: 'insufficient_scope' },
  });
  expect(await count()).toBe(before);
});

test('a picture that no profile shows is deleted after a day, one that is shown stays', async () => {
  const [shown, unclaimed] = [await upload(await redSquare()), await upload(await redSquare('png'))];
  const client = await geminiClientOf(muster, at, ann);
  const made = await client('POST', `/api/artist/${ann.uuid}/new`, {
    name: 'Red',
    description: 'Red all over.',
    genres: ['Pop'],
    image_url: shown.body.image_url,
  });
  expect(made).toMatchObject({ status: 201, body: { image_url: shown.body.image_url } });
  muster.clock.advance(25 * 60 * 60 * 1000);
  const owner = muster.database.acrossTenants();
  expect(await purgePictures(owner, muster.services.files)).toBeGreaterThan(0);
  expect((await view(shown.body.image_url)).statusCode).toBe(200);
  expect((await view(unclaimed.body.image_url)).statusCode).toBe(404);
  expect(await muster.services.files.read(at.site.tenantId, unclaimed.body.id)).toBeNull();
  token = await muster.accessToken(at, ann, ['profile', 'performer']);
});

test("somebody else's picture, and an address of elsewhere, make no profile", async () => {
  const eve = await muster.account(at, { username: 'eve' });
  const thief = await geminiClientOf(muster, at, eve);
  const { body } = await upload(await redSquare());
  const profile = { name: 'Eve', description: 'Hm.', genres: ['pop'] };
  for (const image of [
    { avatar_id: body.id },
    { image_url: body.image_url },
    { image_url: 'https://example.org/me.png' },
  ])
    expect(await thief('POST', `/api/artist/${eve.uuid}/new`, { ...profile, ...image })).toMatchObject({
      status: 400,
      body: { errors: { image_url: [expect.any(String)] } },
    });
  const own = await artist(at, nf, eve);
  expect((await thief('PATCH', `/api/artists/${own.uuid}`, { avatar_id: body.id })).status).toBe(400);
});

test('who runs a city uploads its logo, nobody else', async () => {
  const path = `/api/cities/${nf.slug}/logo`;
  expect((await upload(await redSquare(), path)).status).toBe(403);
  const cid = await muster.account(at, { username: 'cid' });
  await runCity(at, nf, cid);
  const sent = await upload(await redSquare('png'), path, await muster.accessToken(at, cid, ['profile']));
  expect(sent.status).toBe(201);
  const shown = await view(sent.body.logo_url);
  expect(shown.headers['content-type']).toBe('image/webp');
  const current = await muster.server.inject({ url: '/api/city/current', headers: { host: at.host } });
  expect(current.json()).toMatchObject({ logo_url: sent.body.logo_url });
});
