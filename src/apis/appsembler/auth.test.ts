import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { v0Client } from '../../../test/support/v0-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let boss: Account;
let member: Account;
let token: string;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  boss = await muster.account(alpha, { username: 'boss', role: 'staff' });
  member = await muster.account(alpha, { username: 'member.one' });
  token = await muster.accessToken(alpha, boss);
});
afterAll(() => muster.close());

const ask = (headers: Record<string, string>, path = 'accounts/get-user/boss') =>
  v0Client(muster, alpha.host, null).get(path, headers);
const bearing = (authorization: string) => ask({ authorization });

describe('credentials', () => {
  test.each([
    ['no header', undefined],
    ['a header of another scheme', 'Basic Ym9zczpib3Nz'],
    ['an empty header', ''],
  ])('%s is answered with the sentence of the document', async (_what, authorization) => {
    const answer = await ask(authorization === undefined ? {} : { authorization });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ detail: 'Authentication credentials were not provided.' });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="api"');
    expect(answer.headers['content-type']).toContain('application/json');
  });

  test.each([
    ['Bearer', 'token_not_provided', 'Invalid token header. No credentials provided.'],
    ['Bearer a b', 'token_malformed', 'Invalid token header. Token string should not contain spaces.'],
    [
      'Bearer cbf6a5de322cf6a4323c957a882xy1s321c954b86',
      'token_nonexistent',
      'The provided access token does not match any valid tokens.',
    ],
  ])('"%s" is an invalid token: %s', async (authorization, error_code, developer_message) => {
    const answer = await bearing(authorization);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ detail: 'Invalid Token.', error_code, developer_message });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="api"');
  });

  test('a token stops working after ten hours', async () => {
    const short = await muster.accessToken(alpha, boss);
    muster.clock.advance(35_999_000);
    expect((await bearing(`Bearer ${short}`)).status).toBe(200);
    muster.clock.advance(1000);
    expect((await bearing(`Bearer ${short}`)).body).toEqual({
      detail: 'Invalid Token.',
      error_code: 'token_expired',
      developer_message: 'The provided access token has expired and is no longer valid.',
    });
    token = await muster.accessToken(alpha, boss);
  });

  test('a token of an inactive account is disabled, and says whose it is', async () => {
    const gone = await muster.account(alpha, { username: 'gone', role: 'admin', active: false });
    const answer = await bearing(`Token ${await muster.apiToken(alpha, gone)}`);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({
      error_code: 'user_is_disabled',
      developer_message: 'User disabled by admin: gone',
    });
  });

  test('the scheme may be in any case and carry a stray colon', async () => {
    for (const scheme of ['bearer', 'BEARER', 'Bearer:', 'bearer:'])
      expect((await bearing(`${scheme} ${token}`)).status).toBe(200);
  });

  test('an API token and a session identify the same account', async () => {
    const key = await muster.apiToken(alpha, boss);
    expect((await bearing(`Token ${key}`)).status).toBe(200);
    expect((await bearing(`Bearer ${key}`)).status).toBe(200);
    const cookie = `muster_session=${await muster.sessionToken(alpha, boss)}`;
    expect((await ask({ cookie })).status).toBe(200);
  });

  test('a bad header is refused even beside a good session', async () => {
    const cookie = `muster_session=${await muster.sessionToken(alpha, boss)}`;
    expect((await ask({ cookie, authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await ask({ cookie, authorization: 'Basic x' })).status).toBe(401);
  });

  test('a session changes nothing without a proof that the request comes from this site', async () => {
    const cookie = `muster_session=${await muster.sessionToken(alpha, boss)}`;
    const connect = (headers: Record<string, string>) =>
      v0Client(muster, alpha.host, null).post(
        'accounts/connect',
        { username: 'member.one' },
        { cookie, ...headers },
      );
    expect((await connect({})).status).toBe(403);
    expect((await connect({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await connect({ 'sec-fetch-site': 'cross-site', origin: `http://${alpha.host}` })).status).toBe(
      403,
    );
    expect((await connect({ origin: `http://${alpha.host}` })).status).toBe(200);
    expect((await connect({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('a token of another tenant is answered, byte for byte, like an unknown one', async () => {
    const stranger = await muster.account(beta, { username: 'boss', role: 'owner' });
    const foreign = await bearing(`Bearer ${await muster.accessToken(beta, stranger)}`);
    const unknown = await bearing('Bearer nonsense');
    expect(foreign.status).toBe(401);
    expect(foreign.text).toBe(unknown.text);
  });
});

describe('who may call', () => {
  test.each(['staff', 'admin', 'owner'] as const)('%s of the tenant may', async (role) => {
    const account = await muster.account(alpha, { username: `as-${role}`, role });
    const client = v0Client(muster, alpha.host, await muster.accessToken(alpha, account));
    expect((await client.get('accounts/get-user/boss')).status).toBe(200);
    expect((await client.get('analytics/accounts/batch')).status).toBe(200);
    expect((await client.post('accounts/connect', { username: 'member.one' })).status).toBe(200);
  });

  test('a member may ask about itself only', async () => {
    const own = v0Client(muster, alpha.host, await muster.accessToken(alpha, member));
    expect((await own.get('accounts/get-user/member.one')).status).toBe(200);
    expect((await own.get('accounts/get-user/MEMBER.ONE')).status).toBe(200);
    const refusal = { detail: 'You do not have permission to perform this action.' };
    for (const path of ['accounts/get-user/boss', 'accounts/get-user/nobody', 'analytics/accounts/batch']) {
      const answer = await own.get(path);
      expect(answer.status).toBe(403);
      expect(answer.body).toEqual(refusal);
    }
  });

  test('scopes of v0 open v0, those of Gemini alone do not, and changing needs write', async () => {
    const reading = async (...scopes: string[]) =>
      (await bearing(`Bearer ${await muster.accessToken(alpha, boss, scopes)}`)).status;
    expect(await reading('read')).toBe(200);
    expect(await reading('email', 'profile')).toBe(200);
    expect(await reading('write')).toBe(200);
    expect(await reading('profile')).toBe(403);
    expect(await reading('profile', 'performer', 'venue')).toBe(403);
    const changing = async (...scopes: string[]) => {
      const client = v0Client(muster, alpha.host, await muster.accessToken(alpha, boss, scopes));
      return (await client.post('accounts/connect', { username: 'member.one' })).status;
    };
    expect(await changing('read')).toBe(403);
    expect(await changing('write')).toBe(200);
  });
});

describe('defects of the ancestor that are mended', () => {
  const routes = [
    ['POST', 'accounts/create'],
    ['POST', 'accounts/user_without_password'],
    ['POST', 'accounts/connect'],
    ['POST', 'accounts/update_user'],
    ['GET', 'accounts/get-user/boss'],
    ['GET', 'analytics/accounts/batch'],
  ] as const;

  test.each(routes)('1: an empty username is no way in: %s %s', async (method, path) => {
    const stranger = v0Client(muster, alpha.host, null);
    const answer =
      method === 'GET'
        ? await stranger.get(`${path}?username=`)
        : await stranger.post(`${path}?username=`, { username: '', user: '' });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ detail: 'Authentication credentials were not provided.' });
  });

  test.each(routes)('2: naming oneself beside the request is no right: %s %s', async (method, path) => {
    const own = v0Client(muster, alpha.host, await muster.accessToken(alpha, member));
    const query = `${path}?username=member.one`;
    const naming = { username: 'member.one', user: 'member.one', user_lookup: 'member.one', name: 'Me' };
    const answer = method === 'GET' ? await own.get(query) : await own.post(query, naming);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ detail: 'You do not have permission to perform this action.' });
  });
});
