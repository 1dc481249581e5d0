import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let ada: Account;
let ann: Account;
let admin: Asker;
let staff: Asker;
let stranger: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  ann = await muster.account(alpha, { username: 'ann', role: 'admin', name: 'Ann Admin' });
  ada = await muster.account(alpha, { username: 'ada', name: 'Ada' });
  admin = await openAsker(muster, alpha, ann);
  staff = await openAsker(muster, alpha, await muster.account(alpha, { username: 'sam', role: 'staff' }));
  stranger = await openAsker(muster, beta, await muster.account(beta, { username: 'bea', role: 'owner' }));
  for (const phone of ['1', '2', '3']) await admin('PATCH', `/people/${ada.uuid}`, { phone });
});
afterAll(() => muster.close());

interface Shown {
  readonly verb: string;
  readonly at: string;
  readonly object: { readonly name: string };
}

test('the trail tells who did what to whom, by names and never by values', async () => {
  const { status, body } = await admin('GET', '/activity?limit=1');
  expect(status).toBe(200);
  expect(body.items).toEqual([
    {
      id: expect.any(Number),
      at: expect.any(String),
      author: { kind: 'account', uuid: ann.uuid, name: 'Ann Admin' },
      verb: 'changed',
      object: { type: 'person', number: String(ada.id), id: ada.uuid, name: 'Ada' },
      result: null,
      fields: ['phone'],
    },
  ]);
});

test('its pages hold every happening once, the newest first', async () => {
  const whole = (await admin('GET', '/activity?limit=200')).body.items;
  const paged: unknown[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await admin('GET', `/activity?limit=2${cursor}`);
    paged.push(...body.items);
    if (body.next === null) break;
    cursor = `&cursor=${body.next}`;
  }
  expect(paged).toEqual(whole);
  expect(whole.length).toBeGreaterThan(5);
});

test('it is narrowed by author, verb, type and time', async () => {
  const of = async (query: string) => (await admin('GET', `/activity?${query}`)).body.items;
  expect((await of(`author=${ann.uuid}`)).map(({ verb }: Shown) => verb)).toEqual([
    'changed',
    'changed',
    'changed',
  ]);
  expect(await of(`author=${ada.uuid}`)).toEqual([]);
  const registered: Shown[] = await of('verb=registered&object_type=person');
  expect(registered.map(({ object }) => object.name)).toEqual(['sam', 'Ada', 'Ann Admin']);
  expect(await of('object_type=course')).toEqual([]);
  expect(await of('until=2026-11-20')).toEqual([]);
  expect((await of('since=2026-11-20&verb=changed')).length).toBe(3);
  const bad = await admin('GET', '/activity?since=soon');
  expect([bad.status, bad.pointers()]).toEqual([400, ['/since']]);
});

test('a page takes the same statements however many it holds', async () => {
  const countFor = async (limit: number) => {
    muster.statements.length = 0;
    await admin('GET', `/activity?limit=${limit}&object_type=person`);
    return muster.statements.length;
  };
  await countFor(1);
  expect(await countFor(50)).toBe(await countFor(1));
});

test('staff see of others what is public, admins all of it', async () => {
  const verbs = async (ask: Asker) =>
    (await ask('GET', `/people/${ada.uuid}/activity`)).body.items.map(({ verb }: Shown) => verb);
  expect(await verbs(admin)).toEqual(['changed', 'changed', 'changed', 'registered']);
  expect(await verbs(staff)).toEqual(['registered']);
  expect((await staff('GET', '/activity')).status).toBe(403);
  expect((await stranger('GET', `/people/${ada.uuid}/activity`)).status).toBe(404);
  expect(JSON.stringify((await stranger('GET', '/activity')).body)).not.toContain('Ada');
});

test('somebody erased is a number in the trail and nothing else', async () => {
  const eve = await muster.account(alpha, { username: 'eve', name: 'Eve Erased' });
  await admin('DELETE', `/people/${eve.uuid}`);
  const { items } = (await admin('GET', '/activity?verb=erased')).body;
  expect(items[0].object).toEqual({ type: 'person', number: String(eve.id), id: null, name: null });
});
