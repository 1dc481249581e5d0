import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { openDocumentedSite } from '../../../test/support/documented-site.ts';
import { course, enrol, look } from '../../../test/support/learning.ts';
import { bulkPath, isBulkAnswer, resultsOf, state } from '../../../test/support/v0-bulk.ts';
import { answered, unchanged, type V0Client } from '../../../test/support/v0-client.ts';
import { required } from '../../../test/support/v0-codes.ts';

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

describe('the samples of the document', () => {
  const documented = `{
	"action": "enroll",
	"auto_enroll": true,
	"identifiers": "test@appsembler.com,test1@appsembler.com,test2@appsembler.
	com ",
	"email_students": true,
	"courses": "course-v1:edX+DemoX+Demo_Course,course-v1:Appsembler+APP101+1Q
	2016 "
}`;

  test('the call as it is printed, with its broken lines, enrols three people in two courses', async () => {
    await muster.account(alpha, { username: 'test', email: 'test@appsembler.com' });
    const answer = await muster.server.inject({
      method: 'POST',
      url: `/appsembler_api/v0/${bulkPath}`,
      headers: {
        host: alpha.host,
        authorization: `Bearer ${await tokenOf('printer')}`,
        'content-type': 'application/json',
      },
      payload: documented,
    });
    expect(answer.statusCode).toBe(200);
    const invited = { before: state(false, false), after: state(false, false, true, true) };
    const results = [
      { identifier: 'test@appsembler.com', before: state(true, false), after: state(true, true) },
      { identifier: 'test1@appsembler.com', ...invited },
      { identifier: 'test2@appsembler.com', ...invited },
    ];
    expect(answer.json()).toEqual({
      action: 'enroll',
      auto_enroll: true,
      email_students: true,
      courses: {
        [demoKey]: { action: 'enroll', auto_enroll: true, results },
        [app101Key]: { action: 'enroll', auto_enroll: true, results },
      },
    });
    expect(
      (await muster.letters(alpha)).map(({ kind, to_address }) => `${kind} ${to_address}`).sort(),
    ).toEqual([
      'enrolled test@appsembler.com',
      'enrolled test@appsembler.com',
      ...['test1', 'test2'].flatMap((name) => Array(2).fill(`invited ${name}@appsembler.com`)),
    ]);
  });

  test('its broken lines as JSON and as a form mean the same', async () => {
    const identifiers = 'x1@appsembler.com,x2@appsembler.\n\tcom ';
    const courses = `${demoKey},course-v1:Appsembler+APP101+1Q\r\n\t2016 `;
    const form = new URLSearchParams({ action: 'enroll', identifiers, courses }).toString();
    const expected = ['x1@appsembler.com', 'x2@appsembler.com'];
    for (const answer of [await bulk({ identifiers, courses }), await staff.post(bulkPath, form)]) {
      for (const key of [demoKey, app101Key])
        expect(resultsOf(answer, key)).toMatchObject(expected.map((identifier) => ({ identifier })));
    }
  });

  test('the answer it prints: unenrolling somebody who is not in is no error', async () => {
    const answer = await bulk({
      action: 'unenroll',
      identifiers: (await muster.account(alpha, { username: 'never' })).email,
      auto_enroll: true,
      email_students: false,
    });
    const untouched = state(true, false);
    expect(answered(answer)).toEqual([
      200,
      {
        action: 'unenroll',
        courses: {
          [demoKey]: {
            action: 'unenroll',
            results: [{ identifier: 'never@example.com', after: untouched, before: untouched }],
            auto_enroll: true,
          },
        },
        email_students: false,
        auto_enroll: true,
      },
    ]);
  });

  test('an unknown course is its 404, a missing field its 400', async () => {
    expect(answered(await bulk({ courses: 'course-v1:edX+Nothing+2027' }))).toEqual([
      404,
      { detail: 'Not found' },
    ]);
    expect(answered(await staff.post(bulkPath, { action: 'enroll', courses: demoKey }))).toEqual([
      400,
      { identifiers: required },
    ]);
  });
});

describe('lists', () => {
  test('commas, blanks and lines separate identifiers; usernames and e-mails mix', async () => {
    for (const username of ['ann', 'ben', 'cat']) await muster.account(alpha, { username });
    const { key } = await course(alpha);
    const answer = await bulk({ identifiers: ' ann,,ben@example.com\n\tcat;\r\ncat , nobody', courses: key });
    expect(resultsOf(answer, key)).toEqual([
      { identifier: 'ann', before: state(true, false), after: state(true, true) },
      { identifier: 'ben@example.com', before: state(true, false), after: state(true, true) },
      { identifier: 'cat;', invalidIdentifier: true },
      { identifier: 'cat', before: state(true, false), after: state(true, true) },
      { identifier: 'nobody', invalidIdentifier: true },
    ]);
  });

  test('a whole address at the end of a line is not joined to the next line', async () => {
    const answer = await bulk({
      identifiers: 'l1@example.com\nl2@example.\ncom\nl3@\nexample.com\njoe.\nl4@example.com',
    });
    expect(
      resultsOf(answer, demoKey).map((one) => JSON.stringify(one).match(/"identifier":"([^"]*)"/)?.[1]),
    ).toEqual(['l1@example.com', 'l2@example.com', 'l3@example.com', 'joe.', 'l4@example.com']);
  });

  test('whoever and whatever is named twice is reported once and done once', async () => {
    const open = await course(alpha);
    const email = (await muster.account(alpha, { username: 'twice' })).email;
    const answer = await bulk({
      identifiers: `${email},x@example.com,${email},X@example.com`,
      courses: `${open.key},${open.key.replaceAll('+', ' ')}, ${open.key}`,
      email_students: true,
    });
    expect(resultsOf(answer, open.key)).toMatchObject([
      { identifier: email },
      { identifier: 'x@example.com' },
    ]);
    expect(isBulkAnswer(answer.body) && Object.keys(answer.body.courses)).toEqual([open.key]);
    expect((await look(alpha, open)).taken).toBe(1);
    const letters = await muster.letters(alpha);
    expect(letters.filter(({ to_address }) => to_address === email)).toHaveLength(1);
  });
});

describe('what each person gets', () => {
  test('8.6: before and after of registered, unregistered, inactive and enrolled people', async () => {
    const { key } = await course(alpha);
    await muster.account(alpha, { username: 'registered' });
    await muster.account(alpha, { username: 'inactive', active: false });
    const identifiers = 'registered@example.com unregistered@example.com inactive';
    expect(resultsOf(await bulk({ identifiers, courses: key, auto_enroll: 'True' }), key)).toEqual([
      { identifier: 'registered@example.com', before: state(true, false), after: state(true, true) },
      {
        identifier: 'unregistered@example.com',
        before: state(false, false),
        after: state(false, false, true, true),
      },
      { identifier: 'inactive', before: state(true, false), after: state(true, false, true, true) },
    ]);
    const out = await bulk({ identifiers, courses: key, action: 'unenroll' });
    expect(resultsOf(out, key)).toEqual([
      { identifier: 'registered@example.com', before: state(true, true), after: state(true, false) },
      {
        identifier: 'unregistered@example.com',
        before: state(false, false, true, true),
        after: state(false, false),
      },
      { identifier: 'inactive', before: state(true, false, true, true), after: state(true, false) },
    ]);
  });

  test('a full and a closed course are told in each result, and force passes both', async () => {
    const past = new Date(muster.clock.now().getTime() - 1000);
    const [full, closed] = [
      await course(alpha, { capacity: 1 }),
      await course(alpha, { enrollmentEndsAt: past }),
    ];
    for (const username of ['one', 'two']) await muster.account(alpha, { username });
    const both = { identifiers: 'one,two', courses: `${full.key},${closed.key}` };
    const answer = await bulk(both);
    expect(answer.status).toBe(200);
    expect(resultsOf(answer, full.key)).toEqual([
      { identifier: 'one', before: state(true, false), after: state(true, true) },
      { identifier: 'two', error: true, error_message: 'Course full.' },
    ]);
    const refused = { error: true, error_message: 'Enrollment closed.' };
    expect(resultsOf(answer, closed.key)).toEqual([
      { identifier: 'one', ...refused },
      { identifier: 'two', ...refused },
    ]);
    const forced = await bulk({ ...both, force: true });
    for (const key of [full.key, closed.key])
      expect(resultsOf(forced, key)).toMatchObject([
        { after: state(true, true) },
        { after: state(true, true) },
      ]);
    expect(await look(alpha, full)).toMatchObject({ taken: 2, granted: 2 });
  });

  test('the reason is kept with who enrolled whom', async () => {
    const { id, key } = await course(alpha);
    await muster.account(alpha, { username: 'reasoned' });
    await bulk({ identifiers: 'reasoned new@example.com', courses: key, reason: ' paid by invoice 7 ' });
    const rows = await muster.query(
      `select m.transition, m.reason, m.email, a.username from manual_enrolments m
       left join accounts a on a.id = m.account_id where course_id = $1 order by m.id`,
      [id],
    );
    const reason = 'paid by invoice 7';
    expect(rows).toEqual([
      { transition: 'from unenrolled to enrolled', reason, email: null, username: 'reasoned' },
      {
        transition: 'from unenrolled to allowed to enroll',
        reason,
        email: 'new@example.com',
        username: null,
      },
    ]);
  });

  test('letters go only when asked for, each in the language of its reader', async () => {
    const { key } = await course(alpha);
    const { id } = await muster.account(alpha, { username: 'lena' });
    await muster.query(`update accounts set locale = 'de' where id = $1`, [id]);
    const before = (await muster.letters(alpha)).length;
    await bulk({ identifiers: 'lena', courses: key });
    expect(await muster.letters(alpha)).toHaveLength(before);
    await bulk({ identifiers: 'lena', courses: key, action: 'unenroll', email_students: 'yes' });
    expect((await muster.letters(alpha)).at(-1)).toMatchObject({ kind: 'unenrolled', locale: 'de' });
  });

  test('a waiting person is in when the account is made, through the API of accounts', async () => {
    const { key } = await course(alpha);
    await bulk({ identifiers: 'comes@example.com', courses: key, auto_enroll: true });
    const sent = { username: 'comes', email: 'Comes@example.com', name: 'Comes', password: 'edx' };
    expect((await staff.post('accounts/create', sent)).status).toBe(200);
    expect(resultsOf(await bulk({ identifiers: 'comes', courses: key }), key)).toMatchObject([
      { before: state(true, true) },
    ]);
  });
});

test('28: all courses are checked before the first change; no letter of a refused call goes out', async () => {
  for (const courses of [`${demoKey},course-v1:edX+Nothing+2027`, `course-v1:edX+Nothing+2027,${demoKey}`]) {
    const call = () => bulk({ identifiers: 'early@example.com', courses, email_students: true });
    expect(answered(await unchanged(muster, call))).toEqual([404, { detail: 'Not found' }]);
  }
});

test('8: an order changes the courses it names and no others', async () => {
  const [named, other] = [await course(alpha), await course(alpha)];
  await muster.account(alpha, { username: 'elsewhere' });
  await enrol(alpha, [named, other], ['elsewhere']);
  await bulk({ identifiers: 'elsewhere', courses: named.key, action: 'unenroll' });
  expect([(await look(alpha, named)).taken, (await look(alpha, other)).taken]).toEqual([0, 1]);
});

async function tokenOf(username: string): Promise<string> {
  return muster.accessToken(alpha, await muster.account(alpha, { username, role: 'staff' }));
}
