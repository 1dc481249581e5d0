import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let owner: Account;
let amy: Account;
let member: Account;
let bea: Account;
let asOwner: TahoeClient;
let asAmy: TahoeClient;
let round = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  owner = await muster.account(alpha, { username: 'owner', role: 'owner' });
  amy = await muster.account(alpha, { username: 'amy', role: 'admin' });
  member = await muster.account(alpha, { username: 'member' });
  bea = await muster.account(beta, { username: 'bea', role: 'admin' });
  asOwner = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, owner));
  asAmy = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, amy));
  await muster.apiToken(alpha, member);
  await muster.apiToken(beta, bea);
});
afterAll(() => muster.close());

const newAdmin = () => {
  round += 1;
  return muster.account(alpha, { username: `admin${round}`, role: 'admin' });
};
const opens = async (secret: string) =>
  (await tahoeClient(muster, alpha.host, secret).get('v1/users/')).status === 200;
const secretIn = (body: unknown): string => {
  const secret = typeof body === 'object' && body !== null && 'secret' in body ? body.secret : undefined;
  expect(secret).toMatch(/^[0-9a-f]{40}$/);
  return String(secret);
};
const now = () => muster.clock.now().toISOString().replace('.000Z', 'Z');

describe('api-keys/', () => {
  test("lists the keys of my site's admins with exactly three facts, never a secret (§8.15)", async () => {
    const answer = await asAmy.get('v1/api-keys/');
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        count: 2,
        next: null,
        previous: null,
        results: [
          { user_id: owner.id, username: 'owner', token_created: now() },
          { user_id: amy.id, username: 'amy', token_created: now() },
        ],
      },
    ]);
  });

  test('is paginated like the other lists', async () => {
    const answer = await asAmy.get('v1/api-keys/?limit=1');
    expect(answer.body).toMatchObject({
      results: [{ username: 'owner' }],
      next: 'http://alpha.localhost:8000/tahoe/api/v1/api-keys/?limit=1&offset=1',
    });
  });

  test('makes the key of an admin who has none, and shows it this once', async () => {
    const one = await newAdmin();
    const answer = await asAmy.post('v1/api-keys/', { user_id: one.id });
    const secret = secretIn(answer.body);
    expect([answer.status, answer.body]).toEqual([
      201,
      { user_id: one.id, username: one.username, created: now(), secret },
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await opens(secret)).toBe(true);
    for (const path of ['v1/api-keys/', `v1/api-keys/${one.id}/`]) {
      expect((await asAmy.get(path)).text).not.toContain(secret);
    }
    expect(muster.logged.join('\n')).not.toContain(secret);
  });

  test('takes a form as well', async () => {
    const one = await newAdmin();
    const answer = await asAmy.post('v2/api-keys/', new URLSearchParams({ user_id: String(one.id) }));
    expect(answer.status).toBe(201);
  });

  test('makes no second key beside the first: 409', async () => {
    const before = await digestContents(muster.query);
    const answer = await asAmy.post('v1/api-keys/', { user_id: amy.id });
    expect([answer.status, answer.body]).toEqual([
      409,
      { detail: 'This account has an API token already; rotate it to get a new one.' },
    ]);
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test('of many who make one key at once exactly one does', async () => {
    const one = await newAdmin();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => asAmy.post('v1/api-keys/', { user_id: one.id })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
  });

  test.each([
    [{}, 'This field is required.'],
    [{ user_id: 'amy' }, 'A valid integer is required.'],
    [{ user_id: null }, 'A valid integer is required.'],
    [{ user_id: 1e300 }, 'It must be <= 1000000000000000.'],
    [{ user_id: 999999 }, 'Invalid pk "999999" - no admin of this site has it.'],
  ])('with %j is 400 by its field', async (payload, message) => {
    const answer = await asAmy.post('v1/api-keys/', payload);
    expect([answer.status, answer.body]).toEqual([400, { user_id: [message] }]);
  });

  test('knows no key of people who are no admins here, and none of another tenant (§10.29)', async () => {
    const refusals = await Promise.all(
      [member, bea].flatMap(({ id }) => [
        asAmy.get(`v1/api-keys/${id}/`),
        asAmy.send('PUT', `v1/api-keys/${id}/`),
        asAmy.send('DELETE', `v1/api-keys/${id}/`),
      ]),
    );
    const unknown = await asAmy.get('v1/api-keys/999999/');
    expect(unknown.status).toBe(404);
    for (const refusal of refusals) expect([refusal.status, refusal.text]).toEqual([404, unknown.text]);
    for (const { id } of [member, bea]) {
      expect((await asAmy.post('v1/api-keys/', { user_id: id })).status).toBe(400);
    }
  });
});

describe('api-keys/<user_id>/', () => {
  test('tells since when an admin has a key, and of one who has none only who it is', async () => {
    const one = await newAdmin();
    const path = `v1/api-keys/${one.id}.json`;
    expect((await asAmy.get(path)).body).toEqual({ user_id: one.id, username: one.username });
    await asAmy.post('v1/api-keys/', { user_id: one.id });
    expect((await asAmy.get(path)).body).toEqual({
      user_id: one.id,
      username: one.username,
      created: now(),
    });
  });

  test('§10.23: PUT makes the key anew, shows it once, and ends the old one', async () => {
    const one = await newAdmin();
    const first = secretIn((await asAmy.post('v1/api-keys/', { user_id: one.id })).body);
    const answer = await asAmy.send('PUT', `v1/api-keys/${one.id}/`);
    const second = secretIn(answer.body);
    expect([answer.status, answer.body]).toEqual([
      200,
      { user_id: one.id, username: one.username, created: now(), secret: second },
    ]);
    expect([await opens(first), await opens(second)]).toEqual([false, true]);
  });

  test('an admin may change its own key, and goes on with the new one', async () => {
    const one = await newAdmin();
    const client = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, one));
    const secret = secretIn((await client.send('PUT', `v1/api-keys/${one.id}/`)).body);
    expect((await client.get('v1/users/')).status).toBe(401);
    expect(await opens(secret)).toBe(true);
  });

  test('DELETE ends the key: 204, and 404 when there is none to end', async () => {
    const one = await newAdmin();
    const secret = secretIn((await asAmy.post('v1/api-keys/', { user_id: one.id })).body);
    const path = `v1/api-keys/${one.id}/`;
    const answer = await asAmy.send('DELETE', path);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await opens(secret)).toBe(false);
    const again = await asAmy.send('DELETE', path);
    expect([again.status, again.body]).toEqual([404, { detail: 'Not found.' }]);
    expect((await asAmy.get('v1/api-keys/')).text).not.toContain(one.username);
  });

  test("an admin does not get, change or end an owner's key: 403, nothing written", async () => {
    const second = await muster.account(alpha, { username: `owner${round}`, role: 'owner' });
    const before = await digestContents(muster.query);
    const answers = [
      await asAmy.post('v1/api-keys/', { user_id: second.id }),
      await asAmy.send('PUT', `v1/api-keys/${owner.id}/`),
      await asAmy.send('DELETE', `v1/api-keys/${owner.id}/`),
    ];
    const detail = 'You do not have permission to perform this action.';
    for (const { status, body } of answers) expect([status, body]).toEqual([403, { detail }]);
    expect(await digestContents(muster.query)).toEqual(before);
    expect((await asOwner.post('v1/api-keys/', { user_id: second.id })).status).toBe(201);
  });

  test('every change of a key stands in the audit trail', async () => {
    const one = await newAdmin();
    await asAmy.post('v1/api-keys/', { user_id: one.id });
    await asAmy.send('PUT', `v1/api-keys/${one.id}/`);
    await asAmy.send('DELETE', `v1/api-keys/${one.id}/`);
    const trail = await muster.query(
      `select verb, author_id::int from activity where object_type = 'api_token' and object_id = $1 order by id`,
      [one.id],
    );
    expect(trail).toEqual(['created', 'rotated', 'revoked'].map((verb) => ({ verb, author_id: amy.id })));
  });
});
