import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { saasClient, textIn } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';

/** The cases of contract §14 "Logout", named as there: upstream's forced authentication is a JWT made by the test. */
let muster: TestApp;
let alpha: TestSite;
let person: Account;
const [email, password] = ['existing_user@example.com', 'seven red balloons'];

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  person = await muster.account(alpha, { username: 'existing_user', email, password });
});
afterAll(() => muster.close());

const callers: [string, () => Promise<string | null>][] = [
  ['forced-auth', () => muster.jwt(alpha, person)],
  [
    'real JWT login',
    async () => textIn(await saasClient(muster, alpha.host).post('login/', { email, password }), 'token'),
  ],
  ['anonymous', async () => null],
];

describe.each(['POST', 'GET'] as const)('Logout by %s', (method) => {
  const logout = async (token: string | null) =>
    saasClient(muster, alpha.host, token).send(method, 'logout/');

  test.each(callers)('%s: 200', async (_, tokenOf) => {
    expect((await logout(await tokenOf())).status).toBe(200);
  });

  test.each(callers)('%s: text', async (_, tokenOf) => {
    expect((await logout(await tokenOf())).body).toEqual({ detail: 'Successfully logged out.' });
  });
});
