import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type V0Client, v0Client } from '../../../test/support/v0-client.ts';
import { findAccount } from '../../modules/identity/accounts.ts';
import { attemptLogin } from '../../modules/identity/logins.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let boss: Account;
let staff: V0Client;
let amy: Account;
let round = 0;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  boss = await muster.account(alpha, { username: 'boss', role: 'staff' });
  staff = v0Client(muster, alpha.host, await muster.accessToken(alpha, boss));
});
beforeEach(async () => {
  round += 1;
  amy = await muster.account(alpha, { username: `amy${round}`, name: 'Amy', password: 'before it' });
});
afterAll(() => muster.close());

const now = async (account = amy) => alpha.context.read((read) => findAccount(read, account.id));
const ids = (account = amy) => ({ 'user_id ': account.id, user_id: account.id });
const login = (password: string, account = amy) =>
  attemptLogin(
    alpha.context,
    muster.services.passwords,
    { login: account.username, password, address: '::1' },
    null,
  );
const connect = (payload: unknown) => staff.post('accounts/connect', payload);
const update = (payload: unknown) => staff.post('accounts/update_user', payload);
const trail = () =>
  muster.query<{ verb: string; fields: string[]; author_id: string }>(
    `select * from activity where object_type = 'account' and object_id = $1 and verb = 'changed' order by id`,
    [amy.id],
  );

describe('accounts/connect', () => {
  test('the sample of the document changes e-mail, password and name', async () => {
    const user = await muster.account(alpha, { username: 'test_user', email: 'old@example.com' });
    const answer = await connect({
      username: 'test_user',
      name: 'Test User',
      email: 'test_user@example.com',
      password: 'new@pass',
    });
    expect([answer.status, answer.body]).toEqual([200, ids(user)]);
    expect(await now(user)).toMatchObject({
      name: 'Test User',
      firstName: 'Test',
      email: 'test_user@example.com',
    });
    expect(await login('new@pass', user)).toMatchObject({ accountId: user.id });
  });

  test('without anything to change it answers the id all the same', async () => {
    const blanks = { username: amy.username, email: ' ', name: '', password: null };
    for (const payload of [{ username: amy.username }, blanks]) {
      const answer = await connect(payload);
      expect([answer.status, answer.body]).toEqual([200, ids()]);
    }
    expect(await now()).toEqual(amy);
    expect(await trail()).toHaveLength(0);
  });

  test('a form is read like JSON', async () => {
    const form = new URLSearchParams({ username: amy.username, name: 'Amy Form' });
    expect((await connect(form.toString())).status).toBe(200);
    expect((await now())?.name).toBe('Amy Form');
  });

  test.each([{}, { username: '' }, { username: ' ' }, { username: null }, { username: 5 }, [[]]])(
    'no username in %j is 400',
    async (payload) => {
      const answer = await connect(payload);
      expect([answer.status, answer.body]).toEqual([
        400,
        { user_message: 'Wrong parameters on user connection' },
      ]);
    },
  );

  test('an unknown username is 404', async () => {
    const answer = await connect({ username: 'nobody', name: 'No Body' });
    expect([answer.status, answer.body]).toEqual([404, { user_message: 'User not found' }]);
  });

  test('a malformed e-mail is 409 and nothing is saved', async () => {
    const answer = await connect({
      username: amy.username,
      email: 'zzz%%',
      name: 'Other',
      password: 'changed',
    });
    expect([answer.status, answer.body]).toEqual([409, { user_message: 'Invalid email format' }]);
    expect(await now()).toEqual(amy);
    await expect(login('before it')).resolves.toBeDefined();
  });

  test('an e-mail in use is 409 in any letter case and nothing is saved', async () => {
    for (const email of ['boss@example.com', 'BOSS@Example.com']) {
      const answer = await connect({ username: amy.username, email, name: 'Other', password: 'changed' });
      expect(answer.status).toBe(409);
      expect(answer.body).toEqual({ user_message: `The email ${email} is in use by another user` });
    }
    expect(await now()).toEqual(amy);
    await expect(login('before it')).resolves.toBeDefined();
  });

  test("another letter case of one's own e-mail is a change like any other", async () => {
    const answer = await connect({ username: amy.username, email: amy.email.toUpperCase() });
    expect(answer.status).toBe(200);
    expect((await now())?.email).toBe(amy.email.toUpperCase());
  });

  test('11: values of another type are 400, never 500', async () => {
    for (const more of [{ email: 5 }, { password: ['x'] }, { name: {} }, { name: true }]) {
      const answer = await connect({ username: amy.username, ...more });
      expect([answer.status, answer.body]).toEqual([
        400,
        { user_message: 'Wrong parameters on user connection' },
      ]);
    }
  });
});

describe('3: what connect and update_user change is protected, judged, ended and noted', () => {
  test('an account of a higher role than the caller is 403 and stays as it was', async () => {
    const head = await muster.account(alpha, {
      username: `head${round}`,
      role: 'admin',
      password: 'of the head',
    });
    const refusal = { detail: 'You do not have permission to perform this action.' };
    for (const answer of [
      await connect({ username: head.username, password: 'of a thief' }),
      await connect({ username: head.username }),
      await update({ user_lookup: head.email, email: 'thief@example.com' }),
    ])
      expect([answer.status, answer.body]).toEqual([403, refusal]);
    expect(await now(head)).toEqual(head);
    await expect(login('of the head', head)).resolves.toBeDefined();
  });

  test('a password is judged as at creation', async () => {
    for (const password of ['x', amy.username, 'x'.repeat(129)]) {
      const answer = await connect({ username: amy.username, password });
      expect([answer.status, answer.body]).toEqual([
        400,
        { user_message: 'Wrong parameters on user connection' },
      ]);
    }
    await expect(login('before it')).resolves.toBeDefined();
  });

  test.each([
    ['a new password', { password: 'after it' }],
    ['a new address', { email: 'moved@example.com' }],
  ])('%s ends sessions and access tokens, not the API token', async (_what, more) => {
    const access = await muster.accessToken(alpha, amy);
    const session = await muster.sessionToken(alpha, amy);
    const key = await muster.apiToken(alpha, amy);
    const status = async (headers: Record<string, string>) =>
      (await v0Client(muster, alpha.host, null).get(`accounts/get-user/${amy.username}`, headers)).status;
    const all = async () => [
      await status({ authorization: `Bearer ${access}` }),
      await status({ cookie: `muster_session=${session}` }),
      await status({ authorization: `Token ${key}` }),
    ];
    await connect({ username: amy.username, name: 'Still Amy', email: amy.email.toUpperCase() });
    expect(await all()).toEqual([200, 200, 200]);
    const change = 'email' in more ? { email: `${amy.username}.${more.email}` } : more;
    expect((await connect({ username: amy.username, ...change })).status).toBe(200);
    expect(await all()).toEqual([401, 401, 200]);
  });

  test('the trail names who changed whom and which fields, never their values', async () => {
    await connect({
      username: amy.username,
      name: 'Amy',
      email: 'trail@example.com',
      password: 'trail of tears',
    });
    await update({ user_lookup: 'trail@example.com', city: 'Trailtown', name: 'Amy' });
    const entries = await trail();
    expect(entries.map(({ fields }) => fields)).toEqual([['email', 'password'], ['city']]);
    for (const entry of entries) {
      expect(entry.author_id).toBe(String(boss.id));
      expect(JSON.stringify(entry)).not.toMatch(/trail of tears|trail@example|Trailtown/);
    }
  });
});

describe('accounts/get-user', () => {
  test('answers the username under both keys, 404 for nobody', async () => {
    const answer = await staff.get(`accounts/get-user/${amy.username}`);
    expect([answer.status, answer.body]).toEqual([200, { 'user_id ': amy.username, user_id: amy.username }]);
    const nobody = await staff.get('accounts/get-user/nobody');
    expect([nobody.status, nobody.body]).toEqual([404, { detail: 'Not found.' }]);
  });

  test('19: the whole segment is the username: dots, plus signs and @ belong to it', async () => {
    for (const username of ['joe', 'joe@x.org', 'joe.b+c-d_e'])
      await muster.account(alpha, { username, email: `${username.replace('@', '-')}@example.com` });
    for (const path of ['joe@x.org', 'joe%40x.org', 'joe.b+c-d_e', 'joe.b%2Bc-d_e', 'joe.b+c-d_e/']) {
      const answer = await staff.get(`accounts/get-user/${path}`);
      const username = path.startsWith('joe.b') ? 'joe.b+c-d_e' : 'joe@x.org';
      expect([answer.status, answer.body]).toEqual([200, { 'user_id ': username, user_id: username }]);
    }
    expect((await staff.get('accounts/get-user/joe@y.org')).status).toBe(404);
  });

  test('an account of another tenant is nobody', async () => {
    const beta = await muster.site(`beta${round}`);
    await muster.account(beta, { username: 'abroad' });
    const foreign = await staff.get('accounts/get-user/abroad');
    expect([foreign.status, foreign.text]).toEqual([404, '{"detail":"Not found."}']);
  });

  test('it takes two statements, the credential and the account, however many accounts there are', async () => {
    await staff.get(`accounts/get-user/${amy.username}`);
    const count = async () => {
      muster.statements.length = 0;
      await staff.get(`accounts/get-user/${amy.username}`);
      return muster.statements.length;
    };
    expect(await count()).toBe(2);
    for (let n = 0; n < 30; n += 1) await muster.account(alpha, { username: `more${round}.${n}` });
    expect(await count()).toBe(2);
  });
});
