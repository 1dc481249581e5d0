import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { listAccounts } from './account-lists.ts';
import {
  activateByLink,
  changeAccount,
  deactivate,
  erase,
  offerNewPassword,
  reactivate,
  requireAccountByEither,
  setPasswordByLink,
} from './accounts.ts';
import { resolveCredential } from './credentials.ts';
import { lookAtLink } from './links.ts';
import { noteLogin, proveLogin } from './logins.ts';
import { prepareRegistration, register } from './registrations.ts';
import { createOrGetApiToken, rotateApiToken } from './tokens.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});

afterAll(() => muster.close());

const registration = (username: string, welcome: 'activation' | 'set_password' | 'none' = 'activation') =>
  prepareRegistration(
    muster.services.passwords,
    alpha.site,
    { username, email: `${username}@example.com`, name: 'El Mo', password: 'sesame-street', fields: {} },
    { username: 'narrow', role: 'member', welcome, now: muster.clock.now() },
  );

const secretOf = (text: string) => /\/([A-Za-z0-9]{22})\b/.exec(text)?.[1] ?? '';

const lastLetter = async (address: string) =>
  (await muster.letters(alpha)).filter((letter) => letter.to_address === address).at(-1)?.text ?? '';

test('an activation link activates once, and looking at it changes nothing', async () => {
  const prepared = await registration('elmo');
  const account = await alpha.context.transaction((tx) =>
    register(tx, muster.services.identity, alpha.site, prepared),
  );
  expect(account.isActive).toBe(false);
  const secret = secretOf(await lastLetter('elmo@example.com'));
  const link = await alpha.context.read((read) => lookAtLink(read, 'activate', secret));
  expect(link.account?.isActive).toBe(false);
  const activate = () =>
    alpha.context.transaction((tx) => activateByLink(tx, muster.services.identity, secret));
  await expect(activate()).resolves.toMatchObject({ isActive: true });
  await expect(activate()).rejects.toMatchObject({ code: 'link.unusable' });
});

test('a link of one tenant opens nothing in another', async () => {
  const beta = await muster.site('beta');
  const prepared = await registration('grover');
  await alpha.context.transaction((tx) => register(tx, muster.services.identity, alpha.site, prepared));
  const secret = secretOf(await lastLetter('grover@example.com'));
  const abroad = beta.context.transaction((tx) => activateByLink(tx, muster.services.identity, secret));
  await expect(abroad).rejects.toMatchObject({ code: 'link.unusable' });
});

test('setting a password by link ends sessions and access tokens, and the API token stays', async () => {
  const account = await muster.account(alpha, { username: 'bert', password: 'old-password-1' });
  const [api, access, session] = [
    await muster.apiToken(alpha, account),
    await muster.accessToken(alpha, account),
    await muster.sessionToken(alpha, account),
  ];
  await alpha.context.transaction((tx) =>
    offerNewPassword(tx, muster.services.identity, alpha.site, account),
  );
  const secret = secretOf(await lastLetter('bert@example.com'));
  const hash = await muster.services.passwords.hash('new-password-1');
  await alpha.context.transaction((tx) => setPasswordByLink(tx, muster.services.identity, secret, hash));
  const found = await alpha.context.read((read) =>
    Promise.all(
      [api, access, session].map((token) => resolveCredential(read, muster.services.identity, token)),
    ),
  );
  expect(found.map((one) => 'actor' in one)).toEqual([true, false, false]);
});

test('a login proves the new password and not the old one', async () => {
  const login = (password: string) =>
    proveLogin(alpha.context.read, muster.services.passwords, { login: 'BERT@example.com', password });
  await expect(login('old-password-1')).rejects.toMatchObject({ code: 'login.wrong' });
  const proven = await login('new-password-1');
  await alpha.context.transaction((tx) => noteLogin(tx, proven));
  await expect(
    proveLogin(alpha.context.read, muster.services.passwords, { login: 'nobody', password: 'x' }),
  ).rejects.toMatchObject({ code: 'login.wrong' });
});

test('the last active owner can be neither deactivated nor erased nor demoted, by two at once neither', async () => {
  const site = await muster.site('owners');
  const [one, two] = [
    await muster.account(site, { username: 'one', role: 'owner' }),
    await muster.account(site, { username: 'two', role: 'owner' }),
  ];
  const both = await Promise.allSettled(
    [one, two].map(({ id }) => site.context.transaction((tx) => deactivate(tx, id, 'owner'))),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { accounts } = await site.context.read((read) =>
    listAccounts(read, { role: 'owner', isActive: true }, { limit: 10, offset: 0 }),
  );
  const left = accounts[0]?.id ?? 0;
  await expect(
    site.context.transaction((tx) => changeAccount(tx, left, { role: 'member' }, 'owner')),
  ).rejects.toMatchObject({ code: 'account.last_owner' });
  await expect(
    site.context.transaction((tx) => erase(tx, muster.services.identity, left, 'owner')),
  ).rejects.toMatchObject({ code: 'account.last_owner' });
});

test('a rotated API token opens nothing, and asking again prints the same key until then', async () => {
  const account = await muster.account(alpha, { username: 'robot', role: 'admin' });
  const { identity } = muster.services;
  const ask = () => alpha.context.transaction((tx) => createOrGetApiToken(tx, identity, account.id));
  const [first, again] = await Promise.all([ask(), ask()]);
  expect(first).toMatch(/^[0-9a-f]{40}$/);
  expect(again).toBe(first);
  const rotated = await alpha.context.transaction((tx) => rotateApiToken(tx, identity, account.id));
  const found = await alpha.context.read((read) =>
    Promise.all([first, rotated].map((token) => resolveCredential(read, muster.services.identity, token))),
  );
  expect(found.map((one) => 'actor' in one)).toEqual([false, true]);
});

test('a search finds part of a name, an address or a username, and its wildcards mean themselves', async () => {
  await muster.account(alpha, { username: 'per_cent', name: 'Zoë Zander' });
  const search = async (text: string) =>
    (
      await alpha.context.read((read) => listAccounts(read, { search: text }, { limit: 9, offset: 0 }))
    ).accounts.map((account) => account.username);
  expect(await search('zoë z')).toEqual(['per_cent']);
  expect(await search('PER_C')).toEqual(['per_cent']);
  expect(await search('p%t')).toEqual([]);
});

test('someone whose username is the e-mail of another is ambiguous', async () => {
  await muster.account(alpha, { username: 'shared@example.com', email: 'a@example.com' });
  await muster.account(alpha, { username: 'other', email: 'shared@example.com' });
  const look = alpha.context.read((read) => requireAccountByEither(read, 'shared@example.com'));
  await expect(look).rejects.toMatchObject({ code: 'account.ambiguous' });
});

test('no letter opens an account that an operator has shut, active before or not, until it is opened again', async () => {
  const { identity } = muster.services;
  for (const active of [true, false]) {
    const account = await muster.account(alpha, { username: `shut${active}`, active });
    await alpha.context.transaction((tx) => deactivate(tx, account.id, 'owner'));
    // Letters of one moment have no order.
    muster.clock.advance(1);
    await alpha.context.transaction((tx) => offerNewPassword(tx, identity, alpha.site, account));
    const secret = secretOf(await lastLetter(account.email));
    const open = () => alpha.context.transaction((tx) => setPasswordByLink(tx, identity, secret, 'hash'));
    await expect(open()).rejects.toMatchObject({ code: 'link.unusable' });
    await alpha.context.transaction((tx) => reactivate(tx, identity, account.id, 'owner'));
    await expect(open()).resolves.toMatchObject({ isActive: true });
  }
});
