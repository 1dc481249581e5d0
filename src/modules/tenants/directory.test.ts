import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { openDirectory } from './directory.ts';
import { deleteTenant, setTenantStatus } from './tenants.ts';

let muster: TestApp;

beforeEach(async () => {
  muster = await openTestApp();
});

afterEach(() => muster.close());

const slugFor = async (host: string) => (await muster.services.directory.resolve(host))?.slug ?? null;

test('the only site answers every host, and from the second on an unknown host is nobody', async () => {
  expect(await slugFor('school.example.org')).toBe('default');
  await muster.site('alpha');
  expect(await slugFor('school.example.org')).toBeNull();
});

test('localhost, 127.0.0.1 and [::1] are the default site whatever the port', async () => {
  await muster.site('alpha');
  const hosts = ['localhost', 'LOCALHOST:8000', '127.0.0.1:80', '[::1]:8000', '[::1]'];
  expect(await Promise.all(hosts.map(slugFor))).toEqual(hosts.map(() => 'default'));
});

test('port, case and a final dot of a host do not matter', async () => {
  await muster.site('alpha');
  const hosts = ['alpha.localhost', 'ALPHA.LocalHost:8000', 'alpha.localhost.', 'alpha.localhost.:1'];
  expect(await Promise.all(hosts.map(slugFor))).toEqual(hosts.map(() => 'alpha'));
});

test('what is no host is nobody', async () => {
  await muster.site('alpha');
  const hosts = ['', 'a b', 'alpha.localhost/x', '..', '[::1', 'alpha@localhost', `${'x'.repeat(300)}.org`];
  expect(await Promise.all(hosts.map(slugFor))).toEqual(hosts.map(() => null));
});

test('a found site is kept for five seconds where no announcement arrives, a stranger not at all', async () => {
  const unannounced = openDirectory(muster.database.acrossTenants());
  const alpha = await muster.site('alpha');
  expect(await unannounced.resolve('beta.localhost')).toBeNull();
  await muster.site('beta');
  expect((await unannounced.resolve('beta.localhost'))?.slug).toBe('beta');
  expect((await unannounced.resolve('alpha.localhost'))?.name).toBe('alpha');
  await muster.query(`update sites set name = 'Alpha!' where id = $1`, [alpha.site.id]);
  expect((await unannounced.resolve('alpha.localhost'))?.name).toBe('alpha');
  muster.clock.advance(5_001);
  expect((await unannounced.resolve('alpha.localhost'))?.name).toBe('Alpha!');
});

test('a suspended tenant answers 403 on its hosts, and a deleted one is unknown with all its rows', async () => {
  const alpha = await muster.site('alpha');
  // Without a third one the default site would be alone again, and answer every host.
  await muster.site('beta');
  await muster.account(alpha, { username: 'amy' });
  const owner = muster.database.acrossTenants();
  const ask = async () => {
    muster.services.directory.forget();
    const answer = await muster.server.inject({ url: '/tahoe/api/v1/users/', headers: { host: alpha.host } });
    return answer.statusCode;
  };
  await owner.transaction((tx) => setTenantStatus(tx, 'alpha', 'suspended'));
  expect(await ask()).toBe(403);
  await owner.transaction((tx) => setTenantStatus(tx, 'alpha', 'active'));
  await owner.transaction((tx) => deleteTenant(tx, 'alpha'));
  expect(await ask()).toBe(404);
  expect(await muster.query('select 1 from accounts')).toEqual([]);
  await expect(owner.transaction((tx) => deleteTenant(tx, 'default'))).rejects.toMatchObject({
    code: 'tenant.default',
  });
});
