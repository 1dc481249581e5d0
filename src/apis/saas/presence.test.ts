import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';

let muster: TestApp;
let at: TestSite;
let nobody: SaasClient;
const password = 'seven red balloons';

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('alpha');
  nobody = saasClient(muster, at.host);
  for (const [username, name] of [
    ['ann', 'Ann Lee'],
    ['bob', 'Bob Ray'],
  ] as const)
    await muster.account(at, { username, name, password });
});
afterAll(() => muster.close());

const signIn = async (username: string) =>
  nobody.as(textIn(await nobody.post('login/', { email: `${username}@example.com`, password }), 'token'));

test('weakness 30: who signed in is there, until they sign out or give no sign of life for five minutes', async () => {
  const ann = await signIn('ann');
  const names = async () =>
    Object((await ann.get('presence/')).body).map((one: { username: string }) => one.username);
  muster.clock.advance(60_000);
  const bob = await signIn('bob');
  const { status, body } = await ann.get('presence/');
  expect([status, body]).toEqual([
    200,
    [
      {
        id: expect.any(String),
        username: 'bob',
        full_name: 'Bob Ray',
        is_logged_in: true,
        last_seen: '2026-11-20T12:01:00Z',
      },
      expect.objectContaining({ username: 'ann', full_name: 'Ann Lee' }),
    ],
  ]);
  await bob.post('logout/');
  expect(await names()).toEqual(['ann']);
  muster.clock.advance(5 * 60_000);
  expect(await names()).toEqual([]);
  expect((await ann.post('presence/')).status).toBe(204);
  expect(await names()).toEqual(['ann']);
  expect((await ann.send('DELETE', 'presence/')).status).toBe(204);
  expect(await names()).toEqual([]);
});

test('presence is for those of the tenant', async () => {
  await muster.site('beta');
  await signIn('ann');
  const elsewhere = await muster.site('gamma');
  const eve = await muster.account(elsewhere, { username: 'eve' });
  const foreign = saasClient(muster, elsewhere.host, await muster.jwt(elsewhere, eve));
  expect((await foreign.get('presence/')).body).toEqual([]);
  expect((await nobody.get('presence/')).status).toBe(401);
});
