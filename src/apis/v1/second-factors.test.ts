import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Ask, asker, setUpTotp } from '../../../test/support/own-account.ts';
import type { Role } from '../../modules/identity/types.ts';

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

async function person(role: Role, at = alpha) {
  made += 1;
  const account = await muster.account(at, { username: `p${made}`, role, password });
  return { account, token: await muster.apiToken(at, account) };
}

test('an owner demands it of staff at once, and nobody else does', async () => {
  const [owner, admin] = [await person('owner'), await person('admin')];
  const put = (as: string, isDemanded: boolean) =>
    ask('PUT /tenant/staff-second-factor', { as, body: { is_demanded: isDemanded } });
  expect((await put(admin.token, true)).status).toBe(403);
  expect((await put(owner.token, true)).body).toEqual({ is_demanded: true });
  expect((await ask('GET /tenant/staff-second-factor', { as: owner.token })).body.is_demanded).toBe(true);
  const session = `muster_session=${await muster.sessionToken(alpha, admin.account)}`;
  expect((await ask('GET /notifications', { as: session })).body.code).toBe('account.second_factor_demanded');
  expect((await put(owner.token, false)).status).toBe(200);
  expect((await ask('GET /notifications', { as: session })).status).toBe(200);
});

test('an admin switches off that of somebody who lost the app', async () => {
  const [admin, member] = [await person('admin'), await person('member')];
  await setUpTotp(muster, ask, member.token);
  const { uuid, username } = member.account;
  const path = `DELETE /people/${uuid}/second-factor` as const;
  expect((await ask(path, { as: member.token })).status).toBe(403);
  expect((await ask(path, { as: admin.token })).status).toBe(204);
  expect((await ask('POST /session', { body: { login: username, password } })).status).toBe(200);
  expect((await ask(path, { as: admin.token })).body.code).toBe('second_factor.is_off');
});

test('nobody switches off the own one so, nor that of a higher role or of another tenant', async () => {
  const beta = await muster.site('beta');
  const [owner, admin, stranger] = [
    await person('owner'),
    await person('admin'),
    await person('member', beta),
  ];
  await setUpTotp(muster, ask, owner.token);
  await setUpTotp(muster, ask, admin.token);
  await setUpTotp(muster, asker(muster, beta), stranger.token);
  const drop = ({ account }: Awaited<ReturnType<typeof person>>) =>
    ask(`DELETE /people/${account.uuid}/second-factor`, { as: admin.token });
  expect((await drop(owner)).body.code).toBe('account.higher_role');
  expect((await drop(admin)).body.code).toBe('caller.not_permitted');
  expect((await drop(stranger)).status).toBe(404);
});
