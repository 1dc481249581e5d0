import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let alpha: TestSite;
let as: Record<'owner' | 'admin' | 'staff' | 'member' | 'nobody' | 'stranger', Asker>;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  const person = async (role: 'owner' | 'admin' | 'staff' | 'member', at = alpha) =>
    openAsker(muster, at, await muster.account(at, { username: `the-${role}`, role, name: `Zoe ${role}` }));
  as = {
    owner: await person('owner'),
    admin: await person('admin'),
    staff: await person('staff'),
    member: await person('member'),
    nobody: await openAsker(muster, alpha, null),
    stranger: await person('owner', beta),
  };
});
afterAll(() => muster.close());

let ada: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  const account = await muster.account(alpha, {
    username: `ada${count}`,
    email: `ada${count}@example.org`,
    name: `Ada Lovelace ${count}`,
  });
  ada = `/people/${account.uuid}`;
});

type Shown = { username: string };

async function all(path: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await as.staff('GET', `${path}&limit=2${cursor}`);
    expect(status).toBe(200);
    found.push(...body.items.map(({ username }: Shown) => username));
    if (body.next === null) return found;
    cursor = `&cursor=${body.next}`;
  }
}

async function lettersTo(address: string): Promise<string[]> {
  const letters = await muster.letters(alpha);
  return letters.filter(({ to_address: to }) => to === address).map(({ kind }) => kind);
}

test('pages of people by name hold everybody once, forwards and backwards', async () => {
  await muster.account(alpha, { username: `bob${count}`, name: 'bob' });
  const forwards = await all('/people?sort=name');
  expect(forwards.indexOf(`ada${count}`)).toBeLessThan(forwards.indexOf(`bob${count}`));
  expect(new Set(forwards).size).toBe(forwards.length);
  expect(await all('/people?sort=-name')).toEqual(forwards.toReversed());
});

test.each(['username', '-email', 'created_at', '-created_at', 'last_login_at', '-last_login_at'])(
  'pages by %s hold everybody, those who never signed in too',
  async (sort) => {
    const everybody = (await all('/people?sort=name')).toSorted();
    expect((await all(`/people?sort=${sort}`)).toSorted()).toEqual(everybody);
  },
);

test('people are found by part of a name, by role and by state', async () => {
  const found = await as.staff('GET', `/people?search=${encodeURIComponent(`LOVELACE ${count}`)}`);
  expect(found.body.items.map(({ username }: Shown) => username)).toEqual([`ada${count}`]);
  const admins = await as.staff('GET', '/people?role=admin');
  expect(admins.body.items.map(({ username }: Shown) => username)).toEqual(['the-admin']);
  const shut = await as.staff('GET', `/people?is_active=false&search=ada${count}`);
  expect(shut.body.items).toEqual([]);
});

test('a page takes the same statements however many people it holds', async () => {
  const countFor = async (limit: number) => {
    muster.statements.length = 0;
    await as.staff('GET', `/people?limit=${limit}`);
    return muster.statements.length;
  };
  await countFor(1);
  expect(await countFor(50)).toBe(await countFor(1));
});

test('a cursor of another order is refused by its name', async () => {
  const { body } = await as.staff('GET', '/people?sort=name&limit=1');
  const wrong = await as.staff('GET', `/people?sort=-name&cursor=${body.next}`);
  expect([wrong.status, wrong.body.code, wrong.pointers()]).toEqual([400, 'list.bad_cursor', ['/cursor']]);
});

test('a cursor that was tampered with is refused, whatever it holds', async () => {
  for (const key of ['0000000000 1', '99999999999999999', '', 'x', '-1']) {
    const cursor = Buffer.from(JSON.stringify({ sort: 'created_at', key, id: 1 })).toString('base64url');
    const { status, pointers } = await as.staff('GET', `/people?sort=created_at&cursor=${cursor}`);
    expect([key, status, pointers()]).toEqual([key, 400, ['/cursor']]);
  }
  const zero = Buffer.from(JSON.stringify({ sort: 'name', key: 'a\u0000', id: 1 })).toString('base64url');
  expect((await as.staff('GET', `/people?sort=name&cursor=${zero}`)).status).toBe(400);
});

test('staff see people, only admins change them, members and strangers do neither', async () => {
  expect((await as.staff('GET', ada)).status).toBe(200);
  expect((await as.staff('GET', ada)).body.may).toEqual({ change: false, erase: false });
  expect((await as.staff('PATCH', ada, { phone: '1' })).status).toBe(403);
  expect((await as.staff('DELETE', ada)).status).toBe(403);
  expect((await as.member('GET', '/people')).status).toBe(403);
  expect((await as.nobody('GET', ada)).status).toBe(401);
  expect((await as.stranger('GET', ada)).status).toBe(404);
  expect((await as.stranger('PATCH', ada, { phone: '1' })).status).toBe(404);
  expect((await as.admin('GET', '/people/no-uuid')).status).toBe(404);
});

test('a change alters what it names and nothing else', async () => {
  const before = (await as.admin('GET', ada)).body;
  const sent = { first_name: 'Augusta', phone: '020 1', profile: { city: 'London', year_of_birth: 1915 } };
  const { status, body } = await as.admin('PATCH', ada, sent);
  expect(status).toBe(200);
  expect(body).toEqual({
    ...before,
    name: `Augusta Lovelace ${count}`,
    first_name: 'Augusta',
    phone: '020 1',
    profile: { ...before.profile, city: 'London', year_of_birth: 1915 },
  });
  expect((await as.admin('GET', ada)).body).toEqual(body);
});

test('what is wrong with a change is told by its pointer, and nothing is changed', async () => {
  const before = (await as.admin('GET', ada)).body;
  const bad = await as.admin('PATCH', ada, { name: '<b>', profile: { city: 'Paris', country: 'XX' } });
  expect([bad.status, bad.pointers()]).toEqual([400, ['/name', '/profile/country']]);
  const taken = await as.admin('PATCH', ada, { phone: '1', email: 'the-staff@example.com' });
  expect([taken.status, taken.pointers()]).toEqual([409, ['/email']]);
  expect((await as.admin('GET', ada)).body).toEqual(before);
});

test('a change that names an older state is refused', async () => {
  const { headers } = await as.admin('GET', ada);
  const match = { 'if-match': String(headers.etag) };
  const first = await as.admin('PATCH', ada, { phone: '1' }, match);
  expect(first.status).toBe(200);
  expect((await as.admin('PATCH', ada, { phone: '2' }, match)).status).toBe(412);
  expect((await as.admin('DELETE', ada, undefined, match)).status).toBe(412);
  expect(
    (await as.admin('PATCH', ada, { phone: '2' }, { 'if-match': String(first.headers.etag) })).status,
  ).toBe(200);
});

test('nobody gives a role above the own, and the last owner stays one', async () => {
  const above = await as.admin('PATCH', ada, { role: 'owner' });
  expect([above.status, above.body.code]).toEqual([403, 'account.role_above_own']);
  expect((await as.admin('PATCH', ada, { role: 'staff' })).body.role).toBe('staff');
  const [owner] = (await as.owner('GET', '/people?role=owner')).body.items;
  expect((await as.admin('PATCH', `/people/${owner.uuid}`, { phone: '1' })).status).toBe(403);
  const last = await as.owner('PATCH', `/people/${owner.uuid}`, { role: 'member' });
  expect([last.status, last.body.code]).toEqual([409, 'account.last_owner']);
});

test('an account is shut and opened again', async () => {
  const shut = await as.admin('PATCH', ada, { is_active: false });
  expect([shut.body.is_active, shut.body.deactivated_at === null]).toEqual([false, false]);
  const open = await as.admin('PATCH', ada, { is_active: true });
  expect([open.body.is_active, open.body.deactivated_at]).toEqual([true, null]);
});

test('a new address must be confirmed by the letter that goes there', async () => {
  const moved = await as.admin('PATCH', ada, { email: `new${count}@example.org` });
  expect([moved.body.email, moved.body.email_confirmed_at]).toEqual([`new${count}@example.org`, null]);
  expect(await lettersTo(`new${count}@example.org`)).toEqual(['confirm_email']);
});

test('a person is erased for good and told so', async () => {
  expect((await as.admin('DELETE', ada)).status).toBe(204);
  expect((await as.admin('GET', ada)).status).toBe(404);
  expect(await lettersTo(`ada${count}@example.org`)).toEqual(['account_erased']);
});

test('a registered person gets one letter, also when the request is sent twice', async () => {
  const key = { 'idempotency-key': `register-${count}` };
  const sent = { email: `eve${count}@example.org`, first_name: 'Eve', last_name: 'Adams', role: 'staff' };
  const first = await as.admin('POST', '/people', sent, key);
  expect([first.status, first.body.is_active, first.body.role, first.body.name]).toEqual([
    201,
    false,
    'staff',
    'Eve Adams',
  ]);
  expect(first.headers.location).toBe(`/api/v1/people/${first.body.uuid}`);
  const again = await as.admin('POST', '/people', sent, key);
  expect([again.status, again.body.uuid]).toEqual([201, first.body.uuid]);
  expect(await lettersTo(sent.email)).toEqual(['set_password']);
});

test('a registration that cannot be is refused by its fields', async () => {
  const taken = await as.admin('POST', '/people', { email: 'the-staff@example.com' });
  expect([taken.status, taken.pointers()]).toEqual([409, ['/email']]);
  const bad = await as.admin('POST', '/people', { email: 'x', username: 'a b', profile: { gender: 'q' } });
  expect([bad.status, bad.pointers()]).toEqual([400, ['/username', '/email', '/profile/gender']]);
  const above = await as.admin('POST', '/people', { email: 'o@example.org', role: 'owner' });
  expect([above.status, above.body.code]).toEqual([403, 'account.role_above_own']);
  const unknown = await as.admin('POST', '/people', { email: 'o@example.org', roles: [] });
  expect(unknown.status).toBe(400);
});
