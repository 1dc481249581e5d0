import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';
import { requireSite, updateSite } from '../../modules/tenants/sites.ts';

let muster: TestApp;
let alpha: TestSite;
let people: { owner: Account; admin: Account; member: Account };
let owner: SaasClient;
let admin: SaasClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  await muster.site('beta');
  people = {
    owner: await muster.account(alpha, { username: 'own', role: 'owner' }),
    admin: await muster.account(alpha, { username: 'adm', role: 'admin' }),
    member: await muster.account(alpha, { username: 'mem', password: 'seven red balloons' }),
  };
  const as = async (account: Account) => saasClient(muster, alpha.host, await muster.jwt(alpha, account));
  [owner, admin] = [await as(people.owner), await as(people.admin)];
});
afterAll(() => muster.close());

describe('domains of the own', () => {
  test('the tenant answers there until they are taken away', async () => {
    const added = await owner.post('tenant/domains/', { domain: 'WWW.Alpha.example.org' });
    expect([added.status, added.body]).toEqual([
      201,
      { domains: ['alpha.localhost', 'www.alpha.example.org'] },
    ]);
    const there = saasClient(muster, 'www.alpha.example.org', await muster.jwt(alpha, people.member));
    expect((await there.get('current-user/')).status).toBe(200);
    expect((await owner.send('DELETE', 'tenant/domains/www.alpha.example.org/')).status).toBe(204);
    expect((await there.get('current-user/')).status).toBe(404);
  });

  test.each([
    ['beta.localhost', 'Enter a valid domain name, such as www.example.org.'],
    ['localhost', 'Enter a valid domain name, such as www.example.org.'],
    ['127.0.0.1', 'Enter a valid domain name, such as www.example.org.'],
    ['beta', 'Enter a valid domain name, such as www.example.org.'],
    ['http://x.org', 'Enter a valid domain name, such as www.example.org.'],
  ])('%s is none', async (domain, words) => {
    expect((await owner.post('tenant/domains/', { domain })).body).toEqual({ domain: [words] });
  });

  test('none passes for the installation, or for a site below its root domain', async () => {
    const rooted = await openTestApp({ throttles: null, signUps: { rootDomain: 'forms.city.example' } });
    const at = await rooted.site('gamma');
    const boss = await rooted.account(at, { username: 'boss', role: 'owner' });
    const there = saasClient(rooted, at.host, await rooted.jwt(at, boss));
    const below = ['forms.city.example', 'Beta.forms.city.example', 'login.beta.forms.city.example.'];
    for (const domain of [...below, 'city.example'])
      expect((await there.post('tenant/domains/', { domain })).body).toEqual({
        domain: ['A domain below or above forms.city.example cannot be added.'],
      });
    expect((await there.post('tenant/domains/', { domain: 'otherforms.city.example' })).status).toBe(201);
    await rooted.close();
  });

  test('letters name none, and the log tells who added and removed which', async () => {
    const domain = 'Logged.example.org';
    await owner.post('tenant/domains/', { domain });
    await saasClient(muster, 'logged.example.org').post('password/reset/', { email: people.member.email });
    const letters = await muster.letters(alpha);
    expect(letters.map(({ text }) => text).join()).toContain('http://alpha.localhost:8000/');
    expect(letters.map(({ text }) => text).join()).not.toContain('logged.example.org');
    await owner.send('DELETE', `tenant/domains/${domain}/`);
    const log = await muster.query(
      "select verb, author_id from activity where object_type = 'host' and object_id = 'logged.example.org' order by id",
    );
    expect(log).toEqual(['added', 'removed'].map((verb) => ({ verb, author_id: String(people.owner.id) })));
  });

  test('are for the owner, no name is taken from others or from under the root, and 20 are enough', async () => {
    expect((await admin.post('tenant/domains/', { domain: 'x.example.org' })).status).toBe(403);
    await muster.query(
      `insert into hosts select 'taken.example.org', 2, tenant_id, id from sites where slug = 'beta'`,
    );
    expect((await owner.post('tenant/domains/', { domain: 'taken.example.org' })).body).toEqual({
      domain: ['There is already an domain with that name.'],
    });
    expect((await owner.send('DELETE', 'tenant/domains/taken.example.org/')).status).toBe(404);
    for (let n = 1; n < 20; n += 1)
      expect((await owner.post('tenant/domains/', { domain: `d${n}.example.org` })).status).toBe(201);
    expect((await owner.post('tenant/domains/', { domain: 'd20.example.org' })).body).toEqual({
      domain: ['A tenant has at most 20 domains.'],
    });
  });
});

describe('domains that are added at once', () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.race.org`);
  const hostsOf = async (slug: string) =>
    muster.query<{ host: string }>(
      'select h.host from hosts h join sites s on s.id = h.site_id where s.slug = $1 and h.host like $2',
      [slug, '%.race.org'],
    );

  test('to one site are all there', async () => {
    const racer = await muster.site('racer');
    const boss = await muster.account(racer, { username: 'boss', role: 'owner' });
    const there = saasClient(muster, racer.host, await muster.jwt(racer, boss));
    const answers = await Promise.all(names.map((domain) => there.post('tenant/domains/', { domain })));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 201));
    expect(await hostsOf('racer')).toHaveLength(names.length);
    for (const domain of names) await there.send('DELETE', `tenant/domains/${domain}/`);
    expect(await hostsOf('racer')).toEqual([]);
  });

  test('would not be without the lock', async () => {
    const loser = await muster.site('loser');
    const across = muster.database.acrossTenants();
    await Promise.allSettled(
      names.map((domain) =>
        across.transaction(async (tx) => {
          const { hosts } = await requireSite(tx, 'loser');
          return updateSite(tx, 'loser', { hosts: [...hosts, domain] });
        }),
      ),
    );
    expect(loser.site.hosts).toHaveLength(1);
    expect((await hostsOf('loser')).length).toBeLessThan(names.length);
    await across.transaction((tx) => updateSite(tx, 'loser', { hosts: ['loser.localhost'] }));
  });

  test('to several sites belong to one of them', async () => {
    const owners = await Promise.all(
      ['one', 'two', 'three', 'four'].map(async (slug) => {
        const at = await muster.site(slug);
        const boss = await muster.account(at, { username: 'boss', role: 'owner' });
        return saasClient(muster, at.host, await muster.jwt(at, boss));
      }),
    );
    const answers = await Promise.all(
      owners.map((there) => there.post('tenant/domains/', { domain: 'same.race.org' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    for (const { body } of answers.filter(({ status }) => status === 400))
      expect(body).toEqual({ domain: ['There is already an domain with that name.'] });
  });
});
