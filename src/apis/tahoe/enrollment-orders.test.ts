import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { course } from '../../../test/support/learning.ts';
import { type TahoeAnswer, type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let acme: TestSite;
let admin: TahoeClient;
/** A fresh course of each test. */
let math: Course;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  acme = await muster.site('acme');
  const amy = await muster.account(acme, { username: 'amy', role: 'admin' });
  for (const username of ['ann', 'bob', 'cid']) await muster.account(acme, { username });
  admin = tahoeClient(muster, acme.host, await muster.apiToken(acme, amy));
});
afterAll(() => muster.close());
beforeEach(async () => {
  math = await course(acme);
});

const post = (more: object): Promise<TahoeAnswer> =>
  admin.post('v1/enrollments/', { action: 'enroll', identifiers: ['ann'], courses: [math.key], ...more });

describe('forms', () => {
  test.each([
    ['identifiers repeated', 'identifiers=ann&identifiers=new%40example.com'],
    ['identifiers[0]', 'identifiers[0]=ann&identifiers[1]=new%40example.com'],
    ['identifiers[]', 'identifiers%5B%5D=ann&identifiers%5B%5D=new%40example.com'],
  ])('%s is a list, with booleans in text and a plus that was not encoded', async (_, identifiers) => {
    const form = `action=enroll&${identifiers}&courses=${math.key}&auto_enroll=Yes&email_learners=0`;
    const answer = await admin.post('v1/enrollments/', new URLSearchParams(form));
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        auto_enroll: true,
        email_learners: false,
        courses: [math.key],
        results: [
          { identifier: 'ann', after: { user: true, enrollment: true } },
          { identifier: 'new@example.com' },
        ],
      },
    ]);
  });

  test('multipart fields do as well', async () => {
    const fields = { action: 'unenroll', 'identifiers[0]': 'ann', 'courses[0]': math.key };
    const parts = Object.entries(fields).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const answer = await admin.post('v1/enrollments/', `${parts.join('')}--x--\r\n`, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect([answer.status, answer.body]).toMatchObject([200, { action: 'unenroll', courses: [math.key] }]);
  });

  test('an empty text is a blank identifier', async () => {
    const answer = await admin.post(
      'v1/enrollments/',
      new URLSearchParams({ action: 'enroll', identifiers: '', courses: math.key }),
    );
    expect([answer.status, answer.body]).toEqual([
      400,
      { identifiers: { 0: ['This field may not be blank.'] } },
    ]);
  });
});

describe('what is wrong with a call is 400 by field, and nothing is done (§8.13, §9, §10.11)', () => {
  const listType = (type: string) => [`Expected a list of items but got type "${type}".`];
  const badBoolean = ['Must be a valid boolean.'];
  const notNull = ['This field may not be null.'];
  test.each<[object, object]>([
    [{ identifiers: [] }, { identifiers: ['This list may not be empty.'] }],
    [{ courses: [] }, { courses: ['This list may not be empty.'] }],
    [
      { identifiers: undefined, courses: undefined, action: undefined },
      {
        action: ['This field is required.'],
        identifiers: ['This field is required.'],
        courses: ['This field is required.'],
      },
    ],
    [
      { identifiers: null, courses: null, action: null },
      { action: notNull, identifiers: notNull, courses: notNull },
    ],
    [{ identifiers: 'ann' }, { identifiers: listType('str') }],
    [{ identifiers: { 0: 'ann' } }, { identifiers: listType('dict') }],
    [
      { identifiers: 1, courses: 1.5 },
      { identifiers: listType('int'), courses: listType('float') },
    ],
    [{ courses: true }, { courses: listType('bool') }],
    [
      { identifiers: [1, null, ''] },
      {
        identifiers: {
          1: ['This field may not be null.'],
          2: ['This field may not be blank.'],
        },
      },
    ],
    [
      { identifiers: ['ann', ['bob'], { a: 1 }, true] },
      {
        identifiers: {
          1: ['Not a valid string.'],
          2: ['Not a valid string.'],
          3: ['Not a valid string.'],
        },
      },
    ],
    [{ courses: [null] }, { courses: { 0: ['This field may not be null.'] } }],
    [{ courses: ['garbage', 'worse'] }, { courses: ['Course key not valid: garbage'] }],
    [{ courses: ['course-v1:Acme+X'] }, { courses: ['Course key not valid: course-v1:Acme+X'] }],
    [{ action: '' }, { action: ['"" is not a valid choice.'] }],
    [{ action: 'spam' }, { action: ['"spam" is not a valid choice.'] }],
    [{ action: 'delete' }, { action: ['"delete" is not a valid choice.'] }],
    [{ action: ['enroll'] }, { action: ['"["enroll"]" is not a valid choice.'] }],
    [{ auto_enroll: null }, { auto_enroll: notNull }],
    [{ auto_enroll: '' }, { auto_enroll: badBoolean }],
    [
      { auto_enroll: 'null', email_learners: 2, force: [] },
      {
        auto_enroll: badBoolean,
        email_learners: badBoolean,
        force: badBoolean,
      },
    ],
  ])('%j', async (more, body) => {
    const before = await digestContents(muster.query);
    const answer = await post(more);
    expect([answer.status, answer.body]).toEqual([400, body]);
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test.each([
    ['[]', 'Invalid data. Expected a dictionary, but got list.'],
    ['[{"action":"enroll"}]', 'Invalid data. Expected a dictionary, but got list.'],
    ['"enroll"', 'Invalid data. Expected a dictionary.'],
  ])('a body that is %s', async (text, sentence) => {
    const answer = await admin.post('v1/enrollments/', text);
    expect([answer.status, answer.body]).toEqual([400, { non_field_errors: [sentence] }]);
  });

  test.each([
    ...['true', 'T', 'yes', 'Y', 'on', '1', 1, true].map((sent) => [sent, true] as const),
    ...['False', 'f', 'NO', 'n', 'off', '0', 0, false].map((sent) => [sent, false] as const),
  ])('auto_enroll %j is a boolean', async (sent, meant) => {
    expect((await post({ auto_enroll: sent })).body).toMatchObject({ auto_enroll: meant });
  });
});

describe('size (§10.10)', () => {
  const people = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@x.org`);
  const limit = { detail: 'At most 50000 pairs of identifier and course in one call.' };

  test('more than 50 000 pairs are 413 with the limit in words, and nothing is done', async () => {
    const [second, third] = [await course(acme), await course(acme)];
    const before = await digestContents(muster.query);
    for (const [count, courses] of [
      [50_001, [math.key]],
      [100_000, [math.key]],
      [16_667, [math.key, second.key, third.key]],
    ] as const) {
      const answer = await post({ identifiers: people(count), courses });
      expect([answer.status, answer.body]).toEqual([413, limit]);
    }
    const courses = Array.from({ length: 50_001 }, (_, n) => `course-v1:Acme+M+${n}`);
    expect((await post({ courses })).status).toBe(413);
    expect((await post({ identifiers: Array(500_000).fill(null) })).status).toBe(413);
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test('a body beyond 4 MiB and a form beyond 10 000 fields are refused, never 500', async () => {
    const long = await post({ identifiers: ['x'.repeat(4 * 1024 * 1024)] });
    expect(long.status).toBe(413);
    const form = new URLSearchParams({ action: 'enroll', courses: math.key });
    for (const one of people(10_000)) form.append('identifiers', one);
    const answer = await admin.post('v1/enrollments/', form);
    expect([answer.status, answer.body]).toEqual([400, { detail: 'The form is not well encoded.' }]);
  });

  test('three hundred pairs take as many statements as one', async () => {
    const courses = [math, await course(acme), await course(acme)];
    const count = async (identifiers: string[], among: readonly Course[]) => {
      muster.statements.length = 0;
      const answer = await post({ identifiers, courses: among.map(({ key }) => key), email_learners: true });
      expect(answer.status).toBe(201);
      return muster.statements.length;
    };
    const few = await count(['ann', 'x@example.com'], [math]);
    expect(await count(['bob', 'cid', ...people(98)], courses)).toBe(few);
    expect(few).toBeLessThan(16);
  });
});
