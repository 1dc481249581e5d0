import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { newestLink } from '../../../test/support/link-pages.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';

/**
 * The cases of contract §14 "Invite create", "Invite retrieve" and "Invite activate", named as there. The id of
 * upstream's path is the secret of the letter here (ruling "Invitation"). An existing user is one of the same tenant, and
 * the connected detail is the answer of `accept/`.
 */
let muster: TestApp;
let alpha: TestSite;
let api: SaasClient;
const password = 'seven red balloons';
const invited = { email: 'new@example.com', first_name: 'New', last_name: 'Comer' };
const base = 'sign-up/tenant/alpha/invite/';
const day = 24 * 3600 * 1000;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

beforeEach(async () => {
  await muster.query('delete from invitations; delete from accounts; delete from letters');
  const boss = await muster.account(alpha, { username: 'boss', role: 'admin' });
  api = saasClient(muster, alpha.host, await muster.jwt(alpha, boss));
});

async function secretFor(fields: { email: string; first_name?: string; last_name?: string } = invited) {
  expect((await api.post(base, fields)).status).toBe(201);
  return (await newestLink(muster, alpha, fields.email)).split('/').at(-1) ?? '';
}
const look = async (secret: string) => api.as(null).get(`${base}${secret}/`);

describe('Invite create', () => {
  test('anonymous 401', async () => {
    expect((await api.as(null).post(base, invited)).status).toBe(401);
  });

  test('anonymous `detail` text', async () => {
    expect((await api.as(null).post(base, invited)).body).toEqual({
      detail: 'Authentication credentials were not provided.',
    });
  });

  test('member 201 (an admin, ruling "Who may do what")', async () => {
    const answer = await api.post(base, invited);
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining(invited)]);
  });

  test('invitee already a user 201', async () => {
    await muster.account(alpha, { username: 'known', email: invited.email });
    expect((await api.post(base, invited)).status).toBe(201);
  });

  test('inviter of another tenant (an empty body upstream): 404, as for a tenant that is not', async () => {
    await muster.site('beta');
    const foreign = await api.post('sign-up/tenant/beta/invite/', invited);
    const unknown = await api.post('sign-up/tenant/nowhere/invite/', invited);
    expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
  });
});

describe('Invite retrieve', () => {
  test('200', async () => {
    expect((await look(await secretFor())).status).toBe(200);
  });

  test.each([
    ['first_name', 'New'],
    ['last_name', 'Comer'],
    ['is_active', true],
  ])('%s', async (key, value) => {
    expect((await look(await secretFor())).body).toMatchObject({ [key]: value });
  });

  const clicked = () => muster.query('select first_clicked_at from invitations');

  test('first_clicked stamped', async () => {
    await look(await secretFor());
    expect(await clicked()).toEqual([{ first_clicked_at: muster.clock.now() }]);
  });

  test('not restamped', async () => {
    const secret = await secretFor();
    await look(secret);
    const before = await clicked();
    muster.clock.advance(1000);
    await look(secret);
    expect(await clicked()).toEqual(before);
  });

  test.each(['first_name', 'last_name'])('blank %s', async (name) => {
    const secret = await secretFor({ ...invited, [name]: '' });
    expect((await look(secret)).body).toMatchObject({ [name]: '' });
  });

  test('expired is_active false', async () => {
    const secret = await secretFor();
    muster.clock.advance(day);
    expect((await look(secret)).body).toMatchObject({ is_active: false });
  });

  test('existing user gets the "connected" detail', async () => {
    const known = await muster.account(alpha, { username: 'known', email: invited.email });
    const secret = await secretFor();
    const answer = await api.as(await muster.jwt(alpha, known)).post(`${base}${secret}/accept/`);
    expect([answer.status, answer.body]).toEqual([
      200,
      { detail: 'Your account is now successfully connected to alpha.' },
    ]);
  });
});

describe('Invite activate', () => {
  const activate = (secret: string, user: object = { password1: password, password2: password }) =>
    api.as(null).send('PATCH', `${base}${secret}/activate/`, { user });
  const accounts = () =>
    muster.query(`select tenant_id, role, is_active from accounts where email = $1`, [invited.email]);

  test('200', async () => {
    const answer = await activate(await secretFor());
    expect([answer.status, answer.text]).toEqual([200, '{}']);
  });

  test('user created', async () => {
    await activate(await secretFor());
    expect(await accounts()).toMatchObject([{ is_active: true }]);
  });

  test('membership created', async () => {
    await activate(await secretFor());
    expect(await accounts()).toMatchObject([{ tenant_id: String(alpha.site.tenantId), role: 'member' }]);
  });

  test('user can log in', async () => {
    await activate(await secretFor());
    expect((await api.as(null).post('login/', { email: invited.email, password })).status).toBe(200);
  });

  test('second use error text', async () => {
    const secret = await secretFor();
    await activate(secret);
    const again = await activate(secret);
    expect([again.status, again.body]).toEqual([400, { error: 'The invitation was already used.' }]);
  });

  test('existing-user error text', async () => {
    await muster.account(alpha, { username: 'known', email: invited.email });
    const answer = await activate(await secretFor());
    expect([answer.status, answer.body]).toEqual([
      405,
      { error: 'You are already a user, please use the link from the email.' },
    ]);
  });

  test('expired error text', async () => {
    const secret = await secretFor();
    muster.clock.advance(day);
    const answer = await activate(secret);
    expect([answer.status, answer.body, answer.headers['www-authenticate']]).toEqual([
      401,
      { error: 'The invitation was not used while it was active.' },
      undefined,
    ]);
  });
});
