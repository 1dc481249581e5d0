import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { askToConfirmEmail, changeAccount, deactivate } from '../../modules/identity/accounts.ts';
import type { Account } from '../../modules/identity/types.ts';

const day = 24 * 60 * 60 * 1000;
let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

async function ask(username: string): Promise<{ account: Account; path: string }> {
  const account = await muster.account(alpha, { username });
  await alpha.context.transaction((tx) =>
    askToConfirmEmail(tx, muster.services.identity, alpha.site, account),
  );
  return { account, path: await newestLink(muster, alpha, account.email) };
}

async function confirmedAt({ id }: Account): Promise<Date | null | undefined> {
  const [row] = await muster.query<{ at: Date | null }>(
    'select email_confirmed_at as at from accounts where id = $1',
    [id],
  );
  return row?.at;
}

test('the page names the address and changes nothing; the button confirms it once', async () => {
  const { path, account } = await ask('grace');
  const before = await digestContents(muster.query);
  const { status, html } = await browse(muster, alpha).open(path);
  expect(status).toBe(200);
  expect(html).toContain('grace@example.com is to belong to your account on alpha.');
  expect(await digestContents(muster.query)).toEqual(before);

  const done = await browse(muster, alpha).send(path);
  expect(done.status).toBe(200);
  expect(done.html).toContain('<h1>Your address is confirmed</h1>');
  expect(await confirmedAt(account)).toEqual(muster.clock.now());
  expect((await browse(muster, alpha).send(path)).status).toBe(410);
});

test('the link is dead when the account has moved to another address', async () => {
  const { path, account } = await ask('moved');
  await alpha.context.transaction((tx) =>
    changeAccount(tx, account.id, { email: 'elsewhere@example.com' }, 'owner'),
  );
  expect((await browse(muster, alpha).send(path)).status).toBe(410);
  expect(await confirmedAt(account)).toBeNull();
});

test('the link of a deactivated account is dead', async () => {
  const { path, account } = await ask('gone');
  await alpha.context.transaction((tx) => deactivate(tx, account.id, 'owner'));
  expect((await browse(muster, alpha).open(path)).status).toBe(410);
  expect((await browse(muster, alpha).send(path)).status).toBe(410);
  expect(await confirmedAt(account)).toBeNull();
});

test('the link ends after three days', async () => {
  const { path } = await ask('late');
  muster.clock.advance(3 * day - 1);
  expect((await browse(muster, alpha).open(path)).status).toBe(200);
  muster.clock.advance(1);
  expect((await browse(muster, alpha).open(path)).status).toBe(410);
});
