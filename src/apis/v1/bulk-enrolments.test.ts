import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { finishErrands } from '../../../test/support/errands.ts';
import { course, enrol, membersOf, pendingOf } from '../../../test/support/learning.ts';
import { pointersOf, type V1Client, v1Client } from '../../../test/support/v1-learning-client.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: V1Client;
let member: V1Client;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  staff = await v1Client(muster, alpha, await muster.account(alpha, { username: 'sam', role: 'staff' }));
  member = await v1Client(muster, alpha, await muster.account(alpha, { username: 'ann' }));
  for (const username of ['bob', 'cleo', 'dan']) await muster.account(alpha, { username });
});
afterAll(() => muster.close());

const identifiers = ['ann', 'BOB@example.com', 'ann', 'new@example.org', 'nobody at all', 'cleo', 'dan'];

async function scene() {
  const [roomy, tight] = [await course(alpha), await course(alpha, { capacity: 2 })];
  await enrol(alpha, [roomy], ['cleo']);
  return { roomy, tight, body: { action: 'enrol', identifiers, courses: [roomy.key, tight.key] } };
}

const outcomesOf = (courses: { results: { identifier: string; outcome: string }[] }[]) =>
  courses.map(({ results }) => results.map(({ outcome }) => outcome));

const expected = [
  ['enrolled', 'enrolled', 'pending', 'unknown', 'already_enrolled', 'enrolled'],
  ['enrolled', 'enrolled', 'pending', 'unknown', 'full', 'full'],
];

test('a dry run tells what would happen to each person and changes nothing; the real one does just that', async () => {
  const { roomy, tight, body } = await scene();
  const before = await digestContents(muster.query);
  const dry = await staff('POST', '/bulk-enrolments?dry_run=true', body);
  expect([dry.statusCode, dry.json().is_dry_run, outcomesOf(dry.json().courses)]).toEqual([
    200,
    true,
    expected,
  ]);
  expect(dry.json().counts).toEqual({
    enrolled: 5,
    pending: 2,
    unknown: 2,
    already_enrolled: 1,
    full: 2,
  });
  expect(await digestContents(muster.query)).toEqual(before);
  const real = await staff('POST', '/bulk-enrolments', body);
  expect([real.json().is_dry_run, outcomesOf(real.json().courses)]).toEqual([false, expected]);
  expect(await membersOf(muster, alpha, roomy)).toEqual(['cleo', 'ann', 'bob', 'dan']);
  expect(await membersOf(muster, alpha, tight)).toEqual(['ann', 'bob']);
  expect(await pendingOf(muster, tight)).toEqual(['new@example.org']);
});

test('people are taken out, pending ones too, and who was not in is told', async () => {
  const { roomy, body } = await scene();
  await staff('POST', '/bulk-enrolments', body);
  const out = {
    action: 'unenrol',
    identifiers: ['ann', 'new@example.org', 'sam'],
    courses: [roomy.key],
  };
  const answer = await staff('POST', '/bulk-enrolments', out);
  expect(outcomesOf(answer.json().courses)).toEqual([['ended', 'no_longer_pending', 'not_enrolled']]);
  expect(await pendingOf(muster, roomy)).toEqual([]);
});

test('the same request with the same key writes to each person once', async () => {
  const { body } = await scene();
  const headers = { 'idempotency-key': 'bulk' };
  const sent = { ...body, identifiers: ['bob'], notify: true };
  const counts: number[] = [];
  for (const _ of [1, 2]) {
    await staff('POST', '/bulk-enrolments', sent, headers);
    counts.push((await muster.letters(alpha)).length);
  }
  expect(counts).toEqual([2, 2]);
});

test('a course that is unknown is told by its place, and nobody is enrolled anywhere', async () => {
  const { roomy, body } = await scene();
  for (const wrong of ['course-v1:alpha+Nowhere+1', 'nonsense']) {
    const courses = [roomy.key, wrong];
    const answer = await staff('POST', '/bulk-enrolments', { ...body, courses });
    expect([answer.statusCode, pointersOf(answer)]).toEqual([400, ['/courses/1']]);
  }
  expect(await membersOf(muster, alpha, roomy)).toEqual(['cleo']);
});

test('bad orders are told by their fields, too many pairs by the limit', async () => {
  const { roomy, body } = await scene();
  const bad = await staff('POST', '/bulk-enrolments', { ...body, action: 'remove', identifiers: [] });
  expect([bad.statusCode, pointersOf(bad)]).toEqual([
    400,
    expect.arrayContaining(['/action', '/identifiers']),
  ]);
  const many = Array.from({ length: 25_001 }, (_, n) => `p${n}@example.org`);
  const large = await staff('POST', '/bulk-enrolments', {
    ...body,
    courses: [roomy.key, roomy.key],
    identifiers: many,
  });
  expect([large.statusCode, large.json().code]).toEqual([413, 'enrolment.too_many']);
});

test('the statements are as many for one person as for thirty', async () => {
  const counts: number[] = [];
  for (const many of [1, 30]) {
    const { key } = await course(alpha);
    const names = Array.from({ length: many }, (_, n) => `many${many}-${n}@example.org`);
    for (const path of ['/bulk-enrolments?dry_run=true', '/bulk-enrolments']) {
      muster.statements.length = 0;
      await staff('POST', path, { action: 'enrol', identifiers: names, courses: [key] });
      counts.push(muster.statements.length);
    }
  }
  expect(counts.slice(2)).toEqual(counts.slice(0, 2));
});

test('more than 500 pairs are a job, which does the same and tells each result in its rows', async () => {
  const { key } = await course(alpha, { capacity: 1 });
  const names = ['bob', 'ann', ...Array.from({ length: 499 }, (_, n) => `crowd${n}@example.org`)];
  const body = { action: 'enrol', identifiers: names, courses: [key] };
  const begun = await staff('POST', '/bulk-enrolments', body, { 'idempotency-key': 'crowd' });
  expect([begun.statusCode, begun.json()]).toMatchObject([
    202,
    { kind: 'enrolment.bulk', total: 501, done: 0 },
  ]);
  const again = await staff('POST', '/bulk-enrolments', body, { 'idempotency-key': 'crowd' });
  expect(again.json().uuid).toBe(begun.json().uuid);
  await finishErrands(muster);
  const path = String(begun.headers.location).replace('/api/v1', '');
  expect((await staff('GET', path)).json()).toMatchObject({
    state: 'done',
    outcomes: { enrolled: 1, full: 1, allowed: 499 },
  });
  const rows = (await staff('GET', `${path}/rows?limit=2`)).json().items;
  expect(
    rows.map(({ subject, outcome }: { subject: string; outcome: string }) => [subject, outcome]),
  ).toEqual([
    ['bob', 'enrolled'],
    ['ann', 'full'],
  ]);
});

test('members enrol nobody, not even to see', async () => {
  const { body } = await scene();
  for (const path of ['/bulk-enrolments', '/bulk-enrolments?dry_run=true'])
    expect((await member('POST', path, body)).statusCode).toBe(403);
});
