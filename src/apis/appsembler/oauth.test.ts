import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { v0Client } from '../../../test/support/v0-client.ts';
import { deactivate } from '../../modules/identity/accounts.ts';
import { createOauthClient, disableOauthClient } from '../../modules/identity/oauth-clients.ts';
import type { Account, Grant } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let boss: Account;
let client: { clientId: string; clientSecret: string };
let form: Record<string, string>;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  boss = await muster.account(alpha, { username: 'boss', role: 'admin', password: 'a pass of the boss' });
  client = await makeClient(boss, ['client_credentials', 'password']);
});
beforeEach(() => {
  muster.clock.advance(61_000);
  form = { client_id: client.clientId, client_secret: client.clientSecret, grant_type: 'client_credentials' };
});
afterAll(() => muster.close());

const makeClient = (owner: Account, grants: readonly Grant[]) =>
  alpha.context.transaction((tx) => createOauthClient(tx, { name: 'a client', ownerId: owner.id, grants }));

async function ask(
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  path = '/oauth2/access_token',
) {
  const answer = await muster.server.inject({
    method: 'POST',
    url: path,
    headers: { host: alpha.host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const without = (fields: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

describe('client_credentials', () => {
  test('answers a bearer token that acts as the owner of the client', async () => {
    const answer = await ask({ ...form, token_type: 'bearer' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^\w{30,}$/),
      expires_in: 36000,
      token_type: 'Bearer',
      scope: 'read write email profile',
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const v0 = v0Client(muster, alpha.host, answer.body.access_token);
    expect((await v0.get('accounts/get-user/boss')).status).toBe(200);
  });

  test('takes JSON, multipart, HTTP Basic, and a trailing slash', async () => {
    const json = await muster.server.inject({
      method: 'POST',
      url: '/oauth2/access_token',
      headers: { host: alpha.host },
      payload: form,
    });
    expect(json.statusCode).toBe(200);
    const data = new FormData();
    for (const [name, value] of Object.entries(form)) data.append(name, value);
    const encoded = new Response(data);
    const multipart = await muster.server.inject({
      method: 'POST',
      url: '/oauth2/access_token/',
      headers: { host: alpha.host, 'content-type': encoded.headers.get('content-type') ?? '' },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(multipart.statusCode).toBe(200);
    const grant = { grant_type: 'client_credentials' };
    expect((await ask(grant, basic(client.clientId, client.clientSecret))).status).toBe(200);
  });

  test('gives a narrower scope when one is asked for, and that scope binds', async () => {
    const answer = await ask({ ...form, scope: 'profile read' });
    expect(answer.body.scope).toBe('read profile');
    const v0 = v0Client(muster, alpha.host, answer.body.access_token);
    expect((await v0.get('accounts/get-user/boss')).status).toBe(200);
    expect((await v0.post('accounts/connect', { username: 'boss' })).status).toBe(403);
  });

  test('a client whose owner is a mere member gets a token that v0 refuses', async () => {
    const member = await muster.account(alpha, { username: 'member' });
    const { clientId, clientSecret } = await makeClient(member, []);
    const answer = await ask({ ...form, client_id: clientId, client_secret: clientSecret });
    expect(answer.status).toBe(200);
    const v0 = v0Client(muster, alpha.host, answer.body.access_token);
    expect((await v0.get('analytics/accounts/batch')).status).toBe(403);
  });
});

describe('refusals of RFC 6749', () => {
  test('an unknown client, a wrong secret and no client at all are invalid_client, all alike', async () => {
    const answers = [
      await ask({ ...form, client_id: 'nobody' }),
      await ask({ ...form, client_secret: 'wrong' }),
      await ask(without(form, 'client_secret')),
      await ask(without(form, 'client_id', 'client_secret')),
      await ask({ grant_type: 'client_credentials' }, basic(client.clientId, 'wrong')),
      await ask({ grant_type: 'client_credentials' }, { authorization: 'Basic !' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Basic realm="api"');
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.body.error).toBe('invalid_client');
    }
  });

  test('a disabled client, one of an inactive owner and one of another tenant are invalid_client', async () => {
    const disabled = await makeClient(boss, []);
    await alpha.context.transaction((tx) => disableOauthClient(tx, disabled.clientId));
    const gone = await muster.account(alpha, { username: 'gone', role: 'admin' });
    const orphan = await makeClient(gone, []);
    await alpha.context.transaction((tx) => deactivate(tx, gone.id, 'owner'));
    for (const { clientId, clientSecret } of [disabled, orphan]) {
      const answer = await ask({ ...form, client_id: clientId, client_secret: clientSecret });
      expect(answer.body.error).toBe('invalid_client');
    }
    const beta = await muster.site('beta');
    expect((await ask(form, { host: beta.host })).body.error).toBe('invalid_client');
  });

  test.each([
    ['no grant', { grant_type: '' }, 'invalid_request'],
    ['an unknown grant', { grant_type: 'authorization_code' }, 'unsupported_grant_type'],
    ['an unknown scope', { scope: 'read everything' }, 'invalid_scope'],
    ['a token of another type', { token_type: 'jwt' }, 'invalid_request'],
    ['password without a person', { grant_type: 'password' }, 'invalid_request'],
  ])('%s is refused', async (_what, more, error) => {
    const answer = await ask({ ...form, ...more });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error, error_description: expect.any(String) });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a grant that the client does not have is unauthorized_client', async () => {
    const { clientId, clientSecret } = await makeClient(boss, ['client_credentials']);
    const asked = { ...form, client_id: clientId, client_secret: clientSecret, grant_type: 'password' };
    const answer = await ask({ ...asked, username: 'boss', password: 'a pass of the boss' });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toBe('unauthorized_client');
  });

  test('two different clients in one request, a repeated field and a body that is none are invalid_request', async () => {
    expect((await ask(form, basic('other', 'secret'))).body.error).toBe('invalid_request');
    const inject = (payload: string, type: string) =>
      muster.server.inject({
        method: 'POST',
        url: '/oauth2/access_token',
        headers: { host: alpha.host, 'content-type': type },
        payload,
      });
    const repeated = await inject(
      'grant_type=password&grant_type=password',
      'application/x-www-form-urlencoded',
    );
    expect([repeated.statusCode, repeated.json().error]).toEqual([400, 'invalid_request']);
    const broken = await inject('{', 'application/json');
    expect([broken.statusCode, broken.json().error]).toEqual([400, 'invalid_request']);
    const numbers = await inject('{"grant_type": 5}', 'application/json');
    expect([numbers.statusCode, numbers.json().error]).toEqual([400, 'invalid_request']);
    const odd = await inject('x', 'text/plain');
    expect([odd.statusCode, odd.json().error]).toEqual([415, 'invalid_request']);
  });

  test('another method and another address are told as everywhere in v0', async () => {
    const wrong = await muster.server.inject({ url: '/oauth2/access_token', headers: { host: alpha.host } });
    expect([wrong.statusCode, wrong.json()]).toEqual([405, { detail: 'Method "GET" not allowed.' }]);
    const lost = await ask(form, {}, '/oauth2/nothing');
    expect([lost.status, lost.body]).toEqual([404, { detail: 'Not found.' }]);
  });
});

describe('password', () => {
  const login = (more: Record<string, string>) => ask({ ...form, grant_type: 'password', ...more });

  test('answers a token of the person, by username or e-mail', async () => {
    const amy = await muster.account(alpha, { username: 'amy', password: 'her own words' });
    for (const username of ['amy', 'AMY@example.com']) {
      const answer = await login({ username, password: 'her own words' });
      expect(answer.status).toBe(200);
      const v0 = v0Client(muster, alpha.host, answer.body.access_token);
      expect((await v0.get(`accounts/get-user/${amy.username}`)).status).toBe(200);
      expect((await v0.get('accounts/get-user/boss')).status).toBe(403);
    }
  });

  test('a wrong password, an unknown and an inactive person are invalid_grant, all alike', async () => {
    await muster.account(alpha, { username: 'asleep', password: 'her own words', active: false });
    const answers = [
      await login({ username: 'boss', password: 'wrong' }),
      await login({ username: 'nobody', password: 'wrong' }),
      await login({ username: 'asleep', password: 'her own words' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.body.error).toBe('invalid_grant');
    }
  });

  test('ten failures within a minute close the account for its rest, for the right password too', async () => {
    const boss = { username: 'boss', password: 'a pass of the boss' };
    for (let n = 0; n < 10; n += 1) expect((await login({ ...boss, password: `${n}` })).status).toBe(400);
    const refused = await login(boss);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body.error).toBe('temporarily_unavailable');
    expect((await ask(form)).status).toBe(200);
    muster.clock.advance(61_000);
    expect((await login(boss)).status).toBe(200);
  });

  test('successes are not counted', async () => {
    for (let n = 0; n < 11; n += 1)
      expect((await login({ username: 'boss', password: 'a pass of the boss' })).status).toBe(200);
  });

  test('of many guesses at once no more than ten are told right from wrong', async () => {
    await muster.account(alpha, { username: 'target', password: 'the right words' });
    const guesses = Array.from({ length: 30 }, (_, n) =>
      login({ username: 'target', password: `guess ${n}` }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  test('a hundred failures within a minute close the address, whoever is named', async () => {
    for (let n = 0; n < 100; n += 1) await login({ username: `nobody${n}`, password: 'x' });
    expect((await login({ username: 'boss', password: 'a pass of the boss' })).status).toBe(429);
  });
});
