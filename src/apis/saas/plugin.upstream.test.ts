import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { saasClient } from '../../../test/support/saas-client.ts';
import { addDomain } from '../../modules/tenants/domains.ts';
import { openTenant } from '../../modules/tenants/tenant-sign-ups.ts';
import { routeTable } from '../../platform/http/route.ts';

/**
 * The cases of contract §14 "Tenant hosts", "Tenant/Invite models", "User model" and "URLs", named as there. What has no
 * counterpart, with the reason:
 * - dashboard cases: `/tenant/dashboard/` is a page of upstream's own; `/api/tenant/` tells the same, judged beside it
 * - home of a site without a tenant, of a marketing site and of an unknown foreign domain: every site has a tenant here,
 *   and an unknown host is 404 (ruling "Tenancy"), which is what upstream's 3 skipped cases wish
 * - the admin's creation form, reverse of url names, `str` of models, activation url (empty): of upstream's framework
 * - create by email only, next free username `existing_user2…11`: a username is made and numbered (ruling "One account,
 *   five shapes"), judged with the users
 */
let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  await muster.database
    .acrossTenants()
    .transaction((tx) => addDomain(tx, 'alpha', 'alpha.example.org', 'localhost'));
});
afterAll(() => muster.close());

describe('Tenant hosts', () => {
  test.each([
    ['root domain', 'localhost', 200],
    ['tenant subdomain', 'alpha.localhost', 200],
    ['tenant external domain', 'alpha.example.org', 200],
    ['unknown subdomain', 'unknown.localhost', 404],
    ['unknown domain (upstream wishes 404)', 'unknown.example.org', 404],
  ])('home on %s', async (_, host, status) => {
    expect((await saasClient(muster, host).get('/')).status).toBe(status);
  });

  test("another tenant's person is nobody on a tenant's subdomain and external domain", async () => {
    const beta = await muster.site('beta');
    const person = await muster.account(beta, { username: 'bea' });
    for (const host of ['alpha.localhost', 'alpha.example.org'])
      expect((await saasClient(muster, host, await muster.jwt(beta, person)).get('tenant/')).status).toBe(
        401,
      );
  });
});

describe('Tenant/Invite models', () => {
  const open = (name: string, subdomain: string) =>
    muster.database
      .acrossTenants()
      .transaction((tx) =>
        openTenant(tx, { name, subdomain, rootDomain: 'localhost', awaitsApproval: false }),
      );

  test('site creation, create_tenant works, a tenant has a site and a site one tenant', async () => {
    const site = await open('Gamma', 'gamma');
    expect(site).toMatchObject({ slug: 'gamma', tenantName: 'Gamma', tenantStatus: 'pending' });
    expect(site.tenantId).not.toBe(alpha.site.tenantId);
  });

  test('extra domain', async () => {
    const site = await muster.services.directory.resolve('alpha.example.org');
    expect(site?.tenantId).toBe(alpha.site.tenantId);
  });

  test('duplicate domain raises', async () => {
    await expect(open('Another alpha', 'alpha')).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('User model', () => {
  test('str/full name "Existing User", short name = username', async () => {
    const person = await muster.account(alpha, { username: 'existing_user', name: 'Existing User' });
    expect([person.name, person.firstName, person.lastName]).toEqual(['Existing User', 'Existing', 'User']);
    expect(person.username).toBe('existing_user');
  });

  test('duplicate email raises, duplicate username raises', async () => {
    const email = 'existing_user@example.com';
    await expect(muster.account(alpha, { username: 'other', email })).rejects.toThrow('Already taken: email');
    await expect(
      muster.account(alpha, { username: 'Existing_User', email: 'o@example.com' }),
    ).rejects.toThrow('Already taken: username');
  });
});

test.each([
  ['login', 'POST', '/api/login/'],
  ['logout', 'POST', '/api/logout/'],
  ['current-user', 'GET', '/api/current-user/'],
  ['users list', 'GET', '/api/users/'],
  ['users detail', 'GET', '/api/users/:pk/'],
  ['comments', 'GET', '/api/users/:pk/comments/'],
  ['activities', 'GET', '/api/users/:pk/activities/'],
  ['password reset', 'POST', '/api/password/reset/'],
  ['reset confirm', 'POST', '/api/password/reset/confirm/'],
  ['password reset page', 'GET', '/password-reset/confirm/:uid/:secret/'],
  ['sign-up tenant', 'POST', '/api/sign-up/tenant/'],
  ['tenant user', 'POST', '/api/sign-up/tenant/:tenant/user/'],
  ['invite', 'POST', '/api/sign-up/tenant/:tenant/invite/'],
  ['invite retrieve', 'GET', '/api/sign-up/tenant/:tenant/invite/:secret/'],
  ['invite activate', 'PUT', '/api/sign-up/tenant/:tenant/invite/:secret/activate/'],
  ['confirm-email (sent)', 'GET', '/api/sign-up/confirm-email/'],
  ['home', 'GET', '/'],
])('URLs: %s', (_, method, path) => {
  const found = routeTable(muster.server).filter((entry) => entry.method === method && entry.path === path);
  expect(found).toHaveLength(1);
});
