import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { deactivate, offerNewPassword } from '../../modules/identity/accounts.ts';
import { resolveCredential } from '../../modules/identity/credentials.ts';
import { proveLogin } from '../../modules/identity/logins.ts';
import type { Account } from '../../modules/identity/types.ts';

const good = 'seven red balloons';
let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

async function offer(username: string, active = true): Promise<{ account: Account; path: string }> {
  const name = `${username} Brewster`;
  const account = await muster.account(alpha, { username, name, password: 'the old password', active });
  // Of an account not yet active the letter of its registration came a moment before.
  muster.clock.advance(1);
  await alpha.context.transaction((tx) =>
    offerNewPassword(tx, muster.services.identity, alpha.site, account),
  );
  return { account, path: await newestLink(muster, alpha, account.email) };
}

const opens = (login: string, password: string) =>
  proveLogin((work) => alpha.context.read(work), muster.services.passwords, { login, password }).then(
    () => true,
    () => false,
  );

test('the page asks for a password and changes nothing, with and without the query of older letters', async () => {
  const { path } = await offer('grace');
  const before = await digestContents(muster.query);
  for (const url of [path, `${path}?track=pwreset`, `${path}/?track=pwreset`]) {
    const { status, html } = await browse(muster, alpha).open(url);
    expect(status).toBe(200);
    expect(html).toContain('<h1>Choose a password for alpha</h1>');
    expect(html).toContain('grace Brewster (grace)');
    expect(html).toMatch(/<label for="password">.*\n<input id="password" [^>]*type="password"/);
  }
  expect(await digestContents(muster.query)).toEqual(before);
});

test('the new password opens the account and the old one no longer does; the link works once', async () => {
  const { path } = await offer('ada');
  const sent = { password: good, password_again: good };
  const done = await browse(muster, alpha).send(`${path}?track=pwreset`, sent);
  expect(done.status).toBe(200);
  expect(done.html).toContain('Your password on alpha is saved');
  expect(done.html).not.toContain(good);
  expect(await opens('ada', good)).toBe(true);
  expect(await opens('ada', 'the old password')).toBe(false);

  const again = { password: 'eight blue balloons', password_again: 'eight blue balloons' };
  expect((await browse(muster, alpha).send(path, again)).status).toBe(410);
  expect(await opens('ada', good)).toBe(true);
});

test('a first password makes the account active', async () => {
  const { path, account } = await offer('fresh', false);
  expect((await browse(muster, alpha).send(path, { password: good })).status).toBe(200);
  expect(await muster.query('select is_active from accounts where id = $1', [account.id])).toEqual([
    { is_active: true },
  ]);
});

test('setting a password ends sessions and access tokens and leaves the API token', async () => {
  const { path, account } = await offer('linus');
  const session = await muster.sessionToken(alpha, account);
  const access = await muster.accessToken(alpha, account);
  const api = await muster.apiToken(alpha, account);
  const who = (token: string) =>
    alpha.context.read((read) => resolveCredential(read, muster.services.identity, token));
  expect(await who(session)).toMatchObject({ actor: { username: 'linus' } });
  await browse(muster, alpha).send(path, { password: good });
  expect(await who(session)).toEqual({ bad: 'unknown' });
  expect(await who(access)).toEqual({ bad: 'unknown' });
  expect(await who(api)).toMatchObject({ actor: { username: 'linus' } });
});

test('an earlier letter ends when a newer one is used', async () => {
  const { path: earlier, account } = await offer('twice');
  muster.clock.advance(1);
  await alpha.context.transaction((tx) =>
    offerNewPassword(tx, muster.services.identity, alpha.site, account),
  );
  const newer = await newestLink(muster, alpha, account.email);
  expect(newer).not.toBe(earlier);
  expect((await browse(muster, alpha).send(newer, { password: good })).status).toBe(200);
  expect((await browse(muster, alpha).send(earlier, { password: good })).status).toBe(410);
});

test('a password that is refused comes back with every message beside its field, and the link stays good', async () => {
  const { path } = await offer('weak');
  const before = await digestContents(muster.query);
  const { status, html } = await browse(muster, alpha).send(path, {
    password: '1234',
    password_again: '1234',
  });
  expect(status).toBe(400);
  expect(html).toContain('<title>Error: Choose a password for alpha</title>');
  expect(html).toContain('role="alert"');
  expect(html).toContain('aria-describedby="password-hint password-wrong" aria-invalid="true" autofocus');
  const list = /<ul class="wrong" id="password-wrong">(.*)<\/ul>/.exec(html)?.[1] ?? '';
  expect(list.split('</li>').filter(Boolean)).toEqual([
    '<li>This password is too short. It must contain at least 8 characters.',
    '<li>This password is too common.',
    '<li>This password is entirely numeric.',
  ]);
  expect(html).not.toContain('1234');
  expect(await digestContents(muster.query)).toEqual(before);
  expect((await browse(muster, alpha).send(path, { password: good })).status).toBe(200);
});

test.each([
  ['no password at all', {}, 'too short'],
  ['two passwords that differ', { password: good, password_again: `${good}!` }, 'not the same'],
  ['one like the username', { password: 'similarity' }, 'too similar to the username'],
  ['one of 129 characters', { password: 'aZ4-'.repeat(33) }, 'no more than 128 characters'],
])('%s: the page again', async (what, fields, message) => {
  const username = what === 'one like the username' ? 'similarity1' : `u${what.length}`;
  const { path } = await offer(username);
  const { status, html } = await browse(muster, alpha).send(path, fields);
  expect(status).toBe(400);
  expect(html).toContain(message);
});

test('something that is no form of ours is refused with a page and changes nothing', async () => {
  const { path } = await offer('odd');
  const before = await digestContents(muster.query);
  const bodies = [
    ['application/x-www-form-urlencoded', 'password=a&password=b'],
    ['application/x-www-form-urlencoded', 'password=%zz'],
    ['application/json', '{"password":5}'],
    ['application/json', '{'],
    ['text/plain', good],
  ];
  for (const [type, payload] of bodies) {
    const headers = { host: alpha.host, 'content-type': type };
    const answer = await muster.server.inject({ method: 'POST', url: path, headers, payload: payload ?? '' });
    expect([400, 415]).toContain(answer.statusCode);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain('<h1>');
  }
  expect(await digestContents(muster.query)).toEqual(before);
});

test('the link of a deactivated account is dead', async () => {
  const { path, account } = await offer('gone');
  await alpha.context.transaction((tx) => deactivate(tx, account.id, 'owner'));
  expect((await browse(muster, alpha).open(path)).status).toBe(410);
  expect((await browse(muster, alpha).send(path, { password: good })).status).toBe(410);
  expect(await opens('gone', good)).toBe(false);
});

test('of many who send different passwords at the same moment one wins, and only that password opens', async () => {
  const { path } = await offer('contested');
  const passwords = Array.from({ length: 12 }, (_, index) => `${good} number ${index}`);
  const statuses = await Promise.all(
    passwords.map(async (password) => (await browse(muster, alpha).send(path, { password })).status),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(11);
  const opened = await Promise.all(passwords.map((password) => opens('contested', password)));
  expect(opened).toEqual(statuses.map((status) => status === 200));
});

test('whoever had a password is told that it is another one, whoever sets the first is not', async () => {
  const told = async (email: string) =>
    (await muster.letters(alpha)).filter(
      (one) => one.kind === 'password_changed' && one.to_address === email,
    );
  const sent = { password: good, password_again: good };
  const { account, path } = await offer('toldone');
  await browse(muster, alpha).send(path, { ...sent, password_again: 'another' });
  expect(await told(account.email)).toEqual([]);
  await browse(muster, alpha).send(path, sent);
  expect(await told(account.email)).toHaveLength(1);
  const first = await offer('newcomer');
  await muster.query('update accounts set password_hash = null where id = $1', [first.account.id]);
  expect((await browse(muster, alpha).send(first.path, sent)).status).toBe(200);
  expect(await told(first.account.email)).toEqual([]);
});
