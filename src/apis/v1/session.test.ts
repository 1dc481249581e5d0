import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';

let muster: TestApp;
let alpha: TestSite;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  await muster.account(alpha, { username: 'ann', email: 'ann@example.org', password: 'Correct-horse-7' });
});
afterAll(() => muster.close());

const own = { 'sec-fetch-site': 'same-origin' };

async function ask(method: 'GET' | 'POST' | 'DELETE', body?: object, headers: Record<string, string> = own) {
  const answer = await muster.server.inject({
    method,
    url: '/api/v1/session',
    headers: { host: alpha.host, ...headers },
    ...(body && { payload: body }),
  });
  return {
    status: answer.statusCode,
    body: answer.body === '' ? null : answer.json(),
    cookies: answer.cookies,
    headers: answer.headers,
  };
}

const signIn = () => ask('POST', { login: 'ann@example.org', password: 'Correct-horse-7' });
const cookieOf = ({ cookies }: Awaited<ReturnType<typeof ask>>) =>
  `muster_session=${cookies.find(({ name }) => name === 'muster_session')?.value}`;

test('nobody is signed in at first, and the site names itself', async () => {
  const { status, body } = await ask('GET');
  expect([status, body.account, body.participant, body.site.slug]).toEqual([200, null, null, 'alpha']);
});

test('a password opens a session whose cookie no script reads and no other site sends', async () => {
  const entered = await signIn();
  expect(entered.status).toBe(200);
  expect(entered.body.account).toMatchObject({ username: 'ann', role: 'member', is_operator: false });
  expect(entered.cookies.find(({ name }) => name === 'muster_session')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
  const again = await ask('GET', undefined, { cookie: cookieOf(entered) });
  expect(again.body.account.username).toBe('ann');
});

test('signing out ends the session for good', async () => {
  const cookie = cookieOf(await signIn());
  expect((await ask('DELETE', undefined, { ...own, cookie })).status).toBe(204);
  expect((await ask('GET', undefined, { cookie })).body.account).toBeNull();
});

test('a cookie counts on no request that a page of another site sends', async () => {
  const cookie = cookieOf(await signIn());
  const { status, body } = await ask('DELETE', undefined, { cookie, 'sec-fetch-site': 'cross-site' });
  expect([status, body.code]).toEqual([403, 'session.cross_origin']);
  expect((await ask('GET', undefined, { cookie })).body.account.username).toBe('ann');
});

test('a wrong password is 401 as a problem with a code and the id of the request', async () => {
  const { status, body, headers } = await ask('POST', { login: 'ann', password: 'wrong' });
  expect([status, body.code, headers['content-type']]).toEqual([
    401,
    'login.wrong',
    'application/problem+json; charset=utf-8',
  ]);
  expect(body.request_id).toBe(headers['x-request-id']);
});

test('what is missing is told by its pointer', async () => {
  const { status, body } = await ask('POST', { login: 'ann' });
  expect(status).toBe(400);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/password');
});
