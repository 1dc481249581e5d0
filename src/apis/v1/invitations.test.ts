import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let alpha: TestSite;
let admin: Asker;
let staff: Asker;
let stranger: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  const asker = async (at: TestSite, username: string, role: 'admin' | 'staff') =>
    openAsker(muster, at, await muster.account(at, { username, role, name: 'Ann Other' }));
  admin = await asker(alpha, 'ann', 'admin');
  staff = await asker(alpha, 'sam', 'staff');
  stranger = await asker(beta, 'bea', 'admin');
});
afterAll(() => muster.close());

const lettersTo = async (address: string) =>
  (await muster.letters(alpha)).filter(({ to_address: to }) => to === address);

test('somebody is invited by one letter, also when the request is sent twice', async () => {
  const sent = { email: 'new@example.org', first_name: 'New', role: 'staff', language: 'nl' };
  const key = { 'idempotency-key': 'invite-new' };
  const first = await admin('POST', '/invitations', sent, key);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    email: 'new@example.org',
    role: 'staff',
    state: 'open',
    invited_by: { name: 'Ann Other' },
  });
  expect((await admin('POST', '/invitations', sent, key)).body).toEqual(first.body);
  expect((await lettersTo('new@example.org')).map(({ locale }) => locale)).toEqual(['nl']);
});

test('the list shows the newest first, page by page', async () => {
  const emails = ['one@example.org', 'two@example.org', 'three@example.org'];
  for (const email of emails) await admin('POST', '/invitations', { email });
  const first = await admin('GET', '/invitations?limit=2');
  const second = await admin('GET', `/invitations?limit=2&cursor=${first.body.next}`);
  const shown = [...first.body.items, ...second.body.items].map(({ email }: { email: string }) => email);
  expect(shown.slice(0, 3)).toEqual(emails.toReversed());
});

test('the list takes the same statements however many it holds', async () => {
  const countFor = async (limit: number) => {
    muster.statements.length = 0;
    await admin('GET', `/invitations?limit=${limit}`);
    return muster.statements.length;
  };
  await countFor(1);
  expect(await countFor(50)).toBe(await countFor(1));
});

test('one that is taken back is open no more and its letter is not sent again', async () => {
  const { body } = await admin('POST', '/invitations', { email: 'back@example.org' });
  expect((await admin('DELETE', `/invitations/${body.uuid}`)).status).toBe(204);
  const { items } = (await admin('GET', '/invitations?limit=200')).body;
  expect(items.find(({ uuid }: { uuid: string }) => uuid === body.uuid).state).toBe('revoked');
  expect((await admin('POST', `/invitations/${body.uuid}/letter`)).status).toBe(404);
  const open = (await admin('GET', '/invitations?is_open=true&limit=200')).body.items;
  expect(open.map(({ uuid }: { uuid: string }) => uuid)).not.toContain(body.uuid);
});

test('the letter is sent again with another link', async () => {
  const { body } = await admin('POST', '/invitations', { email: 'again@example.org' });
  expect((await admin('POST', `/invitations/${body.uuid}/letter`)).status).toBe(200);
  const [first, second, ...rest] = (await lettersTo('again@example.org')).map(
    ({ text }) => /invitation\/(\S+)/.exec(text)?.[1],
  );
  expect(rest).toEqual([]);
  expect(first).toBeDefined();
  expect(second).not.toBe(first);
});

test('only admins of this tenant invite, and nobody to a role above the own', async () => {
  const { body } = await admin('POST', '/invitations', { email: 'safe@example.org' });
  expect((await staff('GET', '/invitations')).status).toBe(403);
  expect((await staff('POST', '/invitations', { email: 'x@example.org' })).status).toBe(403);
  expect((await stranger('DELETE', `/invitations/${body.uuid}`)).status).toBe(404);
  expect((await stranger('POST', `/invitations/${body.uuid}/letter`)).status).toBe(404);
  const above = await admin('POST', '/invitations', { email: 'x@example.org', role: 'owner' });
  expect([above.status, above.body.code]).toEqual([403, 'account.higher_role']);
  const bad = await admin('POST', '/invitations', { email: 'nobody' });
  expect([bad.status, bad.pointers()]).toEqual([400, ['/email']]);
});
