import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol } from '../../../test/support/learning.ts';
import { pointersOf, type V1Client, v1Client } from '../../../test/support/v1-learning-client.ts';
import type { Account } from '../../modules/identity/types.ts';
import { generateCodes } from '../../modules/learning/enrolment-codes.ts';

let muster: TestApp;
let alpha: TestSite;
let ann: Account;
let staff: V1Client;
let member: V1Client;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  ann = await muster.account(alpha, { username: 'ann', name: 'Ann Example' });
  staff = await v1Client(muster, alpha, await muster.account(alpha, { username: 'sam', role: 'staff' }));
  member = await v1Client(muster, alpha, ann);
});
afterAll(() => muster.close());

test('a certificate is issued, is the person’s own to see, and its address shows it', async () => {
  const { key } = await course(alpha, { name: 'First aid' });
  const completed_at = '2026-10-01T08:00:00.000Z';
  const made = await staff('POST', '/certificates', {
    course: key,
    person: ann.uuid,
    grade: 'A',
    completed_at,
  });
  expect([made.statusCode, made.json()]).toMatchObject([
    201,
    { course: key, course_name: 'First aid', grade: 'A', completed_at, revoked_at: null },
  ]);
  expect((await member('GET', '/me/certificates')).json().items).toEqual([made.json()]);
  const page = await muster.server.inject({
    url: new URL(made.json().url).pathname,
    headers: { host: alpha.host },
  });
  expect(page.body).toContain('First aid');
});

test('a revoked certificate is nobody’s any more, and revoking it again is 404', async () => {
  const { key } = await course(alpha);
  const made = await staff('POST', '/certificates', { course: key, email: 'ann', grade: 'B' });
  const { uuid } = made.json();
  const stale = { 'if-match': '"another"' };
  expect((await staff('DELETE', `/certificates/${uuid}`, undefined, stale)).statusCode).toBe(412);
  expect((await staff('DELETE', `/certificates/${uuid}`)).statusCode).toBe(204);
  expect((await staff('DELETE', `/certificates/${uuid}`)).statusCode).toBe(404);
  const mine = (await member('GET', '/me/certificates')).json().items;
  expect(mine.map((one: { uuid: string }) => one.uuid)).not.toContain(uuid);
  const listed = (
    await staff('GET', `/certificates?course=${encodeURIComponent(key)}&is_revoked=true`)
  ).json();
  expect(listed.items.map((one: { uuid: string }) => one.uuid)).toEqual([uuid]);
});

test.each([
  [{ course: 'nonsense', email: 'ann', grade: 'A' }, '/course'],
  [{ email: 'no-such-person', grade: 'A' }, '/email'],
  [{ grade: 'A' }, '/email'],
  [{ email: 'ann', grade: ' ' }, '/grade'],
  [{ email: 'ann', grade: 'A', completed_at: 'yesterday' }, '/completed_at'],
])('what is wrong with %j is told at %s', async (body, pointer) => {
  const { key } = await course(alpha);
  const answer = await staff('POST', '/certificates', { course: key, ...body });
  expect([answer.statusCode, pointersOf(answer)]).toEqual([400, [pointer]]);
});

test('members issue, list and revoke none; one of another tenant is unknown', async () => {
  const { key } = await course(alpha);
  const body = { course: key, email: 'ann', grade: 'A' };
  const { uuid } = (await staff('POST', '/certificates', body)).json();
  expect((await member('POST', '/certificates', body)).statusCode).toBe(403);
  expect((await member('GET', '/certificates')).statusCode).toBe(403);
  expect((await member('DELETE', `/certificates/${uuid}`)).statusCode).toBe(403);
  const beta = await muster.site('beta');
  const bea = await v1Client(muster, beta, await muster.account(beta, { username: 'bea', role: 'staff' }));
  expect((await bea('GET', `/certificates/${uuid}`)).statusCode).toBe(404);
  expect((await bea('DELETE', `/certificates/${uuid}`)).statusCode).toBe(404);
});

test('lists go by cursor, and their statements are as many for one as for thirty', async () => {
  const counts: number[] = [];
  for (const many of [1, 30]) {
    const { key } = await course(alpha);
    for (let n = 0; n < many; n += 1) {
      const { username } = await muster.account(alpha, { username: `pupil${many}-${n}` });
      await staff('POST', '/certificates', { course: key, email: username, grade: 'A' });
    }
    muster.statements.length = 0;
    const page = (await staff('GET', `/certificates?course=${encodeURIComponent(key)}&limit=30`)).json();
    expect([page.items.length, page.next]).toEqual([many, null]);
    counts.push(muster.statements.length);
  }
  expect(counts[1]).toBe(counts[0]);
});

test('the figures of a course count who is in, was in, waits and has finished, its codes, and entries by day', async () => {
  const taught = await course(alpha, { capacity: 10 });
  const path = `/courses/${encodeURIComponent(taught.key)}/analytics`;
  await enrol(alpha, [taught], ['ann']);
  muster.clock.advance(2 * 86_400_000);
  await enrol(alpha, [taught], ['sam', 'waits@example.org'], { autoEnroll: true });
  await enrol(alpha, [taught], ['sam'], { action: 'unenroll' });
  await alpha.context.transaction((tx) => generateCodes(tx, taught, 4));
  await staff('POST', '/certificates', { course: taught.key, email: 'ann', grade: 'A' });
  const { enrolled, ...figures } = (await staff('GET', path)).json();
  expect(figures).toMatchObject({
    ...{ active: 1, ended: 1, pending: 1, completed: 1, capacity: 10, by: 'day' },
    codes: { open: 4, redeemed: 0, cancelled: 0 },
  });
  expect(enrolled).toEqual([
    { from: '2026-11-20T00:00:00.000Z', count: 1 },
    { from: '2026-11-22T00:00:00.000Z', count: 1 },
  ]);
  const late = (await staff('GET', `${path}?by=month&since=2026-11-22T00:00:00Z`)).json();
  expect(late.enrolled).toEqual([{ from: '2026-11-01T00:00:00.000Z', count: 1 }]);
  expect((await member('GET', path)).statusCode).toBe(403);
});
