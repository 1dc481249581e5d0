import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import { createApiToken } from '../../modules/identity/tokens.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let amy: Account;
let key: string;
/** Sends whatever `Authorization` it is given. */
let anyone: TahoeClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  amy = await muster.account(alpha, { username: 'amy', role: 'admin' });
  key = await muster.apiToken(alpha, amy);
  anyone = tahoeClient(muster, alpha.host, null);
});
afterAll(() => muster.close());

const withHeader = (authorization: string) => anyone.get('v1/users/', { authorization });
const forbidden = { detail: 'You do not have permission to perform this action.' };

describe('who calls', () => {
  test.each([
    ['no header at all', undefined, 'Authentication credentials were not provided.'],
    ['another scheme', 'Basic YTpi', 'Authentication credentials were not provided.'],
    ['an unknown key', `Token ${'0'.repeat(40)}`, 'Invalid token.'],
    ['only the word Token', 'Token', 'Invalid token header. No credentials provided.'],
    ['only the word Token with its colon', 'Token: ', 'Invalid token header. No credentials provided.'],
    ['blanks in the key', 'Token a b', 'Invalid token header. Token string should not contain spaces.'],
    ['bytes that are no header word', '€uro', 'Authentication credentials were not provided.'],
  ])('%s is 401 with its sentence and the scheme to use', async (_, authorization, detail) => {
    const answer = await anyone.get('v1/users/', authorization === undefined ? {} : { authorization });
    expect([answer.status, answer.body]).toEqual([401, { detail }]);
    expect(answer.headers['www-authenticate']).toBe('Token');
  });

  test('the key of an account that is not active is 401 and says so', async () => {
    const asleep = await muster.account(alpha, { username: 'asleep', role: 'admin', active: false });
    const answer = await withHeader(`Token ${await muster.apiToken(alpha, asleep)}`);
    expect([answer.status, answer.body]).toEqual([401, { detail: 'User inactive or deleted.' }]);
  });

  test.each(['Token', 'token', 'TOKEN', 'Token:', 'Bearer', 'bearer:'])(
    'the scheme word %j opens with a good key',
    async (word) => {
      expect((await withHeader(`${word} ${key}`)).status).toBe(200);
    },
  );

  test.each(['admin', 'owner'] as const)('a site %s may call', async (role) => {
    const one = await muster.account(alpha, { username: `good_${role}`, role });
    expect((await withHeader(`Token ${await muster.apiToken(alpha, one)}`)).status).toBe(200);
  });

  test.each(['member', 'staff'] as const)('a %s, who is no admin of the site, is 403', async (role) => {
    const one = await muster.account(alpha, { username: `poor_${role}`, role });
    const answer = await withHeader(`Token ${await muster.apiToken(alpha, one)}`);
    expect([answer.status, answer.body]).toEqual([403, forbidden]);
  });

  test('the key of another tenant is answered, byte for byte, as an unknown one', async () => {
    const bea = await muster.account(beta, { username: 'bea', role: 'owner' });
    const foreign = await withHeader(`Token ${await muster.apiToken(beta, bea)}`);
    const unknown = await withHeader(`Token ${'f'.repeat(40)}`);
    expect([foreign.status, foreign.text]).toEqual([401, unknown.text]);
  });

  test('an OAuth access token with v0 scopes opens Tahoe, one that may only read changes nothing', async () => {
    const wide = await muster.accessToken(alpha, amy);
    const narrow = await muster.accessToken(alpha, amy, ['read']);
    expect((await withHeader(`Bearer ${wide}`)).status).toBe(200);
    expect((await withHeader(`Bearer ${narrow}`)).status).toBe(200);
    const answer = await anyone.post('v1/registrations/', {}, { authorization: `Bearer ${narrow}` });
    expect([answer.status, answer.body]).toEqual([403, forbidden]);
  });

  test.each([[['profile']], [['profile', 'performer', 'venue']]])(
    'an OAuth access token with the scopes %j of another API is 403',
    async (scopes) => {
      const answer = await withHeader(`Bearer ${await muster.accessToken(alpha, amy, scopes)}`);
      expect([answer.status, answer.body]).toEqual([403, forbidden]);
    },
  );

  test('an access token that has run out is 401', async () => {
    const app = await openTestApp();
    const one = await app.account(app.home, { username: 'one', role: 'admin' });
    const token = await app.accessToken(app.home, one);
    const client = tahoeClient(app, app.home.host, null);
    const ask = () => client.get('v1/users/', { authorization: `Bearer ${token}` });
    expect((await ask()).status).toBe(200);
    app.clock.advance(36_000_000);
    expect([(await ask()).status, (await ask()).body]).toEqual([401, { detail: 'Invalid token.' }]);
    await app.close();
  });
});

describe('sessions', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = `muster_session=${await muster.sessionToken(alpha, amy)}`;
  });
  const register = (headers: Record<string, string>) =>
    anyone.post('v1/registrations/', { username: '' }, { cookie, ...headers });

  test('a session cookie reads', async () => {
    expect((await anyone.get('v1/users/', { cookie })).status).toBe(200);
  });

  test.each([
    ['nothing that proves the origin', {}],
    ['another origin', { origin: 'http://evil.example' }],
    ['the host with another port', { origin: 'http://alpha.localhost:9000' }],
    ['a sandboxed page', { origin: 'null' }],
    ["another site by the browser's word", { 'sec-fetch-site': 'cross-site' }],
    [
      "a sister host by the browser's word",
      { 'sec-fetch-site': 'same-site', origin: 'http://alpha.localhost:8000' },
    ],
    ['a foreign page as referrer', { referer: 'http://evil.example/alpha.localhost:8000' }],
  ])('a session cookie with %s changes nothing', async (_, headers) => {
    const answer = await register(headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ detail: expect.stringMatching(/^CSRF Failed: /) });
  });

  test.each([
    ['the own origin', { origin: 'http://alpha.localhost:8000' }],
    ["the browser's word", { 'sec-fetch-site': 'same-origin' }],
    ['a page of this host as referrer', { referer: 'http://alpha.localhost:8000/people' }],
  ])('a session cookie with %s acts', async (_, headers) => {
    expect((await register(headers)).status).toBe(400);
  });

  test('a bad header is 401 although a good cookie lies beside it', async () => {
    const answer = await anyone.get('v1/users/', { cookie, authorization: 'Token nonsense' });
    expect(answer.status).toBe(401);
  });
});

describe('the limit of 60 calls a minute', () => {
  const open = async () => {
    const app = await openTestApp({ throttles: usualThrottles });
    const [one, two] = await Promise.all(
      ['one', 'two'].map((username) => app.account(app.home, { username, role: 'admin' })),
    );
    if (!one || !two) throw new Error('Two accounts were made.');
    const clientOf = async (account: Account) =>
      tahoeClient(app, app.home.host, await app.apiToken(app.home, account));
    return { app, one, first: await clientOf(one), second: await clientOf(two) };
  };

  test('lets 60 calls pass over all endpoints of both versions together, and refuses the 61st', async () => {
    const { app, one, first, second } = await open();
    const asOauth = { authorization: `Bearer ${await app.accessToken(app.home, one)}` };
    const calls = [
      () => first.get('v1/users/'),
      () => first.get('v2/users/', asOauth),
      () => first.get(`v1/users/${one.id}/`),
      () => first.get('v1/api-keys/'),
      () => first.post('v1/registrations/', {}),
      () => first.get('v2/registrations/'),
    ];
    for (let turn = 0; turn < 60; turn += 1) {
      expect((await calls[turn % calls.length]?.())?.status).not.toBe(429);
    }
    app.clock.advance(15_000);
    const refused = await first.get('v1/users/');
    expect([refused.status, refused.body]).toEqual([
      429,
      { detail: 'Request was throttled. Expected available in 45 seconds.' },
    ]);
    expect(refused.headers['retry-after']).toBe('45');
    expect((await second.get('v1/users/')).status).toBe(200);
    app.clock.advance(44_000);
    expect((await first.get('v1/users/')).body).toEqual({
      detail: 'Request was throttled. Expected available in 1 second.',
    });
    app.clock.advance(1_000);
    expect((await first.get('v1/users/')).status).toBe(200);
    await app.close();
  });

  test('counts nobody who was turned away, and nobody at the router root', async () => {
    const { app, first } = await open();
    const member = await app.account(app.home, { username: 'member' });
    const poor = tahoeClient(app, app.home.host, await app.apiToken(app.home, member));
    const stranger = tahoeClient(app, app.home.host, null);
    for (let turn = 0; turn < 61; turn += 1) {
      expect((await poor.get('v1/users/')).status).toBe(403);
      expect((await stranger.get('v1/users/')).status).toBe(401);
      expect((await first.get('v1/')).status).toBe(200);
    }
    await app.close();
  });
});

describe('defects of upstream', () => {
  test('§10.18: a missing token is 401 and not 403', async () => {
    expect((await anyone.post('v1/registrations/', {})).status).toBe(401);
  });

  test('§10.1, §10.2: naming oneself in query or body opens nothing', async () => {
    const member = await muster.account(alpha, { username: 'sly' });
    const token = await muster.apiToken(alpha, member);
    const sly = tahoeClient(muster, alpha.host, token);
    expect((await anyone.get('v1/users/?username=')).status).toBe(401);
    expect((await anyone.post('v1/registrations/', { username: '', user: '' })).status).toBe(401);
    expect((await sly.get('v1/users/?username=sly&user=sly')).status).toBe(403);
    expect((await sly.post('v1/registrations/', { username: 'sly', user: 'sly' })).status).toBe(403);
  });

  test('a revoked key ends at once', async () => {
    const one = await muster.account(alpha, { username: 'ended', role: 'admin' });
    const made = await alpha.context.transaction((tx) =>
      createApiToken(tx, muster.services.identity, one.id),
    );
    const client = tahoeClient(muster, alpha.host, made);
    expect((await client.get('v1/users/')).status).toBe(200);
    expect((await client.send('DELETE', `v1/api-keys/${one.id}/`)).status).toBe(204);
    expect((await client.get('v1/users/')).body).toEqual({ detail: 'Invalid token.' });
  });
});
