import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import { crowd, openDocumentedSite, staffOf } from '../../../test/support/documented-site.ts';
import { course } from '../../../test/support/learning.ts';
import { bulkPath, resultsOf, state } from '../../../test/support/v0-bulk.ts';
import { answered, unchanged, type V0Client } from '../../../test/support/v0-client.ts';
import { blank, noText, required } from '../../../test/support/v0-codes.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: V0Client;

const demoKey = 'course-v1:edX+DemoX+Demo_Course';
const app101Key = 'course-v1:Appsembler+APP101+1Q2016';

beforeAll(async () => {
  muster = await openTestApp();
  ({ at: alpha, staff } = await openDocumentedSite(muster, 'alpha'));
  for (const key of [demoKey, app101Key]) await course(alpha, { key });
});
afterAll(() => muster.close());
beforeEach(() => muster.clock.advance(61_000));

const bulk = (more: object, client = staff) =>
  client.post(bulkPath, { action: 'enroll', identifiers: 'ann', courses: demoKey, ...more });

describe('9: booleans', () => {
  const forms = ['true', 'TRUE', 't', 'Yes', 'y', 'On', '1', 1, true];
  const opposites = ['false', 'False', 'F', 'no', 'N', 'off', '0', 0, false, undefined];
  test.each([...forms.map((sent) => [sent, true]), ...opposites.map((sent) => [sent, false])])(
    '%j is %j, in the answer and in what is done',
    async (sent, meant) => {
      const answer = await bulk({
        identifiers: 'unborn@example.com',
        auto_enroll: sent,
        email_students: 'n',
      });
      expect(answer.body).toMatchObject({ auto_enroll: meant, email_students: false });
      expect(resultsOf(answer, demoKey)).toMatchObject([
        { after: state(false, false, true, meant === true) },
      ]);
    },
  );

  test.each(['', 'null', 'maybe', 2, -1, 0.5, [], [true], {}])('%j is 400 by field', async (sent) => {
    for (const field of ['auto_enroll', 'email_students', 'force'])
      expect(answered(await unchanged(muster, () => bulk({ [field]: sent })))).toEqual([
        400,
        { [field]: ['Must be a valid boolean.'] },
      ]);
  });

  test('null is told as null', async () => {
    expect((await bulk({ auto_enroll: null, action: null })).body).toEqual({
      auto_enroll: ['This field may not be null.'],
      action: ['This field may not be null.'],
    });
  });
});

describe('11: bad input', () => {
  test.each<[string, object, object]>([
    [
      'blank texts',
      { identifiers: '', courses: ' \n', action: '' },
      { identifiers: blank, courses: blank, action: blank },
    ],
    [
      'nothing but separators',
      { identifiers: ' , ,\n', courses: ',' },
      { identifiers: blank, courses: blank },
    ],
    ['nulls', { identifiers: null }, { identifiers: ['This field may not be null.'] }],
    ['JSON lists', { identifiers: ['ann'], courses: [demoKey] }, { identifiers: noText, courses: noText }],
    ['empty lists', { identifiers: [], courses: [] }, { identifiers: noText, courses: noText }],
    ['objects and numbers', { identifiers: {}, courses: 5 }, { identifiers: noText, courses: noText }],
    ['another action', { action: 'spam' }, { action: ['"spam" is not a valid choice.'] }],
    ['another letter case', { action: 'Enroll' }, { action: ['"Enroll" is not a valid choice.'] }],
    ['a bad key', { courses: `${demoKey},DemoX,Demo` }, { courses: ['Course key not valid: DemoX'] }],
    [
      'a key that is too long',
      { courses: `course-v1:a+b+${'c'.repeat(300)}` },
      { courses: [expect.any(String)] },
    ],
    ['a list as reason', { reason: [] }, { reason: noText }],
    ['a long reason', { reason: 'x'.repeat(1001) }, { reason: [expect.stringContaining('1000')] }],
  ])('%s are 400 by field, and nothing is done', async (_what, sent, expected) => {
    const answer = await unchanged(muster, () => bulk({ identifiers: 'ann@example.com', ...sent }));
    expect(answered(answer)).toEqual([400, expected]);
  });

  test('a form that repeats a key is a list, too', async () => {
    const form = `action=enroll&identifiers=a&identifiers=b&courses=${encodeURIComponent(demoKey)}`;
    expect(answered(await staff.post(bulkPath, form))).toEqual([400, { identifiers: noText }]);
  });

  test('everything that is missing is told at once', async () => {
    expect(answered(await staff.post(bulkPath, {}))).toEqual([
      400,
      { action: required, identifiers: required, courses: required },
    ]);
    expect((await staff.post(bulkPath, [])).status).toBe(400);
  });

  test('line breaks outside of texts change nothing, and broken JSON stays broken', async () => {
    for (const text of ['{"action": "enroll\n', '{"action": \n}', '{"a": "\\\n"}', '{"a": "\u0001"}']) {
      const answer = await muster.server.inject({
        method: 'POST',
        url: `/appsembler_api/v0/${bulkPath}`,
        headers: {
          host: alpha.host,
          authorization: `Bearer ${await tokenOf(`breaker${text.length}`)}`,
          'content-type': 'application/json',
        },
        payload: text,
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().detail).toMatch(/^JSON parse error - /);
    }
  });
});

describe('10: size', () => {
  const limit = 'At most 50000 pairs of identifier and course in one call.';
  const many = (people: number) => Array.from({ length: people }, (_, n) => `many${n}@example.com`).join();

  test('50 001 pairs are 413 with the limit in words, however they come about, and nothing is done', async () => {
    for (const sent of [
      { identifiers: many(50_001) },
      { identifiers: many(25_001), courses: `${demoKey},${app101Key}` },
      { identifiers: many(100_000) },
    ])
      expect(answered(await unchanged(muster, () => bulk(sent)))).toEqual([413, { detail: limit }]);
  });

  test('50 000 pairs are done', async () => {
    const { key } = await course(alpha);
    const answer = await bulk({ identifiers: many(50_000), courses: key });
    expect(answer.status).toBe(200);
    expect(resultsOf(answer, key)).toHaveLength(50_000);
  }, 60_000);

  test('a body beyond 16 MB is 413 with that limit in words', async () => {
    const answer = await bulk({ identifiers: 'x'.repeat(17 * 1024 * 1024) });
    expect(answered(answer)).toEqual([
      413,
      { detail: 'The request body is too large. At most 16 MB in one call.' },
    ]);
  });

  test('the statements are as many for one pair as for three hundred', async () => {
    const courses = [await course(alpha), await course(alpha), await course(alpha)];
    const people = await crowd(muster, alpha, 'counted', 100);
    const count = async (identifiers: string, keys: string) => {
      muster.statements.length = 0;
      expect((await bulk({ identifiers, courses: keys, email_students: true })).status).toBe(200);
      return muster.statements.length;
    };
    // The site of the host is kept for a while: it is looked up before the count.
    await bulk({});
    const few = await count('counted1 stranger@example.com', demoKey);
    const most = await count(`${people} more@example.com`, courses.map(({ key }) => key).join());
    expect([few, most]).toEqual([16, 16]);
  });
});

describe('the limit of calls', () => {
  test('staff may call a hundred and twenty times a minute, each for themselves; bad calls count', async () => {
    const [busy, other] = [await staffOf(muster, alpha, 'busy'), await staffOf(muster, alpha, 'other')];
    const calls = Array.from({ length: usualThrottles.v0_bulk_staff.hits }, () =>
      bulk({ action: 'x' }, busy),
    );
    expect(new Set((await Promise.all(calls)).map(({ status }) => status))).toEqual(new Set([400]));
    const refused = await bulk({}, busy);
    expect(answered(refused)).toEqual([
      429,
      { detail: 'Request was throttled. Expected available in 60 seconds.' },
    ]);
    expect(refused.headers['retry-after']).toBe('60');
    expect((await bulk({}, other)).status).toBe(200);
    expect((await busy.get('accounts/get-user/busy')).status).toBe(200);
    muster.clock.advance(60_000);
    expect((await bulk({}, busy)).status).toBe(200);
  });
});

async function tokenOf(username: string): Promise<string> {
  return muster.accessToken(alpha, await muster.account(alpha, { username, role: 'staff' }));
}
