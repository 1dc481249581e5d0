import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let api: SaasClient;
let ada: Account;
const [email, password] = ['ada@example.com', 'seven red balloons'];
const hour = 3_600_000;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  api = saasClient(muster, alpha.host);
  ada = await muster.account(alpha, { username: 'ada', email, password });
});
afterAll(() => muster.close());

const signIn = async () => textIn(await api.post('login/', { email, password }), 'token');
const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

test('a token is refreshed with the moment of its sign-in carried over, and both are good (§17.1)', async () => {
  const token = await signIn();
  muster.clock.advance(hour);
  const fresh = textIn(await api.post('token/refresh/', { token }), 'token');
  const [before, after] = [claimsOf(token), claimsOf(fresh)];
  expect(after.orig_iat).toBe(before.orig_iat);
  expect(Number(after.exp) - Number(before.exp)).toBe(3600);
  for (const good of [token, fresh])
    expect((await api.post('token/verify/', { token: good })).body).toEqual({ token: good });
});

test('on the root domain a token of any tenant is verified and refreshed', async () => {
  const root = saasClient(muster, muster.home.host);
  const token = await signIn();
  expect((await root.post('token/verify/', { token })).status).toBe(200);
  const fresh = textIn(await root.post('token/refresh/', { token }), 'token');
  expect((await api.as(fresh).get('current-user/')).status).toBe(200);
});

test('bad tokens are refused with 400 in the words of drf-jwt', async () => {
  const refused = (words: string) => ({ error: [words] });
  const verify = async (token: unknown) => (await api.post('token/verify/', { token })).body;
  expect(await verify('x.y.z')).toEqual(refused('Error decoding signature.'));
  expect(await verify(undefined)).toEqual({ token: ['This field is required.'] });
  expect((await api.post('token/refresh/', { token: await muster.jwt(alpha, ada) })).body).toEqual(
    refused('orig_iat field is required.'),
  );
  const token = await signIn();
  await api.as(token).post('logout/');
  expect(await verify(token)).toEqual(refused('Invalid signature.'));
});

test('a token expires after 72 hours, and can be refreshed for 30 days after the sign-in', async () => {
  let token = await signIn();
  for (let day = 0; day < 30; day += 2) {
    muster.clock.advance(48 * hour);
    token = textIn(await api.post('token/refresh/', { token }), 'token');
  }
  muster.clock.advance(hour);
  expect((await api.post('token/refresh/', { token })).body).toEqual({ error: ['Refresh has expired.'] });
  muster.clock.advance(72 * hour);
  expect((await api.post('token/verify/', { token })).body).toEqual({ error: ['Signature has expired.'] });
  const answer = await api.as(token).get('current-user/');
  expect([answer.status, answer.body]).toEqual([401, { detail: 'Signature has expired.' }]);
});
