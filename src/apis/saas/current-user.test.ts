import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let api: SaasClient;
let person: Account;
const password = 'seven red balloons';
const email = 'ada@example.com';

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

beforeEach(async () => {
  await muster.query('delete from accounts; delete from letters');
  person = await muster.account(alpha, { username: 'ada', email, name: 'Ada Lovelace', password });
  await muster.account(alpha, { username: 'bob' });
  api = saasClient(muster, alpha.host, await muster.jwt(alpha, person));
});

const own = () => ({ pk: person.uuid, username: 'ada', email, first_name: 'Ada', last_name: 'Lovelace' });

test('tells who is signed in, with the one tenant; the older spelling does as well', async () => {
  const tenants = [
    { id: alpha.site.tenantUuid, name: 'alpha', subdomain: 'alpha', is_active: true, role: 'member' },
  ];
  for (const path of ['current-user/', 'current-user', 'current_user/'])
    expect((await api.get(path)).body).toEqual({ ...own(), tenants });
});

describe('changing the own names (§4.3)', () => {
  test('PUT needs the username, PATCH nothing; what cannot be changed is ignored', async () => {
    expect((await api.send('PUT', 'current-user/', {})).body).toEqual({
      username: ['This field is required.'],
    });
    expect((await api.send('PATCH', 'current-user/', {})).body).toMatchObject(own());
    expect((await api.send('PATCH', 'current-user/')).status).toBe(200);
    const sent = { username: 'ada.l', first_name: 'Augusta', last_name: '', email: 'x@example.com', pk: 'x' };
    expect((await api.send('PUT', 'current-user/', sent)).body).toMatchObject({
      ...own(),
      username: 'ada.l',
      first_name: 'Augusta',
      last_name: '',
    });
    const [row] = await muster.query('select name, username_key from accounts where id = $1', [person.id]);
    expect(row).toEqual({ name: 'Augusta', username_key: 'ada.l' });
  });

  test.each([
    [{ username: '' }, { username: ['This field may not be blank.'] }],
    [{ username: 'BOB' }, { username: ['A user with that username already exists.'] }],
    [
      { username: 'a b' },
      {
        username: [
          'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.',
        ],
      },
    ],
    [{ username: 'a'.repeat(151) }, { username: ['Ensure this field has no more than 150 characters.'] }],
    [{ first_name: null }, { first_name: ['This field may not be null.'] }],
    [{ last_name: 'a'.repeat(31) }, { last_name: ['Ensure this field has no more than 30 characters.'] }],
    [{ first_name: ['a'] }, { first_name: ['Not a valid string.'] }],
  ])('%j is refused and nothing is changed', async (sent, body) => {
    const answer = await api.send('PATCH', 'current-user/', sent);
    expect([answer.status, answer.body]).toEqual([400, body]);
    expect((await api.get('current-user/')).body).toMatchObject(own());
  });

  test('a number is the text it spells', async () => {
    expect((await api.send('PATCH', 'current-user/', { username: 5 })).body).toMatchObject({ username: '5' });
  });
});

describe('another e-mail address (§17.3, §15.3)', () => {
  const ask = (to: string, words = password) =>
    api.post('current-user/email/', { email: to, password: words });

  test('counts once the link of the letter is used, and ends every sign-in', async () => {
    expect((await ask('new@example.com')).body).toEqual({ detail: 'Verification e-mail sent.' });
    expect((await api.get('current-user/')).body).toMatchObject({ email });
    const path = await newestLink(muster, alpha, 'new@example.com');
    expect((await browse(muster, alpha).open(path)).html).toContain('new@example.com');
    const key = path.split('/').at(-1);
    for (const _ of [1, 2])
      expect((await api.as(null).get(`sign-up/confirm-email/${key}/`)).body).toEqual({ detail: 'ok' });
    expect((await api.get('current-user/')).body).toEqual({ detail: 'Invalid signature.' });
    const login = (address: string) => api.as(null).post('login/', { email: address, password });
    expect([(await login('new@example.com')).status, (await login(email)).status]).toEqual([200, 400]);
  });

  test('needs the password, and an address that nobody has here', async () => {
    expect((await ask('new@example.com', 'wrong')).body).toEqual({ password: ['The password is wrong.'] });
    expect((await ask('BOB@example.com')).body).toEqual({
      email: ['user with this email address already exists.'],
    });
    expect(await muster.letters(alpha)).toEqual([]);
  });

  test('that somebody else took meanwhile is not taken from them', async () => {
    await ask('new@example.com');
    const key = (await newestLink(muster, alpha, 'new@example.com')).split('/').at(-1);
    await muster.account(alpha, { username: 'quick', email: 'new@example.com' });
    expect((await api.as(null).get(`sign-up/confirm-email/${key}/`)).status).toBe(404);
    expect((await api.get('current-user/')).body).toMatchObject({ email });
  });
});
