import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';
import { participant, visitToken, workshopEvent } from '../../../test/support/workshops.ts';

let muster: TestApp;
let alpha: TestSite;
let api: SaasClient;

const path = '/.well-known/jwks.json';

beforeAll(async () => {
  muster = await openTestApp({ jwts: { jwtAlgorithm: 'EdDSA' } });
  alpha = await muster.site('alpha');
  await muster.account(alpha, { username: 'amy', password: 'seven red balloons' });
  api = saasClient(muster, alpha.host);
});

afterAll(() => muster.close());

const signIn = (client: SaasClient) =>
  client.post('login/', { email: 'amy@example.com', password: 'seven red balloons' });

async function verifiedBy(jwks: unknown, token: string): Promise<string> {
  const keys = createLocalJWKSet(JSON.parse(JSON.stringify(jwks)));
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: 'muster',
    currentDate: muster.clock.now(),
  });
  return `${protectedHeader.alg} ${payload.email ?? payload.admin_login}`;
}

describe('where key pairs sign', () => {
  test('there is no key before the first signature', async () => {
    const quiet = await muster.site('quiet');
    expect((await saasClient(muster, quiet.host).get(path)).body).toEqual({ keys: [] });
  });

  test('another program judges the JWT of a sign-in by the public keys of its host', async () => {
    const token = textIn(await signIn(api), 'token');
    const { status, body, headers } = await api.get(path);
    expect(status).toBe(200);
    expect(body).toEqual({
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          x: expect.stringMatching(/^[\w-]{43}$/),
          kid: expect.stringMatching(/^[\w-]{43}$/),
          alg: 'EdDSA',
          use: 'sig',
        },
      ],
    });
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(await verifiedBy(body, token)).toBe('EdDSA amy@example.com');
    expect((await api.as(token).get('current-user/')).status).toBe(200);
  });

  test('a visit of the workshops API is signed by the same key, and let in', async () => {
    const { id } = await participant(muster, alpha, await workshopEvent(alpha));
    const token = await visitToken(muster, alpha, { id });
    expect(await verifiedBy((await api.get(path)).body, token)).toBe('EdDSA 0');
    const answer = await api.as(token).get('/auth/login');
    expect(answer.body).toMatchObject({ id, permission: 1 });
  });

  test('a JWT is refreshed and verified', async () => {
    const token = textIn(await signIn(api), 'token');
    const fresh = textIn(await api.post('token/refresh/', { token }), 'token');
    expect((await api.post('token/verify/', { token: fresh })).body).toEqual({ token: fresh });
  });

  test('the keys of another tenant judge none of them, and its host knows none of them', async () => {
    const token = textIn(await signIn(api), 'token');
    const beta = await muster.site('beta');
    await muster.account(beta, { username: 'amy', password: 'seven red balloons' });
    const there = saasClient(muster, beta.host);
    await signIn(there);
    await expect(verifiedBy((await there.get(path)).body, token)).rejects.toThrow('no applicable key');
    const foreign = await there.as(token).get('current-user/');
    expect(foreign.status).toBe(401);
    expect(foreign.text).toBe((await there.as('eyJh.bGci.OiJI').get('current-user/')).text);
  });

  test('the root domain follows a JWT to its tenant', async () => {
    const root = saasClient(muster, muster.home.host);
    const token = textIn(await signIn(api), 'token');
    expect((await root.as(token).get('current-user/')).body).toMatchObject({ email: 'amy@example.com' });
  });

  test('whoever asks is told the same, so that caches may keep it', async () => {
    const root = saasClient(muster, muster.home.host);
    const token = textIn(await signIn(api), 'token');
    const plain = await root.get(path);
    expect((await root.as(token).get(path)).text).toBe(plain.text);
    expect((await root.get(path, { 'x-tenant': 'alpha' })).text).toBe(plain.text);
    expect((await root.as('nonsense').get(path)).status).toBe(200);
    expect((await api.get(path, { accept: 'application/jwk-set+json' })).status).toBe(200);
    const { headers } = await api.get(path);
    expect((await api.get(path, { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test('other methods are refused in words of this API', async () => {
    const { status, body } = await api.send('DELETE', path);
    expect([status, body]).toEqual([405, { detail: 'Method "DELETE" not allowed.' }]);
  });
});
