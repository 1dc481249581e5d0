import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';
import { route } from '../../platform/http/route.ts';
import { createServer } from '../../platform/http/server.ts';
import { createLog } from '../../platform/log.ts';
import { systemRandom } from '../../platform/random.ts';
import { errorShape } from './errors.ts';

let muster: TestApp;
let alpha: TestSite;
let ada: Account;
let api: SaasClient;
let anyone: SaasClient;
const password = 'seven red balloons';

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  ada = await muster.account(alpha, { username: 'ada', password });
  anyone = saasClient(muster, alpha.host);
  api = anyone.as(await muster.jwt(alpha, ada));
});
afterAll(() => muster.close());

describe('every status that the document lists', () => {
  test('200 and 304 - not modified, by an ETag that differs by language (§15.27)', async () => {
    const first = await api.get('users/');
    expect(first.status).toBe(200);
    const etag = String(first.headers.etag);
    const again = await api.get('users/', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    expect(again.headers.vary).toBe('Accept, Accept-Language, Cookie');
    expect((await api.get('users/', { 'if-none-match': '*' })).status).toBe(304);
  });

  test('201 - created something', async () => {
    const person = { first_name: 'N', last_name: 'C', password1: password, password2: password };
    const sent = { ...person, email: 'new@example.com' };
    expect((await anyone.post('sign-up/tenant/alpha/user/', sent)).status).toBe(201);
  });

  test('400, 401, 403, 405', async () => {
    expect((await anyone.post('login/', {})).status).toBe(400);
    expect((await anyone.get('users/')).status).toBe(401);
    expect((await api.post('users/', {})).status).toBe(403);
    const wrong = await api.send('DELETE', 'current-user/');
    expect([wrong.status, wrong.headers.allow, wrong.body]).toEqual([
      405,
      'GET, PUT, PATCH, HEAD, OPTIONS',
      { detail: 'Method "DELETE" not allowed.' },
    ]);
    expect((await anyone.send('DELETE', 'current-user/')).status).toBe(401);
  });

  test('500, by a route that only this test has: nothing of the fault is told', async () => {
    const { log } = createLog({ stream: { write: () => undefined } });
    const server = createServer({ log, random: systemRandom, errorShapes: [errorShape] });
    route(server, {
      method: 'GET',
      path: '/api/fault/',
      caller: 'anyone',
      summary: 'A fault',
      schema: { response: {} },
      handler: async () => {
        throw new Error('the secret is 42');
      },
    });
    const answer = await server.inject('/api/fault/');
    expect([answer.statusCode, answer.body]).toEqual([500, '{"detail":"Internal server error."}']);
    await server.close();
  });
});

describe('conventions (§2.1)', () => {
  test('404 is JSON below /api, in the language asked for (§15.14)', async () => {
    for (const path of ['', 'nowhere/', 'rest-auth/login/']) {
      const answer = await anyone.get(path, { 'accept-language': 'de' });
      expect([answer.status, answer.body]).toEqual([404, { detail: 'Nicht gefunden.' }]);
    }
  });

  test('406, 415 and ?format in the words of the contract', async () => {
    const xml = await anyone.post('login/', {}, { accept: 'application/xml' });
    expect([xml.status, xml.body]).toEqual([406, { detail: 'Could not satisfy the request Accept header.' }]);
    const plain = await anyone.post('login/', 'x', { 'content-type': 'text/plain' });
    expect([plain.status, plain.body]).toEqual([
      415,
      { detail: 'Unsupported media type "text/plain" in request.' },
    ]);
    expect((await api.get('users/?format=json')).status).toBe(200);
    const format = await api.get('users/?format=xml');
    expect([format.status, format.body]).toEqual([404, { detail: 'Not found.' }]);
  });

  test('every path answers without its slash, but for one person, which is another API (ruling "Slash")', async () => {
    expect((await api.get('users')).status).toBe(200);
    expect((await api.get('current-user')).status).toBe(200);
    expect((await api.get(`users/${ada.uuid}/`)).status).toBe(200);
    expect((await api.get(`users/${ada.uuid}`)).body).toHaveProperty('_links');
  });

  test('OPTIONS tells what a path is, and HEAD what GET would', async () => {
    const answer = await anyone.send('OPTIONS', 'current-user/');
    expect([answer.status, answer.headers.allow, answer.body]).toEqual([
      200,
      'GET, PUT, PATCH, HEAD, OPTIONS',
      {
        name: 'Current user',
        description: expect.stringContaining('Who is signed in'),
        renders: ['application/json'],
        parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
      },
    ]);
    const head = await api.send('HEAD', 'users/');
    expect([head.status, head.text]).toEqual([200, '']);
  });

  test('English unless asked otherwise, or unless the site speaks another language (§15.26)', async () => {
    const ask = async (at: SaasClient, language: string) =>
      (await at.post('login/', {}, { 'accept-language': language })).headers['content-language'];
    expect(await ask(anyone, 'fr, *;q=0.5')).toBe('en');
    expect(await ask(anyone, 'fr, nl;q=0.5')).toBe('nl');
    const german = await muster.site('german', { language: 'de' });
    expect(await ask(saasClient(muster, german.host), '')).toBe('de');
    expect(await ask(saasClient(muster, german.host), 'en')).toBe('en');
  });

  test('a credential of any kind is the same person (ruling "Any credential, any API"), scopes are not of here', async () => {
    const kinds = [await muster.apiToken(alpha, ada), await muster.jwt(alpha, ada)];
    for (const token of kinds) expect((await anyone.as(token).get('current-user/')).status).toBe(200);
    expect((await anyone.as(await muster.accessToken(alpha, ada)).get('current-user/')).status).toBe(403);
    const cookie = `muster_session=${await muster.sessionToken(alpha, ada)}`;
    expect((await anyone.get('current-user/', { cookie })).status).toBe(200);
    const change = (headers: Record<string, string>) =>
      anyone.send('PATCH', 'current-user/', {}, { cookie, ...headers });
    expect((await change({})).status).toBe(403);
    expect((await change({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await anyone.get('current-user/', { cookie, authorization: 'Bearer x' })).status).toBe(401);
  });

  test('a login token works on every API of its tenant', async () => {
    await muster.account(alpha, { username: 'boss', role: 'admin', password });
    const { body } = await anyone.post('login/', { email: 'boss@example.com', password });
    const authorization = `Bearer ${Object(body).token}`;
    const answer = await anyone.get('/tahoe/api/v1/users/', { authorization });
    expect(answer.status).toBe(200);
  });
});

describe('tenants by their hosts (§2.9, §15.15, §15.16)', () => {
  test('case and port of the host do not count, and no request leaves its site to the next', async () => {
    const beta = await muster.site('beta');
    await muster.account(beta, { username: 'bea', password });
    const login = (host: string) =>
      saasClient(muster, host).post('login/', { email: 'bea@example.com', password });
    expect((await login('BETA.localhost:9999')).status).toBe(200);
    expect((await login(alpha.host)).status).toBe(400);
    expect((await login('nowhere.localhost')).body).toEqual({ detail: 'No site answers for this host.' });
    expect((await login('beta.localhost')).status).toBe(200);
  });

  test('on the root domain X-Tenant chooses the tenant (§17.5)', async () => {
    const root = saasClient(muster, muster.home.host, await muster.jwt(alpha, ada));
    expect((await root.get('current-user/', { 'x-tenant': 'alpha' })).status).toBe(200);
    expect((await root.get('current-user/', { 'x-tenant': 'beta' })).status).toBe(401);
    expect((await root.get('current-user/', { 'x-tenant': 'nowhere' })).status).toBe(404);
    const elsewhere = saasClient(muster, 'beta.localhost', await muster.jwt(alpha, ada));
    expect((await elsewhere.get('current-user/', { 'x-tenant': 'alpha' })).status).toBe(401);
  });
});

test.each(['forgotten-password letters', 'confirmation letters'])(
  'whether an address is known is not told by the time of the answer: %s',
  async (what) => {
    const path = what.startsWith('forgotten') ? 'password/reset/' : 'sign-up/resend-email/';
    const time = async (email: string) => {
      const began = performance.now();
      expect((await anyone.post(path, { email })).status).toBe(200);
      return performance.now() - began;
    };
    for (const email of ['new@example.com', 'ada@example.com', 'nobody@example.com'])
      expect(await time(email)).toBeGreaterThan(115);
  },
);
