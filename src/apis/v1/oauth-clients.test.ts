import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let boss: Account;
let sue: Account;
let admin: Asker;
let staff: Asker;
let stranger: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  boss = await muster.account(alpha, { username: 'boss', role: 'owner' });
  sue = await muster.account(alpha, { username: 'sue', role: 'staff' });
  admin = await openAsker(muster, alpha, await muster.account(alpha, { username: 'amy', role: 'admin' }));
  staff = await openAsker(muster, alpha, sue);
  stranger = await openAsker(muster, beta, await muster.account(beta, { username: 'amy', role: 'owner' }));
});
afterAll(() => muster.close());

async function grant(client_id: string, client_secret: string): Promise<number> {
  const answer = await muster.server.inject({
    method: 'POST',
    url: '/oauth2/access_token',
    headers: { host: alpha.host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: String(new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })),
  });
  return answer.statusCode;
}
const make = async (name: string) => (await admin('POST', '/oauth-clients', { name })).body;

test('a client is made with a secret that is told once, and gets tokens by it', async () => {
  const key = { 'idempotency-key': 'client-once' };
  const made = await admin('POST', '/oauth-clients', { name: 'Timetable' }, key);
  expect(made.status).toBe(201);
  const { client_id, client_secret } = made.body;
  expect(await grant(client_id, client_secret)).toBe(200);
  const again = await admin('POST', '/oauth-clients', { name: 'Timetable' }, key);
  expect([again.status, again.body.code]).toEqual([409, 'idempotency.secret_told']);
  const shown = await admin('GET', `/oauth-clients/${client_id}`);
  expect(shown.body).toMatchObject({ name: 'Timetable', owner: 'amy', grants: ['client_credentials'] });
  expect(JSON.stringify(shown.body)).not.toContain(client_secret);
  const used = await admin('GET', '/oauth-client-uses');
  expect(used.body.items).toMatchObject([{ client_id, tokens: 1, standing_tokens: 1, people: 1 }]);
});

test('another secret ends the one before', async () => {
  const { client_id, client_secret } = await make('Rotated');
  const fresh = await admin('POST', `/oauth-clients/${client_id}/rotate`);
  expect(await grant(client_id, client_secret)).toBe(401);
  expect(await grant(client_id, fresh.body.client_secret)).toBe(200);
});

test('a disabled client gets nothing until it is enabled, a deleted one never', async () => {
  const { client_id, client_secret } = await make('Shut');
  const path = `/oauth-clients/${client_id}`;
  const { headers } = await admin('GET', path);
  const match = { 'if-match': String(headers.etag) };
  expect((await admin('PATCH', path, { is_disabled: true }, match)).body.disabled_at).not.toBeNull();
  expect(await grant(client_id, client_secret)).toBe(401);
  expect((await admin('PATCH', path, { name: 'Late' }, match)).status).toBe(412);
  expect((await admin('PATCH', path, { is_disabled: false })).body.disabled_at).toBeNull();
  expect(await grant(client_id, client_secret)).toBe(200);
  expect((await admin('DELETE', path)).status).toBe(204);
  expect(await grant(client_id, client_secret)).toBe(401);
  expect((await admin('GET', path)).status).toBe(404);
});

test('who is no admin is turned away, another tenant knows none of them, and nobody names a higher owner', async () => {
  const { client_id } = await make('Guarded');
  expect((await staff('GET', '/oauth-clients')).status).toBe(403);
  for (const [method, path] of [
    ['GET', `/oauth-clients/${client_id}`],
    ['DELETE', `/oauth-clients/${client_id}`],
    ['POST', `/oauth-clients/${client_id}/rotate`],
  ] as const)
    expect((await stranger(method, path)).status, path).toBe(404);
  const higher = await admin('POST', '/oauth-clients', { name: 'Boss', owner: boss.uuid });
  expect([higher.status, higher.body.code]).toEqual([403, 'account.higher_role']);
  const bad = await admin('POST', '/oauth-clients', { name: '', grants: ['magic'] });
  expect([bad.status, bad.pointers()]).toEqual([400, expect.arrayContaining(['/name'])]);
});

test('an API token is made for staff, told once, listed without itself and ended', async () => {
  const made = await admin('POST', '/tokens', { person: sue.uuid });
  expect(made.status).toBe(201);
  const open = async (token: string) =>
    (
      await muster.server.inject({
        url: '/api/v1/jobs',
        headers: { host: alpha.host, authorization: `Token ${token}` },
      })
    ).statusCode;
  expect(await open(made.body.token)).toBe(200);
  expect((await admin('POST', '/tokens', { person: sue.uuid })).body.code).toBe('token.exists');
  const fresh = await admin('POST', '/tokens', { person: sue.uuid, rotate: true });
  expect([await open(made.body.token), await open(fresh.body.token)]).toEqual([401, 200]);
  const listed = await admin('GET', `/tokens?kind=api&person=${sue.uuid}`);
  expect(listed.body.items).toMatchObject([{ kind: 'api', username: 'sue', expires_at: null }]);
  expect(JSON.stringify(listed.body)).not.toContain(fresh.body.token);
  const { id } = listed.body.items[0];
  expect((await stranger('DELETE', `/tokens/${id}`)).status).toBe(404);
  expect((await admin('DELETE', `/tokens/${id}`)).status).toBe(204);
  expect(await open(fresh.body.token)).toBe(401);
});

test('an admin neither makes nor ends what opens the owner, and makes none for members', async () => {
  await muster.sessionToken(alpha, boss);
  const listed = await admin('GET', `/tokens?person=${boss.uuid}`);
  const { id } = listed.body.items[0];
  expect((await admin('DELETE', `/tokens/${id}`)).body.code).toBe('account.higher_role');
  expect((await admin('POST', '/tokens', { person: boss.uuid })).body.code).toBe('account.higher_role');
  const member = await muster.account(alpha, { username: 'mia' });
  expect((await admin('POST', '/tokens', { person: member.uuid })).status).toBe(404);
  expect((await staff('GET', '/tokens')).status).toBe(403);
});
