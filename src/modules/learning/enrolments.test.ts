import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import type { Tx } from '../../platform/database/contract.ts';
import { erase } from '../identity/accounts.ts';
import { courseScope, createCourse, requireCourse, updateCourse } from './courses.ts';
import { generateCodes, redeemCode, setCodeState } from './enrolment-codes.ts';
import { carryOut, listEnrolments } from './enrolments.ts';
import type { Course, EnrolmentOrder, NewCourse } from './types.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});

afterAll(() => muster.close());

let number = 0;
const make = (more: Partial<NewCourse> = {}) => {
  number += 1;
  const course: NewCourse = {
    key: `course-v1:alpha+C${number}+2027`,
    name: `Course ${number}`,
    startsAt: null,
    endsAt: null,
    enrollmentStartsAt: null,
    enrollmentEndsAt: null,
    invitationOnly: false,
    pacing: 'instructor',
    modes: [],
    capacity: null,
    ...more,
  };
  return alpha.context.transaction((tx) => createCourse(tx, alpha.site, course));
};

const order = (
  courses: readonly Course[],
  identifiers: readonly string[],
  more: Partial<EnrolmentOrder> = {},
) =>
  alpha.context.transaction((tx) =>
    carryOut(tx, alpha.site, {
      action: 'enroll',
      identifiers,
      courses,
      autoEnroll: false,
      notify: false,
      reason: '',
      force: false,
      ...more,
    }),
  );

const look = (course: Course) =>
  alpha.context.read((read) => requireCourse(read, courseScope(alpha.site), course.key));

const state = (user: number, enrollment: number, allowed: number, autoEnroll = 0) => ({
  user: user === 1,
  enrollment: enrollment === 1,
  allowed: allowed === 1,
  autoEnroll: autoEnroll === 1,
});

test('an order tells before and after of each person, in the order of the identifiers', async () => {
  const course = await make();
  await muster.account(alpha, { username: 'ann' });
  await muster.account(alpha, { username: 'sleeper', active: false });
  const [result] = await order(
    [course],
    ['ANN', 'new@example.com', 'sleeper@example.com', 'nobody', 'a b@x'],
    {
      autoEnroll: true,
    },
  );
  expect(result?.outcomes).toEqual([
    { identifier: 'ANN', before: state(1, 0, 0), after: state(1, 1, 0) },
    { identifier: 'new@example.com', before: state(0, 0, 0), after: state(0, 0, 1, 1) },
    { identifier: 'sleeper@example.com', before: state(1, 0, 0), after: state(1, 0, 1, 1) },
    { identifier: 'nobody', invalid: true },
    { identifier: 'a b@x', invalid: true },
  ]);
  expect((await look(course)).taken).toBe(1);
});

test('enrolling twice is success and takes one place; two names of one person count once', async () => {
  const course = await make();
  await muster.account(alpha, { username: 'bob' });
  const [first] = await order([course], ['bob', 'bob@example.com']);
  expect(first?.outcomes[1]).toMatchObject({ before: state(1, 1, 0), after: state(1, 1, 0) });
  await order([course], ['bob']);
  expect((await look(course)).taken).toBe(1);
  await order([course], ['bob', 'bob@example.com'], { action: 'unenroll' });
  expect((await look(course)).taken).toBe(0);
  await muster.account(alpha, { username: 'dozer', active: false });
  await order([course], ['dozer', 'dozer@example.com'], { autoEnroll: true });
});

test('unenrolling keeps the row inactive, ends a pending one, and is no error for anybody else', async () => {
  const course = await make();
  await muster.account(alpha, { username: 'cid' });
  await order([course], ['cid', 'wait@example.com']);
  const [result] = await order([course], ['cid', 'wait@example.com', 'stranger@example.com'], {
    action: 'unenroll',
  });
  expect(result?.outcomes.map((one) => 'after' in one && [one.before, one.after])).toEqual([
    [state(1, 1, 0), state(1, 0, 0)],
    [state(0, 0, 1), state(0, 0, 0)],
    [state(0, 0, 0), state(0, 0, 0)],
  ]);
  const { enrolments } = await alpha.context.read((read) =>
    listEnrolments(read, courseScope(alpha.site), { courseKey: course.key }, { limit: 9, offset: 0 }),
  );
  expect(enrolments.map((one) => [one.username, one.isActive])).toEqual([['cid', false]]);
});

test('a full course is an outcome of whoever comes too late, and staff may force a place', async () => {
  const course = await make({ capacity: 1 });
  for (const username of ['dan', 'eve', 'fay']) await muster.account(alpha, { username });
  const [result] = await order([course], ['dan', 'eve']);
  expect(result?.outcomes[1]).toEqual({ identifier: 'eve', hindrance: 'full' });
  await order([course], ['eve'], { force: true });
  expect(await look(course)).toMatchObject({ taken: 2, granted: 2 });
  await order([course], ['dan'], { action: 'unenroll' });
  expect(await look(course)).toMatchObject({ taken: 1, granted: 0 });
  const [late] = await order([course], ['fay']);
  expect(late?.outcomes[0]).toEqual({ identifier: 'fay', hindrance: 'full' });
});

test('a capacity lowered below what is taken keeps everybody and lets nobody more in', async () => {
  const course = await make({ capacity: 5 });
  for (const username of ['gus', 'hal', 'ivy']) await muster.account(alpha, { username });
  await order([course], ['gus', 'hal']);
  await alpha.context.transaction((tx) => updateCourse(tx, alpha.site, course.key, { capacity: 1 }));
  expect(await look(course)).toMatchObject({ capacity: 1, taken: 2, granted: 2 });
  const [late] = await order([course], ['ivy']);
  expect(late?.outcomes[0]).toEqual({ identifier: 'ivy', hindrance: 'full' });
});

test('outside the enrolment dates nobody comes in and everybody may leave', async () => {
  const now = muster.clock.now().getTime();
  const course = await make({
    enrollmentStartsAt: new Date(now + 1000),
    enrollmentEndsAt: new Date(now + 2000),
  });
  await muster.account(alpha, { username: 'jim' });
  const [early] = await order([course], ['jim', 'kim@example.com']);
  expect(early?.outcomes.map((one) => 'hindrance' in one && one.hindrance)).toEqual(['closed', 'closed']);
  const [left] = await order([course], ['jim'], { action: 'unenroll' });
  expect(left?.outcomes[0]).toHaveProperty('after');
});

test('a pending enrolment turns real when the account becomes active, and stays with its reason where it cannot', async () => {
  const [open, full, permitted] = [await make(), await make({ capacity: 0 }), await make()];
  await order([open, full], ['newcomer@example.com'], { autoEnroll: true });
  await order([permitted], ['newcomer@example.com'], { autoEnroll: false });
  await muster.account(alpha, { username: 'newcomer' });
  const { enrolments } = await alpha.context.read((read) =>
    listEnrolments(read, null, { username: 'newcomer' }, { limit: 9, offset: 0 }),
  );
  expect(enrolments.map((one) => one.course.key)).toEqual([open.key]);
  const left = await muster.query(
    `select course_id, held_reason from pending_enrolments where email_key = 'newcomer@example.com' order by course_id`,
  );
  expect(left).toEqual([
    { course_id: String(full.id), held_reason: 'full' },
    { course_id: String(permitted.id), held_reason: null },
  ]);
});

test('the statements of an order are as many for one pair as for six hundred', async () => {
  const courses = [await make(), await make(), await make()];
  for (let index = 0; index < 5; index += 1) await muster.account(alpha, { username: `many${index}` });
  const count = async (identifiers: readonly string[], among: readonly Course[]) => {
    muster.statements.length = 0;
    await order(among, identifiers, { notify: true, autoEnroll: true });
    return muster.statements.length;
  };
  const few = await count(['many0', 'x@example.com'], courses.slice(0, 1));
  const crowd = Array.from({ length: 200 }, (_, index) => `crowd${index}@example.com`);
  const many = await count(['many1', 'many2', 'many3', ...crowd], courses);
  expect([few, many]).toEqual([13, 13]);
});

test('letters go out when asked for, in the language of each person', async () => {
  const course = await make();
  await muster.account(alpha, { username: 'lena' });
  await muster.query(`update accounts set locale = 'de' where username = 'lena'`);
  await order([course], ['lena', 'lars@example.com'], { notify: true });
  await order([course], ['lena'], { notify: true, action: 'unenroll' });
  await order([course], ['lena'], { notify: true, action: 'unenroll' });
  const letters = (await muster.letters(alpha)).filter((one) => /^(lena|lars)@/.test(one.to_address));
  // Letters of one moment have no order among them.
  expect(letters.map((one) => [one.kind, one.locale]).sort()).toEqual([
    ['enrolled', 'de'],
    ['invited', 'en'],
    ['unenrolled', 'de'],
  ]);
});

test('a code lets one person in, cancelling takes the place back, restoring opens it again', async () => {
  const course = await make({ capacity: 1 });
  await muster.account(alpha, { username: 'mia' });
  await muster.account(alpha, { username: 'ned' });
  const { codes } = await alpha.context.transaction((tx) => generateCodes(tx, course, 3));
  expect(codes.every((code) => /^[0-9A-Za-z]{8}$/.test(code))).toBe(true);
  const [one = '', two = ''] = codes;
  const redeem = (code: string, email: string) =>
    alpha.context.transaction((tx) => redeemCode(tx, { code, email }));
  const set = (code: string, action: 'cancel' | 'restore') =>
    alpha.context.transaction((tx) => setCodeState(tx, code, action));
  await redeem(one, 'mia@example.com');
  await expect(redeem(one, 'ned@example.com')).rejects.toMatchObject({ code: 'code.redeemed' });
  await expect(redeem(two, 'mia@example.com')).rejects.toMatchObject({ code: 'enrolment.already' });
  await expect(redeem(two, 'ned@example.com')).rejects.toMatchObject({ code: 'enrolment.full' });
  await expect(redeem('nonesuch', 'x@example.com')).rejects.toMatchObject({ code: 'code.unknown' });
  await expect(redeem(two, 'x@example.com')).rejects.toMatchObject({ code: 'code.user_not_found' });
  await set(one, 'cancel');
  await set(one, 'cancel');
  expect((await look(course)).taken).toBe(0);
  await expect(redeem(one, 'ned@example.com')).rejects.toMatchObject({ code: 'code.cancelled' });
  await set(one, 'restore');
  await redeem(one, 'ned@example.com');
  expect((await look(course)).taken).toBe(1);
});

test('erasing a person gives their places back and leaves no trace of them', async () => {
  const course = await make({ capacity: 1 });
  const olga = await muster.account(alpha, { username: 'olga-marker' });
  await order([course], ['olga-marker'], { notify: true, reason: 'test' });
  await alpha.context.transaction((tx) => erase(tx, muster.services.identity, olga.id, 'owner'));
  expect((await look(course)).taken).toBe(0);
  const tables = await muster.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { table_name: table } of tables) {
    expect(await muster.query(`select 1 from ${table} t where t::text like '%olga-marker%'`), table).toEqual(
      [],
    );
  }
});

const race = async (attempts: readonly ((tx: Tx) => Promise<unknown>)[]) => {
  const settled = await Promise.allSettled(attempts.map((attempt) => alpha.context.transaction(attempt)));
  return settled.filter(({ status }) => status === 'fulfilled').length;
};

test('of 200 redemptions of one code at once exactly one succeeds', async () => {
  const course = await make();
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, index) => muster.account(alpha, { username: `racer${index}` })),
  );
  const { codes } = await alpha.context.transaction((tx) => generateCodes(tx, course, 1));
  const won = await race(
    Array.from(
      { length: 200 },
      (_, index) => (tx: Tx) =>
        redeemCode(tx, { code: codes[0] ?? '', email: people[index % people.length]?.email ?? '' }),
    ),
  );
  expect(won).toBe(1);
  expect((await look(course)).taken).toBe(1);
});

test('an account becoming active and an order for its address at once leave nobody pending', async () => {
  const course = await make();
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const username = `meet${index}`;
      await Promise.all([
        muster.account(alpha, { username }),
        order([course], [`${username}@example.com`], { autoEnroll: true }),
      ]);
    }),
  );
  const left = await muster.query(`select 1 from pending_enrolments where course_id = $1`, [course.id]);
  expect(left).toEqual([]);
  expect((await look(course)).taken).toBe(40);
});
