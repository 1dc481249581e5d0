import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { city, festival } from '../../../test/support/festival.ts';
import { geminiClient, geminiClientOf } from '../../../test/support/gemini-asker.ts';
import type { Account } from '../../modules/identity/types.ts';
import { sessionCookie } from '../callers.ts';

let muster: TestApp;
let at: TestSite;
let ann: Account;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  await festival(at, await city(at));
  ann = await muster.account(at, { username: 'ann' });
});
afterAll(() => muster.close());

const own = () => `/api/users/${ann.uuid}/events`;
const ask = (headers: Record<string, string>) =>
  geminiClient(muster, at, null)('GET', own(), undefined, headers);

test('every kind of credential names the same account, with a stray colon too', async () => {
  const access = await muster.accessToken(at, ann, ['profile']);
  const headers = [
    { authorization: `Bearer ${access}` },
    { authorization: `bEARER:  ${access}` },
    { authorization: `Bearer : ${access}` },
    { authorization: `Bearer ${await muster.jwt(at, ann)}` },
    { authorization: `Token ${await muster.apiToken(at, ann)}` },
    { cookie: `${sessionCookie}=${await muster.sessionToken(at, ann)}`, 'sec-fetch-site': 'same-origin' },
  ];
  for (const one of headers) expect((await ask(one)).status).toBe(200);
});

test('nothing, a wrong and another tenant’s token are 401, the latter two alike', async () => {
  expect(await ask({})).toMatchObject({
    status: 401,
    body: { error: 'missing_authorization' },
    headers: { 'www-authenticate': 'Bearer realm="gemini"' },
  });
  const other = await muster.site('other');
  const eve = await muster.account(other, { username: 'eve' });
  const foreign = await muster.accessToken(other, eve, ['profile']);
  const same = { 'x-request-id': 'the-same' };
  const answers = [
    await ask({ authorization: `Bearer ${foreign}`, ...same }),
    await ask({ authorization: `Bearer ${'x'.repeat(42)}`, ...same }),
  ];
  expect(answers[0]).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
  expect(answers[0]?.body).toEqual(answers[1]?.body);
  expect((await ask({ authorization: 'Bearer' })).status).toBe(401);
  expect((await ask({ authorization: 'Basic YTpi' })).status).toBe(401);
});

test('a token of the v0 API opens nothing here, one of this API nothing there', async () => {
  for (const scopes of [['read', 'write', 'email', 'profile'], ['read'], ['profile', 'email']])
    expect(await (await geminiClientOf(muster, at, ann, scopes))('GET', own())).toMatchObject({
      status: 403,
      body: { error: 'insufficient_scope' },
    });
  const boss = await muster.account(at, { username: 'boss', role: 'admin' });
  const there = await geminiClientOf(muster, at, boss, ['profile', 'performer', 'venue', 'city', 'admin']);
  expect((await there('GET', '/tahoe/api/v1/users/')).status).toBe(403);
  expect((await there('GET', '/api/cities/events')).status).toBe(200);
});

test('an expired token is 401 with its own words', async () => {
  const client = await geminiClientOf(muster, at, ann);
  muster.clock.advance(2 * 24 * 60 * 60 * 1000);
  expect(await client('GET', own())).toMatchObject({
    status: 401,
    body: { error: 'invalid_token', error_description: 'The access token has expired.' },
    headers: { 'www-authenticate': 'Bearer realm="gemini", error="invalid_token"' },
  });
});
