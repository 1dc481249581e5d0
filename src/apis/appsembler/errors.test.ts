import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type V0Client, v0Client } from '../../../test/support/v0-client.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: V0Client;
let token: string;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const boss = await muster.account(alpha, { username: 'boss', role: 'owner' });
  token = await muster.accessToken(alpha, boss);
  staff = v0Client(muster, alpha.host, token);
});
afterAll(() => muster.close());

const send = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD',
  path: string,
  headers = {},
  payload?: string,
) =>
  muster.server.inject({
    method,
    url: `/appsembler_api/v0/${path}`,
    headers: { host: alpha.host, authorization: `Bearer ${token}`, ...headers },
    ...(payload !== undefined && { payload }),
  });

test.each([
  '',
  'nothing',
  'accounts',
  'accounts/createx',
  'accounts/get-user/',
  'accounts/get-user/a/b',
  'enrollment-codes/generatex',
  'enrollment-codes/batches',
  'account/login_session/',
])('an address that is none here is 404 as JSON: "%s"', async (path) => {
  const answer = await send('GET', path);
  expect([answer.statusCode, answer.json()]).toEqual([404, { detail: 'Not found.' }]);
});

test('both slash forms are served, without a redirect', async () => {
  for (const path of ['accounts/get-user/boss', 'analytics/accounts/batch'])
    for (const slash of ['', '/']) expect((await send('GET', path + slash)).statusCode).toBe(200);
});

test('a wrong method is 405 with Allow, once the caller is known', async () => {
  const answer = await send('GET', 'accounts/create');
  expect([answer.statusCode, answer.json()]).toEqual([405, { detail: 'Method "GET" not allowed.' }]);
  expect(answer.headers.allow).toBe('POST, OPTIONS');
  expect((await send('DELETE', 'accounts/get-user/boss')).statusCode).toBe(405);
  expect((await send('GET', 'accounts/create', { authorization: 'Bearer nonsense' })).statusCode).toBe(401);
});

test('OPTIONS and HEAD do no harm', async () => {
  expect((await send('OPTIONS', 'accounts/create')).statusCode).toBe(204);
  expect((await send('HEAD', 'accounts/get-user/boss')).statusCode).toBe(200);
  expect((await send('HEAD', 'analytics/accounts/batch')).statusCode).toBe(200);
});

test('a caller who takes no JSON is 406', async () => {
  const answer = await send('GET', 'accounts/get-user/boss', { accept: 'text/html' });
  expect(answer.statusCode).toBe(406);
  expect(answer.json()).toEqual({ detail: 'Could not satisfy the request Accept header.' });
});

test('bodies of other types, broken JSON and too long ones are 415, 400 and 413', async () => {
  const odd = await send('POST', 'accounts/create', { 'content-type': 'text/plain' }, 'x');
  expect([odd.statusCode, odd.json()]).toEqual([
    415,
    { detail: 'Unsupported media type "text/plain" in request.' },
  ]);
  const broken = await send(
    'POST',
    'accounts/create',
    { 'content-type': 'application/json' },
    '{"username":',
  );
  expect(broken.statusCode).toBe(400);
  expect(broken.json().detail).toMatch(/^JSON parse error - /);
  const long = await send(
    'POST',
    'accounts/create',
    { 'content-type': 'application/json' },
    ' '.repeat(1_048_577),
  );
  expect(long.statusCode).toBe(413);
  expect(long.json()).toEqual({ detail: expect.any(String) });
});

test('a GET answers an ETag, and 304 to whoever has it', async () => {
  const answer = await send('GET', 'accounts/get-user/boss');
  const { etag } = answer.headers;
  expect(etag).toEqual(expect.any(String));
  const again = await send('GET', 'accounts/get-user/boss', { 'if-none-match': etag });
  expect(again.statusCode).toBe(304);
});

test('a host that no site answers for is 404 as JSON, whatever is sent', async () => {
  for (const url of ['/appsembler_api/v0/accounts/create', '/oauth2/access_token']) {
    const answer = await muster.server.inject({ method: 'POST', url, headers: { host: 'nowhere.example' } });
    expect([answer.statusCode, answer.json()]).toEqual([404, { detail: 'Not found.' }]);
  }
});

test('a fault of ours is 500 with a number to ask about and nothing of its cause', async () => {
  await muster.query('alter table activity rename to activity_gone');
  try {
    const answer = await staff.post('accounts/connect', { username: 'boss', name: 'New Name' });
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({ detail: 'Something went wrong on our side.' });
    expect(answer.headers['x-request-id']).toEqual(expect.any(String));
  } finally {
    await muster.query('alter table activity_gone rename to activity');
  }
});
