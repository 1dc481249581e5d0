import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Ask, asker } from '../../../test/support/own-account.ts';

let muster: TestApp;
let alpha: TestSite;
let ask: Ask;
let made = 0;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  ask = asker(muster, alpha);
});
afterAll(() => muster.close());

async function person() {
  made += 1;
  const account = await muster.account(alpha, { username: `p${made}` });
  const session = async () => `muster_session=${await muster.sessionToken(alpha, account)}`;
  return { account, session, cookie: await session() };
}

const isIn = async (as: string) => (await ask('GET /me', { as })).status === 200;

test('people see where they are signed in, by browsers and by programs', async () => {
  const { account, cookie } = await person();
  await muster.jwt(alpha, account);
  await muster.apiToken(alpha, account);
  const { body } = await ask('GET /me/sessions', { as: cookie });
  expect(body.items).toMatchObject([
    { kind: 'session', is_current: true, created_at: muster.clock.now().toISOString() },
    { kind: 'jwt', is_current: false },
  ]);
  expect(body.next).toBeNull();
});

test('the statements are as many for one session as for thirty, and pages follow each other', async () => {
  const { cookie, session } = await person();
  const count = async () => {
    muster.statements.length = 0;
    await ask('GET /me/sessions', { as: cookie });
    return muster.statements.length;
  };
  const alone = await count();
  for (let more = 0; more < 29; more += 1) await session();
  expect(await count()).toBe(alone);
  const first = await ask('GET /me/sessions?limit=20', { as: cookie });
  const second = await ask(`GET /me/sessions?limit=20&cursor=${first.body.next}`, { as: cookie });
  expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([20, 10, null]);
});

test('one sign-in is ended, or all others, and never that of somebody else', async () => {
  const { cookie, session } = await person();
  const [one, two] = [await session(), await session()];
  const { body } = await ask('GET /me/sessions', { as: one });
  const id = body.items.find((item: { is_current: boolean }) => item.is_current).id;
  const stranger = await person();
  expect((await ask(`DELETE /me/sessions/${id}`, { as: stranger.cookie })).body.code).toBe('token.unknown');
  expect((await ask(`DELETE /me/sessions/${id}`, { as: cookie })).status).toBe(204);
  expect([await isIn(one), await isIn(two), await isIn(cookie)]).toEqual([false, true, true]);
  expect((await ask(`DELETE /me/sessions/${id}`, { as: cookie })).status).toBe(404);
  expect((await ask('DELETE /me/sessions', { as: cookie })).status).toBe(204);
  expect([await isIn(two), await isIn(cookie), await isIn(stranger.cookie)]).toEqual([false, true, true]);
});

test('an API token is told once, replaced by the next one, and ended', async () => {
  const { cookie } = await person();
  const ofMine = () => ask('GET /me/api-token', { as: cookie });
  expect((await ofMine()).body.created_at).toBeNull();
  const first = await ask('POST /me/api-token', { as: cookie, headers: { 'idempotency-key': 'first' } });
  expect([first.status, await isIn(first.body.token)]).toEqual([201, true]);
  const again = await ask('POST /me/api-token', { as: cookie, headers: { 'idempotency-key': 'first' } });
  expect(again.body.code).toBe('idempotency.secret_told');
  const second = await ask('POST /me/api-token', { as: cookie });
  expect([await isIn(first.body.token), await isIn(second.body.token)]).toEqual([false, true]);
  expect((await ofMine()).body).toEqual({ created_at: muster.clock.now().toISOString() });
  expect((await ask('DELETE /me/api-token', { as: cookie })).status).toBe(204);
  expect([await isIn(second.body.token), (await ofMine()).body.created_at]).toEqual([false, null]);
  expect((await ask('DELETE /me/api-token', { as: cookie })).status).toBe(404);
});

test('a token with scopes makes no token without them', async () => {
  const { account } = await person();
  const scoped = await muster.accessToken(alpha, account, ['read', 'write']);
  expect((await ask('GET /me', { as: scoped })).status).toBe(200);
  expect((await ask('POST /me/api-token', { as: scoped })).status).toBe(403);
  expect((await ask('GET /me/sessions', { as: scoped })).status).toBe(403);
  expect((await ask('GET /me/sessions')).status).toBe(401);
});
