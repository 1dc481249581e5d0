import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let ada: Account;
let bob: Account;
let boss: Account;
let member: SaasClient;
let admin: SaasClient;
const password = 'seven red balloons';

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  await muster.account(beta, { username: 'stranger' });
});
afterAll(() => muster.close());

beforeEach(async () => {
  await muster.query('delete from accounts where tenant_id = $1', [alpha.site.tenantId]);
  await muster.query('delete from letters');
  ada = await muster.account(alpha, { username: 'ada', name: 'Ada Lovelace', password });
  bob = await muster.account(alpha, { username: 'bob', name: 'Bob Zed' });
  boss = await muster.account(alpha, { username: 'boss', role: 'owner', name: 'Cy Boss' });
  member = saasClient(muster, alpha.host, await muster.jwt(alpha, ada));
  admin = saasClient(muster, alpha.host, await muster.jwt(alpha, boss));
});

const shown = (account: Account) => ({
  id: account.uuid,
  first_name: account.firstName,
  last_name: account.lastName,
  email: account.email,
  is_active: true,
});

describe('the list (§6, §15.1, §15.20)', () => {
  test('has the people of the tenant only, in a total order, for whoever is signed in', async () => {
    expect((await member.as(null).get('users/')).status).toBe(401);
    expect((await member.get('users/')).body).toEqual({
      count: 3,
      next: null,
      previous: null,
      results: [shown(ada), shown(bob), shown(boss)],
    });
  });

  test('can be searched, filtered and ordered', async () => {
    const ids = async (query: string) => {
      const { body } = await member.get(`users/?${query}`);
      const results: unknown = Object(body).results;
      return Array.isArray(results) ? results.map(({ first_name: name }) => name) : body;
    };
    expect(await ids('search=love')).toEqual(['Ada']);
    expect(await ids('ordering=-username')).toEqual(['Cy', 'Bob', 'Ada']);
    expect(await ids('ordering=rubbish,-name')).toEqual(['Cy', 'Bob', 'Ada']);
    expect(await ids('is_active=false')).toEqual([]);
    expect(await ids('is_active=maybe')).toEqual({ is_active: ['Must be a valid boolean.'] });
  });
});

describe('one of the people', () => {
  test('by uuid, with or without hyphens; anything else is 404', async () => {
    for (const pk of [bob.uuid, bob.uuid.replaceAll('-', ''), bob.uuid.toUpperCase()])
      expect((await member.get(`users/${pk}/`)).body).toEqual(shown(bob));
    for (const pk of ['x', '1', '00000000-0000-7000-8000-000000000000'])
      expect((await member.get(`users/${pk}/`)).body).toEqual({ detail: 'Not found.' });
  });

  test('is changed and erased by themselves and by admins, by nobody else (§15.2)', async () => {
    const refused = { detail: 'You do not have permission to perform this action.' };
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await member.send(method, `users/${bob.uuid}/`, { email: bob.email });
      expect([answer.status, answer.body]).toEqual([403, refused]);
    }
    expect((await member.send('PATCH', `users/${ada.uuid}/`, { first_name: 'Augusta' })).body).toEqual({
      ...shown(ada),
      first_name: 'Augusta',
    });
    expect((await admin.send('PUT', `users/${bob.uuid}/`, {})).body).toEqual({
      email: ['This field is required.'],
    });
    expect((await admin.send('PATCH', `users/${bob.uuid}/`, { last_name: '' })).body).toEqual({
      ...shown(bob),
      last_name: '',
    });
    const erased = await admin.send('DELETE', `users/${bob.uuid}/`);
    expect([erased.status, erased.text]).toEqual([204, '']);
    expect((await admin.get(`users/${bob.uuid}/`)).status).toBe(404);
    expect((await member.send('DELETE', `users/${ada.uuid}/`)).status).toBe(204);
  });

  test('an admin of a lower role does not change the owner, and the last owner stays', async () => {
    const lower = await muster.account(alpha, { username: 'lower', role: 'admin' });
    const api = saasClient(muster, alpha.host, await muster.jwt(alpha, lower));
    expect((await api.send('PATCH', `users/${boss.uuid}/`, { first_name: 'X' })).status).toBe(403);
    const last = await admin.send('DELETE', `users/${boss.uuid}/`);
    expect([last.status, last.body]).toEqual([
      409,
      { detail: 'The last active owner of a tenant must stay one.' },
    ]);
  });

  test('an own address changes only by a letter to the new one: no way to take over an account (§15.3)', async () => {
    const answer = await member.send('PATCH', `users/${ada.uuid}/`, { email: 'new@example.com' });
    expect([answer.status, answer.body]).toEqual([200, shown(ada)]);
    await member.as(null).post('password/reset/', { email: 'new@example.com' });
    const letters = await muster.letters(alpha);
    expect(letters.map(({ kind, to_address: to }) => [kind, to])).toEqual([
      ['change_email', 'new@example.com'],
    ]);
  });

  test('an address that an admin changes must be confirmed before the next sign-in', async () => {
    const answer = await admin.send('PATCH', `users/${ada.uuid}/`, { email: 'moved@example.com' });
    expect(answer.body).toEqual({ ...shown(ada), email: 'moved@example.com' });
    expect((await member.get('users/')).body).toEqual({ detail: 'Invalid signature.' });
    const login = () => member.as(null).post('login/', { email: 'moved@example.com', password });
    expect((await login()).body).toEqual({ error: ['E-mail is not verified.'] });
    const path = await newestLink(muster, alpha, 'moved@example.com');
    expect((await browse(muster, alpha).send(path)).status).toBe(200);
    expect((await login()).status).toBe(200);
  });
});

describe('registering somebody (§6, §15.14, §15.20)', () => {
  test('makes accounts that can be used, one after the other', async () => {
    for (const email of ['one@example.com', 'two@example.com']) {
      const answer = await admin.post('users/', { email, first_name: 'New' });
      expect([answer.status, answer.body]).toEqual([
        201,
        { id: expect.any(String), first_name: 'New', last_name: '', email, is_active: false },
      ]);
      const path = await newestLink(muster, alpha, email);
      const sent = await browse(muster, alpha).send(path, { password, password_again: password });
      expect(sent.status).toBe(200);
      expect((await admin.as(null).post('login/', { email, password })).status).toBe(200);
    }
  });

  test('is for admins, and needs an address that nobody has', async () => {
    expect((await member.post('users/', { email: 'x@example.com' })).status).toBe(403);
    expect((await admin.post('users/', {})).body).toEqual({ email: ['This field is required.'] });
    expect((await admin.post('users/', { email: 'ADA@example.com' })).body).toEqual({
      email: ['user with this email address already exists.'],
    });
  });
});

test('pages exactly as §2.6', async () => {
  const base = `http://${alpha.host}/api/users/`;
  const page = async (query: string) => (await member.get(`users/?${query}`)).body;
  expect(await page('page_size=2&z=1&a=2')).toMatchObject({
    count: 3,
    next: `${base}?a=2&page=2&page_size=2&z=1`,
    previous: null,
  });
  expect(await page('page=2&page_size=2')).toMatchObject({ next: null, previous: `${base}?page_size=2` });
  expect(await page('page=3&page_size=1')).toMatchObject({ previous: `${base}?page=2&page_size=1` });
  expect(await page('page=last&page_size=2')).toMatchObject({ results: [{ first_name: 'Cy' }] });
  for (const size of ['0', '-1', 'x', '', '201'])
    expect(await page(`page_size=${size}`)).toMatchObject({ count: 3, next: null });
  for (const number of ['0', '-1', 'x', '', '2', '99999999999999999999']) {
    const answer = await member.get(`users/?page=${number}`);
    expect([answer.status, answer.body]).toEqual([404, { detail: 'Invalid page.' }]);
  }
  expect(await page('search=nobody')).toEqual({ count: 0, next: null, previous: null, results: [] });
});
