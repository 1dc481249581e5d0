import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  askGemini,
  type GeminiRequest,
  makeCity,
  makeClient,
  peopleOf,
  type TestClient,
  usualPassword,
} from '../../../test/support/gemini-people.ts';
import { addCityAdmin } from '../../modules/festival/cities.ts';
import type { City } from '../../modules/festival/types.ts';
import { deactivate } from '../../modules/identity/accounts.ts';

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

describe('the strict twin', () => {
  const twin = (fields: Record<string, string>) =>
    post('/oauth2/access_token', { headers: basic(), body: new URLSearchParams(fields).toString() });

  test('answers 200 and a flat body for these scopes, with what a role adds', async () => {
    const person = await makePerson();
    const fields = { grant_type: 'password', username: person.email, password: usualPassword };
    const { status, body } = await twin({ ...fields, scope: 'profile performer' });
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9]{42}$/),
      expires_in: 86_400,
      token_type: 'Bearer',
      scope: 'profile performer',
    });
    const { id } = person.user;
    const mine = await askGemini(muster, nf, 'GET', `/api/users/${id}`, { token: body.access_token });
    expect(mine.status).toBe(200);
    await nf.context.transaction((tx) => addCityAdmin(tx, city.id, person.id));
    expect((await twin({ ...fields, scope: 'profile' })).body.scope).toBe('profile city');
    expect((await twin(fields)).body).toMatchObject({
      scope: 'read write email profile',
      expires_in: 36_000,
    });
  });

  test('a client without an owner has no token of its own', async () => {
    const { body } = await twin({ grant_type: 'client_credentials' });
    expect(body.error).toBe('unauthorized_client');
  });
});

describe('revocation (RFC 7009)', () => {
  const revoke = (body: unknown, headers: Record<string, string> = basic()) =>
    post('/api/oauth/revoke', { headers, body });

  test('ends the token at once, answers 200, and may be repeated', async () => {
    const { token, user } = await makePerson();
    for (const body of [`token=${token}&token_type_hint=access_token`, { token }, { token: 'nonsense' }]) {
      const answer = await revoke(body);
      expect([answer.status, answer.text]).toEqual([200, '{}']);
    }
    expect((await askGemini(muster, nf, 'GET', `/api/users/${user.id}`, { token })).status).toBe(401);
  });

  test('by another client changes nothing; without a client it is 401, without a token 400', async () => {
    const { token, user } = await makePerson();
    const other = await makeClient(nf);
    expect((await revoke({ token }, { authorization: other.basic })).status).toBe(200);
    expect((await askGemini(muster, nf, 'GET', `/api/users/${user.id}`, { token })).status).toBe(200);
    expect((await revoke({ token }, {})).body.error).toBe('invalid_client');
    expect((await revoke({})).body.error).toBe('invalid_request');
  });

  test('a person signs out with the token itself', async () => {
    const { token, user } = await makePerson();
    expect((await revoke({ token }, { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await askGemini(muster, nf, 'GET', `/api/users/${user.id}`, { token })).status).toBe(401);
  });
});

describe('introspection (RFC 7662)', () => {
  const inspect = async (token: string, headers: Record<string, string> = basic()) =>
    post('/api/oauth/introspect', { headers, body: { token } });

  test('tells of a live token what it is good for', async () => {
    const { token, user } = await makePerson();
    const { status, headers, body } = await inspect(token);
    const now = Math.floor(muster.clock.now().getTime() / 1000);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      active: true,
      scope: 'profile performer venue',
      client_id: client.clientId,
      username: expect.stringMatching(/^person/),
      token_type: 'Bearer',
      sub: user.id,
      iat: now,
      exp: now + 86_400,
      iss: 'http://nf.localhost:8000',
    });
  });

  test('of every other text it says no more than that it opens nothing', async () => {
    const ended = await makePerson();
    await post('/api/oauth/revoke', { headers: basic(), body: { token: ended.token } });
    const expired = await makePerson();
    muster.clock.advance(day);
    const asleep = await makePerson();
    await nf.context.transaction((tx) => deactivate(tx, asleep.id, 'owner'));
    const key = await muster.apiToken(nf, await muster.account(nf, { username: 'keyholder' }));
    for (const token of ['nonsense', key, ended.token, expired.token, asleep.token])
      expect((await inspect(token)).body).toEqual({ active: false });
    expect((await inspect(ended.token, {})).status).toBe(401);
    const live = await makePerson();
    expect((await inspect(live.token, { authorization: `Bearer ${live.token}` })).status).toBe(401);
  });
});

describe('discovery (RFC 8414)', () => {
  test('names the endpoints of this host, and the strict one for tokens', async () => {
    const answer = await askGemini(muster, nf, 'GET', '/.well-known/oauth-authorization-server');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      issuer: 'http://nf.localhost:8000',
      token_endpoint: 'http://nf.localhost:8000/oauth2/access_token',
      revocation_endpoint: 'http://nf.localhost:8000/api/oauth/revoke',
      introspection_endpoint: 'http://nf.localhost:8000/api/oauth/introspect',
      response_types_supported: [],
      grant_types_supported: ['password', 'client_credentials'],
      scopes_supported: ['profile', 'performer', 'venue'],
    });
  });

  test('follows the port by which the host was asked, and no host that is not the site’s', async () => {
    const at = (host: string) =>
      askGemini(muster, muster.home, 'GET', '/.well-known/oauth-authorization-server', { headers: { host } });
    expect((await at('nf.localhost:18000')).body.issuer).toBe('http://nf.localhost:18000');
    expect((await at('127.0.0.1:9000')).body.issuer).toBe('http://127.0.0.1:9000');
    expect((await at('evil.example.org')).status).toBe(404);
  });
});
