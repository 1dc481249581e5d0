import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol, look, membersOf, pendingOf } from '../../../test/support/learning.ts';
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
const state = (user: boolean, enrollment: boolean, allowed: boolean) => ({
  user,
  enrollment,
  allowed,
  auto_enroll: false,
});
const within = state(true, true, false);

describe('places and dates', () => {
  const hours = (n: number) => new Date(muster.clock.now().getTime() + n * 3_600_000);

  test('whoever comes too late for a place is told so in their result, and nobody else', async () => {
    const [small, other] = [await course(acme, { capacity: 1 }), await course(acme)];
    const answer = await post({
      identifiers: ['ann', 'bob', 'new@example.com'],
      courses: [small.key, other.key],
    });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        results: [
          { identifier: 'ann', after: within, course: small.key },
          { identifier: 'bob', error: true, error_message: `The course ${small.key} is full.` },
          { identifier: 'new@example.com', after: state(false, false, true), course: small.key },
          { identifier: 'ann', after: within, course: other.key },
          { identifier: 'bob', after: within, course: other.key },
          { identifier: 'new@example.com', course: other.key },
        ],
      },
    ]);
    expect([await membersOf(muster, acme, small), (await look(acme, small)).taken]).toEqual([['ann'], 1]);
  });

  test.each([
    ['before they begin', 1, 2],
    ['after they end', -2, -1],
  ])('§10.16: %s nobody comes in, in words and not in a trace; who is in may leave', async (_, from, to) => {
    const dates = { enrollmentStartsAt: hours(from), enrollmentEndsAt: hours(to) };
    const closed = await course(acme, dates);
    await enrol(acme, [closed], ['cid'], { force: true });
    const answer = await post({ identifiers: ['ann', 'cid', 'new@example.com'], courses: [closed.key] });
    const error_message = `Enrollment in the course ${closed.key} is closed.`;
    expect(answer.body).toMatchObject({
      results: [
        { identifier: 'ann', error: true, error_message },
        { identifier: 'cid', before: within, after: within },
        { identifier: 'new@example.com', error: true, error_message },
      ],
    });
    await post({ action: 'unenroll', identifiers: ['cid'], courses: [closed.key] });
    expect([await membersOf(muster, acme, closed), await pendingOf(muster, closed)]).toEqual([
      ['cid (out)'],
      [],
    ]);
  });

  test('force gives a place in a full and closed course, and the count stays true', async () => {
    const shut = await course(acme, { capacity: 1, enrollmentEndsAt: hours(-1) });
    const answer = await post({ identifiers: ['ann', 'bob'], courses: [shut.key], force: 'true' });
    expect(answer.body).toMatchObject({ results: [{ after: within }, { after: within }] });
    expect(await look(acme, shut)).toMatchObject({ taken: 2, granted: 2 });
  });

  test('whom the list names twice takes one place and is told once, in order', async () => {
    const small = await course(acme, { capacity: 2 });
    const answer = await post({
      identifiers: ['bob', ' bob ', 'BOB', 'new@example.com', 'NEW@example.com', 'ann', 'bob'],
      courses: [small.key, ` ${small.key.replaceAll('+', ' ')}`, small.key],
    });
    const { courses, results } = JSON.parse(answer.text);
    expect(courses).toEqual([small.key]);
    expect(results.map(({ identifier }: { identifier: string }) => identifier)).toEqual([
      'bob',
      'new@example.com',
      'ann',
    ]);
    expect((await look(acme, small)).taken).toBe(2);
  });
});

describe('letters', () => {
  const lettersTo = async (pattern: RegExp) => {
    const letters = await muster.letters(acme);
    return letters
      .filter(({ to_address: to, subject }) => pattern.test(to) && subject.includes(math.name))
      .map(({ kind, locale, to_address: to }) => `${kind} ${locale} ${to}`)
      .toSorted();
  };

  test("go out when asked for, in each learner's language", async () => {
    await muster.account(acme, { username: 'dora' });
    await muster.account(acme, { username: 'nel' });
    await muster.query(`update accounts set locale = 'de-AT' where username = 'dora'`);
    await muster.query(`update accounts set locale = 'nl' where username = 'nel'`);
    const identifiers = ['dora', 'nel', 'guest@example.com'];
    await post({ identifiers, email_learners: 'True' });
    await post({ identifiers: ['dora'], action: 'unenroll', email_learners: true });
    expect(await lettersTo(/^(dora|nel|guest)@/)).toEqual([
      'enrolled de dora@example.com',
      'enrolled nl nel@example.com',
      'invited en guest@example.com',
      'unenrolled de dora@example.com',
    ]);
    const subjects = (await muster.letters(acme)).map(({ subject }) => subject);
    expect(subjects).toContain(`Sie sind in ${math.name} eingeschrieben`);
    expect(subjects).toContain(`Je bent ingeschreven voor ${math.name}`);
  });

  test('none goes out unasked, to somebody hindered, or twice to one person of one call', async () => {
    math = await course(acme, { name: 'Of one place', capacity: 1 });
    await post({ identifiers: ['ann'] });
    await post({ identifiers: ['bob', 'ann', 'ann@example.com'], email_learners: true });
    expect(await lettersTo(/^(ann|bob)@/)).toEqual(['enrolled en ann@example.com']);
  });
});
