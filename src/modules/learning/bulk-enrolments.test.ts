import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { finishErrands } from '../../../test/support/errands.ts';
import { course } from '../../../test/support/learning.ts';
import { listErrandRows, requireErrand } from '../errands/errands.ts';
import { erase } from '../identity/accounts.ts';
import { type BulkOrder, beginBulkEnrolment } from './bulk-enrolments.ts';
import { courseScope, requireCourse } from './courses.ts';

let muster: TestApp;
let alpha: TestSite;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

const begin = (
  courseKeys: readonly string[],
  identifiers: readonly string[],
  more: Partial<BulkOrder> = {},
) =>
  alpha.context.transaction((tx) =>
    beginBulkEnrolment(tx, alpha.site, {
      action: 'enroll',
      identifiers,
      courseKeys,
      autoEnroll: true,
      notify: false,
      reason: 'a company',
      force: false,
      ...more,
    }),
  );
const look = (uuid: string) => alpha.context.read((read) => requireErrand(read, uuid));
const rowsOf = (uuid: string) =>
  alpha.context.read((read) => listErrandRows(read, uuid, {}, { limit: 100, after: 0 }));

test('an order as an errand does what the order does, a row for each person and course', async () => {
  const [first, second] = [await course(alpha), await course(alpha, { capacity: 1 })];
  await muster.account(alpha, { username: 'ann' });
  await muster.account(alpha, { username: 'bob' });
  const named = ['ann', 'BOB@example.com', 'new@example.com', 'nobody', ' ann '];
  const { uuid, total } = await begin([first.key, second.key], named);
  expect(total).toBe(8);
  await finishErrands(muster);
  expect(await look(uuid)).toMatchObject({
    state: 'done',
    outcomes: { enrolled: 3, full: 1, allowed: 2, invalid: 2 },
  });
  expect((await rowsOf(uuid)).map(({ subject, target, outcome }) => [subject, target, outcome])).toEqual([
    ['ann', first.key, 'enrolled'],
    ['BOB@example.com', first.key, 'enrolled'],
    ['new@example.com', first.key, 'allowed'],
    ['nobody', first.key, 'invalid'],
    ['ann', second.key, 'enrolled'],
    ['BOB@example.com', second.key, 'full'],
    ['new@example.com', second.key, 'allowed'],
    ['nobody', second.key, 'invalid'],
  ]);
  const taken = await alpha.context.read((read) => requireCourse(read, courseScope(alpha.site), first.key));
  expect(taken.taken).toBe(2);
});

test('an unknown course is refused before anything is begun', async () => {
  const { key } = await course(alpha);
  await expect(begin([key, 'course-v1:alpha+NO+1'], ['ann'])).rejects.toMatchObject({
    code: 'course.unknown',
  });
  await expect(
    begin(
      [key],
      Array.from({ length: 50_001 }, (_, n) => `p${n}`),
    ),
  ).rejects.toMatchObject({
    code: 'enrolment.too_many',
  });
});

test('who is erased is named by no errand any more', async () => {
  const { key } = await course(alpha);
  const eve = await muster.account(alpha, { username: 'eve', email: 'eve@example.com' });
  const { uuid } = await begin([key], ['Eve@example.com', 'nobody']);
  await finishErrands(muster);
  const waiting = await begin([key], ['x@example.com', 'eve', 'y@example.com']);
  await alpha.context.transaction((tx) => erase(tx, muster.services.identity, eve.id, 'owner'));
  expect((await rowsOf(uuid)).map(({ subject }) => subject)).toEqual(['', 'nobody']);
  await finishErrands(muster);
  expect((await rowsOf(waiting.uuid)).map(({ subject, outcome }) => [subject, outcome])).toEqual([
    ['x@example.com', 'allowed'],
    ['', 'erased'],
    ['y@example.com', 'allowed'],
  ]);
});
