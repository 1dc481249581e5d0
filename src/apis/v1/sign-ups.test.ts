import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { type Ask, asker } from '../../../test/support/own-account.ts';

let muster: TestApp;
let ask: Ask;
let made = 0;
beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  ask = asker(muster, muster.home);
});
afterAll(() => muster.close());

function wanted(more: object = {}) {
  made += 1;
  return {
    name: `School ${made}`,
    subdomain: `school${made}`,
    email: `owner${made}@example.org`,
    password: 'Correct-horse-7',
    ...more,
  };
}

test('a tenant opens itself; its owner signs in once the letter confirmed the address', async () => {
  const sent = wanted({ first_name: 'Ann', last_name: 'Other', locale: 'nl' });
  const { status, body, headers } = await ask('POST /sign-ups', { body: sent });
  expect(status).toBe(201);
  expect(body).toEqual({ subdomain: sent.subdomain, address: headers.location, awaits: 'confirmation' });
  const host = new URL(body.address).host;
  const signIn = () =>
    muster.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { host },
      payload: { login: sent.email, password: sent.password },
    });
  expect((await signIn()).json().code).toBe('login.unconfirmed');
  const [letter] = await muster.query<{ text: string; locale: string }>(
    'select text, locale from letters where to_address = $1',
    [sent.email],
  );
  const link = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
  await muster.server.inject({ method: 'POST', url: new URL(link).pathname, headers: { host } });
  const entered = await signIn();
  expect([letter?.locale, entered.json().account]).toMatchObject([
    'nl',
    { role: 'owner', name: 'Ann Other' },
  ]);
});

test('what is wrong or taken is told under its field, and no tenant is made', async () => {
  const taken = wanted();
  await ask('POST /sign-ups', { body: taken });
  const tenants = () => muster.query('select id from tenants');
  const before = (await tenants()).length;
  const refused = async (more: object) => {
    const { status, body } = await ask('POST /sign-ups', { body: wanted(more) });
    return [status, body.errors[0]?.pointer];
  };
  expect(await refused({ name: taken.name })).toEqual([409, '/name']);
  expect(await refused({ subdomain: taken.subdomain })).toEqual([409, '/subdomain']);
  expect(await refused({ subdomain: 'no good' })).toEqual([400, '/subdomain']);
  expect(await refused({ name: '  ' })).toEqual([400, '/name']);
  expect(await refused({ email: 'nobody' })).toEqual([400, '/email']);
  expect(await refused({ password: 'password' })).toEqual([400, '/password']);
  expect(await tenants()).toHaveLength(before);
});

test('signing up again under the same key is answered alike, and makes no second tenant', async () => {
  const [body, headers] = [wanted(), { 'idempotency-key': 'once' }];
  const first = await ask('POST /sign-ups', { body, headers });
  const again = await ask('POST /sign-ups', { body, headers });
  expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([
    201,
    first.body,
    'true',
  ]);
  expect((await ask('POST /sign-ups', { body })).status).toBe(409);
  const kept = await muster.query<{ digest: Buffer }>(`select digest from answers_kept where key = 'once'`);
  const guessed = createHash('sha256')
    .update(`POST /api/v1/sign-ups\n${JSON.stringify(body)}`)
    .digest();
  expect(kept[0]?.digest.equals(guessed), 'a password could be guessed from what is kept').toBe(false);
});

test('asking for a letter again under the same key writes one', async () => {
  await muster.account(muster.home, {
    username: 'lost',
    email: 'lost@example.org',
    password: 'Correct-horse-7',
  });
  const letters = () => muster.query(`select 1 from letters where kind = 'reset_password'`);
  const before = (await letters()).length;
  for (const _ of ['once', 'again'])
    expect(
      (
        await ask('POST /password-resets', {
          body: { email: 'lost@example.org' },
          headers: { 'idempotency-key': 'letter' },
        })
      ).status,
    ).toBe(204);
  expect((await letters()).length - before).toBe(1);
});

test("a tenant's own host opens no other tenant", async () => {
  const alpha = await muster.site('alpha');
  const { status, body } = await asker(muster, alpha)('POST /sign-ups', { body: wanted() });
  expect([status, body.code]).toEqual([404, 'sign_up.elsewhere']);
});

test('a forgotten password has a letter, and a stranger is told the same', async () => {
  const beta = await muster.site('beta');
  await muster.account(beta, { username: 'ann', email: 'ann@example.org', password: 'Correct-horse-7' });
  const reset = (email: string) => asker(muster, beta)('POST /password-resets', { body: { email } });
  expect([(await reset('ANN@example.org')).status, (await reset('nobody@example.org')).status]).toEqual([
    204, 204,
  ]);
  expect((await muster.letters(beta)).map(({ to_address }) => to_address)).toEqual(['ann@example.org']);
  expect((await reset('nonsense')).body.errors[0].pointer).toBe('/email');
});
