import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';
import { prepareRegistration, register } from '../../modules/identity/registrations.ts';
import type { Account } from '../../modules/identity/types.ts';

/** The cases of contract §14 "Login" and "Superuser", named as there; `x2` are status and message. */
let muster: TestApp;
let alpha: TestSite;
let api: SaasClient;
let existing: Account;
const email = 'existing_user@example.com';
const password = 'seven red balloons';

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  api = saasClient(muster, alpha.host);
  existing = await muster.account(alpha, {
    username: 'existing_user',
    email,
    name: 'Existing User',
    password,
  });
  await api.post('sign-up/tenant/alpha/user/', {
    email: 'unverified@example.com',
    first_name: 'Un',
    last_name: 'Verified',
    password1: password,
    password2: password,
  });
});
afterAll(() => muster.close());

const login = (fields: object) => api.post('login/', fields);

describe('Login', () => {
  test('right credentials 200', async () => {
    expect((await login({ email, password })).status).toBe(200);
  });

  test('response has `token`', async () => {
    expect(textIn(await login({ email, password }), 'token')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test('`user.pk` is the uuid string', async () => {
    expect(textIn(await login({ email, password }), 'user', 'pk')).toBe(existing.uuid);
  });

  const wrong = { error: ['Unable to log in with provided credentials.'] };
  const both = { error: ['Must include "email" and "password".'] };
  const cases: [string, object, object][] = [
    ['unverified', { email: 'unverified@example.com', password }, { error: ['E-mail is not verified.'] }],
    ['unused email', { email: 'unused@example.com', password }, wrong],
    ['invalid email', { email: 'existing_user', password }, { email: ['Enter a valid email address.'] }],
    ['empty email', { email: '', password }, both],
    ['null email', { email: null, password }, { email: ['This field may not be null.'] }],
    ['missing email', { password }, both],
    ['wrong password', { email, password: 'wrong' }, wrong],
    ['empty password', { email, password: '' }, { password: ['This field may not be blank.'] }],
    ['null password', { email, password: null }, { password: ['This field may not be null.'] }],
    ['missing password', { email }, { password: ['This field is required.'] }],
  ];

  test.each(cases)('%s: status', async (_, sent) => {
    expect((await login(sent)).status).toBe(400);
  });

  test.each(cases)('%s: message', async (_, sent, body) => {
    expect((await login(sent)).body).toEqual(body);
  });
});

test('Superuser: created superuser is auto-verified and logs in with 200', async () => {
  const sent = { username: 'boss', email: 'boss@example.com', name: 'Boss', password, fields: {} };
  const policy = { username: 'core', role: 'owner', welcome: 'vouched', now: muster.clock.now() } as const;
  const prepared = await prepareRegistration(muster.services.passwords, alpha.site, sent, policy);
  await alpha.context.transaction((tx) => register(tx, muster.services.identity, alpha.site, prepared));
  expect((await login({ email: sent.email, password })).status).toBe(200);
});
