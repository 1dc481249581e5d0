import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';
import { erase } from '../../modules/identity/accounts.ts';
import { listen } from '../../platform/http/listen.ts';

/**
 * Weaknesses of upstream (contract §15) that belong to no single chapter; the others are named in the tests of theirs.
 * `docs/apis/saas.md` says for each of the 32 where it is shown.
 */
let muster: TestApp;
let alpha: TestSite;
let anyone: SaasClient;
let root: SaasClient;
const password = 'seven red balloons';
let made = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  anyone = saasClient(muster, alpha.host);
  root = saasClient(muster, muster.home.host);
});
afterAll(() => muster.close());

const person = (email: string) => ({
  email,
  first_name: 'Ada',
  last_name: 'Lovelace',
  password1: password,
  password2: password,
});
const told = ({ status, text }: { status: number; text: string }) => [status, text];

async function admin(app = muster, at = alpha): Promise<SaasClient> {
  made += 1;
  const account = await app.account(at, { username: `admin${made}`, role: 'admin' });
  return saasClient(app, at.host, await app.jwt(at, account));
}

test('weakness 6: sign-ups and invitations are counted by address and by account, beyond them 429', async () => {
  const strict = await openTestApp({ throttles: { ...usualThrottles, sign_up: { hits: 2, seconds: 60 } } });
  const at = await strict.site('strict');
  const boss = await admin(strict, at);
  const calls = {
    people: (n: number) => boss.as(null).post('sign-up/tenant/strict/user/', person(`p${n}@example.com`)),
    invitations: (n: number) => boss.post('sign-up/tenant/strict/invite/', { email: `i${n}@example.com` }),
  };
  for (const call of Object.values(calls)) {
    const statuses = [(await call(1)).status, (await call(2)).status, (await call(3)).status];
    expect(statuses).toEqual([201, 201, 429]);
    expect((await call(4)).headers['retry-after']).toBe('60');
  }
  await strict.close();
});

test('weakness 8: the link of a confirmation names the site, whatever host the request named', async () => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    forwarded: 'host=evil.example',
    origin: 'http://evil.example',
  };
  const sent = saasClient(muster, 'LOCALHOST:666');
  const wanted = { name: 'Poisoned', subdomain: 'poisoned', user: person('poisoned@example.com') };
  expect((await sent.post('sign-up/tenant/', wanted, forged)).status).toBe(201);
  const [letter] = await muster.query<{ text: string; html: string }>(
    'select text, html from letters where to_address = $1',
    ['poisoned@example.com'],
  );
  expect(letter?.text).toMatch(/^http:\/\/poisoned\.localhost:8000\/confirm_email\/\w+$/m);
  expect(`${letter?.text}${letter?.html}`).not.toMatch(/evil|666/);
});

test('weakness 11: only the right password tells that an account is shut or waits for its confirmation', async () => {
  const { status } = await anyone.post('sign-up/tenant/alpha/user/', person('waits@example.com'));
  expect(status).toBe(201);
  await muster.account(alpha, { username: 'shut', email: 'shut@example.com', password });
  await muster.query(`update accounts set is_active = false, deactivated_at = now() where username = 'shut'`);
  const login = (email: string, secret: string) => anyone.post('login/', { email, password: secret });
  const unknown = told(await login('nobody@example.com', 'wrong'));
  for (const email of ['waits@example.com', 'shut@example.com'])
    expect(told(await login(email, 'wrong'))).toEqual(unknown);
  expect((await login('waits@example.com', password)).body).toEqual({ error: ['E-mail is not verified.'] });
  expect((await login('shut@example.com', password)).body).toEqual({ error: ['User account is disabled.'] });
});

test('weakness 12: no socket opens to strangers, and who is there is told to the signed-in only', async () => {
  const port = Number(new URL(await listen(muster.server, { host: '127.0.0.1', port: 0 }, 'test')).port);
  for (const path of ['/chat/', '/users/', '/nyt/']) {
    const status = await new Promise((resolve, reject) => {
      const headers = {
        host: alpha.host,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        origin: 'http://evil.example',
      };
      const asked = request({ host: '127.0.0.1', port, path, headers, agent: false });
      asked.on('upgrade', (_, socket) => resolve(socket.destroy() && 101));
      asked.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      asked.end();
    });
    expect([path, status]).toEqual([path, 404]);
  }
  expect((await anyone.get('presence/')).status).toBe(401);
  expect((await anyone.get('notifications/stream')).status).toBe(401);
});

test('weakness 14: what crashed sign-ins, invitations and sign-ups is told as what it is', async () => {
  const boss = await admin();
  // Made by a script, without anything that confirms the address.
  await muster.account(alpha, { username: 'script', email: 'script@example.com', password });
  expect((await anyone.post('login/', { email: 'script@example.com', password })).status).toBe(200);
  for (const email of ['twice1@example.com', 'twice2@example.com'])
    expect((await boss.post('users/', { email })).status).toBe(201);
  expect((await boss.post('sign-up/tenant/nowhere/invite/', { email: 'x@example.com' })).status).toBe(404);
  expect((await anyone.post('sign-up/tenant/nowhere/user/', person('x@example.com'))).status).toBe(404);
  const long = { name: 'Long', subdomain: 'l'.repeat(300), user: person('l@example.com') };
  expect((await root.post('sign-up/tenant/', long)).status).toBe(400);
});

test('weakness 14: an invitation outlives its inviter and is sent again', async () => {
  const inviter = await muster.account(alpha, { username: 'leaver', role: 'admin' });
  const leaving = anyone.as(await muster.jwt(alpha, inviter));
  const { body } = await leaving.post('sign-up/tenant/alpha/invite/', { email: 'kept@example.com' });
  await alpha.context.transaction((tx) => erase(tx, muster.services.identity, inviter.id, 'owner'));
  // Letters of one moment have no order.
  muster.clock.advance(1000);
  const again = await (await admin()).post(`tenant/invitations/${Object(body).id}/resend/`);
  expect(again.status).toBe(200);
  const path = await newestLink(muster, alpha, 'kept@example.com');
  expect((await browse(muster, alpha).open(path)).status).toBe(200);
});

test('weakness 17: a tenant is named by its subdomain or by its name, blanks and all, in every route', async () => {
  const at = await muster.site('twowords');
  await muster.query(`update tenants set name = 'Two Words', name_key = 'two words' where slug = 'twowords'`);
  muster.services.directory.forget();
  const boss = await admin(muster, at);
  for (const [index, segment] of ['twowords', 'Two%20Words', 'two%20words'].entries()) {
    const email = `guest${index}@example.com`;
    expect((await boss.post(`sign-up/tenant/${segment}/invite/`, { email })).status).toBe(201);
    const secret = (await newestLink(muster, at, email)).split('/').at(-1);
    for (const api of [root, boss.as(null)]) {
      const looked = await api.get(`sign-up/tenant/${segment}/invite/${secret}/`);
      expect([looked.status, looked.body]).toEqual([
        200,
        expect.objectContaining({ tenant: 'Two Words', email }),
      ]);
    }
    const joined = await root.post(`sign-up/tenant/${segment}/user/`, person(`user${index}@example.com`));
    expect(joined.status).toBe(201);
  }
});

test('weakness 22: addresses and usernames are one whatever their case, at every door', async () => {
  await muster.account(alpha, { username: 'Casey', email: 'Casey@Example.com', password });
  const boss = await admin();
  const email = 'cASEY@eXAMPLE.COM';
  expect((await boss.post('users/', { email })).status).toBe(400);
  expect((await anyone.post('sign-up/tenant/alpha/user/', person(email))).status).toBe(400);
  const username = await anyone.post('sign-up/tenant/alpha/user/', {
    ...person('c@example.com'),
    username: 'cASEY',
  });
  expect([username.status, username.body]).toEqual([
    400,
    { username: ['A user with that username already exists.'] },
  ]);
  expect((await anyone.post('login/', { email, password })).status).toBe(200);
});

test('weakness 25: the confirmation letter is sent again to who waits for it, and to nobody else', async () => {
  expect((await anyone.post('sign-up/tenant/alpha/user/', person('lost@example.com'))).status).toBe(201);
  const first = await newestLink(muster, alpha, 'lost@example.com');
  await muster.account(alpha, { username: 'confirmed', email: 'confirmed@example.com', password });
  await muster.query(`update accounts set email_confirmed_at = now() where username = 'confirmed'`);
  muster.clock.advance(1000);
  const letters = async () => (await muster.query('select 1 from letters')).length;
  const before = await letters();
  const answers = [];
  for (const email of ['nobody@example.com', 'confirmed@example.com', 'lost@example.com'])
    answers.push(told(await anyone.post('sign-up/resend-email/', { email })));
  expect(new Set(answers.map(String)).size).toBe(1);
  expect(await letters()).toBe(before + 1);
  const second = await newestLink(muster, alpha, 'lost@example.com');
  expect(second).not.toBe(first);
  expect((await browse(muster, alpha).send(second)).status).toBe(200);
  expect((await anyone.post('login/', { email: 'lost@example.com', password })).status).toBe(200);
});

test('weakness 28: the documentation shows anybody every route, with the statuses that are sent', async () => {
  const { paths } = Object((await anyone.get('/api/docs/json')).body);
  const statusesOf = (path: string, method: string) =>
    Object.keys(paths[path]?.[method]?.responses ?? {}).filter((status) => status.startsWith('2'));
  expect(statusesOf('/api/login/', 'post')).toEqual(['200']);
  expect(statusesOf('/api/logout/', 'post')).toEqual(['200']);
  expect(statusesOf('/api/users/', 'get')).toEqual(['200']);
  expect(statusesOf('/api/users/', 'post')).toEqual(['201']);
  expect(statusesOf('/api/users/{pk}/', 'delete')).toEqual(['204']);
  const { schema } = paths['/api/users/{pk}/comments/'].post.requestBody.content['application/json'];
  expect(Object.keys(schema.properties)).toEqual(['content']);
});

test('weakness 31: errors keep their four keys, each where upstream has it, and are JSON everywhere', async () => {
  const boss = await admin();
  const shut = await muster.site('shut');
  await muster.query(`update tenants set status = 'suspended' where id = $1`, [shut.site.tenantId]);
  muster.services.directory.forget();
  await boss.post('sign-up/tenant/alpha/invite/', { email: 'once@example.com' });
  const secret = (await newestLink(muster, alpha, 'once@example.com')).split('/').at(-1);
  const activate = () =>
    anyone.send('PATCH', `sign-up/tenant/alpha/invite/${secret}/activate/`, {
      user: person('once@example.com'),
    });
  expect((await activate()).status).toBe(200);
  const told = [
    await anyone.post('login/', { email: 'x@example.com', password }),
    await activate(),
    await root.post('sign-up/tenant/shut/user/', person('s@example.com')),
    await anyone.get('nowhere/'),
    await anyone.post('login/', { email: 'x', password }),
  ];
  expect(told.map(({ body }) => body)).toEqual([
    { error: ['Unable to log in with provided credentials.'] },
    { error: 'The invitation was already used.' },
    { error_message: 'Tenant is deactivated, no registration is possible' },
    { detail: 'Not found.' },
    { email: ['Enter a valid email address.'] },
  ]);
  expect(textIn(await anyone.get(''), 'detail')).toBe('Not found.');
});
