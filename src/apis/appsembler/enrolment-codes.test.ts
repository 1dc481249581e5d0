import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { type DocumentedSite, openDocumentedSite } from '../../../test/support/documented-site.ts';
import { course, look } from '../../../test/support/learning.ts';
import { answered, unchanged, type V0Client, v0Client } from '../../../test/support/v0-client.ts';
import {
  blank,
  done,
  generateBatch,
  isGenerated,
  noText,
  redeem,
  refused,
  required,
  setStatus,
} from '../../../test/support/v0-codes.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: DocumentedSite;
let staff: V0Client;
let demo: Course;

const demoKey = 'course-v1:edX+DemoX+Demo_Course';

beforeAll(async () => {
  muster = await openTestApp();
  ({ at: alpha, staff } = await openDocumentedSite(muster, 'alpha'));
  beta = await openDocumentedSite(muster, 'beta');
  demo = await course(alpha, { key: demoKey });
  await course(beta.at, { key: demoKey });
});
afterAll(() => muster.close());
// Wrong guesses of the last test are forgotten.
beforeEach(() => muster.clock.advance(61_000));

async function generate(key: string, total: unknown = 1): Promise<readonly string[]> {
  return (await generateBatch(staff, key, total)).codes;
}

async function person(username: string): Promise<string> {
  return (await muster.account(alpha, { username })).email;
}

describe('enrollment-codes/generate', () => {
  test('the sample of the document answers the codes, the course, its address and the batch', async () => {
    const answer = await staff.post('enrollment-codes/generate', {
      course_id: 'course-v1:edX+DemoX+Demo_Course',
      total_registration_codes: '20',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      codes: expect.any(Array),
      course_id: 'course-v1:edX+DemoX+Demo_Course',
      course_url: '/courses/course-v1:edX+DemoX+Demo_Course/about',
      batch_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const codes = isGenerated(answer.body) ? answer.body.codes : [];
    expect(new Set(codes).size).toBe(20);
    for (const code of codes) expect(code).toMatch(/^[02-9B-DF-HJ-NP-TV-Zb-df-hjkmnp-tv-z]{8}$/);
  });

  test('8.5: a saved code keeps its course and the mode audit, is open and unknown to anybody else', async () => {
    const [code] = await generate(demoKey, 3);
    const rows = await muster.query(
      'select mode, course_id, cancelled_at, redeemed_at, redeemed_by from enrolment_codes where code = $1',
      [code],
    );
    expect(rows).toEqual([
      { mode: 'audit', course_id: String(demo.id), cancelled_at: null, redeemed_at: null, redeemed_by: null },
    ]);
  });

  test.each(['course-v1:edX%2BDemoX%2BDemo_Course', 'course-v1:edX+DemoX+Demo_Course'])(
    'a form names the course %s as JSON does',
    async (sent) => {
      const form = `course_id=${sent}&total_registration_codes=2`;
      const answer = await staff.post('enrollment-codes/generate', form);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        course_id: demoKey,
        codes: [expect.any(String), expect.any(String)],
      });
    },
  );

  test.each([1, '1', ' 3 ', '003'])('the count %j is a whole number', async (total) => {
    expect(await generate(demoKey, total)).toHaveLength(Number(total));
  });

  test.each([0, -1, 2.5, '2.7', '', ' ', 'ten', '1e3', '0x10', 10_001, '10001', 1e21, null, true, [5], {}])(
    '10, 11: the count %j is 400 by field',
    async (total) => {
      const sent = { course_id: demoKey, total_registration_codes: total };
      const answer = await unchanged(muster, () => staff.post('enrollment-codes/generate', sent));
      expect(answered(answer)).toEqual([
        400,
        { total_registration_codes: ['A whole number from 1 to 10000 is required.'] },
      ]);
    },
  );

  test.each([
    [{}, { course_id: required, total_registration_codes: required }],
    [{ total_registration_codes: 1 }, { course_id: required }],
    [{ course_id: demoKey }, { total_registration_codes: required }],
    [{ course_id: '', total_registration_codes: 1 }, { course_id: blank }],
    [{ course_id: [demoKey], total_registration_codes: 1 }, { course_id: noText }],
    [{ course_id: null, total_registration_codes: 1 }, { course_id: noText }],
    [{ course_id: 'DemoX', total_registration_codes: 1 }, { course_id: ['Course key not valid: DemoX'] }],
  ])('11: the body %j is 400 by field', async (sent, expected) => {
    expect(answered(await staff.post('enrollment-codes/generate', sent))).toEqual([400, expected]);
  });

  test('an unknown course and one of another tenant are 404 alike', async () => {
    await course(beta.at, { key: 'course-v1:edX+Theirs+2027' });
    for (const key of ['course-v1:edX+Nothing+2027', 'course-v1:edX+Theirs+2027']) {
      const answer = await staff.post('enrollment-codes/generate', {
        course_id: key,
        total_registration_codes: 1,
      });
      expect(answered(answer)).toEqual([404, { detail: 'Not found.' }]);
    }
  });

  test('ten thousand codes are one statement and one trace', async () => {
    muster.statements.length = 0;
    const codes = await generate(demoKey, 10_000);
    expect(new Set(codes).size).toBe(10_000);
    const writing = muster.statements.filter((statement) => /^\s*insert/i.test(statement));
    expect(writing.map((statement) => /into (\w+)/.exec(statement)?.[1])).toEqual([
      'enrolment_codes',
      'activity',
    ]);
  });
});

describe('enrollment-codes/status', () => {
  test('the samples of the document: restore takes the person out and the code is good again', async () => {
    const small = await course(alpha, { capacity: 1 });
    const [code] = await generate(small.key);
    const [one, two] = [await person('leaver'), await person('joiner')];
    await redeem(staff, one, code);
    expect(answered(await setStatus(staff, code, 'restore'))).toEqual(done);
    expect((await look(alpha, small)).taken).toBe(0);
    expect(answered(await redeem(staff, two, code))).toEqual(done);
  });

  test('cancel takes the person out and the code is good for nobody; restored it is again', async () => {
    const small = await course(alpha, { capacity: 1 });
    const [code] = await generate(small.key);
    const email = await person('thrown');
    await redeem(staff, email, code);
    expect(answered(await setStatus(staff, code, 'cancel'))).toEqual(done);
    expect((await look(alpha, small)).taken).toBe(0);
    expect((await redeem(staff, email, code)).body).toMatchObject({ code: 'code_cancelled' });
    expect(answered(await setStatus(staff, code, 'restore'))).toEqual(done);
    expect(answered(await redeem(staff, email, code))).toEqual(done);
  });

  test('6: done twice, each changes nothing more', async () => {
    const [code] = await generate(demoKey);
    for (const action of ['restore', 'cancel', 'restore']) {
      expect(answered(await setStatus(staff, code, action))).toEqual(done);
      expect(answered(await unchanged(muster, () => setStatus(staff, code, action)))).toEqual(done);
    }
  });

  test('6: an unknown action is 400 and does nothing', async () => {
    const [code] = await generate(demoKey);
    for (const action of ['delete', 'CANCEL', ''])
      expect(answered(await unchanged(muster, () => setStatus(staff, code, action)))).toEqual([
        400,
        { action: [`"${action}" is not a valid choice.`] },
      ]);
  });

  test('an unknown code is told as the document says', async () => {
    expect(answered(await setStatus(staff, '1Ls34dQa', 'cancel'))).toEqual(
      refused('The enrollment code (1Ls34dQa) was not found', 'unknown_code'),
    );
    expect(answered(await staff.post('enrollment-codes/status', { action: 'cancel' }))).toEqual([
      400,
      { enrollment_code: required },
    ]);
  });

  test('a code whose person was erased can be restored', async () => {
    const [code] = await generate(demoKey);
    const { id } = await muster.account(alpha, { username: 'erased' });
    await redeem(staff, 'erased@example.com', code);
    await muster.query('delete from accounts where id = $1', [id]);
    expect(answered(await setStatus(staff, code, 'restore'))).toEqual(done);
    expect(answered(await redeem(staff, await person('heir'), code))).toEqual(done);
  });
});

describe('who may', () => {
  const attempts: readonly (readonly [string, object])[] = [
    ['enrollment-codes/generate', { course_id: demoKey, total_registration_codes: 1 }],
    ['enrollment-codes/enroll-user', { email: 'mine@example.com', enrollment_code: 'V5QBQMN6' }],
    ['enrollment-codes/status', { enrollment_code: 'V5QBQMN6', action: 'cancel' }],
  ];

  test.each(attempts)(
    '%s: not without a credential, nor a member, whatever name is sent',
    async (path, body) => {
      const anybody = v0Client(muster, alpha.host, null);
      expect((await anybody.post(`${path}?username=`, { ...body, username: '' })).status).toBe(401);
      const username = `member-${path.split('/')[1]}`;
      const account = await muster.account(alpha, { username });
      const member = v0Client(muster, alpha.host, await muster.accessToken(alpha, account));
      expect((await member.post(`${path}?username=${username}`, { ...body, username })).status).toBe(403);
      const reader = await muster.account(alpha, { username: `${username}-reader`, role: 'staff' });
      const narrow = v0Client(muster, alpha.host, await muster.accessToken(alpha, reader, ['read']));
      expect((await narrow.post(path, body)).status).toBe(403);
    },
  );

  test('a code of another tenant is unknown there, and the tenant does not notice', async () => {
    const [code] = await generate(demoKey);
    await muster.account(beta.at, { username: 'mine' });
    const before = await digestContents(muster.query, alpha.site.tenantId);
    expect(answered(await redeem(beta.staff, 'mine@example.com', code))).toEqual(
      refused('Enrollment code error.', 'unknown_code'),
    );
    expect(answered(await setStatus(beta.staff, code, 'cancel'))).toEqual(
      refused(`The enrollment code (${code}) was not found`, 'unknown_code'),
    );
    expect(await digestContents(muster.query, alpha.site.tenantId)).toEqual(before);
  });

  test('a code of a course that the site does not show is unknown on it', async () => {
    const [code] = await generate(demoKey);
    await muster.configure(alpha, { course_org_filter: 'Appsembler' });
    try {
      expect((await redeem(staff, 'mine@example.com', code)).body).toMatchObject({ code: 'unknown_code' });
      expect((await setStatus(staff, code, 'cancel')).status).toBe(400);
    } finally {
      await muster.configure(alpha, {});
    }
    expect(answered(await setStatus(staff, code, 'cancel'))).toEqual(done);
  });
});
