import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { browse } from '../../../test/support/link-pages.ts';
import { findAccountByUsername } from '../../modules/identity/accounts.ts';
import { makeFirstOwnerLink } from '../../modules/identity/links.ts';
import { proveLogin } from '../../modules/identity/logins.ts';

const day = 24 * 60 * 60 * 1000;
const form = {
  name: 'Grace Hopper',
  email: 'grace@example.com',
  username: 'grace',
  password: 'seven red balloons',
};
let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp();
});
afterAll(() => muster.close());

async function linkOf(at: TestSite): Promise<string> {
  const link = await at.context.transaction((tx) =>
    makeFirstOwnerLink(tx, muster.services.identity, at.site),
  );
  return new URL(link).pathname;
}

const ownersOf = (at: TestSite) =>
  muster.query<{ username: string }>(
    `select username from accounts where tenant_id = $1 and role = 'owner'`,
    [at.site.tenantId],
  );

test('the first person becomes the owner of the default tenant, once, active at once and without a letter', async () => {
  const { home } = muster;
  const path = await linkOf(home);
  const before = await digestContents(muster.query);
  const page = await browse(muster, home).open(path, 'nl');
  expect(page.status).toBe(200);
  expect(page.html).toContain('<h1>Word eigenaar van Muster</h1>');
  for (const field of ['name', 'email', 'username', 'password']) {
    expect(page.html).toContain(`<label for="${field}">`);
  }
  expect(await digestContents(muster.query)).toEqual(before);

  const done = await browse(muster, home).send(path, form, 'nl');
  expect(done.status).toBe(200);
  expect(done.html).toContain('npx muster tahoe_create_token grace');
  expect(done.html).toContain('<a href="/app/">');
  const owner = await home.context.read((read) => findAccountByUsername(read, 'grace'));
  expect(owner).toMatchObject({ role: 'owner', isActive: true, email: 'grace@example.com', locale: 'nl' });
  expect(await muster.letters(home)).toEqual([]);
  const proven = await proveLogin((work) => home.context.read(work), muster.services.passwords, {
    login: 'grace',
    password: form.password,
  });
  expect(proven.accountId).toBe(owner?.id);

  const second = { ...form, username: 'other', email: 'other@example.com' };
  expect((await browse(muster, home).send(path, second)).status).toBe(410);
  expect(await ownersOf(home)).toEqual([{ username: 'grace' }]);
});

test('once there is an owner a new link opens nothing', async () => {
  const alpha = await muster.site('alpha');
  await muster.account(alpha, { username: 'boss', role: 'owner' });
  const path = await linkOf(alpha);
  const before = await digestContents(muster.query);
  expect((await browse(muster, alpha).open(path)).status).toBe(410);
  expect((await browse(muster, alpha).send(path, form)).status).toBe(410);
  expect(await digestContents(muster.query)).toEqual(before);
});

test('a newer link ends the earlier one', async () => {
  const beta = await muster.site('beta');
  const earlier = await linkOf(beta);
  const newer = await linkOf(beta);
  expect((await browse(muster, beta).open(earlier)).status).toBe(410);
  expect((await browse(muster, beta).open(newer)).status).toBe(200);
});

test('everything wrong is said at once beside its field, what was written stays, the password does not', async () => {
  const gamma = await muster.site('gamma');
  const path = await linkOf(gamma);
  const before = await digestContents(muster.query);
  const wrong = { name: '<b>x', email: 'nobody', username: 'a b"', password: '12345' };
  const { status, html } = await browse(muster, gamma).send(path, wrong);
  expect(status).toBe(400);
  for (const field of ['name', 'email', 'username', 'password']) {
    expect(html).toMatch(new RegExp(`<ul class="wrong" id="${field}-wrong"><li>`));
  }
  expect(html).toContain('value="a b&quot;"');
  expect(html).toContain('value="&lt;b&gt;x"');
  expect(html).not.toContain('12345');
  expect(await digestContents(muster.query)).toEqual(before);
  expect((await browse(muster, gamma).send(path, {})).status).toBe(400);
  expect((await browse(muster, gamma).send(path, form)).status).toBe(200);
});

test('a name that is taken is said beside its field, and the link stays good', async () => {
  const delta = await muster.site('delta');
  await muster.account(delta, { username: 'Grace', email: 'g@example.com' });
  const path = await linkOf(delta);
  const taken = await browse(muster, delta).send(path, form);
  expect(taken.status).toBe(409);
  expect(taken.html).toContain('<ul class="wrong" id="username-wrong"><li>This username is taken.</li></ul>');
  expect(taken.html).not.toContain('id="email-wrong"');
  expect((await browse(muster, delta).send(path, { ...form, username: 'hopper' })).status).toBe(200);
});

test("the site's own registration fields are not asked", async () => {
  const fields = { type: 'object', properties: { district: { type: 'string' } }, required: ['district'] };
  const site = await muster.site('schools', { registration_fields: fields });
  expect((await browse(muster, site).send(await linkOf(site), form)).status).toBe(200);
});

test('of many at the same moment exactly one becomes the owner', async () => {
  const site = await muster.site('rush');
  const path = await linkOf(site);
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const sent = { ...form, username: `racer${index}`, email: `racer${index}@example.com` };
      return (await browse(muster, site).send(path, sent)).status;
    }),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(19);
  expect(await ownersOf(site)).toHaveLength(1);
});

test('the link ends after seven days', async () => {
  const site = await muster.site('slow');
  const path = await linkOf(site);
  muster.clock.advance(7 * day);
  expect((await browse(muster, site).open(path)).status).toBe(410);
});
