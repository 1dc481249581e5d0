import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';

const own = 'https://people.alpha.example';
const general = 'https://app.example';
let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null, allowedOrigins: [general] });
  alpha = await muster.site('alpha', { allowed_origin: [own, 'https://second.alpha.example'] });
  beta = await muster.site('beta');
});
afterAll(() => muster.close());

const preflight = (api: SaasClient, path: string, origin: string) =>
  api.send('OPTIONS', path, undefined, {
    origin,
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'authorization, content-type',
  });
const allowed = 'access-control-allow-origin';

test('a preflight is answered without a credential, on open and on protected paths, by the origins of the site', async () => {
  const at = { alpha: saasClient(muster, alpha.host), beta: saasClient(muster, beta.host) };
  for (const path of ['login/', 'current-user/', 'users/', 'tenant/members/', 'notifications/stream']) {
    const answer = await preflight(at.alpha, path, own);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers).toMatchObject({
      [allowed]: own,
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': expect.stringMatching(/^\d+$/),
      vary: expect.stringMatching(/\bOrigin\b/),
    });
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
    expect((await preflight(at.beta, path, own)).headers).not.toHaveProperty(allowed);
    expect((await preflight(at.beta, path, general)).headers[allowed]).toBe(general);
    expect((await preflight(at.alpha, path, general)).headers).not.toHaveProperty(allowed);
  }
});

test('answers name the origin that may read them, errors too, and vary by it', async () => {
  const person = await muster.account(alpha, { username: 'ada' });
  const anyone = saasClient(muster, alpha.host);
  const api = anyone.as(await muster.jwt(alpha, person));
  const answers = [
    await api.get('users/', { origin: own }),
    await anyone.get('users/', { origin: own }),
    await anyone.post('login/', {}, { origin: own }),
    await anyone.get('nowhere/', { origin: own }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 400, 404]);
  for (const { headers } of answers) {
    expect(headers[allowed]).toBe(own);
    expect(headers.vary).toBe('Accept, Accept-Language, Cookie, Origin');
  }
  const strange = await api.get('users/', { origin: 'https://evil.example' });
  expect(strange.headers).not.toHaveProperty(allowed);
  expect(strange.headers.vary).toBe('Accept, Accept-Language, Cookie, Origin');
  const etag = String(answers[0]?.headers.etag);
  const kept = await api.get('users/', { origin: own, 'if-none-match': etag });
  expect([kept.status, kept.headers[allowed]]).toEqual([304, own]);
});

test('weakness 13: no origin is allowed unless a setting names it', async () => {
  const bare = await openTestApp();
  const api = saasClient(bare, bare.home.host);
  for (const host of ['0.0.0.0:8000', 'localhost:8000', 'localhost:3000', '127.0.0.1:8000'])
    expect((await api.post('login/', {}, { origin: `http://${host}` })).headers).not.toHaveProperty(allowed);
  await bare.close();
});
