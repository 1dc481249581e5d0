import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';

/**
 * The cases of contract §14 "Password change" and "Password reset", named as there; `x2` are status and message.
 * Upstream's site is called example.com.
 */
let muster: TestApp;
let site: TestSite;
let api: SaasClient;
const email = 'existing_user@example.com';
const [old, fresh] = ['seven red balloons', 'eight blue balloons'];

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  site = await muster.site('example');
  await muster.query(`update sites set name = 'example.com' where slug = 'example'`);
  muster.services.directory.forget();
});
afterAll(() => muster.close());

beforeEach(async () => {
  await muster.query('delete from accounts; delete from letters');
  const person = await muster.account(site, { username: 'existing_user', email, password: old });
  api = saasClient(muster, site.host, await muster.jwt(site, person));
});

const change = (sent?: unknown) => api.post('password/change/', sent);
const login = (password: string) => api.as(null).post('login/', { email, password });

describe('Password change', () => {
  const right = { new_password1: fresh, new_password2: fresh };
  const required = ['This field is required.'];
  const blank = ['This field may not be blank.'];
  const nothing = ['This field may not be null.'];
  const saved = { detail: 'New password has been saved.' };
  const cases: [string, unknown, number, object][] = [
    ['success', right, 200, saved],
    [
      'short',
      { new_password1: 'x7-q', new_password2: 'x7-q' },
      400,
      { new_password2: ['This password is too short. It must contain at least 8 characters.'] },
    ],
    [
      'blank both',
      { new_password1: '', new_password2: '' },
      400,
      { new_password1: blank, new_password2: blank },
    ],
    [
      'null both',
      { new_password1: null, new_password2: null },
      400,
      { new_password1: nothing, new_password2: nothing },
    ],
    ['same as old allowed', { new_password1: old, new_password2: old }, 200, saved],
    [
      'mismatch',
      { new_password1: fresh, new_password2: old },
      400,
      { new_password2: ["The two password fields didn't match."] },
    ],
    ['first missing', { new_password2: fresh }, 400, { new_password1: required }],
    ['second missing', { new_password1: fresh }, 400, { new_password2: required }],
    ['empty object', {}, 400, { new_password1: required, new_password2: required }],
    ['no body', undefined, 400, { new_password1: required, new_password2: required }],
  ];

  test.each(cases)('%s: status', async (_, sent, status) => {
    expect((await change(sent)).status).toBe(status);
  });

  test.each(cases)('%s: message', async (_, sent, _status, body) => {
    expect((await change(sent)).body).toEqual(body);
  });

  test('new password logs in', async () => {
    await change(right);
    expect((await login(fresh)).status).toBe(200);
  });

  test('old does not', async () => {
    await change(right);
    expect((await login(old)).status).toBe(400);
  });
});

describe('Password reset', () => {
  const reset = (sent: unknown) => api.as(null).post('password/reset/', sent);
  const sent = { detail: 'Password reset e-mail has been sent.' };
  const cases: [string, unknown, number, object][] = [
    ['known email', { email }, 200, sent],
    ['unknown email', { email: 'unused@example.com' }, 200, sent],
    ['{}', {}, 400, { email: ['This field is required.'] }],
    ['blank', { email: '' }, 400, { email: ['This field may not be blank.'] }],
    [
      'null sent as form',
      new URLSearchParams({ email: 'None' }),
      400,
      { email: ['Enter a valid email address.'] },
    ],
  ];

  test.each(cases)('%s: status', async (_, body, status) => {
    expect((await reset(body)).status).toBe(status);
  });

  test.each(cases)('%s: message', async (_, body, _status, told) => {
    expect((await reset(body)).body).toEqual(told);
  });

  test('mail subject `Password reset on example.com`', async () => {
    await reset({ email });
    const letters = await muster.letters(site);
    expect(letters.map(({ subject, to_address: to }) => [subject, to])).toEqual([
      ['Password reset on example.com', email],
    ]);
  });

  test('unknown email: no mail sent', async () => {
    await reset({ email: 'unused@example.com' });
    expect(await muster.letters(site)).toEqual([]);
  });
});
