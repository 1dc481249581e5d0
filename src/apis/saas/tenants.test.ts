import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let people: { owner: Account; admin: Account; member: Account };
let owner: SaasClient;
let admin: SaasClient;
let member: SaasClient;
let operator: SaasClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  await muster.site('beta');
  people = {
    owner: await muster.account(alpha, { username: 'own', role: 'owner' }),
    admin: await muster.account(alpha, { username: 'adm', role: 'admin' }),
    member: await muster.account(alpha, { username: 'mem' }),
  };
  const as = async (account: Account) => saasClient(muster, alpha.host, await muster.jwt(alpha, account));
  [owner, admin, member] = [await as(people.owner), await as(people.admin), await as(people.member)];
  const boss = await muster.account(muster.home, { username: 'boss', role: 'owner' });
  operator = saasClient(muster, muster.home.host, await muster.jwt(muster.home, boss));
});
afterAll(() => muster.close());

test('the own tenant is told to its people, and renamed by its owner', async () => {
  expect((await member.get('tenant/')).body).toEqual({
    id: alpha.site.tenantUuid,
    name: 'alpha',
    subdomain: 'alpha',
    is_active: true,
    role: 'member',
    domains: ['alpha.localhost'],
  });
  expect((await admin.send('PATCH', 'tenant/', { name: 'A' })).status).toBe(403);
  expect((await owner.send('PATCH', 'tenant/', { name: 'Alpha & Co' })).body).toMatchObject({
    name: 'Alpha & Co',
  });
  expect((await owner.send('PATCH', 'tenant/', { name: 'BETA' })).body).toEqual({
    name: ['tenant with this name already exists.'],
  });
  expect((await member.get('tenants/mine/')).body).toMatchObject([{ name: 'Alpha & Co', role: 'member' }]);
});

describe('members with roles (§15.21)', () => {
  test('are listed for everybody and changed by admins, never above the own role', async () => {
    expect((await member.get('tenant/members/?ordering=username')).body).toMatchObject({
      count: 3,
      results: [
        { username: 'adm', role: 'admin', date_joined: '2026-11-20T12:00:00Z' },
        { username: 'mem', role: 'member' },
        { username: 'own', role: 'owner' },
      ],
    });
    const path = `tenant/members/${people.member.uuid}/`;
    expect((await member.send('PATCH', path, { role: 'admin' })).status).toBe(403);
    expect((await admin.send('PATCH', path, { role: 'owner' })).status).toBe(403);
    expect((await admin.send('PATCH', path, { role: 'staff' })).body).toMatchObject({ role: 'staff' });
    expect((await admin.send('PATCH', path, { role: 'king' })).body).toEqual({
      role: ['"king" is not a valid choice.'],
    });
    const last = await owner.send('PATCH', `tenant/members/${people.owner.uuid}/`, { role: 'member' });
    expect(last.body).toEqual({ role: ['The last active owner of a tenant must stay one.'] });
    expect((await member.get('tenant/members/?role=staff')).body).toMatchObject({ count: 1 });
  });

  test('shutting an account ends its tokens, and says so (§15.4)', async () => {
    const shut = await muster.account(alpha, { username: 'shut' });
    const api = saasClient(muster, alpha.host, await muster.jwt(alpha, shut));
    const path = `tenant/members/${shut.uuid}/`;
    expect((await admin.send('PATCH', path, { is_active: false })).body).toMatchObject({ is_active: false });
    const refused = await api.get('current-user/');
    expect([refused.status, refused.body]).toEqual([401, { detail: 'User account is disabled.' }]);
    await admin.send('PATCH', path, { is_active: true });
    expect((await api.get('current-user/')).body).toEqual({ detail: 'Invalid signature.' });
  });
});

describe('the operator, on the default site', () => {
  test('sees all tenants; others see their own', async () => {
    expect((await operator.get('tenants/')).body).toMatchObject({ count: 3 });
    expect((await owner.get('tenants/')).body).toMatchObject({ count: 1, results: [{ subdomain: 'alpha' }] });
  });

  test('shuts and opens a tenant; nobody else may, and not the own', async () => {
    expect((await owner.post('tenants/beta/deactivate/')).status).toBe(404);
    expect((await operator.post('tenants/beta/deactivate/')).body).toMatchObject({ status: 'suspended' });
    const beta = saasClient(muster, 'beta.localhost');
    const shut = await beta.post('login/', {});
    expect([shut.status, shut.body]).toEqual([403, { detail: 'This site is suspended.' }]);
    expect((await operator.post('tenants/beta/activate/')).body).toMatchObject({ status: 'active' });
    expect((await beta.post('login/', {})).status).toBe(400);
    expect((await operator.post('tenants/default/deactivate/')).status).toBe(403);
    expect((await operator.post('tenants/nowhere/activate/')).status).toBe(404);
  });
});
