import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type V1Client, v1ClientOf } from '../../../test/support/v1-client.ts';
import { chooses, participants, workshopEvent } from '../../../test/support/workshops.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: V1Client;
let path: string;
let workshopIds: number[];
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  staff = await v1ClientOf(muster, alpha, 'staff');
  const event = await workshopEvent(alpha, {
    workshops: [
      { title: 'Yoga', moment: '1' },
      { title: 'Chess', moment: '2' },
    ],
  });
  workshopIds = event.workshops.map(({ id }) => id);
  const people = await participants(muster, alpha, event, [
    { fullName: 'Ann', class: '5A', key: 'k-ann' },
    { fullName: 'Bob', class: '5B', key: 'k-bob' },
  ]);
  for (const one of people) await chooses(alpha, one, workshopIds);
  path = `/events/${event.id}`;
});
afterAll(() => muster.close());

test('registrations come as a list by pages, of all workshops or of one', async () => {
  const first = await staff.get(`${path}/registrations?limit=3`);
  const next = await staff.get(`${path}/registrations?limit=3&cursor=${first.body.next}`);
  expect([first.body.items.length, next.body.items.length, next.body.next]).toEqual([3, 1, null]);
  const ofOne = (await staff.get(`${path}/registrations?workshop_id=${workshopIds[1]}`)).body.items;
  expect(ofOne).toMatchObject([
    { workshop_id: workshopIds[1], participant: { full_name: 'Ann', class: '5A' } },
    { workshop_id: workshopIds[1], participant: { full_name: 'Bob' } },
  ]);
});

test('files of people and choices are in the language asked for', async () => {
  const people = await staff.get(`${path}/participants.csv?lang=de`);
  expect(people.text.split('\r\n')[0]).toBe('\ufeffName;Klasse;Zielgruppe;Schlüssel');
  expect(people.text).toContain('Ann;5A;;k-ann');
  expect(people.headers['content-disposition']).toBe('attachment; filename="participants.csv"');
  const chosen = await staff.get(`${path}/registrations.csv?lang=en`);
  expect(chosen.text).toContain('Chess;2;Bob;5B;');
});

test('the workbook and the key cards are files of their kinds, which nobody keeps', async () => {
  const workbook = await staff.get(`${path}/registrations.xlsx`);
  expect([workbook.status, workbook.text.slice(0, 2)]).toEqual([200, 'PK']);
  const cards = await staff.get(`${path}/key-cards.pdf?class=5A`);
  expect([cards.status, cards.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  expect(cards.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
});

test('the list of registrations costs the same statements for 1 and for 4', async () => {
  const cost = async (limit: number) => {
    muster.statements.length = 0;
    await staff.get(`${path}/registrations?limit=${limit}`);
    return muster.statements.length;
  };
  expect(await cost(4)).toBe(await cost(1));
});

test('copies of people and registrations are kept by what was written since, and miss nothing', async () => {
  for (const list of ['participants', 'registrations']) {
    const first = (await staff.get(`${path}/${list}?updated_since=2020-01-01&limit=1`)).body;
    expect([first.items.length, first.next]).toEqual([1, first.since]);
    const rest = (await staff.get(`${path}/${list}?updated_since=${first.since}`)).body;
    const whole = (await staff.get(`${path}/${list}`)).body;
    expect([...first.items, ...rest.items].map(({ id }) => id).sort()).toEqual(
      whole.items.map(({ id }: { id: number }) => id).sort(),
    );
    const later = (await staff.get(`${path}/${list}?updated_since=${rest.since}`)).body;
    expect([later.items, later.next]).toEqual([[], null]);
  }
  const { since } = (await staff.get(`${path}/participants?updated_since=2020-01-01`)).body;
  const added = await staff.post(`${path}/participants`, { full_name: 'Late' });
  const { items } = (await staff.get(`${path}/participants?updated_since=${since}`)).body;
  expect(items.map(({ id }: { id: number }) => id)).toEqual([added.body.id]);
  expect((await staff.get(`${path}/participants?updated_since=soon`)).status).toBe(400);
});
