import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { qrTextsOf } from '../../../test/support/qr-codes.ts';
import { participants, visitToken, workshopEvent } from '../../../test/support/workshops.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;
let path: string;
let pupil: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const staff = await muster.account(alpha, { username: 'staff', role: 'staff' });
  manager = workshopsClient(muster, alpha.host, await muster.apiToken(alpha, staff));
  const event = await workshopEvent(alpha, { name: 'Projectdag', workshops: [{ title: 'Yoga' }] });
  const [first, , , nameless] = await participants(muster, alpha, event, [
    { fullName: 'Zoë Żak', class: '10A', key: 'AB12CD34' },
    { fullName: 'Élise', class: '3A', key: 'sesam #1&2' },
    { fullName: 'Emma', class: '3A', key: 'EMMA2345' },
    { fullName: 'No Key', class: '3A' },
    { fullName: 'No Class', class: null, key: 'NOCLASS2' },
  ]);
  if (!first || !nameless) throw new Error('nobody was made');
  await muster.query(
    'update participants set key_hash = null, key_folded_hash = null, key_sealed = null where id = $1',
    [nameless.id],
  );
  path = `/events/${event.id}/keys.pdf`;
  pupil = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, first));
});
afterAll(() => muster.close());

async function read(query = '', headers = {}) {
  const { status, bytes } = await manager.get(`${path}${query}`, headers);
  expect(status).toBe(200);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  return { pdf, text: (await extractText(pdf)).text.join('\n') };
}

test('each participant who has a key has a card with name, class and key, by class and name', async () => {
  const answer = await manager.get(path);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="keys.pdf"',
    'cache-control': 'no-store',
  });
  const { text } = await read();
  const places = ['Élise', 'Emma', 'Zoë Żak', 'No Class'].map((name) => text.indexOf(name));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places[0]).toBeGreaterThanOrEqual(0);
  for (const line of [
    'AB12CD34',
    'sesam #1&2',
    'Klas: 10A',
    'Projectdag',
    'http://alpha.localhost:8000/app/choose',
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('No Key');
});

test('its QR code is a link that signs in, with the key where no server sees it', async () => {
  const { pdf } = await read();
  const page = 'http://alpha.localhost:8000/app/choose';
  expect(await qrTextsOf(pdf)).toEqual([
    `${page}#key=sesam%20%231%262`,
    `${page}#key=EMMA2345`,
    `${page}#key=AB12CD34`,
    `${page}#key=NOCLASS2`,
  ]);
});

test('one class, or those of none, can be printed alone', async () => {
  expect((await read('?class=10A')).text.match(/Zoë Żak|Élise|Emma|No Class/g)).toEqual(['Zoë Żak']);
  expect((await read('?class=')).text.match(/Zoë Żak|Élise|Emma|No Class/g)).toEqual(['No Class']);
  expect((await read('?class=9Z')).text.trim()).toBe('');
});

test.each([
  ['en', 'Class: 3A', 'Access codes for Projectdag'],
  ['de', 'Klasse: 3A', 'Zugangscodes für Projectdag'],
  ['nl', 'Klas: 3A', 'Toegangscodes voor Projectdag'],
])('the cards speak the language of the request: %s', async (language, line, title) => {
  const { pdf, text } = await read('', { 'accept-language': language });
  expect(text).toContain(line);
  expect((await pdf.getMetadata()).info).toMatchObject({ Title: title, Language: language });
});

test('it is for managers only; an unknown event is 404, one of another tenant too', async () => {
  expect((await pupil.get(path)).status).toBe(403);
  expect((await workshopsClient(muster, alpha.host, null).get(path)).status).toBe(401);
  const foreign = await workshopEvent(await muster.site('beta'));
  for (const id of ['999999', 'abc', foreign.id])
    expect((await manager.get(`/events/${id}/keys.pdf`)).status).toBe(404);
  expect((await manager.get(path, { accept: 'application/pdf' })).status).toBe(200);
});
