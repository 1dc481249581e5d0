import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let api: SaasClient;
let person: Account;
const email = 'ada@example.com';
const [old, fresh] = ['seven red balloons', 'eight blue balloons'];

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  api = saasClient(muster, alpha.host);
});
afterAll(() => muster.close());

beforeEach(async () => {
  await muster.query('delete from accounts; delete from letters');
  person = await muster.account(alpha, { username: 'ada', name: 'Ada Lovelace', email, password: old });
});

const login = (password: string) => api.post('login/', { email, password });
const confirm = (fields: object) => api.post('password/reset/confirm/', fields);

/** The parts of the link in the newest letter, as a program takes them out of it. */
async function askForReset() {
  await api.post('password/reset/', { email: 'ADA@Example.com' });
  const path = await newestLink(muster, alpha, email);
  const [, uid = '', token = ''] = /^\/password-reset\/confirm\/([\w-]+)\/(\w+)\/$/.exec(path) ?? [];
  return { path, uid, token };
}

describe('a forgotten password (§4.6)', () => {
  test('is set by the parts of the link, once, and ends every sign-in', async () => {
    const jwt = textIn(await login(old), 'token');
    const { uid, token } = await askForReset();
    expect(Buffer.from(uid, 'base64url').toString()).toBe(person.uuid);
    const sent = { uid, token, new_password1: fresh, new_password2: fresh };
    const answer = await confirm(sent);
    expect([answer.status, answer.body]).toEqual([
      200,
      { detail: 'Password has been reset with the new password.' },
    ]);
    expect((await confirm(sent)).body).toEqual({ token: ['Invalid value'] });
    expect((await login(fresh)).status).toBe(200);
    expect((await api.as(jwt).get('current-user/')).body).toEqual({ detail: 'Invalid signature.' });
  });

  test('what is wrong is told in this order: fields, uid, password, token', async () => {
    const required = ['This field is required.'];
    expect((await confirm({})).body).toEqual({
      new_password1: required,
      new_password2: required,
      uid: required,
      token: required,
    });
    const { uid, token } = await askForReset();
    const sent = { uid, token, new_password1: fresh, new_password2: fresh };
    const invalid = ['Invalid value'];
    for (const bad of ['!', 'MQ', Buffer.from(`${person.uuid}`.replace(/^./, 'f')).toString('base64url')])
      expect((await confirm({ ...sent, uid: bad, new_password1: 'x' })).body).toEqual({ uid: invalid });
    expect((await confirm({ ...sent, token: 'x', new_password2: 'y' })).body).toEqual({
      new_password2: ["The two password fields didn't match."],
    });
    const weak = { new_password1: 'lovelace', new_password2: 'lovelace' };
    expect((await confirm({ ...sent, token: 'x', ...weak })).body).toEqual({
      new_password2: ['The password is too similar to the last name.'],
    });
    expect((await confirm({ ...sent, token: 'x' })).body).toEqual({ token: invalid });
    expect((await confirm(sent)).status).toBe(200);
  });

  test('the link ends after three days, and with a sign-in', async () => {
    const first = await askForReset();
    const wanted = { new_password1: fresh, new_password2: fresh };
    await login(old);
    expect((await confirm({ ...first, ...wanted })).body).toEqual({ token: ['Invalid value'] });
    const second = await askForReset();
    muster.clock.advance(3 * 24 * 3600 * 1000 + 1);
    expect((await confirm({ ...second, ...wanted })).body).toEqual({ token: ['Invalid value'] });
  });

  test("one person's link does not set another's password", async () => {
    const other = await muster.account(alpha, { username: 'eve', password: old });
    const { token } = await askForReset();
    const uid = Buffer.from(other.uuid).toString('base64url');
    const answer = await confirm({ uid, token, new_password1: fresh, new_password2: fresh });
    expect(answer.body).toEqual({ token: ['Invalid value'] });
  });

  test('the page of the letter does it as well, and looking at it uses nothing', async () => {
    const { path } = await askForReset();
    const pages = browse(muster, alpha);
    for (const _ of [1, 2]) expect((await pages.open(path)).status).toBe(200);
    expect((await pages.send(path, { password: fresh, password_again: fresh })).status).toBe(200);
    expect((await pages.open(path)).status).toBe(410);
    expect((await login(fresh)).status).toBe(200);
  });

  test('the letter goes to the stored address, whatever form was typed (§15.7)', async () => {
    await api.post('password/reset/', { email: 'ＡDA@EXAMPLE.COM' });
    const letters = await muster.letters(alpha);
    expect(letters.map((letter) => letter.to_address)).toEqual([email]);
  });

  test('the link names the site, whatever host the request named (§15.8)', async () => {
    await api.post('password/reset/', { email }, { 'x-forwarded-host': 'evil.com' });
    const [letter] = await muster.letters(alpha);
    expect(letter?.text).toContain('http://alpha.localhost:8000/password-reset/confirm/');
  });

  test('nobody inactive and nobody without a password gets a letter', async () => {
    await muster.query('update accounts set is_active = false');
    await api.post('password/reset/', { email });
    await muster.query('update accounts set is_active = true, password_hash = null');
    await api.post('password/reset/', { email });
    expect(await muster.letters(alpha)).toEqual([]);
  });
});

describe('another password (§4.4)', () => {
  test('ends every sign-in of the account, the one used included, and no API token (§15.4)', async () => {
    const [one, two] = [textIn(await login(old), 'token'), textIn(await login(old), 'token')];
    const key = await muster.apiToken(alpha, person);
    const changed = await api
      .as(one)
      .post('password/change/', { new_password1: fresh, new_password2: fresh });
    expect(changed.status).toBe(200);
    for (const token of [one, two]) expect((await api.as(token).get('current-user/')).status).toBe(401);
    expect((await api.as(key).get('current-user/')).status).toBe(200);
  });

  test('the old one is not asked for, but must be right where it is sent (§15.5)', async () => {
    const mine = api.as(await muster.jwt(alpha, person));
    const sent = { new_password1: fresh, new_password2: fresh };
    expect((await mine.post('password/change/', { ...sent, old_password: 'wrong' })).body).toEqual({
      old_password: ['Your old password was entered incorrectly. Please enter it again.'],
    });
    expect((await mine.post('password/change/', { ...sent, old_password: old })).status).toBe(200);
  });

  test('is judged by what the person is called, and has at most 128 characters', async () => {
    const mine = api.as(await muster.jwt(alpha, person));
    const change = (password: string) =>
      mine.post('password/change/', { new_password1: password, new_password2: password });
    expect((await change('ada@example.com')).body).toEqual({
      new_password2: ['The password is too similar to the email address.'],
    });
    const long = ['Ensure this field has no more than 128 characters.'];
    expect((await change('x'.repeat(129))).body).toEqual({ new_password1: long, new_password2: long });
  });

  test('keeps its blanks, as everywhere (§15.32)', async () => {
    const mine = api.as(await muster.jwt(alpha, person));
    const blanks = ` ${fresh} `;
    await mine.post('password/change/', { new_password1: blanks, new_password2: blanks });
    expect([(await login(blanks)).status, (await login(fresh)).status]).toEqual([200, 400]);
  });

  test('without a token 401', async () => {
    const answer = await api.post('password/change/', {});
    expect([answer.status, answer.body, answer.headers['www-authenticate']]).toEqual([
      401,
      { detail: 'Authentication credentials were not provided.' },
      'Bearer realm="api"',
    ]);
  });
});

describe('whose password is another one is told by a letter', () => {
  const notices = async () => {
    const letters = await muster.letters(alpha);
    return letters.filter(({ kind }) => kind === 'password_changed');
  };

  test('after a change, without anything that opens the account', async () => {
    const mine = api.as(await muster.jwt(alpha, person));
    await mine.post('password/change/', { new_password1: 'x', new_password2: 'x' });
    expect(await notices(), 'a refused one').toEqual([]);
    await mine.post('password/change/', { new_password1: fresh, new_password2: fresh });
    const [letter, ...more] = await notices();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to_address: email, subject: 'Your password on alpha was changed' });
    expect(letter?.text).not.toMatch(new RegExp(`${fresh}|password-reset|://`));
  });

  test('after a reset, by a program and by the page of the letter', async () => {
    const { uid, token } = await askForReset();
    await confirm({ uid, token: 'x', new_password1: fresh, new_password2: fresh });
    expect(await notices(), 'a refused one').toEqual([]);
    await confirm({ uid, token, new_password1: fresh, new_password2: fresh });
    expect(await notices()).toHaveLength(1);
    // The letter of a moment later is the newest.
    muster.clock.advance(1);
    const { path } = await askForReset();
    await browse(muster, alpha).send(path, { password: old, password_again: old });
    expect(await notices()).toHaveLength(2);
  });

  test('in their language, else in that of the site', async () => {
    const change = async () => {
      const mine = api.as(await muster.jwt(alpha, person));
      await mine.post('password/change/', { new_password1: fresh, new_password2: fresh });
    };
    await muster.query("update accounts set locale = 'nl'");
    await change();
    // The next letter is the newer one.
    muster.clock.advance(1);
    await muster.query('update accounts set locale = null');
    alpha = await muster.configure(alpha, { language: 'de' });
    await change();
    alpha = await muster.configure(alpha, {});
    expect((await notices()).map(({ locale, subject }) => [locale, subject])).toEqual([
      ['nl', 'Je wachtwoord voor alpha is gewijzigd'],
      ['de', 'Ihr Passwort für alpha wurde geändert'],
    ]);
  });
});

describe('throttles (§15.6)', () => {
  let app: TestApp;
  let strict: SaasClient;
  beforeAll(async () => {
    app = await openTestApp({ throttles: usualThrottles });
    const site = await app.site('strict');
    strict = saasClient(app, site.host);
    await app.account(site, { username: 'ada', email, password: old });
  });
  afterAll(() => app.close());

  test('the sixth wish for a letter within a minute is refused, of a known and an unknown address alike', async () => {
    for (const address of [email, 'unknown@example.com']) {
      for (const _ of [1, 2, 3, 4, 5])
        expect((await strict.post('password/reset/', { email: address })).status).toBe(200);
      const refused = await strict.post('password/reset/', { email: address });
      expect([refused.status, refused.body, refused.headers['retry-after']]).toEqual([
        429,
        { detail: 'Request was throttled. Expected available in 60 seconds.' },
        '60',
      ]);
    }
  });

  test('after ten wrong passwords of a minute the right one is refused too', async () => {
    for (const _ of Array.from({ length: 10 }))
      expect((await strict.post('login/', { email, password: 'wrong' })).status).toBe(400);
    expect((await strict.post('login/', { email, password: old })).status).toBe(429);
    app.clock.advance(60_000);
    expect((await strict.post('login/', { email, password: old })).status).toBe(200);
  });
});
