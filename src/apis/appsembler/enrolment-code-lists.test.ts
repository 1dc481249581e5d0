import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type DocumentedSite, openDocumentedSite } from '../../../test/support/documented-site.ts';
import { course } from '../../../test/support/learning.ts';
import { type V0Client, v0Client } from '../../../test/support/v0-client.ts';
import { type GeneratedCodes, generateBatch, redeem, setStatus } from '../../../test/support/v0-codes.ts';
import type { Course } from '../../modules/learning/types.ts';

interface Listed {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly { readonly code: string }[];
}

let muster: TestApp;
let alpha: TestSite;
let beta: DocumentedSite;
let staff: V0Client;
let demo: Course;
let batch: GeneratedCodes;

beforeAll(async () => {
  muster = await openTestApp();
  ({ at: alpha, staff } = await openDocumentedSite(muster, 'alpha'));
  beta = await openDocumentedSite(muster, 'beta');
  demo = await course(alpha);
  batch = await generate(demo.key, 3);
  const [, redeemed, cancelled] = batch.codes;
  const { email } = await muster.account(alpha, { username: 'redeemer' });
  await redeem(staff, email, redeemed);
  await setStatus(staff, cancelled, 'cancel');
  await generate((await course(alpha)).key, 30);
});
afterAll(() => muster.close());

const generate = (key: string, total: number) => generateBatch(staff, key, total);
const isListed = (body: unknown): body is Listed =>
  typeof body === 'object' && body !== null && 'results' in body;
async function list(query: string, client = staff): Promise<Listed> {
  const answer = await client.get(`enrollment-codes/${query}`);
  if (!isListed(answer.body)) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
const ofDemo = () => `course_id=${encodeURIComponent(demo.key)}`;

describe('the list of codes', () => {
  test('shows every code with its state and who redeemed it', async () => {
    const [open, redeemed, cancelled] = batch.codes;
    const at = muster.clock.now().toISOString();
    const row = {
      course_id: demo.key,
      mode: 'audit',
      batch_id: batch.batch_id,
      created_at: at,
      redeemed_at: null,
      redeemed_by: null,
    };
    expect(await list(`?${ofDemo()}`)).toEqual({
      count: 3,
      next: null,
      previous: null,
      results: [
        { ...row, code: open, state: 'open' },
        { ...row, code: redeemed, state: 'redeemed', redeemed_at: at, redeemed_by: 'redeemer' },
        { ...row, code: cancelled, state: 'cancelled' },
      ],
    });
  });

  test.each(['open', 'redeemed', 'cancelled'])('is narrowed to the state %s', async (state) => {
    const { count, results } = await list(`?${ofDemo()}&state=${state}`);
    expect([count, results]).toMatchObject([1, [{ state }]]);
  });

  test('is paginated in a total order, with links that keep filters and host', async () => {
    const first = await list('?state=open');
    expect([first.count, first.results.length, first.previous]).toEqual([31, 20, null]);
    expect(first.next).toBe(
      'http://alpha.localhost:8000/appsembler_api/v0/enrollment-codes/?state=open&limit=20&offset=20',
    );
    const second = await list(new URL(first.next ?? '').search);
    expect([second.results.length, second.next]).toEqual([11, null]);
    expect(second.previous).toBe(
      'http://alpha.localhost:8000/appsembler_api/v0/enrollment-codes/?state=open&limit=20&offset=0',
    );
    const codes = [...first.results, ...second.results].map(({ code }) => code);
    expect(new Set(codes).size).toBe(31);
    expect((await list('?offset=5000')).results).toEqual([]);
  });

  test('blank filters are none, an unknown course has no codes', async () => {
    expect((await list('?course_id=&state=')).count).toBe(33);
    expect((await list('?course_id=course-v1:edX+Nothing+2027')).count).toBe(0);
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=many', 'limit'],
    ['offset=-1', 'offset'],
    ['offset=99999999999999999999', 'offset'],
    ['state=lost', 'state'],
    ['course_id=DemoX', 'course_id'],
    ['state=open&state=open', 'state'],
  ])('%s is 400 by field', async (query, field) => {
    const answer = await staff.get(`enrollment-codes/?${query}`);
    expect([answer.status, answer.body]).toEqual([400, { [field]: [expect.any(String)] }]);
  });

  test('runs the same few statements for one code and for thirty', async () => {
    const count = async (query: string) => {
      muster.statements.length = 0;
      await list(query);
      return muster.statements.length;
    };
    expect([await count('?limit=1'), await count('?limit=30')]).toEqual([3, 3]);
  });

  test('answers with and without the slash, to staff only, and nothing of another tenant', async () => {
    expect((await staff.get('enrollment-codes')).status).toBe(200);
    expect((await v0Client(muster, alpha.host, null).get('enrollment-codes/')).status).toBe(401);
    const account = await muster.account(alpha, { username: 'commoner' });
    const member = v0Client(muster, alpha.host, await muster.accessToken(alpha, account));
    expect((await member.get('enrollment-codes/')).status).toBe(403);
    expect((await list('', beta.staff)).count).toBe(0);
  });
});

describe('the file of a batch', () => {
  let readers = 0;
  const download = async (at: TestSite, file: string, accept = 'text/csv') => {
    readers += 1;
    const reader = await muster.account(at, { username: `reader${readers}`, role: 'staff' });
    const authorization = `Bearer ${await muster.accessToken(at, reader)}`;
    const url = `/appsembler_api/v0/enrollment-codes/batches/${file}`;
    return muster.server.inject({ url, headers: { host: at.host, authorization, accept } });
  };

  test('holds the codes of that batch and no others, in their order', async () => {
    const answer = await download(alpha, `${batch.batch_id}.csv`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${batch.batch_id}.csv"`,
    });
    const at = muster.clock.now().toISOString();
    const [open, redeemed, cancelled] = batch.codes;
    expect(answer.body).toBe(
      [
        'code,course_id,mode,state,created_at,redeemed_at,redeemed_by',
        `${open},${demo.key},audit,open,${at},,`,
        `${redeemed},${demo.key},audit,redeemed,${at},${at},redeemer`,
        `${cancelled},${demo.key},audit,cancelled,${at},,`,
        '',
      ].join('\r\n'),
    );
  });

  test('holds no formula, whatever the person is called', async () => {
    const { codes, batch_id } = await generate(demo.key, 1);
    const { email } = await muster.account(alpha, { username: '@SUM-1', email: 'sum@example.com' });
    await redeem(staff, email, codes[0]);
    expect((await download(alpha, `${batch_id}.csv`)).body).toMatch(/,'@SUM-1\r\n$/);
  });

  test('is given to whoever takes anything, JSON or text', async () => {
    for (const accept of ['*/*', 'application/json', 'text/*', 'text/csv;q=0.5, text/html'])
      expect((await download(alpha, `${batch.batch_id}.csv`, accept)).statusCode).toBe(200);
    expect((await download(alpha, `${batch.batch_id}.csv`, 'image/png')).statusCode).toBe(406);
  });

  test('of an unknown batch, one of another tenant, or a name that is none is the same 404', async () => {
    const unknown = await download(alpha, '00000000-0000-7000-8000-000000000000.csv');
    expect([unknown.statusCode, unknown.json()]).toEqual([404, { detail: 'Not found.' }]);
    const theirs = await download(beta.at, `${batch.batch_id}.csv`);
    expect([theirs.statusCode, theirs.body]).toEqual([404, unknown.body]);
    for (const name of ['x.csv', batch.batch_id, `${batch.batch_id}.xlsx`])
      expect((await download(alpha, name)).statusCode).toBe(404);
  });

  test('is for staff only', async () => {
    const anybody = v0Client(muster, alpha.host, null);
    expect((await anybody.get(`enrollment-codes/batches/${batch.batch_id}.csv`)).status).toBe(401);
  });

  test('of ten thousand codes arrives whole', async () => {
    const { codes, batch_id } = await generate(demo.key, 10_000);
    const lines = (await download(alpha, `${batch_id}.csv`)).body.trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(codes);
  });
});
