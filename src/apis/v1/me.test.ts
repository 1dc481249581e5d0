import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Ask, asker } from '../../../test/support/own-account.ts';

let muster: TestApp;
let alpha: TestSite;
let ask: Ask;
let made = 0;
beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  ask = asker(muster, alpha);
});
afterAll(() => muster.close());

const password = 'Correct-horse-7';

async function person() {
  made += 1;
  const username = `p${made}`;
  const account = await muster.account(alpha, { username, password });
  const signIn = async (typed = password) =>
    (await ask('POST /session', { body: { login: username, password: typed } })).cookie ?? '';
  return { account, username, signIn, cookie: await signIn() };
}

test('people read and change what is theirs, and what is not named stays', async () => {
  const { cookie, username } = await person();
  const changed = await ask('PATCH /me', {
    as: cookie,
    body: { name: 'Ann Other', locale: 'nl', phone: ' ', profile: { city: 'Utrecht', year_of_birth: 1990 } },
  });
  expect(changed.status).toBe(200);
  const { body, headers } = await ask('GET /me', { as: cookie });
  expect(body).toMatchObject({ username, name: 'Ann Other', locale: 'nl', phone: null, wants_letters: true });
  expect(body.profile).toMatchObject({ city: 'Utrecht', year_of_birth: 1990, country: null });
  expect(headers.etag).toBe(changed.headers.etag);
  await ask('PATCH /me', { as: cookie, body: { wants_letters: false } });
  expect((await ask('GET /me', { as: cookie })).body).toMatchObject({
    name: 'Ann Other',
    wants_letters: false,
  });
});

test('what is wrong is told where it was sent, and nothing is changed', async () => {
  const { cookie } = await person();
  const before = (await ask('GET /me', { as: cookie })).body;
  const wrong = await ask('PATCH /me', {
    as: cookie,
    body: { name: 'Fine', profile: { country: 'Narnia', year_of_birth: 3000 } },
  });
  const pointers = wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  expect([wrong.status, pointers]).toEqual([400, ['/profile/country', '/profile/year_of_birth']]);
  expect((await ask('PATCH /me', { as: cookie, body: { role: 'owner' } })).status).toBe(400);
  expect((await ask('PATCH /me', { as: cookie, body: { locale: 'fr' } })).status).toBe(400);
  expect((await ask('GET /me', { as: cookie })).body).toEqual(before);
});

test('a change on top of another that was not seen is 412', async () => {
  const { cookie } = await person();
  const { headers } = await ask('GET /me', { as: cookie });
  const match = { 'if-match': String(headers.etag) };
  expect((await ask('PATCH /me', { as: cookie, body: { name: 'One' }, headers: match })).status).toBe(200);
  const late = await ask('PATCH /me', { as: cookie, body: { name: 'Two' }, headers: match });
  expect([late.status, late.body.code]).toEqual([412, 'request.stale']);
});

test('a change under one key happens once', async () => {
  const { cookie } = await person();
  const headers = { 'idempotency-key': 'change' };
  await ask('PATCH /me', { as: cookie, body: { name: 'One' }, headers });
  await ask('PATCH /me', { as: cookie, body: { name: 'Two' } });
  const again = await ask('PATCH /me', { as: cookie, body: { name: 'One' }, headers });
  expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
  expect((await ask('GET /me', { as: cookie })).body.name).toBe('Two');
});

test('a new password ends every other sign-in, goes on under a new cookie, and a letter tells of it', async () => {
  const { cookie, signIn } = await person();
  const other = await signIn();
  const body = { old: password, new: 'Battery-staple-8' };
  const changed = await ask('PUT /me/password', { as: cookie, body });
  expect(changed.status).toBe(204);
  const isIn = async (as: string) => (await ask('GET /me', { as })).status === 200;
  expect([await isIn(cookie), await isIn(other), await isIn(changed.cookie ?? '')]).toEqual([
    false,
    false,
    true,
  ]);
  expect([await signIn(), await signIn('Battery-staple-8')]).toEqual(['', expect.stringContaining('muster')]);
  expect((await muster.letters(alpha)).map(({ kind }) => kind)).toContain('password_changed');
});

test('a new password needs the present one, and must be a good one', async () => {
  const { cookie } = await person();
  const put = (body: object) => ask('PUT /me/password', { as: cookie, body });
  const wrong = await put({ old: 'wrong', new: 'Battery-staple-8' });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/old']);
  const common = await put({ old: password, new: 'password' });
  expect([common.status, common.body.errors[0].pointer]).toEqual([400, '/new']);
  expect((await ask('GET /me', { as: cookie })).status).toBe(200);
});

test('nobody has no account, and a session of another tenant is nobody here', async () => {
  const beta = await muster.site('beta');
  const stranger = await muster.account(beta, { username: 'stranger', password });
  const token = await muster.sessionToken(beta, stranger);
  expect((await ask('GET /me')).status).toBe(401);
  expect((await ask('GET /me', { as: `muster_session=${token}` })).status).toBe(401);
});
