import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { participant, sharedToken, visitToken, workshopEvent } from '../../../test/support/workshops.ts';
import { workshopsClient } from '../../../test/support/workshops-client.ts';
import { jwtKey } from '../../modules/identity/jwts.ts';
import { setArchived } from '../../modules/workshops/events.ts';
import type { EventWithWorkshops } from '../../modules/workshops/types.ts';

const password = 'Seven0Balloons';

let muster: TestApp;
let alpha: TestSite;
let event: EventWithWorkshops;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  event = await workshopEvent(alpha);
  await participant(muster, alpha, event, { fullName: 'An Peeters', key: 'WXYZ2345', targetGroup: 'app' });
});
afterAll(() => muster.close());
beforeEach(async () => {
  await muster.query('delete from throttle_counters');
  await sharedToken(muster, alpha, password);
});

const client = (token: string | null = null) => workshopsClient(muster, alpha.host, token);
const login = (payload: unknown) => client().post('/auth/login', payload);
async function signedIn(payload: unknown): Promise<string> {
  return tokenOf(await login(payload));
}
function tokenOf({ status, body }: { status: number; body: unknown }): string {
  expect(status).toBe(200);
  if (typeof body === 'object' && body !== null && 'token' in body && Object.keys(body).length === 1)
    return String(body.token);
  throw new Error(`no token in ${JSON.stringify(body)}`);
}
const whoIs = (token: string) => client(token).get('/auth/login');
const bearing = (authorization: string) => client().get('/auth/login', { authorization });

test('GET /auth/config says that people sign in by a key', async () => {
  const { status, body } = await client().get('/auth/config');
  expect([status, body]).toEqual([200, { method: 'key' }]);
});

describe('the Authorization header', () => {
  let token: string;
  beforeAll(async () => {
    token = await signedIn({ credential: 'WXYZ2345', admin_login: 0 });
  });

  test.each(['Bearer: T', 'Bearer T', 'bearer T', 'foo T', 'x T extra', 'T', 'Bearer:T'])(
    '"%s" is accepted',
    async (form) => {
      expect((await bearing(form.replace('T', token))).status).toBe(200);
    },
  );

  test.each(['', 'Bearer:', 'Bearer', 'Bearer nonsense', 'Bearer a.b.c', 'nonsense', 'Basic Ym9zczpib3Nz'])(
    '"%s" is 401',
    async (form) => {
      const { status, body } = await bearing(form);
      expect(status).toBe(401);
      expect(body).toMatchObject({ description: expect.any(String), message: expect.any(String) });
    },
  );

  test('an expired token, a badly signed one and one of an unknown visit are 401', async () => {
    const { services, clock } = muster;
    const sign = (key: Uint8Array, jti: string) =>
      new SignJWT({ admin_login: 0 })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('muster')
        .setJti(jti)
        .setExpirationTime(clock.now().getTime() / 1000 + 60)
        .sign(key);
    const key = jwtKey(services.identity, alpha.site.tenantId);
    for (const wrong of [await sign(key, 'nobody'), await sign(new Uint8Array(32), 'nobody')])
      expect((await bearing(`Bearer ${wrong}`)).status).toBe(401);
    const old = await signedIn({ credential: 'WXYZ2345', admin_login: 0 });
    clock.advance(30 * 24 * 3_600_000);
    expect((await whoIs(old)).status).toBe(401);
    token = await signedIn({ credential: 'WXYZ2345', admin_login: 0 });
  });

  test('a token of another tenant is answered like an unknown one, byte for byte', async () => {
    const beta = await muster.site('beta');
    const { id } = await participant(muster, beta, await workshopEvent(beta));
    const foreign = await bearing(`Bearer ${await visitToken(muster, beta, { id })}`);
    expect(foreign.status).toBe(401);
    expect(foreign.bytes).toEqual((await bearing('Bearer eyJh.bGci.OiJI')).bytes);
  });
});

describe('POST /auth/login', () => {
  test('signs a participant in, who is then told who they are', async () => {
    const { status, body } = await whoIs(await signedIn({ credential: 'WXYZ2345', admin_login: 0 }));
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      full_name: 'An Peeters',
      permission: 1,
      targetGroup: 'app',
      event_id: event.id,
    });
  });

  test('signs the administrator in by the shared password', async () => {
    const { body } = await whoIs(await signedIn({ credential: password, admin_login: 1 }));
    expect(body).toEqual({ id: 0, full_name: 'admin', permission: 100, targetGroup: null, event_id: -1 });
  });

  test('fields come as JSON, as a form or in the query', async () => {
    const fields = { credential: 'WXYZ2345', admin_login: '0' };
    await signedIn(fields);
    await signedIn(new URLSearchParams(fields));
    tokenOf(await client().post(`/auth/login?${new URLSearchParams(fields)}`));
    tokenOf(await client().post(`/auth/login/?admin_login=0`, { credential: 'WXYZ2345' }));
  });

  test.each([0, '0'])('admin_login %j is a participant', async (value) => {
    const { body } = await whoIs(await signedIn({ credential: 'WXYZ2345', admin_login: value }));
    expect(body).toMatchObject({ permission: 1 });
  });

  test.each([1, 2, '1', 'yes', false, true, ''])('admin_login %j is the administrator', async (value) => {
    expect((await login({ credential: 'WXYZ2345', admin_login: value })).status).toBe(401);
    const { body } = await whoIs(await signedIn({ credential: password, admin_login: value }));
    expect(body).toMatchObject({ permission: 100 });
  });

  test.each([
    [{}, ['credential', 'admin_login']],
    [{ credential: 'WXYZ2345' }, ['admin_login']],
    [{ admin_login: 0 }, ['credential']],
    [{ credential: null, admin_login: 0 }, ['credential']],
    [{ credential: 'WXYZ2345', admin_login: null }, ['admin_login']],
  ])('%j is 400 and names what is missing', async (payload, missing) => {
    const { status, body } = await login(payload);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: Object.fromEntries(missing.map((field) => [field, [expect.any(String)]])),
    });
  });

  test.each([[], 'text', null, 7, { credential: ['WXYZ2345'], admin_login: 0 }])(
    '%j is 400',
    async (payload) => {
      expect((await login(payload)).status).toBe(400);
    },
  );

  test('a wrong key and a wrong password are 401 in the same words', async () => {
    const key = await login({ credential: 'NOBODY22', admin_login: 0 });
    const word = await login({ credential: 'NOBODY22', admin_login: 1 });
    expect([key.status, word.status]).toEqual([401, 401]);
    expect(key.body).toEqual({
      description: 'The key or password is wrong.',
      message: 'The key or password is wrong.',
    });
    expect(word.body).toEqual(key.body);
  });

  test('a key that is a number may come as one', async () => {
    await participant(muster, alpha, event, { key: '23452345' });
    await signedIn({ credential: 23452345, admin_login: 0 });
  });

  test('the slips of a typed key are forgiven', async () => {
    await participant(muster, alpha, event, { key: 'RO0MI1LX' });
    for (const typed of ['ro0mi1lx', ' RO0M I1LX ', 'R00MIILX'])
      await signedIn({ credential: typed, admin_login: 0 });
  });

  test('of two keys that differ by such a slip each opens its own, and the slip between them neither', async () => {
    const one = await participant(muster, alpha, event, { key: 'twin-O1' });
    const other = await participant(muster, alpha, event, { key: 'TWIN-0I' });
    for (const [key, { id }] of [
      ['twin-O1', one],
      ['TWIN-0I', other],
    ] as const) {
      const { body } = await whoIs(await signedIn({ credential: key, admin_login: 0 }));
      expect(body).toMatchObject({ id });
    }
    expect((await login({ credential: 'twin-oL', admin_login: 0 })).status).toBe(401);
  });

  test('a key of an archived event opens nothing, and who was signed in by it is no more', async () => {
    const past = await workshopEvent(alpha);
    const { id } = await participant(muster, alpha, past, { key: 'LASTYEAR' });
    const token = await visitToken(muster, alpha, { id });
    const archive = (isArchived: boolean) =>
      alpha.context.transaction((tx) => setArchived(tx, past.id, { isArchived, forgetParticipants: false }));
    await archive(true);
    expect((await whoIs(token)).status).toBe(401);
    expect((await login({ credential: 'LASTYEAR', admin_login: 0 })).status).toBe(401);
    await archive(false);
    expect((await whoIs(token)).status).toBe(200);
  });

  test('eleven wrong passwords a minute are 429, the right one too; a minute later it opens again', async () => {
    for (let count = 0; count < 10; count += 1)
      expect((await login({ credential: 'wrong', admin_login: 1 })).status).toBe(401);
    const refused = await login({ credential: password, admin_login: 1 });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ message: expect.stringContaining('Too many attempts') });
    await signedIn({ credential: 'WXYZ2345', admin_login: 0 });
    muster.clock.advance(60_000);
    await signedIn({ credential: password, admin_login: 1 });
  });

  test('of wrong keys an address has a hundred a minute, since a school shares one', async () => {
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => login({ credential: `WRONG${at}`, admin_login: 0 })),
    );
    expect((await login({ credential: 'WXYZ2345', admin_login: 0 })).status).toBe(429);
    muster.clock.advance(60_000);
  });
});

describe('POST /auth/login with a username', () => {
  beforeAll(async () => {
    for (const role of ['member', 'staff', 'admin', 'owner'] as const)
      await muster.account(alpha, { username: `an-${role}`, role, name: `An ${role}`, password });
    await muster.account(alpha, { username: 'not-yet', role: 'admin', password, active: false });
  });

  test.each([
    ['staff', 10],
    ['admin', 100],
    ['owner', 100],
  ])('signs %s in with permission %i', async (role, permission) => {
    const token = await signedIn({ username: `an-${role}`, credential: password });
    const { body } = await whoIs(token);
    expect(body).toMatchObject({ full_name: `An ${role}`, permission, targetGroup: null, event_id: -1 });
  });

  test('the e-mail names the account too, and admin_login does not matter', async () => {
    await signedIn({ username: 'an-staff@example.com', credential: password, admin_login: 0 });
  });

  test('a wrong password, an unknown and an inactive account are 401; a member is 403', async () => {
    const status = async (username: string, credential: string) =>
      (await login({ username, credential })).status;
    expect(await status('an-staff', 'wrong')).toBe(401);
    expect(await status('nobody', password)).toBe(401);
    expect(await status('not-yet', password)).toBe(401);
    expect(await status('an-member', password)).toBe(403);
  });

  test('the shared password opens no account, and a login key neither', async () => {
    const own = await muster.account(alpha, { username: 'own', role: 'admin', password: 'another long one' });
    expect((await login({ username: own.username, credential: password })).status).toBe(401);
    expect((await login({ username: own.username, credential: 'WXYZ2345' })).status).toBe(401);
  });
});
