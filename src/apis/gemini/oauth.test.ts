import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  askGemini,
  createUser,
  type GeminiRequest,
  makeCity,
  makeClient,
  peopleOf,
  type TestClient,
  type TestPerson,
  usualPassword,
} from '../../../test/support/gemini-people.ts';
import { v0Client } from '../../../test/support/v0-client.ts';
import { addCityAdmin, removeCityAdmin } from '../../modules/festival/cities.ts';
import type { City } from '../../modules/festival/types.ts';
import { changeAccount, deactivate } from '../../modules/identity/accounts.ts';
import { disableOauthClient } from '../../modules/identity/oauth-clients.ts';

const day = 24 * 60 * 60 * 1000;
let muster: TestApp;
let nf: TestSite;
let city: City;
let client: TestClient;
let makePerson: ReturnType<typeof peopleOf>;

beforeAll(async () => {
  muster = await openTestApp();
  nf = await muster.site('nf');
  city = await makeCity(nf);
  client = await makeClient(nf);
  makePerson = peopleOf(muster, nf, client);
});
beforeEach(() => muster.clock.advance(61_000));
afterAll(() => muster.close());

const post = (path: string, request: GeminiRequest) => askGemini(muster, nf, 'POST', path, request);
const basic = () => ({ authorization: client.basic });

describe('the login', () => {
  test('answers 201 with token and user, and the flat copies that libraries read (quirk 2)', async () => {
    const person = await makePerson();
    const { status, headers, body } = await person.login();
    expect(status).toBe(201);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(body).toEqual({
      token: {
        access_token: expect.stringMatching(/^[A-Za-z0-9]{42}$/),
        expires_in: 86_400,
        scope: ['profile', 'performer', 'venue'],
        token_type: 'Bearer',
      },
      user: expect.objectContaining({ id: person.user.id, email: person.email }),
      access_token: body.token.access_token,
      expires_in: 86_400,
      token_type: 'Bearer',
      scope: 'profile performer venue',
    });
  });

  test('takes JSON and forms, Basic and body credentials, and the e-mail in any case and under either name', async () => {
    const { email, login } = await makePerson();
    const { clientId: client_id, clientSecret: client_secret } = client;
    const fields = { username: email.toUpperCase(), password: usualPassword, grant_type: 'password' };
    const form = (values: Record<string, string>) => new URLSearchParams(values).toString();
    const requests: GeminiRequest[] = [
      { headers: basic(), body: fields },
      { headers: basic(), body: form(fields) },
      { headers: basic(), body: form({ ...fields, scope: 'profile venue' }) },
      { body: { ...fields, client_id, client_secret } },
      { body: form({ ...fields, client_id, client_secret }) },
      { headers: basic(), body: { email, password: usualPassword, grant_type: 'password' } },
    ];
    for (const request of requests) expect((await post('/api/oauth/token', request)).status).toBe(201);
    expect((await post('/api/oauth/token/', requests[1] ?? {})).status).toBe(201);
    expect((await login()).status).toBe(201);
  });

  test('takes the documented header: the bearer, expired, with a colon, names its client (quirk 1)', async () => {
    const { token, login } = await makePerson();
    muster.clock.advance(25 * 60 * 60 * 1000);
    const headers = [`Bearer: ${token}`, `Bearer ${token}`, `bearer:${token}`, `  BEARER :  ${token} `];
    for (const authorization of headers) {
      const answer = await login({ headers: { authorization } });
      expect([authorization, answer.status]).toEqual([authorization, 201]);
    }
    const mine = await askGemini(muster, nf, 'GET', '/api/users/x', { token });
    expect([mine.status, mine.body.error]).toEqual([401, 'invalid_token']);
  });

  test('a bearer names its client for 400 days, after a change of password too, and no more once revoked', async () => {
    const { id, token, login } = await makePerson();
    const byBearer = () => login({ token });
    const passwordHash = await muster.services.passwords.hash(usualPassword);
    await nf.context.transaction((tx) => changeAccount(tx, id, { passwordHash }, 'owner'));
    expect((await byBearer()).status).toBe(201);
    muster.clock.advance(400 * day);
    expect((await byBearer()).status).toBe(201);
    muster.clock.advance(1 * day);
    expect((await byBearer()).status).toBe(401);

    const second = await makePerson();
    await post('/api/oauth/revoke', { headers: basic(), body: { token: second.token } });
    expect((await second.login({ token: second.token })).body.error).toBe('invalid_client');
  });

  test('a bearer of somebody else, of a disabled client, or none of ours names no client', async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const session = await muster.sessionToken(nf, await muster.account(nf, { username: 'websurfer' }));
    for (const token of [other.token, session, 'nonsense'])
      expect((await one.login({ token })).body.error).toBe('invalid_client');

    const brief = await makeClient(nf);
    const { token } = await createUser(muster, nf, brief, 'brief@example.org');
    await nf.context.transaction((tx) => disableOauthClient(tx, brief.clientId));
    const body = { username: 'brief@example.org', password: usualPassword, grant_type: 'password' };
    expect((await post('/api/oauth/token', { token, body })).status).toBe(401);
    expect((await post('/api/oauth/token', { headers: { authorization: brief.basic }, body })).status).toBe(
      401,
    );
    const gone = await askGemini(muster, nf, 'GET', '/api/users/x', { token });
    expect(gone.status).toBe(401);
  });

  test('nothing, a wrong secret and an unknown client are 401 with a challenge, all alike', async () => {
    const { login } = await makePerson();
    const wrong = `Basic ${Buffer.from(`${client.clientId}:wrong`).toString('base64')}`;
    const answers = [
      await login({}),
      await login({ headers: { authorization: wrong } }),
      await login({ headers: { authorization: 'Basic !' } }),
      await login({}, { client_id: client.clientId }),
      await login({}, { client_id: 'nobody', client_secret: 'x' }),
    ];
    for (const { status, headers, body } of answers) {
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toMatch(/^Basic /);
      expect(headers['cache-control']).toBe('no-store');
      expect({ ...body, request_id: '' }).toEqual({
        error: 'invalid_client',
        error_description: expect.any(String),
        request_id: '',
      });
      expect(body.error_description).toBe(answers[0]?.body.error_description);
    }
  });

  test('a wrong password and an unknown or inactive person are invalid_grant, all alike', async () => {
    const { id, login } = await makePerson();
    const sleeper = await makePerson();
    await nf.context.transaction((tx) => deactivate(tx, sleeper.id, 'owner'));
    const answers = [
      await login(undefined, { password: 'wrong' }),
      await login(undefined, { username: 'nobody@example.org' }),
      await sleeper.login(),
    ];
    for (const { status, body } of answers) {
      expect([status, body.error]).toEqual([400, 'invalid_grant']);
      expect(body.error_description).toBe(answers[0]?.body.error_description);
    }
    expect(id).toBeGreaterThan(0);
  });

  test.each([
    ['client_credentials', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    ['another grant', { grant_type: 'authorization_code' }, 'unsupported_grant_type'],
    ['no grant', { grant_type: '' }, 'invalid_request'],
    ['a word that is no scope', { scope: 'profile everything' }, 'invalid_scope'],
    ['a scope of another API', { scope: 'read' }, 'invalid_scope'],
    ['no password', { password: undefined }, 'invalid_request'],
    ['a number for a name', { username: 5 }, 'invalid_request'],
    ['an object for a scope', { scope: { a: 1 } }, 'invalid_request'],
  ])('%s is refused in the RFC’s word', async (_what, fields, error) => {
    const { login } = await makePerson();
    const answer = await login(undefined, fields);
    expect([answer.status, answer.body.error]).toEqual([400, error]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a body that is none, two clients at once, and another method are told as errors of this API', async () => {
    const headers = { ...basic(), 'content-type': 'application/json' };
    const broken = await muster.server.inject({
      method: 'POST',
      url: '/api/oauth/token',
      headers: { host: nf.host, ...headers },
      payload: '{',
    });
    expect([broken.statusCode, broken.json().error]).toEqual([400, 'invalid_request']);
    const { login } = await makePerson();
    const two = await login({ headers: basic() }, { client_id: 'another' });
    expect([two.status, two.body.error]).toEqual([400, 'invalid_request']);
    const got = await askGemini(muster, nf, 'GET', '/api/oauth/token');
    expect([got.status, got.headers.allow, got.body.error]).toEqual([
      405,
      'POST, OPTIONS',
      'method_not_allowed',
    ]);
  });

  test('a client that may not use passwords is unauthorized_client', async () => {
    const owner = await muster.account(nf, { username: 'robotowner', role: 'admin' });
    const robot = await makeClient(nf, ['client_credentials'], owner.id);
    const { login } = await makePerson();
    const answer = await login({ headers: { authorization: robot.basic } });
    expect([answer.status, answer.body.error]).toEqual([400, 'unauthorized_client']);
  });

  test('ten failures close the account for the rest of the minute', async () => {
    const { login } = await makePerson();
    for (let n = 0; n < 10; n += 1) expect((await login(undefined, { password: `${n}` })).status).toBe(400);
    const refused = await login();
    expect([refused.status, refused.body.error]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    muster.clock.advance(61_000);
    expect((await login()).status).toBe(201);
  });

  test('earlier tokens keep working beside a new one', async () => {
    const { token, user, login } = await makePerson();
    await login();
    expect((await askGemini(muster, nf, 'GET', `/api/users/${user.id}`, { token })).status).toBe(200);
  });
});

describe('scopes', () => {
  const scopeOf = async (person: TestPerson, scope: unknown) =>
    (await person.login(undefined, { scope })).body.token.scope;

  test('are answered as a list in the order asked for; without any it is the trio (quirk 4)', async () => {
    const person = await makePerson();
    expect(await scopeOf(person, 'venue profile')).toEqual(['venue', 'profile']);
    expect(await scopeOf(person, ['profile', 'venue'])).toEqual(['profile', 'venue']);
    for (const none of [undefined, '', null, []])
      expect(await scopeOf(person, none)).toEqual(['profile', 'performer', 'venue']);
    expect(await scopeOf(person, 'profile profile')).toEqual(['profile']);
  });

  test('city and admin are dropped silently from who lacks the role, and given to who has it (check 4)', async () => {
    const person = await makePerson();
    expect(await scopeOf(person, 'profile city')).toEqual(['profile']);
    expect(await scopeOf(person, 'city admin')).toEqual(['profile', 'performer', 'venue']);
    await nf.context.transaction((tx) => addCityAdmin(tx, city.id, person.id));
    expect(await scopeOf(person, 'profile')).toEqual(['profile', 'city']);
    expect(await scopeOf(person, 'city profile admin')).toEqual(['city', 'profile']);
    await nf.context.transaction((tx) => removeCityAdmin(tx, city.id, person.id));
    expect(await scopeOf(person, 'profile')).toEqual(['profile']);
    await nf.context.transaction((tx) => changeAccount(tx, person.id, { role: 'admin' }, 'owner'));
    expect(await scopeOf(person, 'profile')).toEqual(['profile', 'city', 'admin']);
  });

  test('a token of these scopes opens this API alone', async () => {
    const person = await makePerson();
    await nf.context.transaction((tx) => changeAccount(tx, person.id, { role: 'admin' }, 'owner'));
    const token = (await person.login()).body.access_token;
    const v0 = v0Client(muster, nf.host, token);
    expect((await v0.get('analytics/accounts/batch')).status).toBe(403);
    for (const url of ['/tahoe/api/v1/users/', '/events/1/users']) {
      const answer = await askGemini(muster, nf, 'GET', url, { token });
      expect([url, answer.status]).toEqual([url, 403]);
    }
    expect((await askGemini(muster, nf, 'GET', `/api/users/${person.user.id}`, { token })).status).toBe(200);
  });

  test('a token of another tenant is an unknown one, to the byte', async () => {
    const { token, user } = await makePerson();
    const elsewhere = await muster.site('elsewhere');
    const headers = { 'x-request-id': 'same' };
    const ask = (one: string) =>
      askGemini(muster, elsewhere, 'GET', `/api/users/${user.id}`, { token: one, headers });
    const [foreign, unknown] = [await ask(token), await ask('x'.repeat(42))];
    expect([foreign.status, foreign.text]).toEqual([401, unknown.text]);
  });
});
