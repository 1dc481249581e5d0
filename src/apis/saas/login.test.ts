import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let api: SaasClient;
let john: Account;
const password = 'seven red balloons';

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  api = saasClient(muster, alpha.host);
  john = await muster.account(alpha, {
    username: 'john',
    email: 'john.doe@gmail.com',
    name: 'John Doe',
    password,
  });
});
afterAll(() => muster.close());

const login = (fields: object) => api.post('login/', fields);

test("the document's example: a token and the user", async () => {
  const answer = await login({ email: 'john.doe@gmail.com', password });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    token: expect.stringMatching(/^eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9\./),
    user: {
      pk: john.uuid,
      username: 'john',
      email: 'john.doe@gmail.com',
      first_name: 'John',
      last_name: 'Doe',
    },
  });
  expect(Object.keys(Object(answer.body)).slice(0, 2)).toEqual(['token', 'user']);
  expect(answer.headers['set-cookie']).toMatch(/^muster_session=\w+; .*HttpOnly/);
});

test('the claims of the token are those of the contract (§2.4), with jti and tenant', async () => {
  const token = textIn(await login({ email: 'John.Doe@GMAIL.com', password }), 'token');
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const now = Math.floor(muster.clock.now().getTime() / 1000);
  expect(claims).toEqual({
    sub: john.email,
    email: john.email,
    user_id: john.uuid,
    is_superuser: false,
    groups: ['member'],
    exp: now + 259_200,
    orig_iat: now,
    iat: now,
    iss: 'muster',
    jti: expect.any(String),
    tenant: alpha.site.tenantUuid,
  });
});

describe('what is refused, each with 400 (§4.1)', () => {
  test.each([
    [{}, { password: ['This field is required.'] }],
    [{ email: 'john.doe@gmail.com' }, { password: ['This field is required.'] }],
    [{ email: 'john.doe@gmail.com', password: '' }, { password: ['This field may not be blank.'] }],
    [{ email: 'john.doe@gmail.com', password: null }, { password: ['This field may not be null.'] }],
    [{ email: null, password }, { email: ['This field may not be null.'] }],
    [{ email: 'john', password }, { email: ['Enter a valid email address.'] }],
    [{ email: ['a'], password }, { email: ['Enter a valid email address.'] }],
    [{ password }, { error: ['Must include "email" and "password".'] }],
    [{ email: '', password }, { error: ['Must include "email" and "password".'] }],
    [{ username: 'john', password }, { error: ['Must include "email" and "password".'] }],
    [{ email: 'nobody@gmail.com', password }, { error: ['Unable to log in with provided credentials.'] }],
    [
      { email: 'john.doe@gmail.com', password: 'wrong' },
      { error: ['Unable to log in with provided credentials.'] },
    ],
    [
      { email: true, password: false },
      { email: ['Enter a valid email address.'], password: ['Not a valid string.'] },
    ],
  ])('%j', async (sent, body) => {
    const answer = await login(sent);
    expect([answer.status, answer.body]).toEqual([400, body]);
  });

  test('a list instead of an object, and JSON that is none', async () => {
    expect((await api.post('login/', '[1]')).body).toEqual({
      error: ['Invalid data. Expected a dictionary, but got list.'],
    });
    const broken = await api.post('login/', '{');
    expect(broken.status).toBe(400);
    expect(textIn(broken, 'detail')).toMatch(/^JSON parse error - /);
  });
});

test('a form does as well, also with the other spelling of the slash', async () => {
  const form = new URLSearchParams({ email: john.email, password });
  expect((await api.send('POST', 'login', form)).status).toBe(200);
});

test('logging out ends the token, and logging out everywhere ends them all', async () => {
  const sign = async () => textIn(await login({ email: john.email, password }), 'token');
  const [one, two, three] = [await sign(), await sign(), await sign()];
  const refused = { detail: 'Invalid signature.' };
  expect((await api.as(one).post('logout/')).body).toEqual({ detail: 'Successfully logged out.' });
  expect((await api.as(one).post('logout/')).body).toEqual(refused);
  expect((await api.as(two).get('logout/')).status).toBe(200);
  expect((await api.as(three).post('logout/all/')).status).toBe(200);
  expect((await api.as(three).post('logout/all/')).body).toEqual(refused);
});

test('a present but bad token is 401 on public routes too, in the words of §2.4', async () => {
  const ask = async (authorization: string) => {
    const answer = await api.post('login/', { email: john.email, password }, { authorization });
    return [answer.status, answer.body, answer.headers['www-authenticate']];
  };
  const refused = (detail: string) => [401, { detail }, 'Bearer realm="api"'];
  expect(await ask('Bearer')).toEqual(refused('Invalid Authorization header. No credentials provided.'));
  expect(await ask('Bearer a b')).toEqual(
    refused('Invalid Authorization header. Credentials string should not contain spaces.'),
  );
  expect(await ask('Bearer rubbish')).toEqual(refused('Error decoding signature.'));
  expect((await ask('Basic YTpi'))[0]).toBe(200);
});

test('errors are told in German and Dutch, and the answer says so', async () => {
  const german = await api.post('login/', {}, { 'accept-language': 'de-AT' });
  expect(german.body).toEqual({ password: ['Dieses Feld ist erforderlich.'] });
  expect(german.headers['content-language']).toBe('de');
  const dutch = await api.post('logout/', undefined, { 'accept-language': 'nl' });
  expect(dutch.body).toEqual({ detail: 'Succesvol uitgelogd.' });
  expect(dutch.headers['content-language']).toBe('nl');
  const wrong = await api.send('PUT', 'login/', {}, { 'accept-language': 'de' });
  expect([wrong.status, wrong.body]).toEqual([405, { detail: 'Methode "PUT" nicht erlaubt.' }]);
});

describe('on the root domain (ruling "Sign-in on the root domain")', () => {
  test('the account of any tenant is found, and its token leads there', async () => {
    const root = saasClient(muster, 'localhost:8000');
    const answer = await root.post('login/', { email: john.email, password });
    expect([answer.status, textIn(answer, 'user', 'pk')]).toEqual([200, john.uuid]);
    const everywhere = await root.as(textIn(answer, 'token')).post('logout/all/');
    expect(everywhere.status).toBe(200);
    const beta = await muster.site('beta');
    const again = await root.post('login/', { email: john.email, password });
    const foreign = await saasClient(muster, beta.host, textIn(again, 'token')).post('logout/all/');
    expect([foreign.status, foreign.body]).toEqual([401, { detail: 'Error decoding signature.' }]);
  });

  test('of several tenants one must be named, which only the right password tells', async () => {
    const gamma = await muster.site('gamma');
    const same = { username: 'anne', email: 'anne@example.com', password };
    await muster.account(alpha, same);
    const there = await muster.account(gamma, same);
    const root = saasClient(muster, 'localhost:8000');
    const sent = { email: same.email, password };
    expect((await root.post('login/', sent)).body).toEqual({
      error: ['Several accounts have these credentials; name one of these subdomains: alpha, gamma.'],
    });
    expect((await root.post('login/', { ...sent, password: 'wrong' })).body).toEqual({
      error: ['Unable to log in with provided credentials.'],
    });
    for (const named of [
      await root.post('login/', { ...sent, subdomain: 'gamma' }),
      await root.post('login/', sent, { 'x-tenant': 'GAMMA' }),
    ])
      expect(textIn(named, 'user', 'pk')).toBe(there.uuid);
  });
});
