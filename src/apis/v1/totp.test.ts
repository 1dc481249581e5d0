import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Ask, asker, codeOf, setUpTotp } from '../../../test/support/own-account.ts';
import type { Role } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let ask: Ask;
let made = 0;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  ask = asker(muster, alpha);
});
afterAll(() => muster.close());

const password = 'Correct-horse-7';

async function person(role: Role = 'member') {
  made += 1;
  const username = `p${made}`;
  const account = await muster.account(alpha, { username, password, role });
  const signIn = (code?: string) =>
    ask('POST /session', { body: { login: username, password, ...(code !== undefined && { code }) } });
  return { username, account, signIn, token: await muster.apiToken(alpha, account) };
}

test('after setting it up a sign-in asks for a code, and takes that of the app', async () => {
  const { token, signIn } = await person();
  const { nextCode } = await setUpTotp(muster, ask, token);
  const asked = await signIn();
  expect([asked.status, asked.body.code, asked.cookie]).toEqual([401, 'login.second_factor', null]);
  const entered = await signIn(nextCode());
  expect([entered.status, entered.cookie]).toEqual([200, expect.stringContaining('muster_session=')]);
});

test('what is begun is asked for only once a first code has confirmed it', async () => {
  const { token, signIn } = await person();
  const begun = await ask('POST /me/totp', { as: token });
  expect([begun.status, begun.headers.location]).toEqual([201, '/api/v1/me/totp']);
  expect(begun.body.uri).toContain(`secret=${begun.body.secret}`);
  expect(begun.body.qr).toMatch(/^<svg /);
  expect((await signIn()).status).toBe(200);
  const wrong = await ask('POST /me/totp/confirm', { as: token, body: { code: '000000' } });
  expect([wrong.status, wrong.body.code, wrong.body.errors[0].pointer]).toEqual([
    400,
    'second_factor.wrong_code',
    '/code',
  ]);
  expect((await ask('GET /me/totp', { as: token })).body.is_on).toBe(false);
  const code = codeOf(begun.body.secret, muster.clock.now());
  const on = await ask('POST /me/totp/confirm', { as: token, body: { code } });
  expect([on.status, new Set(on.body.recovery_codes).size]).toEqual([200, 10]);
  expect((await ask('POST /me/totp', { as: token })).body.code).toBe('second_factor.is_on');
  expect((await ask('GET /me/totp', { as: token })).body).toEqual({
    is_on: true,
    since: muster.clock.now().toISOString(),
    recovery_codes_left: 10,
    is_demanded: false,
  });
});

test('the database holds neither the secret nor a recovery code', async () => {
  const { token, account } = await person();
  const { secret, recoveryCodes } = await setUpTotp(muster, ask, token);
  const [factor] = await muster.query<{ secret_sealed: Buffer }>(
    'select secret_sealed from second_factors where account_id = $1',
    [account.id],
  );
  expect(factor?.secret_sealed.includes(secret)).toBe(false);
  const codes = await muster.query<{ hash: Buffer }>(
    'select hash from recovery_codes where account_id = $1',
    [account.id],
  );
  expect(codes).toHaveLength(10);
  for (const { hash } of codes)
    for (const code of recoveryCodes) expect(hash.includes(code.replace('-', ''))).toBe(false);
});

test('of eight sign-ins at once with one code one opens a session', async () => {
  const { token, signIn } = await person();
  const { nextCode } = await setUpTotp(muster, ask, token);
  const code = nextCode();
  const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(code)));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
  expect((await signIn(code)).body.code).toBe('login.wrong_code');
});

test('of eight sign-ins at once with one recovery code one opens a session, and nine codes are left', async () => {
  const { token, signIn } = await person();
  const { recoveryCodes } = await setUpTotp(muster, ask, token);
  const [code = ''] = recoveryCodes;
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => signIn(code.toLowerCase().replace('-', ' '))),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await ask('GET /me/totp', { as: token })).body.recovery_codes_left).toBe(9);
});

test('wrong codes are counted as wrong passwords are', async () => {
  const { token, signIn } = await person();
  const { nextCode } = await setUpTotp(muster, ask, token);
  for (let tries = 0; tries < 10; tries += 1) expect((await signIn('123456')).status).toBe(401);
  expect((await signIn(nextCode())).status).toBe(429);
  muster.clock.advance(120_000);
  expect((await signIn(nextCode())).status).toBe(200);
});

test('it is switched off by the password and a code, and by neither alone', async () => {
  const { token, signIn, account } = await person();
  const { nextCode, recoveryCodes } = await setUpTotp(muster, ask, token);
  const off = (body: object) => ask('DELETE /me/totp', { as: token, body });
  const wrongPassword = await off({ password: 'wrong', code: nextCode() });
  expect([wrongPassword.status, wrongPassword.body.errors[0].pointer]).toEqual([400, '/password']);
  const wrongCode = await off({ password, code: '000000' });
  expect([wrongCode.status, wrongCode.body.errors[0].pointer]).toEqual([400, '/code']);
  expect((await signIn()).status).toBe(401);
  expect((await off({ password, code: recoveryCodes[3] ?? '' })).status).toBe(204);
  const told = (await muster.letters(alpha)).filter((letter) => letter.to_address === account.email);
  expect(told.map(({ subject }) => subject)).toEqual([
    'Your account on alpha now asks for a code',
    'Your account on alpha no longer asks for a code',
  ]);
  expect((await signIn()).status).toBe(200);
  expect((await off({ password, code: '000000' })).body.code).toBe('second_factor.is_off');
});

test('a repeated beginning under one key is a conflict: the secret is told once', async () => {
  const { token } = await person();
  const headers = { 'idempotency-key': 'begin' };
  expect((await ask('POST /me/totp', { as: token, headers })).status).toBe(201);
  const again = await ask('POST /me/totp', { as: token, headers });
  expect([again.status, again.body.code]).toEqual([409, 'idempotency.secret_told']);
});

test('nobody, and no token with scopes, sets one up', async () => {
  const { account } = await person();
  expect((await ask('POST /me/totp')).status).toBe(401);
  const scoped = await muster.accessToken(alpha, account, ['read', 'write']);
  expect((await ask('POST /me/totp', { as: scoped })).status).toBe(403);
});
