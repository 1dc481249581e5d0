import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol, look } from '../../../test/support/learning.ts';
import type { ImportTally } from '../../platform/record-batches.ts';
import { listCodes, redeemCode, setCodeState } from './enrolment-codes.ts';
import { listEnrolments } from './enrolments.ts';
import { importCodes, importEnrolments } from './imports.ts';
import type { Course } from './types.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  for (const username of ['amy', 'bob', 'cas', 'dan']) await muster.account(alpha, { username });
});

afterAll(() => muster.close());

type Values = Record<string, unknown>;

async function* recordsOf(rows: readonly Values[]) {
  for (const [at, values] of rows.entries()) yield { line: at + 1, values };
}

const takeEnrolments = (rows: readonly Values[], at: TestSite = alpha): Promise<ImportTally> =>
  at.context.transaction((tx) => importEnrolments(tx, recordsOf(rows)));

const takeCodes = (rows: readonly Values[], at: TestSite = alpha): Promise<ImportTally> =>
  at.context.transaction((tx) => importCodes(tx, recordsOf(rows)));

async function enrolments({ key }: Course) {
  const found = await alpha.context.read((read) =>
    listEnrolments(read, null, { courseKey: key }, { limit: 100, offset: 0 }),
  );
  return found.enrolments.map(({ username, mode, isActive, createdAt }) => ({
    username,
    mode,
    isActive,
    createdAt: createdAt.toISOString(),
  }));
}

async function codes({ key }: Course) {
  const found = await alpha.context.read((read) =>
    listCodes(read, null, { courseKey: key }, { limit: 100, offset: 0 }),
  );
  return found.codes.map(({ code, state, mode, redeemedBy }) => ({ code, state, mode, redeemedBy }));
}

test('an enrolment comes over whole, found by username, e-mail or number', async () => {
  const math = await course(alpha, { modes: ['honor'] });
  const dan = await muster.query<{ id: number }>(`select id from accounts where username = 'dan'`);
  const tally = await takeEnrolments([
    { username: 'AMY', course_id: math.key, mode: 'verified', created_at: '2019-05-01 10:00:00+00' },
    { email: 'bob@example.com', course_id: math.key, is_active: 'false', created: '2019-06-01' },
    {
      user_id: dan[0]?.id,
      course_id: math.key.replaceAll('+', ' '),
      is_active: '1',
      created_at: '2019-07-01',
    },
  ]);
  expect(tally).toMatchObject({ made: 3, present: 0, bad: 0, ignored: new Set() });
  expect(await enrolments(math)).toEqual([
    { username: 'amy', mode: 'verified', isActive: true, createdAt: '2019-05-01T10:00:00.000Z' },
    { username: 'bob', mode: 'honor', isActive: false, createdAt: '2019-06-01T00:00:00.000Z' },
    { username: 'dan', mode: 'honor', isActive: true, createdAt: '2019-07-01T00:00:00.000Z' },
  ]);
  expect(await look(alpha, math)).toMatchObject({ taken: 2, granted: 0 });
});

test('an enrolment that is here already is left as it is and counted once', async () => {
  const math = await course(alpha);
  await enrol(alpha, [math], ['amy']);
  const rows = [
    { username: 'amy', course_id: math.key, is_active: false },
    { username: 'bob', course_id: math.key },
    { email: 'bob@example.com', course_id: math.key },
  ];
  expect(await takeEnrolments(rows)).toMatchObject({ made: 1, present: 2, bad: 0 });
  expect(await takeEnrolments(rows)).toMatchObject({ made: 0, present: 3, bad: 0 });
  expect(await enrolments(math)).toMatchObject([
    { username: 'amy', isActive: true },
    { username: 'bob', isActive: true },
  ]);
  expect(await look(alpha, math)).toMatchObject({ taken: 2 });
});

test('more people than places all stay in, and nobody more comes in', async () => {
  const small = await course(alpha, { capacity: 1, enrollmentEndsAt: new Date('2019-01-01') });
  const rows = ['amy', 'bob', 'cas'].map((username) => ({ username, course_id: small.key }));
  expect(await takeEnrolments(rows)).toMatchObject({ made: 3, bad: 0 });
  expect(await look(alpha, small)).toMatchObject({ capacity: 1, taken: 3, granted: 3 });
  const roomy = await course(alpha, { capacity: 2 });
  await takeEnrolments(rows.slice(0, 2).map((row) => ({ ...row, course_id: roomy.key })));
  expect(await look(alpha, roomy)).toMatchObject({ taken: 2, granted: 0 });
  const [refused] = await enrol(alpha, [roomy], ['dan']);
  expect(refused?.outcomes).toEqual([{ identifier: 'dan', hindrance: 'full' }]);
});

test('an active enrolment ends what was pending in its stead, an ended one does not', async () => {
  const math = await course(alpha);
  const waiting = ['ina', 'ivo'].map((username) => ({ username, email: `${username}@example.com` }));
  for (const one of waiting) await muster.account(alpha, { ...one, active: false });
  await enrol(alpha, [math], ['ina', 'ivo'], { autoEnroll: true });
  await takeEnrolments([
    { username: 'ina', course_id: math.key },
    { username: 'ivo', course_id: math.key, is_active: 'no' },
  ]);
  const left = await muster.query(`select email from pending_enrolments where course_id = ${math.id}`);
  expect(left).toEqual([{ email: 'ivo@example.com' }]);
});

test('each bad enrolment is told with its line and why', async () => {
  const math = await course(alpha);
  const tally = await takeEnrolments([
    { course_id: math.key },
    { username: 'nobody', course_id: math.key },
    { username: 'amy', course_id: 'Math' },
    { username: 'amy', course_id: 'course-v1:alpha+Never+1' },
    { username: 'amy', course_id: math.key, is_active: 'perhaps' },
    { username: 'amy', course_id: math.key, created_at: '2019-02-30' },
    { username: 'amy', course_id: math.key, mode: 'a b' },
  ]);
  expect(tally.faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '1: username is missing',
    '2: there is no account "nobody" here; import the accounts first',
    '3: course_id "Math" is no course key such as course-v1:Org+Number+Run',
    '4: there is no course "course-v1:alpha+Never+1" here; make or import the courses first',
    '5: is_active is neither true nor false',
    '6: created_at is no moment such as 2020-01-31T12:00:00Z',
    '7: mode "a b" is no mode such as audit',
  ]);
  expect(await enrolments(math)).toEqual([]);
});

test('codes come over open, cancelled and redeemed, and go on working', async () => {
  const math = await course(alpha, { modes: ['honor'] });
  const tally = await takeCodes([
    { code: 'open-1', course_id: math.key, created_at: '2019-01-01', is_valid: 't' },
    { code: 'gone-1', course_id: math.key, mode: 'audit', is_valid: '0' },
    { code: 'gone-2', course_id: math.key, cancelled: 'yes' },
    { code: 'used-1', course_id: math.key, redeemed_by: 'amy', redeemed_at: '2019-03-01' },
    { code: 'used-2', course_id: math.key, redeemed_at: '2019-03-01' },
  ]);
  expect(tally).toMatchObject({ made: 5, present: 0, bad: 0, ignored: new Set() });
  expect(await codes(math)).toEqual([
    { code: 'open-1', state: 'open', mode: 'honor', redeemedBy: null },
    { code: 'gone-1', state: 'cancelled', mode: 'audit', redeemedBy: null },
    { code: 'gone-2', state: 'cancelled', mode: 'honor', redeemedBy: null },
    { code: 'used-1', state: 'redeemed', mode: 'honor', redeemedBy: 'amy' },
    { code: 'used-2', state: 'redeemed', mode: 'honor', redeemedBy: null },
  ]);
  const redeem = (code: string) =>
    alpha.context.transaction((tx) => redeemCode(tx, { email: 'bob@example.com', code }));
  await redeem('open-1');
  await expect(redeem('used-1')).rejects.toMatchObject({ code: 'code.redeemed' });
  await expect(redeem('gone-1')).rejects.toMatchObject({ code: 'code.cancelled' });
  await alpha.context.transaction((tx) => setCodeState(tx, 'used-1', 'cancel'));
  expect(await enrolments(math)).toMatchObject([
    { username: 'amy', isActive: false },
    { username: 'bob', isActive: true },
  ]);
  expect(await look(alpha, math)).toMatchObject({ taken: 1 });
});

test('whoever redeemed a code is enrolled once, and not again after leaving', async () => {
  const math = await course(alpha, { capacity: 1 });
  await takeEnrolments([
    { username: 'amy', course_id: math.key, created_at: '2018-01-01' },
    { username: 'bob', course_id: math.key, is_active: false, created_at: '2018-01-01' },
  ]);
  const rows = ['amy', 'bob', 'cas@example.com'].map((redeemer, at) => ({
    code: `once-${at}`,
    course_id: math.key,
    redeemed_by: redeemer,
    redeemed_at: '2019-03-01T08:00Z',
  }));
  const cancelled = { code: 'once-9', course_id: math.key, redeemed_by: 'dan', cancelled: true };
  expect(await takeCodes([...rows, cancelled])).toMatchObject({ made: 4, bad: 0 });
  expect(await takeCodes([...rows, cancelled])).toMatchObject({ made: 0, present: 4, bad: 0 });
  expect(await enrolments(math)).toEqual([
    { username: 'amy', mode: 'audit', isActive: true, createdAt: '2018-01-01T00:00:00.000Z' },
    { username: 'bob', mode: 'audit', isActive: false, createdAt: '2018-01-01T00:00:00.000Z' },
    { username: 'cas', mode: 'audit', isActive: true, createdAt: '2019-03-01T08:00:00.000Z' },
  ]);
  expect(await look(alpha, math)).toMatchObject({ taken: 2, granted: 2 });
});

test('a code that is here already is left, redeemed as it may be by now', async () => {
  const math = await course(alpha);
  await takeCodes([{ code: 'here-1', course_id: math.key }]);
  await alpha.context.transaction((tx) => redeemCode(tx, { email: 'amy@example.com', code: 'here-1' }));
  const again = { code: 'here-1', course_id: math.key, redeemed_by: 'bob' };
  expect(await takeCodes([again])).toMatchObject({ made: 0, present: 1, bad: 0 });
  expect(await codes(math)).toMatchObject([{ code: 'here-1', redeemedBy: 'amy' }]);
  expect(await enrolments(math)).toMatchObject([{ username: 'amy' }]);
});

test('each bad code is told with its line and why', async () => {
  const [math, art] = [await course(alpha), await course(alpha)];
  await takeCodes([{ code: 'bad-0', course_id: art.key }]);
  const twice = { code: 'bad-9', course_id: math.key };
  const tally = await takeCodes([
    { course_id: math.key },
    { code: 'with blank', course_id: math.key },
    { code: 'bad-1' },
    { code: 'bad-2', course_id: 'course-v1:alpha+Never+1' },
    { code: 'bad-3', course_id: math.key, is_valid: 'perhaps' },
    { code: 'bad-4', course_id: math.key, is_valid: true, cancelled: true },
    { code: 'bad-5', course_id: math.key, redeemed_by: 'nobody' },
    { code: 'bad-6', course_id: math.key, redeemed_at: 'March' },
    { code: 'bad-0', course_id: math.key },
    { ...twice, redeemed_by: 'amy' },
    { ...twice, redeemed_by: 'bob' },
    { ...twice, redeemed_by: 'amy' },
  ]);
  expect(tally.faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '1: code is missing',
    '2: code has blanks or more than 100 characters',
    '3: course_id is missing',
    '4: there is no course "course-v1:alpha+Never+1" here; make or import the courses first',
    '5: is_valid or cancelled is neither true nor false',
    '6: is_valid and cancelled contradict',
    '7: there is no account "nobody" here; import the accounts first',
    '8: redeemed_at is no moment such as 2020-01-31T12:00:00Z',
    '9: code "bad-0" is here already, for another course',
    '11: code "bad-9" stands in the file before, cancelled or redeemed differently; import enrolments keeps other redeemers in',
  ]);
  expect(tally).toMatchObject({ made: 1, present: 1, bad: 10 });
});

test('codes, courses and people of one tenant do not stand in the way of another', async () => {
  const beta = await muster.site('beta');
  const key = 'course-v1:alpha+Shared+1';
  const ours = await course(alpha, { key });
  await muster.account(beta, { username: 'amy' });
  expect(await takeCodes([{ code: 'same-1', course_id: key }])).toMatchObject({ made: 1 });
  const foreign = await takeCodes([{ code: 'same-1', course_id: key, redeemed_by: 'amy' }], beta);
  expect(foreign.faults).toMatchObject([{ message: expect.stringContaining('there is no course') }]);
  const theirs = await course(beta);
  const row = { code: 'same-1', course_id: theirs.key, redeemed_by: 'amy' };
  expect(await takeCodes([row], beta)).toMatchObject({ made: 1 });
  expect(await takeEnrolments([{ username: 'bob', course_id: theirs.key }], beta)).toMatchObject({ bad: 1 });
  expect(await codes(ours)).toMatchObject([{ state: 'open' }]);
  expect(await enrolments(ours)).toEqual([]);
});

test('every import leaves its trace, tied together by one batch', async () => {
  const math = await course(alpha);
  await takeCodes(['amy', 'bob'].map((one) => ({ code: `t-${one}`, course_id: math.key, redeemed_by: one })));
  const trace = await muster.query(
    `select object_type, count(*)::int as times, count(distinct batch_id)::int as batches from activity
     where verb = 'imported' and (object_type, object_id) in (
       select 'enrolment_code', id::text from enrolment_codes where course_id = ${math.id}
       union all select 'enrolment', id::text from enrolments where course_id = ${math.id})
     group by 1 order by 1`,
  );
  expect(trace).toEqual([
    { object_type: 'enrolment', times: 2, batches: 1 },
    { object_type: 'enrolment_code', times: 2, batches: 1 },
  ]);
});

test('the number of statements grows with the batches, not with the rows', async () => {
  await muster.query(
    `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, name_key, first_name, last_name,
       role, is_active, extra, created_at, updated_at)
     select ${alpha.site.tenantId}, gen_random_uuid(), 'm' || n, 'm' || n, 'm' || n || '@example.com',
       'm' || n || '@example.com', 'M', 'm', 'M', '', 'member', true, '{}', now(), now()
     from generate_series(1, 1001) n`,
  );
  const count = async (rows: number, take: typeof takeCodes) => {
    const math = await course(alpha);
    const batch = Array.from({ length: rows }, (_, at) => ({
      course_id: math.key,
      ...(take === takeCodes
        ? { code: `c-${rows}-${at}`, redeemed_by: `m${at + 1}` }
        : { username: `m${at + 1}` }),
    }));
    muster.statements.length = 0;
    expect(await take(batch)).toMatchObject({ made: rows });
    return muster.statements.length;
  };
  const few = [await count(1, takeEnrolments), await count(1, takeCodes)];
  expect([await count(900, takeEnrolments), await count(900, takeCodes)]).toEqual(few);
  const twice = few.map((statements) => 2 * statements);
  expect([await count(1001, takeEnrolments), await count(1001, takeCodes)]).toEqual(twice);
});
