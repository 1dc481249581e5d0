import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import { course, look, membersOf } from '../../../test/support/learning.ts';
import { pointersOf, type V1Client, v1Client } from '../../../test/support/v1-learning-client.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let staff: V1Client;
let member: V1Client;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  staff = await v1Client(muster, alpha, await muster.account(alpha, { username: 'sam', role: 'staff' }));
  member = await v1Client(muster, alpha, await muster.account(alpha, { username: 'ann' }));
});
afterAll(() => muster.close());

async function batch(count: number, more: Parameters<typeof course>[1] = {}) {
  const taught = await course(alpha, more);
  const made = await staff('POST', '/code-batches', { course: taught.key, count });
  const list = (await staff('GET', `/enrolment-codes?batch=${made.json().uuid}&limit=200`)).json().items;
  const codes: { id: number; code: string; state: string }[] = list;
  return { taught, made, codes, uuid: String(made.json().uuid) };
}

let people = 0;
async function learner(): Promise<V1Client> {
  people += 1;
  return v1Client(muster, alpha, await muster.account(alpha, { username: `learner${people}` }));
}

test('a batch is made once for a key, stands at its location, and lists its codes', async () => {
  const { key } = await course(alpha, { modes: ['audit', 'verified'] });
  const body = { course: key, count: 3, mode: 'verified' };
  const headers = { 'idempotency-key': 'three-codes' };
  const [made, again] = [
    await staff('POST', '/code-batches', body, headers),
    await staff('POST', '/code-batches', body, headers),
  ];
  expect(made.json()).toMatchObject({
    course: key,
    mode: 'verified',
    count: 3,
    open: 3,
    redeemed: 0,
    cancelled: 0,
  });
  expect([made.statusCode, again.json().uuid]).toEqual([201, made.json().uuid]);
  const location = String(made.headers.location).replace('/api/v1', '');
  expect((await staff('GET', location)).json()).toEqual(made.json());
  const { items } = (await staff('GET', `/enrolment-codes?course=${encodeURIComponent(key)}`)).json();
  expect(items.map(({ state, mode }: { state: string; mode: string }) => [state, mode])).toEqual(
    Array(3).fill(['open', 'verified']),
  );
});

test.each([
  [{ count: 0 }, '/count'],
  [{ count: 10_001 }, '/count'],
  [{ count: 1, course: 'course-v1:alpha+Nowhere+1' }, '/course'],
  [{ count: 1, mode: 'nonsense' }, '/mode'],
])('what is wrong with %j is told at %s', async (more, pointer) => {
  const { key } = await course(alpha);
  const answer = await staff('POST', '/code-batches', { course: key, ...more });
  expect([answer.statusCode, pointersOf(answer)]).toEqual([400, [pointer]]);
});

test('batches are listed newest first, by cursor and by course', async () => {
  const taught = await course(alpha);
  const made: string[] = [];
  for (const count of [1, 2, 3]) {
    const answer = await staff('POST', '/code-batches', { course: taught.key, count });
    made.unshift(answer.json().uuid);
  }
  const list = `/code-batches?course=${encodeURIComponent(taught.key)}&limit=2`;
  const first = (await staff('GET', list)).json();
  const second = (await staff('GET', `${list}&cursor=${first.next}`)).json();
  const found = [...first.items, ...second.items].map(({ uuid }: { uuid: string }) => uuid);
  expect([found, second.next]).toEqual([made, null]);
});

test('a member redeems a code once; the second who tries is told', async () => {
  const { taught, codes, uuid } = await batch(2, { capacity: 5, name: 'Welding' });
  const [{ code = '' } = {}] = codes;
  const done = await (await learner())('POST', '/redemptions', { code: ` ${code} ` });
  expect([done.statusCode, done.json().course]).toMatchObject([201, { name: 'Welding', taken: 1, free: 4 }]);
  const late = await (await learner())('POST', '/redemptions', { code });
  expect([late.statusCode, late.json().code]).toEqual([409, 'code.redeemed']);
  expect((await look(alpha, taught)).taken).toBe(1);
  expect((await staff('GET', `/code-batches/${uuid}`)).json()).toMatchObject({ open: 1, redeemed: 1 });
});

test('the same redemption with the same key is carried out once and answered twice', async () => {
  const { taught, codes } = await batch(1, { capacity: 2 });
  const who = await learner();
  const headers = { 'idempotency-key': 'redeem-once' };
  const body = { code: codes[0]?.code };
  const answers = [
    await who('POST', '/redemptions', body, headers),
    await who('POST', '/redemptions', body, headers),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  expect((await look(alpha, taught)).taken).toBe(1);
});

test('wrong codes are counted, and beyond the limit the right one is refused too', async () => {
  const { taught, codes } = await batch(1);
  const who = await learner();
  for (let n = 0; n < usualThrottles.codes.hits; n += 1) {
    const answer = await who('POST', '/redemptions', { code: `wrong${n}` });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'code.unknown']);
  }
  const refused = await who('POST', '/redemptions', { code: codes[0]?.code });
  expect([refused.statusCode, Number(refused.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
  expect(await membersOf(muster, alpha, taught)).toEqual([]);
});

test('a code is cancelled and opened again, and whoever redeemed it leaves the course', async () => {
  const { taught, codes } = await batch(1);
  const [{ id = 0, code = '' } = {}] = codes;
  const who = await learner();
  await who('POST', '/redemptions', { code });
  const { etag } = (await staff('GET', `/enrolment-codes/${id}`)).headers;
  const headers = { 'if-match': String(etag) };
  const cancelled = await staff('PATCH', `/enrolment-codes/${id}`, { state: 'cancelled' }, headers);
  expect([cancelled.statusCode, cancelled.json().state]).toEqual([200, 'cancelled']);
  expect(await membersOf(muster, alpha, taught)).toEqual([expect.stringContaining('(out)')]);
  expect((await staff('PATCH', `/enrolment-codes/${id}`, { state: 'open' }, headers)).statusCode).toBe(412);
  expect((await who('POST', '/redemptions', { code })).json().code).toBe('code.cancelled');
  expect((await staff('PATCH', `/enrolment-codes/${id}`, { state: 'open' })).json().state).toBe('open');
  expect((await who('POST', '/redemptions', { code })).statusCode).toBe(201);
});

test('a batch comes as a file with a line for each code', async () => {
  const { uuid, codes } = await batch(3);
  const file = await staff('GET', `/code-batches/${uuid}/codes.csv`);
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  const lines = file.body.trim().split('\r\n');
  expect(lines[0]).toBe('code,course,mode,state,created_at,redeemed_at,redeemed_by');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(codes.map(({ code }) => code));
});

test('the statements of both lists are as many for one as for thirty', async () => {
  const counts: number[] = [];
  for (const many of [1, 30]) {
    const { taught } = await batch(many);
    for (let n = 1; n < many; n += 1) await staff('POST', '/code-batches', { course: taught.key, count: 1 });
    for (const list of ['enrolment-codes', 'code-batches']) {
      muster.statements.length = 0;
      await staff('GET', `/${list}?course=${encodeURIComponent(taught.key)}`);
      counts.push(muster.statements.length);
    }
  }
  expect(counts.slice(2)).toEqual(counts.slice(0, 2));
});

test('members make, see and cancel no codes; a batch and a code of another tenant are unknown', async () => {
  const { uuid, codes } = await batch(1);
  const address = `/enrolment-codes/${codes[0]?.id}`;
  expect((await member('GET', '/code-batches')).statusCode).toBe(403);
  expect((await member('GET', '/enrolment-codes')).statusCode).toBe(403);
  expect((await member('PATCH', address, { state: 'cancelled' })).statusCode).toBe(403);
  const elsewhere = await v1Client(
    muster,
    beta,
    await muster.account(beta, { username: 'bea', role: 'staff' }),
  );
  for (const path of [`/code-batches/${uuid}`, `/code-batches/${uuid}/codes.csv`, address])
    expect((await elsewhere('GET', path)).statusCode, path).toBe(404);
  expect((await elsewhere('PATCH', address, { state: 'cancelled' })).statusCode).toBe(404);
  const guessed = await elsewhere('POST', '/redemptions', { code: codes[0]?.code });
  expect([guessed.statusCode, guessed.json().code]).toEqual([404, 'code.unknown']);
});
