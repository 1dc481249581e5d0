import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type V0Client, v0Client } from '../../../test/support/v0-client.ts';
import { findAccountByUsername } from '../../modules/identity/accounts.ts';
import { attemptLogin } from '../../modules/identity/logins.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: V0Client;
let flagged = 0;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha', {
    registration_fields: {
      type: 'object',
      properties: { district: { type: 'string', pattern: '^[0-9]{6}$' }, wards: { type: 'integer' } },
    },
  });
  const boss = await muster.account(alpha, { username: 'boss', role: 'staff' });
  staff = v0Client(muster, alpha.host, await muster.accessToken(alpha, boss));
});
afterAll(() => muster.close());

const found = (username: string) => alpha.context.read((read) => findAccountByUsername(read, username));
const countAccounts = async () =>
  (await muster.query<{ n: number }>('select count(*)::int as n from accounts'))[0]?.n;
const lettersTo = async (address: string) =>
  (await muster.letters(alpha)).filter((letter) => letter.to_address === address);
const person = (username: string, more: object = {}) => ({
  username,
  password: 'edx',
  email: `${username}@example.com`,
  name: 'stafftest',
  ...more,
});
const wrongParameters = { user_message: 'Wrong parameters on user creation' };

async function expectRefused(payload: unknown, status: number, body: unknown, path = 'accounts/create') {
  const before = await countAccounts();
  const answer = await staff.post(path, payload);
  expect([answer.status, answer.body]).toEqual([status, body]);
  expect(await countAccounts()).toBe(before);
}

describe('accounts/create', () => {
  test('the sample of the document answers both spellings of the id', async () => {
    const answer = await staff.post(
      'accounts/create',
      { username: 'staff55', password: 'edx', email: 'staff55@example.com', name: 'stafftest' },
      { 'cache-control': 'no-cache' },
    );
    const account = await found('staff55');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ 'user_id ': account?.id, user_id: account?.id });
    expect(answer.text).toContain('"user_id "');
    expect(account).toMatchObject({
      email: 'staff55@example.com',
      name: 'stafftest',
      isActive: true,
      role: 'member',
    });
    const credentials = { login: 'staff55', password: 'edx', address: '::1' };
    const proven = await attemptLogin(alpha.context, muster.services.passwords, credentials, null);
    expect(proven.isActive).toBe(true);
  });

  test('forms and multipart are read like JSON', async () => {
    const asForm = new URLSearchParams({ ...person('form1'), send_activation_email: 'False' });
    expect((await staff.post('accounts/create/', asForm.toString())).status).toBe(200);
    const data = new FormData();
    for (const [name, value] of Object.entries(person('form2'))) data.append(name, String(value));
    const encoded = new Response(data);
    const answer = await muster.server.inject({
      method: 'POST',
      url: '/appsembler_api/v0/accounts/create',
      headers: {
        host: alpha.host,
        authorization: `Token ${await muster.apiToken(alpha, await muster.account(alpha, { username: 'clerk', role: 'admin' }))}`,
        'content-type': encoded.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(answer.statusCode).toBe(200);
    expect(await lettersTo('form1@example.com')).toHaveLength(0);
    expect(await lettersTo('form2@example.com')).toHaveLength(1);
  });

  test('the same username with another e-mail is 409', async () => {
    await staff.post('accounts/create', person('twin'));
    const other = person('twin', { email: 'other@example.com' });
    await expectRefused(other, 409, { user_message: 'User already exists' });
    await expectRefused({ ...other, username: 'TWIN' }, 409, { user_message: 'User already exists' });
  });

  test('the same e-mail with another username is 409', async () => {
    await staff.post('accounts/create', person('first'));
    const other = person('second', { email: 'First@Example.com' });
    await expectRefused(other, 409, { user_message: 'User already exists' });
  });

  test.each(['username', 'name', 'email', 'password'])('a missing %s is 400', async (field) => {
    const whole = person('missing');
    const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
    await expectRefused(rest, 400, wrongParameters);
    for (const value of ['', null, 5, ['x'], {}])
      await expectRefused({ ...whole, [field]: value }, 400, wrongParameters);
  });

  test.each([
    ['a username of percent signs', { username: '%%%%%%%' }],
    ['an e-mail of percent signs', { email: '%%%%%%%' }],
    ['a username of one letter', { username: 'x' }],
    ['a username of 31 letters', { username: 'x'.repeat(31) }],
    ['a username that is no ASCII', { username: 'jürgen' }],
    ['a password like the username', { username: 'foobar', password: 'foobar' }],
    ['a name of 256 letters', { name: 'x'.repeat(256) }],
    ['an address in the name', { name: 'http://spam.example' }],
    ['a NUL in the name', { name: 'a\0b' }],
  ])('%s is 400', async (_what, more) => {
    await expectRefused(person('wrong', more), 400, wrongParameters);
  });

  test.each([[[]], [[{ username: 'x' }]], ['text'], [5], [null]])('a body of %j is 400', async (payload) => {
    const before = await countAccounts();
    const answer = await muster.server.inject({
      method: 'POST',
      url: '/appsembler_api/v0/accounts/create',
      headers: {
        host: alpha.host,
        'content-type': 'application/json',
        authorization: `Bearer ${await muster.accessToken(alpha, await bossAccount())}`,
      },
      payload: JSON.stringify(payload),
    });
    expect([answer.statusCode, answer.json()]).toEqual([400, wrongParameters]);
    expect(await countAccounts()).toBe(before);
  });

  test.each([
    ['False', 0],
    ['false', 0],
    [false, 0],
    ['0', 0],
    [0, 0],
    ['no', 0],
    ['off', 0],
    ['True', 1],
    ['true', 1],
    [true, 1],
    ['1', 1],
    [undefined, 1],
  ])('send_activation_email %j sends %i letters; the account is active either way', async (sent, letters) => {
    flagged += 1;
    const username = `flagged${flagged}`;
    const answer = await staff.post('accounts/create', person(username, { send_activation_email: sent }));
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveProperty('user_id ');
    const posted = await lettersTo(`${username}@example.com`);
    expect(posted).toHaveLength(letters);
    for (const letter of posted) expect(letter.text).toContain('/activate/');
    expect((await found(username))?.isActive).toBe(true);
  });

  test.each(['maybe', '', null, 2, [], {}])('send_activation_email %j is 400', async (sent) => {
    await expectRefused(person('flagged', { send_activation_email: sent }), 400, wrongParameters);
  });

  test('profile fields and the fields of the site are stored, unknown ones ignored', async () => {
    const profile = {
      level_of_education: 'm',
      gender: 'f',
      mailing_address: 'A street',
      city: 'Montevideo',
      country: 'UY',
      goals: 'To learn',
      bio: 'None yet',
      year_of_birth: 1985,
      language: 'es',
    };
    const sent = person('profiled', { ...profile, district: '101815', wards: 3, favourite: 'blue' });
    expect((await staff.post('accounts/create', sent)).status).toBe(200);
    const account = await found('profiled');
    expect(account?.profile).toEqual(profile);
    expect(account?.extra).toEqual({ district: '101815', wards: 3 });
  });

  test('a bad profile field or field of the site is 400 and named beside the sentence', async () => {
    const bad = { gender: 'x', country: 'Atlantis', year_of_birth: 'MMX', city: 5, district: 'north' };
    for (const [field, value] of Object.entries(bad)) {
      const message = { ...wrongParameters, [field]: [expect.any(String)] };
      await expectRefused(person('unprofiled', { [field]: value }), 400, message);
    }
  });

  test('13: no answer signs the caller in as the new person', async () => {
    const answers = [
      await staff.post('accounts/create', person('cookieless')),
      await staff.post('accounts/user_without_password', { email: 'crumb@example.com', name: 'Crumb' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('accounts/user_without_password', () => {
  const path = 'accounts/user_without_password';

  test('the sample of the document, sent to its own path, makes an inactive account and a letter', async () => {
    const answer = await staff.post(path, { email: 'staff58@example.com', name: 'stafftest' });
    const account = await found('staff58');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ username: 'staff58', 'user_id ': account?.id, user_id: account?.id });
    expect(account?.isActive).toBe(false);
    const letters = await lettersTo('staff58@example.com');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.kind).toBe('set_password');
    expect(letters[0]?.text).toContain('/password_reset_confirm/');
  });

  test('the same sample sent to accounts/create, as the document prints it, is the documented 400', async () => {
    await expectRefused({ email: 'staff58@example.com', name: 'stafftest' }, 400, wrongParameters);
  });

  test('a similar e-mail gets a number, the same e-mail 409', async () => {
    const make = (email: string) => staff.post(path, { email, name: 'No Password' });
    expect((await make('userwithoutpassword@example.com')).body).toMatchObject({
      username: 'userwithoutpassword',
    });
    expect((await make('userwithoutpassword@example.org')).body).toMatchObject({
      username: expect.stringMatching(/^userwithoutpassword\d{3}$/),
    });
    const again = { email: 'userwithoutpassword@example.com', name: 'No Password' };
    await expectRefused(again, 409, { user_message: 'User already exists' }, path);
  });

  test('the username is made of the letters and digits of the local part', async () => {
    const answer = await staff.post(path, { email: 'legacy_appsemblerapi+1test@example.com', name: 'Plus' });
    expect(answer.body).toMatchObject({ username: 'legacyappsemblerapi1test' });
  });

  test.each(['not-an-email', '', '   ', undefined, null, 5, '%%%%%%%'])(
    'the e-mail %j is 400',
    async (email) => {
      await expectRefused({ email, name: 'Nobody' }, 400, { user_message: 'Wrong email format' }, path);
    },
  );

  test('another wrong field is 400 with the other sentence', async () => {
    await expectRefused({ email: 'nameless@example.com' }, 400, wrongParameters, path);
    await expectRefused({ email: 'nameless@example.com', name: ' ' }, 400, wrongParameters, path);
  });

  test('the optional fields are stored, a bad one is 400 and named', async () => {
    const optional = {
      country: 'UY',
      city: 'Montevideo',
      gender: 'o',
      goals: 'Fame',
      level_of_education: 'hs',
    };
    const sent = { email: 'filled@example.com', name: 'Filled In', ...optional, year_of_birth: '2000' };
    expect((await staff.post(path, sent)).status).toBe(200);
    expect((await found('filled'))?.profile).toMatchObject({ ...optional, year_of_birth: 2000 });
    const bad = { ...sent, email: 'bad@example.com', gender: 'x' };
    await expectRefused(bad, 400, { ...wrongParameters, gender: [expect.any(String)] }, path);
  });

  test('22: long, short, foreign and crowded local parts all find a username', async () => {
    const emails = [
      `${'a'.repeat(60)}@example.com`,
      'x@example.com',
      'jürgen.müller@example.com',
      '+@example.com',
      ...Array.from({ length: 30 }, (_, n) => `crowd@${n}.example.com`),
    ];
    const answers = await Promise.all(emails.map((email) => staff.post(path, { email, name: 'Some One' })));
    expect(answers.map(({ status }) => status)).toEqual(emails.map(() => 200));
    for (const { body } of answers)
      expect(body).toMatchObject({ username: expect.stringMatching(/^[A-Za-z0-9]{2,30}$/) });
  });

  test('23: nobody can sign in before a password is set, whatever is tried', async () => {
    await staff.post(path, { email: 'locked@example.com', name: 'Locked' });
    for (const password of ['', 'locked', 'null']) {
      const attempt = { login: 'locked', password, address: '::1' };
      const login = attemptLogin(alpha.context, muster.services.passwords, attempt, null);
      await expect(login).rejects.toMatchObject({ code: 'login.wrong' });
    }
  });
});

async function bossAccount() {
  const boss = await found('boss');
  if (!boss) throw new Error('boss was registered at the start');
  return boss;
}
