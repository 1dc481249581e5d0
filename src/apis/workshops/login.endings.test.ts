import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { participant, sharedToken, workshopEvent } from '../../../test/support/workshops.ts';
import { workshopsClient } from '../../../test/support/workshops-client.ts';
import {
  changeSharedPassword,
  openVisit,
  proveSharedPassword,
  switchOffSharedPassword,
} from '../../modules/workshops/logins.ts';
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

describe('POST /auth/logout', () => {
  test("ends the visit that asks, of a participant and of the shared password's; no other", async () => {
    for (const payload of [
      { credential: 'WXYZ2345', admin_login: 0 },
      { credential: password, admin_login: 1 },
    ]) {
      const [token, elsewhere] = [await signedIn(payload), await signedIn(payload)];
      const left = await client(token).post('/auth/logout');
      expect([left.status, left.bytes.length]).toEqual([204, 0]);
      expect((await whoIs(token)).status).toBe(401);
      expect((await client(token).post('/auth/logout')).status).toBe(401);
      expect((await whoIs(elsewhere)).status).toBe(200);
    }
  });

  test("ends an account's JWT; an API token is no sign-in and stays", async () => {
    const boss = await muster.account(alpha, { username: 'leaver', role: 'staff', password });
    const jwt = await signedIn({ username: 'leaver', credential: password });
    expect((await client(jwt).post('/auth/logout', {})).status).toBe(204);
    expect((await whoIs(jwt)).status).toBe(401);
    const key = await muster.apiToken(alpha, boss);
    expect((await client(key).post('/auth/logout')).status).toBe(204);
    expect((await whoIs(key)).status).toBe(200);
  });
});

describe('POST /auth/change_admin_password', () => {
  const change = (token: string, old_password: unknown, new_password: unknown) =>
    client(token).post('/auth/change_admin_password', { old_password, new_password });

  test('answers a token made with the new password; whoever was signed in by the old one is no more', async () => {
    const token = await signedIn({ credential: password, admin_login: 1 });
    const fresh = tokenOf(await change(token, password, 'Nine9Balloons'));
    expect((await whoIs(fresh)).body).toMatchObject({ permission: 100 });
    expect((await whoIs(token)).status).toBe(401);
    expect((await login({ credential: password, admin_login: 1 })).status).toBe(401);
    await signedIn({ credential: 'Nine9Balloons', admin_login: 1 });
  });

  test('refuses in the order of the document, and changes nothing', async () => {
    const token = await signedIn({ credential: password, admin_login: 1 });
    const before = await digestContents(muster.query);
    const asked = async (one: unknown, other: unknown) => {
      const { status, body } = await change(token, one, other);
      return [status, typeof body === 'object' && body !== null && 'description' in body && body.description];
    };
    const empty = 'Fill in the old and the new password.';
    const weak = 'The password needs at least a capital, a small letter and a digit.';
    const short = 'The password needs at least 10 characters.';
    expect(await asked('', 'a')).toEqual([400, empty]);
    expect(await asked('wrong', '')).toEqual([400, empty]);
    expect(await asked(undefined, null)).toEqual([400, empty]);
    for (const bad of ['alllowercase1', 'ALLUPPERCASE1', 'NoDigitsHere', 'a'])
      expect(await asked('wrong', bad)).toEqual([400, weak]);
    expect(await asked('wrong', 'Short1')).toEqual([400, short]);
    expect(await asked('wrong', 'Nine9Balloons')).toEqual([400, 'The old password is wrong.']);
    expect((await change(token, 7, ['x'])).status).toBe(400);
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test('a guesser of the old password is throttled', async () => {
    const token = await signedIn({ credential: password, admin_login: 1 });
    for (let count = 0; count < 10; count += 1) await change(token, `Wrong${count}Guess`, 'Nine9Balloons');
    expect((await change(token, password, 'Nine9Balloons')).status).toBe(429);
    muster.clock.advance(60_000);
  });

  test('a participant may not', async () => {
    const token = await signedIn({ credential: 'WXYZ2345', admin_login: 0 });
    expect((await change(token, password, 'Nine9Balloons')).status).toBe(403);
  });
});

describe('DELETE /auth/admin_password', () => {
  const switchOff = (token: string) => client(token).delete('/auth/admin_password');

  test('an owner switches the shared password off, with what it opened; nobody else may', async () => {
    const shared = await signedIn({ credential: password, admin_login: 1 });
    expect((await switchOff(shared)).status).toBe(403);
    const admin = await muster.account(alpha, { username: 'second', role: 'admin' });
    expect((await switchOff(await muster.apiToken(alpha, admin))).status).toBe(403);
    const owner = await muster.account(alpha, { username: 'first', role: 'owner' });
    const key = await muster.apiToken(alpha, owner);
    expect((await switchOff(key)).status).toBe(204);
    expect((await whoIs(shared)).status).toBe(401);
    expect((await login({ credential: password, admin_login: 1 })).status).toBe(401);
    expect((await switchOff(key)).status).toBe(204);
    expect(
      (
        await client(key).post('/auth/change_admin_password', {
          old_password: password,
          new_password: 'Nine9Balloons',
        })
      ).body,
    ).toMatchObject({ description: 'The old password is wrong.' });
  });

  test('a sign-in and a change under way while it is switched off come to nothing', async () => {
    const { passwords, identity } = muster.services;
    const attempt = { address: '10.0.0.1', limit: null };
    const proven = await proveSharedPassword(alpha.context, passwords, password, attempt);
    const switchedOff = {
      ...passwords,
      hash: async (text: string) => {
        await alpha.context.transaction(switchOffSharedPassword);
        return passwords.hash(text);
      },
    };
    const wish = { oldPassword: password, newPassword: 'Nine9Balloons' };
    await expect(changeSharedPassword(alpha.context, switchedOff, wish, attempt)).rejects.toMatchObject({
      code: 'shared_password.wrong_old',
    });
    const opening = alpha.context.transaction((tx) => openVisit(tx, identity, proven));
    await expect(opening).rejects.toMatchObject({ code: 'visit.wrong' });
    for (const credential of [password, 'Nine9Balloons'])
      expect((await login({ credential, admin_login: 1 })).status).toBe(401);
  });

  test('a sign-in by the password that was changed meanwhile comes to nothing', async () => {
    const attempt = { address: '10.0.0.1', limit: null };
    const proven = await proveSharedPassword(alpha.context, muster.services.passwords, password, attempt);
    muster.clock.advance(1);
    await sharedToken(muster, alpha, 'Nine9Balloons');
    const opening = alpha.context.transaction((tx) => openVisit(tx, muster.services.identity, proven));
    await expect(opening).rejects.toMatchObject({ code: 'visit.wrong' });
  });

  test('where none was ever set nothing opens', async () => {
    const gamma = await muster.site('gamma');
    const there = workshopsClient(muster, gamma.host, null);
    for (const credential of ['', 'changeme', password, 'null'])
      expect((await there.post('/auth/login', { credential, admin_login: 1 })).status).toBe(401);
    await alpha.context.transaction(switchOffSharedPassword);
  });
});

describe('callers', () => {
  test('a member, and any OAuth token, may do nothing here', async () => {
    const member = await muster.account(alpha, { username: 'plain' });
    const owner = await muster.account(alpha, { username: 'boss', role: 'owner' });
    for (const token of [await muster.jwt(alpha, member), await muster.accessToken(alpha, owner)])
      for (const path of ['/auth/login', `/events/${event.id}/workshop_links`, `/events/${event.id}/users`])
        expect([path, (await client(token).get(path)).status]).toEqual([path, 403]);
  });

  test('staff, admin and owner are managers by any credential of their account', async () => {
    const staff = await muster.account(alpha, { username: 'steady', role: 'staff' });
    for (const token of [await muster.jwt(alpha, staff), await muster.apiToken(alpha, staff)])
      expect((await whoIs(token)).body).toMatchObject({ id: staff.id, permission: 10 });
    const cookie = `muster_session=${await muster.sessionToken(alpha, staff)}`;
    expect((await client().get('/auth/login', { cookie })).status).toBe(200);
    expect((await client().post('/auth/logout', {}, { cookie })).status).toBe(403);
    expect(
      (await client().post('/auth/logout', {}, { cookie, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(204);
    expect((await client().get('/auth/login', { cookie })).status).toBe(401);
  });
});
