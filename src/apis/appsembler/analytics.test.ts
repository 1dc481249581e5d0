import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type V0Client, v0Client } from '../../../test/support/v0-client.ts';

interface Row {
  readonly id: number;
  readonly username: string;
  readonly date_joined: string;
}

let muster: TestApp;
let alpha: TestSite;
let staff: V0Client;
let token: string;

const joined = {
  anewuser: '2016-12-17T23:45:47Z',
  newtest: '2016-12-17T23:55:27.765Z',
  early: '2015-12-09T00:00:00Z',
  later: '2015-12-19T00:00:00Z',
};
const path = 'analytics/accounts/batch';

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const boss = await muster.account(alpha, { username: 'boss', role: 'staff' });
  token = await muster.accessToken(alpha, boss);
  staff = v0Client(muster, alpha.host, token);
  for (const [username, at] of Object.entries(joined)) {
    const account = await muster.account(alpha, { username, active: username !== 'early' });
    await muster.query('update accounts set created_at = $1 where id = $2', [at, account.id]);
  }
  await muster.query("update accounts set created_at = '2026-01-01T00:00:00Z' where username = 'boss'");
  await muster.account(await muster.site('beta'), { username: 'foreigner' });
});
afterAll(() => muster.close());

const isRows = (body: unknown): body is Row[] => Array.isArray(body);
async function usernames(query: string): Promise<string[]> {
  const { status, body } = await staff.get(`${path}${query}`);
  if (!isRows(body)) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.map((row) => row.username);
}

describe('analytics/accounts/batch', () => {
  test('lists every account of the tenant by id, inactive ones too, as the document shows', async () => {
    const answer = await staff.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers.etag).toBeUndefined();
    const rows = isRows(answer.body) ? answer.body : [];
    expect(rows.map(({ username }) => username)).toEqual(['boss', 'anewuser', 'newtest', 'early', 'later']);
    expect(rows[1]).toEqual({
      id: expect.any(Number),
      username: 'anewuser',
      email: 'anewuser@example.com',
      is_active: true,
      date_joined: '2016-12-17T23:45:47Z',
    });
    expect(rows[2]?.date_joined).toBe('2016-12-17T23:55:27.765Z');
    expect(rows[3]).toMatchObject({ username: 'early', is_active: false });
  });

  test.each([
    [
      'the second sample of the document',
      '?updated_min=2015-12-09T00:00:00Z',
      ['boss', 'anewuser', 'newtest', 'later'],
    ],
    ['the third, whose last day is excluded', '?updated_min=2015-12-09T00:00:00Z&updated_max=2015-12-19', []],
    ['a bare first day', '?updated_min=2015-12-18', ['boss', 'anewuser', 'newtest', 'later']],
    ['a bare last day', '?updated_max=2015-12-20', ['early', 'later']],
    ['strict on the upper side', '?updated_max=2015-12-09T00:00:00Z', []],
    ['a millisecond later', '?updated_max=2015-12-09T00:00:00.001Z', ['early']],
    ['the slip of a sample', '?update_min=2016-12-17', ['boss', 'anewuser', 'newtest']],
    ['blank filters', '?updated_min=&updated_max=', ['boss', 'anewuser', 'newtest', 'early', 'later']],
    ['an unknown filter', '?limit=1', ['boss', 'anewuser', 'newtest', 'early', 'later']],
  ])('%s', async (_what, query, expected) => {
    expect(await usernames(query)).toEqual(expected);
  });

  test('26: an offset is honoured, its plus sign raw, encoded or turned into a blank', async () => {
    for (const plus of ['+', '%2B', '%20'])
      expect(await usernames(`?updated_min=2016-12-18T00:50:00${plus}01:00`)).toEqual(['boss', 'newtest']);
    expect(await usernames('?updated_min=2016-12-17T18:50:00-05:00')).toEqual(['boss', 'newtest']);
    expect(await usernames('?updated_min=2016-12-17T18:50:00-0500')).toEqual(['boss', 'newtest']);
    expect(await usernames('?updated_min=2016-12-17T23:50:00')).toEqual(['boss', 'newtest']);
  });

  test.each([
    'yesterday',
    '2016',
    '2016-13-01',
    '2015-02-31',
    '2016-01-01T25:00:00Z',
    '17/12/2016',
    '2016-01-01T00:00:00+99:00',
    '%00',
  ])('11: the date "%s" is 400 by field', async (text) => {
    for (const field of ['updated_min', 'updated_max', 'update_min']) {
      const answer = await staff.get(`${path}?${field}=${text}`);
      expect([answer.status, answer.body]).toEqual([400, { [field]: [expect.any(String)] }]);
    }
  });

  test('11: a filter given twice is 400 by field', async () => {
    const answer = await staff.get(`${path}?updated_min=2016-01-01&updated_min=2017-01-01`);
    expect([answer.status, answer.body]).toEqual([400, { updated_min: ['Not a valid string.'] }]);
  });
});

describe('9: an export of fifty thousand accounts', () => {
  beforeAll(async () => {
    await muster.query(
      `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name,
         name_key, is_active, created_at, updated_at)
       select $1, gen_random_uuid(), name, name, name || '@example.com', name || '@example.com', name, name, '', name,
         true, '2020-01-01', '2020-01-01'
       from (select rpad('bulk' || n, 120, 'x') as name from generate_series(1, 50000) n) made`,
      [alpha.site.tenantId],
    );
    await muster.server.listen({ host: '127.0.0.1', port: 0 });
  });

  test('arrives whole and in order', async () => {
    const answer = await open(path);
    const rows: unknown = JSON.parse(await text(answer));
    if (!isRows(rows)) throw new Error('no list');
    expect(rows).toHaveLength(50_005);
    expect(rows.every((row, n) => n === 0 || row.id > (rows[n - 1]?.id ?? 0))).toBe(true);
  });

  test('begins before its end is known, and waits for a slow reader', async () => {
    const answer = await open(path);
    answer.pause();
    const running = async () =>
      (
        await muster.query<{ n: number }>(
          "select count(*)::int as n from pg_stat_activity where application_name = 'muster exports' and xact_start is not null and datname = current_database()",
        )
      )[0]?.n;
    expect(await running()).toBe(1);
    const rows: unknown = JSON.parse(await text(answer));
    expect(isRows(rows) && rows.length).toBe(50_005);
    await expect.poll(running).toBe(0);
  });

  test('that fails half-way is cut off, never closed as if it were whole', async () => {
    const answer = await open(path);
    answer.pause();
    await muster.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'muster exports' and datname = current_database()",
    );
    await expect(text(answer)).rejects.toThrow(/aborted/);
    expect((await staff.get(`${path}?updated_max=2016-01-01`)).status).toBe(200);
  });

  test('beyond those that may run at once is 503 with Retry-After; a reader who leaves makes room', async () => {
    const readers = await Promise.all([open(path), open(path), open(path)]);
    for (const reader of readers) reader.pause();
    const refused = await staff.get(path);
    expect(refused.status).toBe(503);
    expect(refused.body).toEqual({ detail: 'Too many exports are running at once.' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    for (const reader of readers) reader.destroy();
    await expect.poll(async () => (await staff.get(`${path}?updated_max=2016-01-01`)).status).toBe(200);
  });
});

/** The answer as soon as its head is here. */
function open(path: string): Promise<IncomingMessage> {
  const address = muster.server.server.address();
  const port = isAddress(address) ? address.port : 0;
  const headers = { host: alpha.host, authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    httpGet({ host: '127.0.0.1', port, path: `/appsembler_api/v0/${path}`, headers }, resolve).on(
      'error',
      reject,
    );
  });
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
