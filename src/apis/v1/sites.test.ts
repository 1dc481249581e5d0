import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let alpha: TestSite;
let owner: Asker;
let admin: Asker;
let staff: Asker;
let operator: Asker;
let stranger: Asker;
beforeAll(async () => {
  muster = await openTestApp({ signUps: { rootDomain: 'example.org' } });
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  const as = async (at: TestSite, role: 'owner' | 'admin' | 'staff') =>
    openAsker(muster, at, await muster.account(at, { username: role, role }));
  [owner, admin, staff] = [await as(alpha, 'owner'), await as(alpha, 'admin'), await as(alpha, 'staff')];
  operator = await as(muster.home, 'owner');
  stranger = await as(beta, 'owner');
});
afterAll(() => muster.close());

const make = async (slug: string) => {
  const made = await owner('POST', '/sites', { slug, name: slug });
  expect(made.status).toBe(201);
  return made;
};

test('an owner makes another site of the tenant, which answers at once', async () => {
  const made = await make('second');
  expect(made.body).toMatchObject({
    slug: 'second',
    hosts: ['second.example.org', 'second.localhost'],
    is_here: false,
  });
  expect(made.headers.location).toBe(`/api/v1/sites/${made.body.id}`);
  const here = await muster.server.inject({ url: '/api/v1/session', headers: { host: 'second.localhost' } });
  expect(here.json().site).toMatchObject({ slug: 'second', tenant: 'alpha' });
  const slugs = (await staff('GET', '/sites')).body.items.map(({ slug }: { slug: string }) => slug);
  expect(slugs).toEqual(['alpha', 'second']);
  expect((await staff('GET', '/sites?limit=1')).body.next).not.toBeNull();
});

test('who may not is turned away, and a site of another tenant is as good as unknown', async () => {
  const { id } = alpha.site;
  expect((await admin('POST', '/sites', { slug: 'third', name: 'Third' })).status).toBe(403);
  expect((await staff('PATCH', `/sites/${id}`, { name: 'x' })).status).toBe(403);
  expect((await admin('PATCH', `/sites/${id}`, { hosts: ['x.example.net'] })).status).toBe(403);
  expect((await admin('DELETE', `/sites/${id}`)).status).toBe(403);
  for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const) {
    const [foreign, unknown] = [
      await stranger(method, `/sites/${id}`, body),
      await stranger(method, '/sites/99999999', body),
    ];
    expect([foreign.status, foreign.body.code]).toEqual([404, unknown.body.code]);
  }
});

test('an admin changes settings, and what is wrong with them is told by its pointer', async () => {
  const { id } = alpha.site;
  const settings = { language: 'nl', allowed_origin: ['https://pages.example.org'] };
  const changed = await admin('PATCH', `/sites/${id}`, { name: 'Alfa', settings });
  expect([changed.status, changed.body.name, changed.body.settings]).toEqual([200, 'Alfa', settings]);
  expect((await admin('GET', `/sites/${id}`)).body).toEqual(changed.body);
  const unknown = await admin('PATCH', `/sites/${id}`, { settings: { colour: 'red' } });
  expect([unknown.status, unknown.pointers()[0]]).toEqual([400, expect.stringContaining('/settings')]);
  const language = await admin('PATCH', `/sites/${id}`, { settings: { language: 'fr' } });
  expect([language.status, language.pointers()]).toEqual([400, ['/settings/language']]);
  const foreign = await admin('PATCH', `/sites/${id}`, { settings: { course_org_filter: ['nobody'] } });
  expect(foreign.status).toBe(400);
  expect((await admin('GET', `/sites/${id}`)).body).toEqual(changed.body);
});

test('under which address letters leave, the operator alone decides', async () => {
  const sender = { settings: { mail_from: 'boss@bank.example' } };
  const refused = await owner('PATCH', `/sites/${alpha.site.id}`, sender);
  expect([refused.status, refused.pointers()]).toEqual([403, ['/settings/mail_from']]);
  const own = await operator('PATCH', `/sites/${muster.home.site.id}`, sender);
  expect([own.status, own.body.settings]).toEqual([200, sender.settings]);
});

test('an owner brings domains of their own, and none of the installation or of somebody else', async () => {
  const { id } = alpha.site;
  const hosts = [...alpha.site.hosts, 'school.example.net'];
  expect((await owner('PATCH', `/sites/${id}`, { hosts })).body.hosts).toEqual(hosts);
  const below = await owner('PATCH', `/sites/${id}`, { hosts: [...hosts, 'login.example.org'] });
  expect([below.status, below.body.code]).toEqual([400, 'site.root_host']);
  const theirs = await owner('PATCH', `/sites/${id}`, { hosts: [...hosts, 'beta.localhost'] });
  expect(theirs.status).toBeGreaterThanOrEqual(400);
  expect((await owner('GET', `/sites/${id}`)).body.hosts).toEqual(hosts);
});

test('a change of what was changed meanwhile is refused, and the same write again is answered alike', async () => {
  const { id } = alpha.site;
  const { headers } = await admin('GET', `/sites/${id}`);
  const match = { 'if-match': String(headers.etag) };
  expect((await admin('PATCH', `/sites/${id}`, { name: 'First' }, match)).status).toBe(200);
  const stale = await admin('PATCH', `/sites/${id}`, { name: 'Second' }, match);
  expect([stale.status, stale.body.code]).toEqual([412, 'request.stale']);
  const key = { 'idempotency-key': 'make-once' };
  const twice = [
    await owner('POST', '/sites', { slug: 'once', name: 'Once' }, key),
    await owner('POST', '/sites', { slug: 'once', name: 'Once' }, key),
  ];
  expect(twice.map(({ status }) => status)).toEqual([201, 201]);
  expect(twice[1]?.body).toEqual(twice[0]?.body);
  const taken = await owner('POST', '/sites', { slug: 'once', name: 'Again' });
  expect([taken.status, taken.body.code]).toEqual([409, 'site.slug_taken']);
  const bad = await owner('POST', '/sites', { slug: 'No slug', name: 'Bad' });
  expect([bad.status, bad.pointers()]).toEqual([400, ['/slug']]);
});

test('a site is deleted with its hosts, but never the last one nor that of the installation', async () => {
  const { id } = (await make('gone')).body;
  expect((await owner('DELETE', `/sites/${id}`)).status).toBe(204);
  const there = await muster.server.inject({ url: '/api/v1/session', headers: { host: 'gone.localhost' } });
  expect(there.statusCode).toBe(404);
  const last = (await stranger('GET', '/sites')).body.items[0].id;
  expect((await stranger('DELETE', `/sites/${last}`)).body.code).toBe('site.last');
  expect((await operator('DELETE', `/sites/${muster.home.site.id}`)).body.code).toBe('site.default');
});
