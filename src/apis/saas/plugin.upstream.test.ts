import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { saasClient, textIn } from '../../../test/support/saas-client.ts';
import { findAccountByEmail } from '../../modules/identity/accounts.ts';
import { hasPassword } from '../../modules/identity/logins.ts';
import type { Account } from '../../modules/identity/types.ts';
import { addDomain } from '../../modules/tenants/domains.ts';
import { openTenant } from '../../modules/tenants/tenant-sign-ups.ts';

/**
 * The cases of contract §14 "Tenant hosts", "Tenant/Invite models", "User model", "Admin" and "URLs", named as there. What
 * has no counterpart, with the reason:
 * - home and dashboard of a site without a tenant (skipped upstream): every site has a tenant
 * - `str` of an invite, `absolute url` of a user: of upstream's framework
 * - email-verified: a page that upstream's own confirmation does not use (contract §5.6)
 * The dashboard, a page of upstream's own, is `/api/tenant/` here; an unknown host is 404 (ruling "Tenancy"), which is what
 * upstream's skipped cases wish.
 */
let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  await muster.site('marketing');
  await muster.database
    .acrossTenants()
    .transaction((tx) => addDomain(tx, 'alpha', 'alpha.example.org', 'localhost'));
});
afterAll(() => muster.close());

describe('Tenant hosts', () => {
  test.each([
    ['root domain', 'localhost', 200],
    ['marketing site', 'marketing.localhost', 200],
    ['tenant subdomain', 'alpha.localhost', 200],
    ['tenant external domain', 'alpha.example.org', 200],
    ['unknown foreign domain (200 upstream, ruling "Tenancy")', 'unknown.example.org', 404],
    ['unknown subdomain', 'unknown.localhost', 404],
  ])('home on %s', async (_, host, status) => {
    expect((await saasClient(muster, host).get('/')).status).toBe(status);
  });

  test.each([
    ['root', 'localhost'],
    ['marketing', 'marketing.localhost'],
    ["other tenant's subdomain", 'alpha.localhost'],
    ["other's external domain", 'alpha.example.org'],
  ])('dashboard (anonymous) on %s: 401 here, for who is signed in elsewhere too', async (_, host) => {
    made += 1;
    const person = await muster.account(beta, { username: `bea${made}` });
    expect((await saasClient(muster, host).get('tenant/')).status).toBe(401);
    // On the root domain a token leads to its own tenant.
    if (host === 'localhost') return;
    expect((await saasClient(muster, host, await muster.jwt(beta, person)).get('tenant/')).status).toBe(401);
  });

  test.each([
    ['unknown subdomain', 'unknown.localhost'],
    ['an unknown domain (skipped upstream)', 'unknown.example.org'],
  ])('dashboard 404 on %s', async (_, host) => {
    expect((await saasClient(muster, host).get('tenant/')).status).toBe(404);
  });
});

describe('Tenant/Invite models', () => {
  const open = (name: string, subdomain: string) =>
    muster.database
      .acrossTenants()
      .transaction((tx) =>
        openTenant(tx, { name, subdomain, rootDomain: 'localhost', awaitsApproval: false }),
      );

  test('site creation', async () => {
    expect(await open('Gamma', 'gamma')).toMatchObject({ slug: 'gamma', hosts: ['gamma.localhost'] });
  });

  test('create_tenant works', async () => {
    expect(await open('Delta', 'delta')).toMatchObject({ tenantName: 'Delta', tenantStatus: 'pending' });
  });

  test('tenant needs site: none is without one', async () => {
    const bare = 'select 1 from tenants t where not exists (select 1 from sites s where s.tenant_id = t.id)';
    expect(await muster.query(bare)).toEqual([]);
  });

  test('site belongs to one tenant: no host leads to another one', async () => {
    const steal = 'update hosts set tenant_id = $1 where site_id = $2';
    await expect(muster.query(steal, [beta.site.tenantId, alpha.site.id])).rejects.toThrow('foreign key');
  });

  test('extra domain', async () => {
    const site = await muster.services.directory.resolve('alpha.example.org');
    expect(site?.tenantId).toBe(alpha.site.tenantId);
  });

  test('duplicate domain raises', async () => {
    await expect(open('Another alpha', 'alpha')).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('activation url (empty upstream): the letter leads to the page of the invitation', async () => {
    const boss = await muster.account(alpha, { username: 'boss', role: 'admin' });
    const api = saasClient(muster, alpha.host, await muster.jwt(alpha, boss));
    await api.post('sign-up/tenant/alpha/invite/', { email: 'somebody@example.com' });
    const link = await newestLink(muster, alpha, 'somebody@example.com');
    expect((await browse(muster, alpha).open(link)).status).toBe(200);
  });
});

describe('User model', () => {
  let existing: Account;
  beforeAll(async () => {
    existing = await muster.account(alpha, { username: 'existing_user', name: 'Existing User' });
  });
  /** As an admin registers somebody, by the address alone. */
  async function create(email: string): Promise<Account> {
    made += 1;
    const admin = await muster.account(alpha, { username: `admin${made}`, role: 'admin' });
    const api = saasClient(muster, alpha.host, await muster.jwt(alpha, admin));
    expect((await api.post('users/', { email })).status).toBe(201);
    const found = await alpha.context.read((read) => findAccountByEmail(read, email));
    if (!found) throw new Error(`${email} was not made`);
    return found;
  }

  test('str "Existing User"', () => expect(existing.name).toBe('Existing User'));
  test('full name "Existing User"', () => {
    expect(`${existing.firstName} ${existing.lastName}`).toBe('Existing User');
  });
  test('short name = username', () => expect(existing.username).toBe('existing_user'));

  test('create by email only (not staff/superuser)', async () => {
    expect(await create('new_user@test.com')).toMatchObject({ email: 'new_user@test.com', role: 'member' });
  });

  test('username derived from email', async () => {
    expect((await create('username@test.com')).username).toBe('username');
  });

  test('duplicate email raises', async () => {
    const { email } = existing;
    await expect(muster.account(alpha, { username: 'other', email })).rejects.toThrow('Already taken: email');
  });

  test('duplicate username raises', async () => {
    const sent = { username: 'Existing_User', email: 'o@example.com' };
    await expect(muster.account(alpha, sent)).rejects.toThrow('Already taken: username');
  });

  test('password usable', async () => {
    const password = 'seven red balloons';
    const { id } = await muster.account(alpha, { username: 'usable', password });
    expect(await alpha.context.read((read) => hasPassword(read, id))).toBe(true);
  });

  test('superuser flags: the operator, who owns the default tenant', async () => {
    const password = 'seven red balloons';
    const flagOf = async (at: TestSite) => {
      const { email } = await muster.account(at, { username: 'flagged', role: 'owner', password });
      const token = textIn(await saasClient(muster, at.host).post('login/', { email, password }), 'token');
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      return [claims.is_superuser, claims.groups];
    };
    expect(await flagOf(alpha)).toEqual([false, ['owner']]);
    await muster.query(`delete from accounts where username = 'flagged'`);
    expect(await flagOf(muster.home)).toEqual([true, ['owner']]);
  });

  test('next free username `existing_user2…11`: a number drawn by chance (ruling "One account, five shapes")', async () => {
    const made = await Promise.all(
      Array.from({ length: 11 }, async (_, n) => (await create(`existing_user@test${n}.com`)).username),
    );
    expect(new Set(made).size).toBe(11);
    for (const username of made) expect(username).toMatch(/^existinguser(\d{3,6})?$/);
  });
});

describe('Admin: a creation form', () => {
  const rename = async (username: string) => {
    made += 1;
    const person = await muster.account(alpha, { username: `form${made}` });
    const api = saasClient(muster, alpha.host, await muster.jwt(alpha, person));
    return api.send('PATCH', 'current-user/', { username });
  };

  test('accepts a new username', async () => {
    expect((await rename('alamode')).body).toMatchObject({ username: 'alamode' });
  });

  test('rejects a taken username', async () => {
    const answer = await rename('alamode');
    expect([answer.status, answer.body]).toEqual([
      400,
      { username: ['A user with that username already exists.'] },
    ]);
  });
});

describe.each([
  ['home', 'GET', '/'],
  ['password reset page', 'GET', '/password-reset/confirm/:uid/:secret/'],
  ['password reset', 'POST', '/api/password/reset/'],
  ['reset confirm', 'POST', '/api/password/reset/confirm/'],
  ['login', 'POST', '/api/login/'],
  ['logout', 'POST', '/api/logout/'],
  ['current-user', 'GET', '/api/current-user/'],
  ['docs', 'GET', '/api/docs'],
  ['users list', 'GET', '/api/users/'],
  ['users detail', 'GET', '/api/users/:pk/'],
  ['comments', 'GET', '/api/users/:pk/comments/'],
  ['activities', 'GET', '/api/users/:pk/activities/'],
  ['dashboard', 'GET', '/api/tenant/'],
  ['sign-up tenant', 'POST', '/api/sign-up/tenant/'],
  ['tenant user', 'POST', '/api/sign-up/tenant/:tenant/user/'],
  ['invite', 'POST', '/api/sign-up/tenant/:tenant/invite/'],
  ['invite retrieve', 'GET', '/api/sign-up/tenant/:tenant/invite/:secret/'],
  ['invite activate', 'PUT', '/api/sign-up/tenant/:tenant/invite/:secret/activate/'],
  ['confirm-email (sent)', 'GET', '/api/sign-up/confirm-email/'],
  ['confirm-email/{key}', 'GET', '/api/sign-up/confirm-email/:key/'],
] as const)('URLs: %s', (_, method, path) => {
  test('reverse', () => {
    expect(muster.server.hasRoute({ method, url: path })).toBe(true);
  });

  test('resolve', async () => {
    const values: Readonly<Record<string, string>> = { ':tenant': 'alpha', ':uid': 'MQ' };
    const url = path.replace(/:\w+/g, (name) => values[name] ?? '00000000-0000-7000-8000-000000000000');
    await saasClient(muster, alpha.host).send(method, url);
    expect(JSON.parse(muster.logged.at(-1) ?? '{}')).toMatchObject({ method, route: path });
  });
});
