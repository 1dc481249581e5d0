import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let api: SaasClient;
let anyone: SaasClient;
const password = 'seven red balloons';
const email = 'new@example.com';
const base = 'sign-up/tenant/alpha/invite/';

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  anyone = saasClient(muster, alpha.host);
});
afterAll(() => muster.close());

beforeEach(async () => {
  await muster.query('delete from invitations; delete from accounts; delete from letters');
  const boss = await muster.account(alpha, { username: 'boss', role: 'admin', name: 'Bo Ss' });
  api = saasClient(muster, alpha.host, await muster.jwt(alpha, boss));
});

async function secretFor(fields: Record<string, string> = { email }) {
  const made = await api.post(base, fields);
  expect(made.status).toBe(201);
  return (await newestLink(muster, alpha, fields.email ?? '')).split('/').at(-1) ?? '';
}
const activate = (secret: string, user: unknown, method: 'PUT' | 'PATCH' = 'PATCH') =>
  anyone.send(method, `${base}${secret}/activate/`, user === undefined ? {} : { user });
const whole = { first_name: 'A', last_name: 'B', password1: password, password2: password };

describe('who may invite, and whom (§15.2, ruling "Who may do what")', () => {
  test('no member: 403; nobody of another tenant', async () => {
    const member = await muster.account(alpha, { username: 'member' });
    const refused = await api.as(await muster.jwt(alpha, member)).post(base, { email });
    expect([refused.status, refused.body]).toEqual([
      403,
      { detail: 'You do not have permission to perform this action.' },
    ]);
    const elsewhere = await api.post('sign-up/tenant/beta/invite/', { email });
    expect([elsewhere.status, elsewhere.body]).toEqual([404, { detail: 'Not found.' }]);
    expect((await api.post('sign-up/tenant/nowhere/invite/', { email })).status).toBe(404);
  });

  test('a role up to the own', async () => {
    expect((await api.post(base, { email, role: 'owner' })).status).toBe(403);
    expect((await api.post(base, { email, role: 'king' })).body).toEqual({
      role: ['"king" is not a valid choice.'],
    });
    const secret = await secretFor({ email, role: 'staff' });
    await activate(secret, whole);
    expect(await muster.query('select role from accounts where email = $1', [email])).toEqual([
      { role: 'staff' },
    ]);
  });

  test('on the root domain by the token alone', async () => {
    const token = await muster.query<{ id: number }>('select id from accounts');
    expect(token).toHaveLength(1);
    await muster.account(alpha, { username: 'root', email: 'r@example.com', role: 'owner', password });
    const root = saasClient(muster, muster.home.host);
    const jwt = textIn(await root.post('login/', { email: 'r@example.com', password }), 'token');
    expect((await root.as(jwt).post(base, { email })).status).toBe(201);
    expect((await root.as(jwt).post('sign-up/tenant/beta/invite/', { email })).status).toBe(404);
  });
});

describe('the secret of the letter (§15.10, §15.24)', () => {
  test('is not the id, which opens nothing', async () => {
    const made = await api.post(base, { email });
    const id = textIn(made, 'id');
    expect((await anyone.get(`${base}${id}/`)).body).toEqual({ detail: 'Not found.' });
    const [letter] = await muster.letters(alpha);
    expect(letter?.text).toContain('Bo Ss invites you to alpha.');
    expect(letter?.text).toMatch(/http:\/\/alpha\.localhost:8000\/invitation\/[0-9a-f-]{36}$/m);
  });

  test("opens nothing by another tenant's path or host", async () => {
    const secret = await secretFor();
    const there = saasClient(muster, beta.host);
    expect((await there.get(`sign-up/tenant/beta/invite/${secret}/`)).status).toBe(404);
    expect((await there.get(`${base}${secret}/`)).status).toBe(404);
    const root = saasClient(muster, muster.home.host);
    expect((await root.get(`sign-up/tenant/beta/invite/${secret}/`)).status).toBe(404);
    expect((await root.get(`${base}${secret}/`)).status).toBe(200);
  });

  test('joins nobody who merely looks, as a mail scanner does (§15.9)', async () => {
    await muster.account(alpha, { username: 'known', email });
    const secret = await secretFor({ email, role: 'staff' });
    expect((await anyone.get(`${base}${secret}/`)).body).toMatchObject({
      has_account: true,
      is_active: true,
    });
    const page = await browse(muster, alpha).open(`/invitation/${secret}`);
    expect([page.status, page.html.includes('has an account here')]).toEqual([200, true]);
    expect(await muster.query('select role from accounts where email = $1', [email])).toEqual([
      { role: 'member' },
    ]);
  });

  test('used, it is no longer active', async () => {
    const secret = await secretFor();
    await activate(secret, whole);
    expect((await anyone.get(`${base}${secret}/`)).body).toMatchObject({ is_active: false });
  });
});

describe('what activate refuses (§5.5)', () => {
  const required = ['This field is required.'];
  test('PUT without user, or with an empty one', async () => {
    const secret = await secretFor();
    expect((await activate(secret, undefined, 'PUT')).body).toEqual({ user: required });
    expect((await activate(secret, {}, 'PUT')).body).toEqual({
      user: {
        email: required,
        first_name: required,
        last_name: required,
        password1: required,
        password2: required,
      },
    });
  });

  test('PATCH without user or without a password: 400, no crash (§15.14)', async () => {
    const secret = await secretFor({ email, first_name: 'N', last_name: 'C' });
    expect([(await activate(secret, undefined)).status, (await activate(secret, {})).body]).toEqual([
      400,
      { user: { password1: required, password2: required } },
    ]);
  });

  test('passwords that differ or are weak', async () => {
    const secret = await secretFor({ email, first_name: 'N', last_name: 'C' });
    expect((await activate(secret, { password1: password, password2: 'other' })).body).toEqual({
      user: { error: ["The two password fields didn't match."] },
    });
    expect((await activate(secret, { password1: '12345', password2: '12345' })).body).toMatchObject({
      user: { password1: expect.arrayContaining(['This password is entirely numeric.']) },
    });
  });

  test('names that neither body nor invitation has: without the `user` level', async () => {
    const secret = await secretFor();
    expect((await activate(secret, { password1: password, password2: password })).body).toEqual({
      first_name: ['This field may not be blank.'],
      last_name: ['This field may not be blank.'],
    });
  });

  test('the e-mail is that of the invitation, whatever is sent', async () => {
    const secret = await secretFor();
    expect((await activate(secret, { ...whole, email: 'other@example.com' }, 'PUT')).status).toBe(200);
    expect(
      await muster.query(`select email, email_confirmed_at is not null as confirmed from accounts
      where first_name = 'A'`),
    ).toEqual([{ email, confirmed: true }]);
  });

  test('an unknown secret 404, another method 405', async () => {
    expect((await activate('00000000-0000-4000-8000-000000000000', whole)).status).toBe(404);
    const wrong = await anyone.post(`${base}x/activate/`, {});
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'PUT, PATCH, OPTIONS']);
  });
});

describe('accepting with the own account (ruling "Invitation")', () => {
  test('gives the role, once, to whom it was written to only', async () => {
    const known = await muster.account(alpha, { username: 'known', email });
    const other = await muster.account(alpha, { username: 'other' });
    const secret = await secretFor({ email: email.toUpperCase(), role: 'staff' });
    const accept = async (token: string | null) => anyone.as(token).post(`${base}${secret}/accept/`);
    expect((await accept(null)).status).toBe(401);
    expect((await accept(await muster.jwt(alpha, other))).status).toBe(403);
    expect((await accept(await muster.jwt(alpha, known))).status).toBe(200);
    expect((await accept(await muster.jwt(alpha, known))).body).toEqual({
      error: 'The invitation was already used.',
    });
    expect(await muster.query('select role from accounts where email = $1', [email])).toEqual([
      { role: 'staff' },
    ]);
  });

  test('never lowers a role', async () => {
    const owner = await muster.account(alpha, { username: 'own', email, role: 'owner' });
    const secret = await secretFor({ email, role: 'staff' });
    await anyone.as(await muster.jwt(alpha, owner)).post(`${base}${secret}/accept/`);
    expect(await muster.query('select role from accounts where email = $1', [email])).toEqual([
      { role: 'owner' },
    ]);
  });
});

describe('the page of the letter', () => {
  test('makes the account with a name and a password', async () => {
    const path = `/invitation/${await secretFor({ email, first_name: 'Nora' })}`;
    const pages = browse(muster, alpha);
    expect((await pages.open(path)).html).toContain('value="Nora"');
    const sent = { firstName: 'Nora', lastName: 'New' };
    const weak = await pages.send(path, { ...sent, password: '123' });
    expect([weak.status, weak.html.includes('Nora')]).toEqual([400, true]);
    expect((await pages.send(path, { ...sent, password })).status).toBe(200);
    expect((await pages.send(path, { ...sent, password })).status).toBe(410);
    expect((await anyone.post('login/', { email, password })).status).toBe(200);
  });

  test('asks whoever has an account for its password', async () => {
    await muster.account(alpha, { username: 'known', email, password });
    const path = `/invitation/${await secretFor({ email, role: 'admin' })}`;
    const pages = browse(muster, alpha);
    expect((await pages.send(path, { password: 'wrong' }, 'de')).html).toContain('Das Passwort ist falsch.');
    expect((await pages.send(path, { password })).status).toBe(200);
    expect(await muster.query('select role from accounts where email = $1', [email])).toEqual([
      { role: 'admin' },
    ]);
  });
});

describe('managing invitations (§17.5)', () => {
  test('listed, the newest first, sent again with another link, taken back', async () => {
    const secret = await secretFor();
    muster.clock.advance(1000);
    await secretFor({ email: 'second@example.com' });
    const list = await api.get('tenant/invitations/');
    expect(list.body).toMatchObject({
      count: 2,
      results: [
        { email: 'second@example.com', is_active: true, time_created: '2026-11-20T12:00:01Z', used: null },
        { email, is_active: true },
      ],
    });
    const [, first] = await muster.query<{ uuid: string }>('select uuid from invitations order by id desc');
    const resent = await api.post(`tenant/invitations/${first?.uuid}/resend/`);
    expect(resent.status).toBe(200);
    expect((await anyone.get(`${base}${secret}/`)).status).toBe(404);
    const renewed = (await newestLink(muster, alpha, email)).split('/').at(-1) ?? '';
    expect((await anyone.get(`${base}${renewed}/`)).status).toBe(200);
    expect((await api.send('DELETE', `tenant/invitations/${first?.uuid}/`)).status).toBe(204);
    expect((await anyone.get(`${base}${renewed}/`)).status).toBe(404);
    expect((await activate(renewed, whole)).status).toBe(404);
    expect((await api.get('tenant/invitations/?is_active=true')).body).toMatchObject({ count: 1 });
  });
});
