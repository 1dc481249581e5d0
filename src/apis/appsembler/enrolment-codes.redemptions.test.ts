import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type DocumentedSite, openDocumentedSite, staffOf } from '../../../test/support/documented-site.ts';
import { course, enrol, look } from '../../../test/support/learning.ts';
import { answered, unchanged, type V0Client } from '../../../test/support/v0-client.ts';
import {
  blank,
  done,
  generateBatch,
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
let _demo: Course;

const demoKey = 'course-v1:edX+DemoX+Demo_Course';

beforeAll(async () => {
  muster = await openTestApp();
  ({ at: alpha, staff } = await openDocumentedSite(muster, 'alpha'));
  beta = await openDocumentedSite(muster, 'beta');
  _demo = await course(alpha, { key: demoKey });
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

describe('enrollment-codes/enroll-user', () => {
  test('the sample of the document enrols the person and marks the code', async () => {
    const [code = ''] = await generate(demoKey);
    const email = await person('staff');
    expect(answered(await redeem(staff, 'staff@example.com', code))).toEqual(done);
    const rows = await muster.query(
      `select a.email, e.is_active, e.mode, k.redeemed_at is not null as redeemed
       from enrolment_codes k join accounts a on a.id = k.redeemed_by
       join enrolments e on e.account_id = a.id and e.course_id = k.course_id where k.code = $1`,
      [code],
    );
    expect(rows).toEqual([{ email, is_active: true, mode: 'audit', redeemed: true }]);
  });

  test('a form does, the e-mail in any case and both with blanks around them', async () => {
    const [code] = await generate(demoKey);
    await person('former');
    const form = `email=+FORMER%40Example.com+&enrollment_code=+${code}+`;
    expect(answered(await staff.post('enrollment-codes/enroll-user', form))).toEqual(done);
  });

  test('an unknown code, which wins over an unknown e-mail, is an error of the code', async () => {
    await person('guesser');
    const unknown = refused('Enrollment code error.', 'unknown_code');
    expect(answered(await unchanged(muster, () => redeem(staff, 'guesser@example.com', 'V5QBQMN6')))).toEqual(
      unknown,
    );
    expect(answered(await redeem(staff, 'nobody@example.com', 'V5QBQMN6'))).toEqual(unknown);
  });

  test('an unknown e-mail with a good code is told, and the code stays good', async () => {
    const [code] = await generate(demoKey);
    const answer = await unchanged(muster, () => redeem(staff, 'nobody@example.com', code));
    expect(answered(answer)).toEqual(refused('User not found.', 'user_not_found'));
    expect(answered(await redeem(staff, await person('somebody'), code))).toEqual(done);
  });

  test('4: a redeemed code is redeemed, for the same person too', async () => {
    const [code] = await generate(demoKey);
    await redeem(staff, await person('first'), code);
    for (const email of [await person('second'), 'first@example.com']) {
      const answer = await unchanged(muster, () => redeem(staff, email, code));
      expect(answered(answer)).toEqual(refused('Enrollment code error.', 'code_redeemed'));
    }
  });

  test('a cancelled code is cancelled', async () => {
    const [code] = await generate(demoKey);
    await setStatus(staff, code, 'cancel');
    expect(answered(await redeem(staff, await person('late'), code))).toEqual(
      refused('Enrollment code error.', 'code_cancelled'),
    );
  });

  test('5: what refuses an enrolment leaves the code as it was: already in, full, closed', async () => {
    const now = muster.clock.now().getTime();
    const small = await course(alpha, { capacity: 1 });
    const over = await course(alpha, { enrollmentEndsAt: new Date(now - 1000) });
    const early = await course(alpha, { enrollmentStartsAt: new Date(now + 1000) });
    const [mine, theirs] = [await person('mine'), await person('theirs')];
    const [one, two] = await generate(small.key, 2);
    expect(answered(await redeem(staff, mine, one))).toEqual(done);
    expect(answered(await unchanged(muster, () => redeem(staff, mine, two)))).toEqual(
      refused('Already enrolled.', 'already_enrolled'),
    );
    expect(answered(await unchanged(muster, () => redeem(staff, theirs, two)))).toEqual(
      refused('Course full.', 'course_full'),
    );
    for (const { key } of [over, early]) {
      const [code] = await generate(key);
      expect(answered(await unchanged(muster, () => redeem(staff, theirs, code)))).toEqual(
        refused('Enrollment code error.', 'enrollment_closed'),
      );
      // The ancestor failed here: a redemption without an enrolment could not be cancelled.
      expect(answered(await setStatus(staff, code, 'cancel'))).toEqual(done);
    }
  });

  test('who was waiting to be enrolled, or left the course, comes in and waits no more', async () => {
    const open = await course(alpha);
    const [one, two] = await generate(open.key, 2);
    const email = await person('returner');
    await muster.query(
      `insert into pending_enrolments (tenant_id, course_id, email, email_key, auto_enroll, created_at)
       values ($1, $2, $3, $3, false, now())`,
      [alpha.site.tenantId, open.id, email],
    );
    expect(answered(await redeem(staff, email, one))).toEqual(done);
    expect(await muster.query('select 1 from pending_enrolments where course_id = $1', [open.id])).toEqual(
      [],
    );
    await enrol(alpha, [open], [email], { action: 'unenroll' });
    expect(answered(await redeem(staff, email, two))).toEqual(done);
    expect((await look(alpha, open)).taken).toBe(1);
  });

  test.each([
    [{}, { email: required, enrollment_code: required }],
    [{ email: 'a@example.com' }, { enrollment_code: required }],
    [{ email: ' ', enrollment_code: 'V5QBQMN6' }, { email: blank }],
    [{ email: 'a@example.com', enrollment_code: ['V5QBQMN6'] }, { enrollment_code: noText }],
    [
      { email: 5, enrollment_code: null },
      { email: noText, enrollment_code: noText },
    ],
  ])('11: the body %j is 400 by field', async (sent, expected) => {
    expect(answered(await staff.post('enrollment-codes/enroll-user', sent))).toEqual([400, expected]);
  });

  test('a list as body is 400, and a very long code is just unknown', async () => {
    expect(answered(await staff.post('enrollment-codes/enroll-user', ['V5QBQMN6']))).toEqual([
      400,
      { non_field_errors: ['Invalid data. Expected a dictionary.'] },
    ]);
    expect(answered(await redeem(staff, 'a@example.com', 'x'.repeat(100_000)))).toEqual(
      refused('Enrollment code error.', 'unknown_code'),
    );
  });
});

describe('18: wrong guesses', () => {
  test('after six in a minute also the right code is 429, a minute later it is good', async () => {
    const [code] = await generate(demoKey);
    const [client, email] = [await staffOf(muster, alpha, 'guessing'), await person('waiting')];
    const [redeemed, cancelled] = await generate(demoKey, 2);
    await redeem(staff, await person('earlier'), redeemed);
    await setStatus(staff, cancelled, 'cancel');
    for (const wrong of ['nonesuch', redeemed, cancelled, 'another1', redeemed, 'another2'])
      expect((await redeem(client, email, wrong)).status).toBe(400);
    for (const any of ['another3', code]) {
      const answer = await redeem(client, email, any);
      expect(answered(answer)).toEqual([
        429,
        { detail: 'Request was throttled. Expected available in 60 seconds.' },
      ]);
      expect(answer.headers['retry-after']).toBe('60');
    }
    expect((await redeem(staff, email, 'nonesuch')).status).toBe(400);
    muster.clock.advance(60_000);
    expect(answered(await redeem(client, email, code))).toEqual(done);
  });

  test('only wrong codes count: unknown people, full courses and good codes do not', async () => {
    const client = await staffOf(muster, alpha, 'diligent');
    const full = await course(alpha, { capacity: 0 });
    const [code] = await generate(full.key);
    const email = await person('unlucky');
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await redeem(client, 'nobody@example.com', code)).body).toMatchObject({
        code: 'user_not_found',
      });
      expect((await redeem(client, email, code)).body).toMatchObject({ code: 'course_full' });
    }
    expect((await redeem(client, email, 'nonesuch')).status).toBe(400);
  });

  test('a hundred of one address are the end for everybody behind it', async () => {
    const clients = await Promise.all(
      Array.from({ length: 18 }, (_, n) => staffOf(muster, alpha, `school${n}`)),
    );
    const guess = (client: V0Client) => redeem(client, 'mine@example.com', 'nonesuch');
    for (let wrong = 0; wrong < 100; wrong += 1) {
      const client = clients[Math.floor(wrong / 6)];
      expect(client && (await guess(client)).status).toBe(400);
    }
    const fresh = clients[17];
    expect(fresh && (await guess(fresh)).status).toBe(429);
  });

  test('of many guesses at once no more than six are answered', async () => {
    const client = await staffOf(muster, alpha, 'hasty');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => redeem(client, 'mine@example.com', `guess${n}`)),
    );
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(24);
  });
});
