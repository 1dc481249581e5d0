import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let alpha: TestSite;
let operator: Asker;
let owner: Asker;
let member: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  operator = await openAsker(
    muster,
    muster.home,
    await muster.account(muster.home, { username: 'op', role: 'owner' }),
  );
  owner = await openAsker(muster, alpha, await muster.account(alpha, { username: 'own', role: 'owner' }));
  member = await openAsker(muster, alpha, await muster.account(alpha, { username: 'mem' }));
});
afterAll(() => muster.close());

test('only the operator, on the site of the installation, sees what concerns the whole of it', async () => {
  const admin = await openAsker(
    muster,
    muster.home,
    await muster.account(muster.home, { username: 'adm', role: 'admin' }),
  );
  for (const path of ['/tenants', '/queue', '/health']) {
    expect((await operator('GET', path)).status, path).toBe(200);
    for (const asker of [owner, admin]) expect((await asker('GET', path)).status, path).toBe(403);
  }
});

test('the operator opens a tenant, which answers at once, and suspends and activates it', async () => {
  const made = await operator('POST', '/tenants', { slug: 'gamma', name: 'Gamma' });
  expect([made.status, made.body.status]).toEqual([201, 'active']);
  const ask = async () =>
    (await muster.server.inject({ url: '/api/v1/session', headers: { host: 'gamma.localhost' } })).statusCode;
  expect(await ask()).toBe(200);
  const path = `/tenants/${made.body.uuid}`;
  expect((await operator('PATCH', path, { status: 'suspended' })).body.status).toBe('suspended');
  expect(await ask()).toBe(403);
  expect((await operator('PATCH', path, { status: 'active', name: 'Gamma School' })).body).toMatchObject({
    status: 'active',
    name: 'Gamma School',
  });
  expect(await ask()).toBe(200);
  const taken = await operator('POST', '/tenants', { slug: 'gamma', name: 'Other' });
  expect(taken.status).toBe(409);
  const unknown = await operator('PATCH', '/tenants/00000000-0000-7000-8000-000000000000', { name: 'x' });
  expect(unknown.status).toBe(404);
});

test("the operator's own tenant is never suspended", async () => {
  const { uuid } = (await operator('GET', '/tenant')).body;
  const refused = await operator('PATCH', `/tenants/${uuid}`, { status: 'suspended' });
  expect([refused.status, refused.body.code]).toEqual([409, 'tenant.own']);
  expect((await operator('GET', '/tenant')).status).toBe(200);
});

test('the list is paged and narrowed by the same statements whatever its length', async () => {
  const count = async (query: string) => {
    muster.statements.length = 0;
    const { body } = await operator('GET', `/tenants${query}`);
    return {
      slugs: body.items.map(({ slug }: { slug: string }) => slug),
      next: body.next,
      n: muster.statements.length,
    };
  };
  const [short, long] = [await count('?limit=1'), await count('?limit=30')];
  expect(short.n).toBe(long.n);
  expect([short.slugs, long.slugs.slice(0, 2)]).toEqual([['default'], ['default', 'alpha']]);
  expect((await count(`?limit=1&cursor=${short.next}`)).slugs).toEqual(['alpha']);
  expect((await count('?slug=alp')).slugs).toEqual(['alpha']);
});

test('an owner renames the tenant; a name of another and a stale change are refused', async () => {
  const before = await member('GET', '/tenant');
  const match = { 'if-match': String(before.headers.etag) };
  expect((await member('PATCH', '/tenant', { name: 'Mine' })).status).toBe(403);
  const renamed = await owner('PATCH', '/tenant', { name: 'Alfa' }, match);
  expect([renamed.status, renamed.body.name]).toEqual([200, 'Alfa']);
  expect((await member('GET', '/tenant')).body.name).toBe('Alfa');
  expect((await owner('PATCH', '/tenant', { name: 'Beta' }, match)).status).toBe(412);
  const taken = await owner('PATCH', '/tenant', { name: 'Muster' });
  expect([taken.status, taken.body.code]).toEqual([409, 'tenant.name_taken']);
  const empty = await owner('PATCH', '/tenant', { name: '' });
  expect([empty.status, empty.pointers()]).toEqual([400, ['/name']]);
});

test('an owner demands a second factor of staff, who then get no further without one', async () => {
  const sue = await muster.account(alpha, { username: 'sue', role: 'staff' });
  const staff = await openAsker(muster, alpha, sue);
  expect((await staff('GET', '/sites')).status).toBe(200);
  const changed = await owner('PATCH', '/tenant', { staff_second_factor: true });
  expect([changed.status, changed.body.staff_second_factor]).toEqual([200, true]);
  expect((await staff('GET', '/sites')).body.code).toBe('account.second_factor_demanded');
  expect((await owner('PATCH', '/tenant', { staff_second_factor: false })).body.code).toBe(
    'account.second_factor_demanded',
  );
  await muster.query(`update tenants set staff_second_factor = false where slug = 'alpha'`);
});

test('the operator loads the demo into an empty installation, and into no other', async () => {
  expect((await operator('GET', '/demo')).body.is_offered).toBe(true);
  expect((await owner('POST', '/demo')).status).toBe(403);
  const loaded = await operator('POST', '/demo');
  expect([loaded.status, loaded.body.name]).toEqual([201, 'workshops2018']);
  expect((await operator('GET', '/demo')).body.is_offered).toBe(false);
  const again = await operator('POST', '/demo');
  expect([again.status, again.body.code]).toEqual([409, 'demo.has_events']);
});

test('health tells of database, worker, letters and disk, and that nobody works here', async () => {
  const { body } = await operator('GET', '/health');
  expect(body).toMatchObject({
    is_well: false,
    database: { is_well: true, version: expect.stringMatching(/^\d+/) },
    worker: { is_well: false, worked_at: null },
    letters: { is_well: true, overdue: 0 },
    disk: { is_well: expect.any(Boolean) },
  });
  expect(body.disk.free).toBeLessThan(body.disk.total);
});

test('the queue tells what waits and what was given up, and nothing of what jobs carry', async () => {
  await muster.query(`select enqueue_job('test.wait', '{"address":"ada@example.org"}')`);
  await muster.query(
    `select enqueue_job('test.fail', '{"address":"ada@example.org"}', '{"max_attempts":1}')`,
  );
  await muster.query(
    `update graphile_worker._private_jobs j set attempts = 1, last_error = E'it broke\\n  at line 1'
     from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'test.fail'`,
  );
  const { body } = await operator('GET', '/queue');
  const task = (name: string) => body.tasks.find((one: { task: string }) => one.task === name);
  expect(task('test.wait')).toMatchObject({ waiting: 1, failed: 0 });
  expect(task('test.fail')).toMatchObject({ waiting: 0, failed: 1 });
  expect(body.failures).toMatchObject([{ task: 'test.fail', attempts: 1, problem: 'it broke' }]);
  expect(JSON.stringify(body)).not.toContain('ada@');
});
