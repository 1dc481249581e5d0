import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  askGemini,
  makeCity,
  makeClient,
  peopleOf,
  refused,
  type TestClient,
  type TestPerson,
  usualPassword,
} from '../../../test/support/gemini-people.ts';
import { browse, pathInLetter } from '../../../test/support/link-pages.ts';

const day = 24 * 60 * 60 * 1000;
let muster: TestApp;
let nf: TestSite;
let client: TestClient;
let makePerson: ReturnType<typeof peopleOf>;

beforeAll(async () => {
  muster = await openTestApp();
  nf = await muster.site('nf');
  await makeCity(nf);
  client = await makeClient(nf);
  makePerson = peopleOf(muster, nf, client);
});
beforeEach(() => muster.clock.advance(61_000));
afterAll(() => muster.close());

const lettersTo = async (address: string) =>
  (await muster.letters(nf)).filter(({ to_address }) => to_address === address);
/** Letters of one moment have no order. */
const letterOf = async (address: string, kind: string) =>
  (await lettersTo(address)).find((letter) => letter.kind === kind);
const login = (email: string, password = usualPassword) =>
  askGemini(muster, nf, 'POST', '/api/oauth/token', {
    headers: { authorization: client.basic },
    body: { username: email, password, grant_type: 'password' },
  });

describe('confirming an e-mail', () => {
  const isConfirmed = async ({ ask }: TestPerson) => (await ask('GET')).body.has_confirmed_email;
  const secretOf = async ({ email }: TestPerson) =>
    pathInLetter((await lettersTo(email)).at(-1))
      .split('/')
      .at(-1) ?? '';

  test('the letter opens a page; what a mail scanner opens takes nothing from the person', async () => {
    const person = await makePerson();
    const path = pathInLetter((await lettersTo(person.email)).at(-1));
    expect((await browse(muster, nf).open(path)).status).toBe(200);
    expect(await isConfirmed(person)).toBe(false);
    expect((await browse(muster, nf).send(path)).status).toBe(200);
    expect(await isConfirmed(person)).toBe(true);
  });

  test('a browser at the address of the API is led to the page, a program to the site, as often as it likes', async () => {
    const person = await makePerson();
    const url = `/api/users/confirm/${await secretOf(person)}`;
    const get = (accept: string) => askGemini(muster, nf, 'GET', url, { headers: { accept } });
    const led = await get('text/html,application/xhtml+xml');
    expect([led.status, led.headers.location]).toEqual([
      302,
      url.replace('/api/users/confirm', '/confirm_email'),
    ]);
    expect(await isConfirmed(person)).toBe(false);
    expect((await askGemini(muster, nf, 'HEAD', url)).status).toBe(302);
    expect(await isConfirmed(person)).toBe(false);
    for (let n = 0; n < 2; n += 1) {
      const done = await get('*/*');
      expect([done.status, done.headers.location, done.headers['cache-control']]).toEqual([
        302,
        '/',
        'no-store',
      ]);
      expect(await isConfirmed(person)).toBe(true);
    }
    expect((await askGemini(muster, nf, 'POST', url)).status).toBe(204);
  });

  test('a secret that is none, has expired or was for another address confirms nothing', async () => {
    const person = await makePerson();
    const secret = await secretOf(person);
    expect((await askGemini(muster, nf, 'POST', '/api/users/confirm/nonsense')).status).toBe(410);
    await person.ask('PATCH', '', { body: { email: `new-${person.email}` } });
    expect((await askGemini(muster, nf, 'POST', `/api/users/confirm/${secret}`)).status).toBe(410);
    const late = await makePerson();
    const lateSecret = await secretOf(late);
    muster.clock.advance(3 * day);
    expect((await askGemini(muster, nf, 'GET', `/api/users/confirm/${lateSecret}`)).status).toBe(410);
  });

  test('the letter comes once more on demand, until the e-mail is confirmed', async () => {
    const person = await makePerson();
    expect((await person.ask('POST', '/resend-confirmation')).status).toBe(204);
    expect(await lettersTo(person.email)).toHaveLength(2);
    await askGemini(muster, nf, 'POST', `/api/users/confirm/${await secretOf(person)}`);
    expect((await person.ask('POST', '/resend-confirmation')).status).toBe(204);
    expect(await lettersTo(person.email)).toHaveLength(2);
    const other = await makePerson();
    expect(
      (await askGemini(muster, nf, 'POST', `${person.path}/resend-confirmation`, { token: other.token }))
        .status,
    ).toBe(403);
  });
});

describe('a forgotten password', () => {
  const forget = (email: unknown) =>
    askGemini(muster, nf, 'POST', '/api/users/forgot-password', { body: { email } });
  const reset = (token: string, password = 'eight blue balloons') =>
    askGemini(muster, nf, 'POST', '/api/users/reset-password', { body: { token, password } });
  const secretOf = (path: string) =>
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';

  test('a letter leads to a new one; it works once, ends every token, and a letter tells of it', async () => {
    const { ask, email } = await makePerson();
    const answer = await forget(` ${email.toUpperCase()} `);
    expect([answer.status, answer.text]).toEqual([204, '']);
    const secret = secretOf(pathInLetter(await letterOf(email, 'reset_password')));
    expect(refused(await reset(secret, 'short'))).toEqual([400, 'validation_failed']);
    expect((await reset(secret)).status).toBe(204);
    expect((await ask('GET')).status).toBe(401);
    expect((await login(email, 'eight blue balloons')).status).toBe(201);
    expect(refused(await reset(secret))).toEqual([400, 'validation_failed']);
    const notice = await letterOf(email, 'password_changed');
    expect(notice?.subject).toBe('Your password on nf was changed');
  });

  test('the page of the letter does the same', async () => {
    const { email } = await makePerson();
    await forget(email);
    const path = pathInLetter(await letterOf(email, 'reset_password'));
    const pages = browse(muster, nf);
    expect((await pages.open(path)).status).toBe(200);
    const password = 'Nine green balloons';
    expect((await pages.send(path, { password, password_again: 'other' })).status).toBe(400);
    expect((await pages.send(path, { password, password_again: password })).status).toBe(200);
    expect((await pages.send(path, { password, password_again: password })).status).toBe(410);
    expect((await login(email, password)).status).toBe(201);
    expect(await letterOf(email, 'password_changed')).toBeDefined();
  });

  test('an unknown e-mail and one that is none are answered alike, and no letter leaves', async () => {
    const before = (await muster.letters(nf)).length;
    for (const email of ['nobody@example.org', 'nonsense', ''])
      expect([(await forget(email)).status]).toEqual([204]);
    expect((await muster.letters(nf)).length).toBe(before);
    expect(refused(await forget(undefined))).toEqual([400, 'validation_failed']);
    expect(refused(await reset('nonsense'))).toEqual([400, 'validation_failed']);
  });

  test('five letters a minute are enough for one e-mail, known or not', async () => {
    const { email } = await makePerson();
    for (const address of [email, 'nobody@example.org']) {
      for (let n = 0; n < 5; n += 1) expect((await forget(address)).status).toBe(204);
      expect(refused(await forget(address))).toEqual([429, 'rate_limited']);
    }
  });
});
