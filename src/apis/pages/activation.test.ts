import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { deactivate, findAccountByUsername } from '../../modules/identity/accounts.ts';
import { lookAtLink } from '../../modules/identity/links.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { Tx } from '../../platform/database/contract.ts';

const day = 24 * 60 * 60 * 1000;
let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

async function invite(username: string, at = alpha): Promise<{ account: Account; path: string }> {
  const account = await muster.account(at, { username, name: `${username} Hopper`, active: false });
  return { account, path: await newestLink(muster, at, account.email) };
}

async function isActive(username: string): Promise<boolean | undefined> {
  const account = await alpha.context.read((read) => findAccountByUsername(read, username));
  return account?.isActive;
}

test('the page shows whose account it is and a button; opening it changes nothing', async () => {
  const { path } = await invite('grace');
  const before = await digestContents(muster.query);
  const { status, html } = await browse(muster, alpha).open(path);
  expect(status).toBe(200);
  expect(html).toContain('<h1>Activate your account on alpha</h1>');
  expect(html).toContain('grace Hopper (grace)');
  expect(html).toContain('<form method="post">');
  expect(html).toContain('<button type="submit">Activate account</button>');
  expect(await digestContents(muster.query)).toEqual(before);
});

test('a mail scanner that opens the link in every way a link is opened changes nothing', async () => {
  const { path } = await invite('scanned');
  const before = await digestContents(muster.query);
  const agents = ['Mozilla/5.0', 'Microsoft Office Existence Discovery', 'BarracudaCentral', ''];
  for (const agent of agents) {
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
      for (const url of [path, `${path}/`, `${path}?utm_source=scanner`]) {
        const headers = { host: alpha.host, 'user-agent': agent, 'sec-purpose': 'prefetch' };
        const { statusCode } = await muster.server.inject({ method, url, headers });
        expect(statusCode).toBe(method === 'OPTIONS' ? 204 : 200);
      }
    }
  }
  expect(await digestContents(muster.query)).toEqual(before);
  expect((await browse(muster, alpha).send(path)).status).toBe(200);
});

test('the button activates the account and confirms its address; pressed again it says that the link was used', async () => {
  const { path, account } = await invite('ada');
  const done = await browse(muster, alpha).send(path);
  expect(done.status).toBe(200);
  expect(done.html).toContain('<h1>Your account on alpha is active</h1>');
  expect(done.html).toContain('You can sign in as ada.');
  const [row] = await muster.query<{ is_active: boolean; email_confirmed_at: Date }>(
    'select is_active, email_confirmed_at from accounts where id = $1',
    [account.id],
  );
  expect(row).toEqual({ is_active: true, email_confirmed_at: muster.clock.now() });

  const before = await digestContents(muster.query);
  for (const answer of [await browse(muster, alpha).send(path), await browse(muster, alpha).open(path)]) {
    expect(answer.status).toBe(410);
    expect(answer.html).toContain('<h1>This link no longer works</h1>');
    expect(answer.html).toContain('your account is active and you need not do anything');
  }
  expect(await digestContents(muster.query)).toEqual(before);
});

test('the activation is in the log, made by nobody known', async () => {
  const { path, account } = await invite('logged');
  await browse(muster, alpha).send(path);
  const rows = await muster.query(
    `select author_kind, verb from activity where object_type = 'account' and object_id = $1 order by id`,
    [String(account.id)],
  );
  expect(rows).toEqual([
    { author_kind: 'command', verb: 'registered' },
    { author_kind: 'anyone', verb: 'activated' },
    { author_kind: 'anyone', verb: 'confirmed' },
  ]);
});

test('a link works until its last moment and not in it', async () => {
  const { path } = await invite('late');
  muster.clock.advance(14 * day - 1);
  expect((await browse(muster, alpha).open(path)).status).toBe(200);
  muster.clock.advance(1);
  expect((await browse(muster, alpha).open(path)).status).toBe(410);
  expect((await browse(muster, alpha).send(path)).status).toBe(410);
  expect(await isActive('late')).toBe(false);
});

test('a made-up link and a link of another tenant get the same page', async () => {
  const beta = await muster.site('beta');
  const { path } = await invite('stranger', beta);
  const foreign = await browse(muster, alpha).open(path);
  const unknown = await browse(muster, alpha).open(`/activate/${'x'.repeat(22)}`);
  expect(foreign.status).toBe(410);
  expect(foreign.html).toBe(unknown.html);
  expect((await browse(muster, alpha).send(path)).html).toBe(unknown.html);
  expect((await browse(muster, beta).send(path)).status).toBe(200);
});

test('an activation link does nothing on the page of another purpose', async () => {
  const { path } = await invite('swapped');
  for (const page of ['password_reset_confirm', 'confirm_email', 'first_owner']) {
    const other = path.replace('activate', page);
    const fields = { password: 'a long enough passphrase', name: 'N', email: 'n@example.com', username: 'n' };
    expect((await browse(muster, alpha).send(other, fields)).status).toBe(410);
  }
  expect(await isActive('swapped')).toBe(false);
});

test.each([true, false])(
  'the link of an account that was shut is dead, activated before or not (%s)',
  async (activated) => {
    const { path, account } = await invite(`shut-${activated}`);
    if (activated) {
      await alpha.context.transaction((tx) =>
        tx.db.updateTable('accounts').set({ is_active: true }).where('id', '=', account.id).execute(),
      );
    }
    await alpha.context.transaction((tx) => deactivate(tx, account.id, 'owner'));
    expect((await browse(muster, alpha).open(path)).status).toBe(410);
    expect((await browse(muster, alpha).send(path)).status).toBe(410);
    expect(await isActive(`shut-${activated}`)).toBe(false);
  },
);

/** How many of fifty at the same moment succeed. */
async function rush(work: (index: number) => Promise<boolean>): Promise<number> {
  const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => work(index)));
  return outcomes.filter((succeeded) => succeeded).length;
}

test('of fifty who press the button at the same moment exactly one activates', async () => {
  const { path, account } = await invite('rushed');
  const statuses: number[] = [];
  const winners = await rush(async () => {
    const { status } = await browse(muster, alpha).send(path);
    statuses.push(status);
    return status === 200;
  });
  expect(winners).toBe(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(49);
  const activations = await muster.query(
    `select 1 from activity where verb = 'activated' and object_id = $1`,
    [String(account.id)],
  );
  expect(activations).toHaveLength(1);
});

test('the same rush with a look and a write instead of the claim lets more than one through', async () => {
  const { path } = await invite('unguarded');
  const secret = path.split('/').at(-1) ?? '';
  const lookThenWrite = async (tx: Tx) => {
    const { account } = await lookAtLink(tx, 'activate', secret);
    await tx.db
      .updateTable('links')
      .set({ used_at: tx.clock.now() })
      .where('account_id', '=', account?.id ?? 0)
      .execute();
    return true;
  };
  const winners = await rush(() => alpha.context.transaction(lookThenWrite).catch(() => false));
  expect(winners).toBeGreaterThan(1);
});
