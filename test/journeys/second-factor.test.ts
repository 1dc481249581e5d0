import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOauthClient } from '../../src/modules/identity/oauth-clients.ts';
import { demandSecondFactor } from '../../src/modules/identity/second-factors.ts';
import type { Account, Role } from '../../src/modules/identity/types.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { makeCity } from '../support/gemini-people.ts';
import { type Ask, asker, setUpTotp } from '../support/own-account.ts';

let muster: TestApp;
let ask: Ask;
let alpha: TestSite;
let made = 0;
beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  await makeCity(alpha);
  ask = asker(muster, alpha);
});
afterAll(() => muster.close());

const password = 'Correct-horse-7';

async function person(role: Role, at = alpha): Promise<Account> {
  made += 1;
  return muster.account(at, { username: `p${made}`, role, password });
}

async function send(host: string, url: string, payload: object) {
  const answer = await muster.server.inject({ method: 'POST', url, headers: { host }, payload });
  const { request_id: _, ...body } = answer.json();
  return { status: answer.statusCode, body };
}

/** Every other way in by a password, each as its document spells it. */
const doors: Record<string, (account: Account, typed: string) => ReturnType<typeof send>> = {
  'the SaaS login': ({ email }, typed) => send(alpha.host, '/api/login/', { email, password: typed }),
  'the SaaS login on the root domain': ({ email }, typed) =>
    send(muster.home.host, '/api/login/', { email, password: typed }),
  'the v0 password grant': async ({ username }, typed) =>
    send(alpha.host, '/oauth2/access_token', { ...(await grant()), username, password: typed }),
  'the Gemini password grant': async ({ email }, typed) =>
    send(alpha.host, '/api/oauth/token', { ...(await grant()), username: email, password: typed }),
  'the workshops login': ({ username }, typed) =>
    send(alpha.host, '/auth/login', { username, credential: typed }),
};

async function grant() {
  const made = await alpha.context.transaction((tx) =>
    createOauthClient(tx, { name: 'app', ownerId: null, grants: ['password'] }),
  );
  return { client_id: made.clientId, client_secret: made.clientSecret, grant_type: 'password' };
}

describe.each(Object.entries(doors))('%s', (_name, enter) => {
  test('opens no account with a second factor by the password alone, and says what a wrong one is told', async () => {
    const account = await person('staff');
    expect((await enter(account, password)).status).toBeLessThan(300);
    await setUpTotp(muster, ask, await muster.apiToken(alpha, account));
    const refused = await enter(account, password);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused).toEqual(await enter(account, 'wrong'));
  });
});

describe('a tenant that demands it of staff', () => {
  let beta: TestSite;
  let asked: Ask;
  beforeAll(async () => {
    beta = await muster.site('beta');
    asked = asker(muster, beta);
  });

  async function demand(wanted: boolean) {
    await beta.context.transaction((tx) => demandSecondFactor(tx, wanted));
    // As NOTIFY does where a server listens.
    muster.services.directory.forget();
  }
  const signIn = ({ username: login }: Account, code?: string) =>
    asked('POST /session', { body: { login, password, ...(code !== undefined && { code }) } });

  test('lets staff without one sign in to set it up, and to nothing else until then', async () => {
    await demand(true);
    const account = await person('staff', beta);
    const entered = await signIn(account);
    const as = entered.cookie ?? '';
    expect(entered.body.account.lacks_second_factor).toBe(true);
    const shut = await asked('GET /notifications', { as });
    expect([shut.status, shut.body.code]).toEqual([403, 'account.second_factor_demanded']);
    expect((await asked('GET /me', { as })).status).toBe(200);
    const { nextCode } = await setUpTotp(muster, asked, as);
    expect((await asked('GET /notifications', { as })).status).toBe(200);
    const again = await signIn(account, nextCode());
    expect(again.body.account.lacks_second_factor).toBe(false);
    await demand(false);
  });

  test('holds it against what staff opened elsewhere: a session, a JWT, and the password at another door', async () => {
    const account = await person('admin', beta);
    const session = `muster_session=${await muster.sessionToken(beta, account)}`;
    const jwt = await muster.jwt(beta, account);
    const statuses = async () => {
      const headersOf = (more: object) => ({ host: beta.host, ...more });
      const get = async (url: string, more: object) =>
        (await muster.server.inject({ url, headers: headersOf(more) })).statusCode;
      return [
        await get('/api/current-user/', { cookie: session }),
        await get('/api/current-user/', { authorization: `Bearer ${jwt}` }),
        await get('/auth/login', { authorization: `Bearer ${jwt}` }),
        (await send(beta.host, '/api/login/', { email: account.email, password })).status,
      ];
    };
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    await demand(true);
    expect(await statuses()).toEqual([403, 403, 403, 400]);
    await demand(false);
    expect(await statuses()).toEqual([200, 200, 200, 200]);
  });

  test('asks nothing of members and of programs, and nothing in another tenant', async () => {
    await demand(true);
    const [member, staff, elsewhere] = [
      await person('member', beta),
      await person('staff', beta),
      await person('staff'),
    ];
    const entered = await signIn(member);
    expect((await asked('GET /notifications', { as: entered.cookie ?? '' })).status).toBe(200);
    const token = await muster.apiToken(beta, staff);
    expect((await asked('GET /notifications', { as: token })).status).toBe(200);
    const other = `muster_session=${await muster.sessionToken(alpha, elsewhere)}`;
    expect((await ask('GET /notifications', { as: other })).status).toBe(200);
    await demand(false);
  });
});
