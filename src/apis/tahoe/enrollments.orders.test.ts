import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import {
  course,
  enrol,
  look,
  membersOf,
  pendingOf,
  withOrganisations,
} from '../../../test/support/learning.ts';
import { type TahoeAnswer, type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let admin: TahoeClient;
let foreigner: TahoeClient;
/** A fresh course of each test. */
let math: Course;

/** Both tenants have the same organisation, usernames and e-mails. */
beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await withOrganisations(muster, await muster.site('alpha'), ['Acme']);
  beta = await withOrganisations(muster, await muster.site('beta'), ['Acme', 'Beta']);
  admin = await openTenant(alpha);
  foreigner = await openTenant(beta);
  await muster.account(alpha, { username: 'asleep', active: false });
  await muster.account(beta, { username: 'theirs' });
});
afterAll(() => muster.close());
beforeEach(async () => {
  math = await course(alpha);
});

async function openTenant(at: TestSite): Promise<TahoeClient> {
  const amy = await muster.account(at, { username: 'amy', role: 'admin' });
  for (const username of ['ann', 'bob', 'cid']) await muster.account(at, { username });
  return tahoeClient(muster, at.host, await muster.apiToken(at, amy));
}

const post = (more: object, client = admin): Promise<TahoeAnswer> =>
  client.post('v1/enrollments/', { action: 'enroll', identifiers: ['ann'], courses: [math.key], ...more });
const state = (user: boolean, enrollment: boolean, allowed: boolean, autoEnroll = false) => ({
  user,
  enrollment,
  allowed,
  auto_enroll: autoEnroll,
});
const none = state(false, false, false);
const known = state(true, false, false);
const within = state(true, true, false);

describe('enrolling (§8.13)', () => {
  test('two people who are registered and two who are not: before and after of each, and nothing elsewhere', async () => {
    await course(beta, { key: math.key });
    const theirs = await digestContents(muster.query, beta.site.tenantId);
    const [members] = await muster.query('select count(*) from accounts');
    const answer = await post({
      identifiers: ['ann@example.com', 'BOB@example.com', 'new1@example.com', 'new2@example.com'],
      auto_enroll: true,
    });
    const invited = { before: none, after: state(false, false, true, true), course: math.key };
    const enrolled = { before: known, after: within, course: math.key };
    expect([answer.status, answer.text]).toEqual([
      201,
      JSON.stringify({
        auto_enroll: true,
        email_learners: false,
        action: 'enroll',
        courses: [math.key],
        results: [
          { identifier: 'ann@example.com', ...enrolled },
          { identifier: 'BOB@example.com', ...enrolled },
          { identifier: 'new1@example.com', ...invited },
          { identifier: 'new2@example.com', ...invited },
        ],
      }),
    ]);
    expect([await membersOf(muster, alpha, math), await membersOf(muster, beta, math)]).toEqual([
      ['ann', 'bob'],
      [],
    ]);
    expect(await pendingOf(muster, math)).toEqual(['new1@example.com', 'new2@example.com']);
    expect(await muster.query('select count(*) from accounts')).toEqual([members]);
    expect(await digestContents(muster.query, beta.site.tenantId)).toEqual(theirs);
  });

  test('two courses: one result for each pair, course by course in order', async () => {
    const second = await course(alpha);
    const answer = await post({ identifiers: ['bob', 'ann'], courses: [second.key, math.key] });
    expect(answer.body).toMatchObject({
      courses: [second.key, math.key],
      results: [
        { identifier: 'bob', course: second.key },
        { identifier: 'ann', course: second.key },
        { identifier: 'bob', course: math.key },
        { identifier: 'ann', course: math.key },
      ],
    });
  });

  test('a foreign or unknown course: exactly it is listed and nobody is enrolled anywhere', async () => {
    const theirs = await course(beta, { key: 'course-v1:Beta+THEIRS+1' });
    const before = await digestContents(muster.query);
    const answer = await post({
      courses: [math.key, theirs.key, 'course-v1:Acme+NONE+1'],
      email_learners: true,
    });
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'invalid-course-ids', invalid_course_ids: [theirs.key, 'course-v1:Acme+NONE+1'] },
    ]);
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test('by username, and twice: enrolled, and enrolled still', async () => {
    for (const before of [known, within]) {
      expect((await post({})).body).toMatchObject({
        results: [{ identifier: 'ann', before, after: within }],
      });
    }
    expect((await look(alpha, math)).taken).toBe(1);
  });

  test('somebody who is not active yet waits, and comes in with the activation', async () => {
    const answer = await post({ identifiers: ['asleep'], auto_enroll: true });
    expect(answer.body).toMatchObject({
      results: [{ before: known, after: state(true, false, true, true) }],
    });
    expect(await pendingOf(muster, math)).toEqual(['asleep@example.com']);
  });

  test('who is invited with auto_enroll is enrolled on registering through the API', async () => {
    await post({ identifiers: ['soon@example.com'], auto_enroll: true });
    await admin.post('v1/registrations/', {
      username: 'soon',
      email: 'Soon@example.com',
      name: 'Soon',
      password: 'seven red balloons',
      send_activation_email: false,
    });
    expect([await membersOf(muster, alpha, math), await pendingOf(muster, math)]).toEqual([['soon'], []]);
  });

  test('what is neither a username nor an address is told and fails nobody else', async () => {
    const answer = await post({ identifiers: ['nobody', 'a b@x', 'ann'] });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        results: [
          { identifier: 'nobody', invalidIdentifier: true },
          { identifier: 'a b@x', invalidIdentifier: true },
          { identifier: 'ann', after: within },
        ],
      },
    ]);
    const alone = await post({ identifiers: ['nobody'] });
    expect([alone.status, alone.body]).toMatchObject([
      201,
      { results: [{ identifier: 'nobody', invalidIdentifier: true }] },
    ]);
  });

  test('each order leaves an audit row of each person, with its author', async () => {
    await post({ identifiers: ['ann', 'new@example.com', 'nobody'] });
    await post({ action: 'unenroll' });
    const rows = await muster.query(
      `select transition, author_id = (select id from accounts where tenant_id = m.tenant_id and username = 'amy') as by_amy
       from manual_enrolments m where course_id = $1 order by id`,
      [math.id],
    );
    expect(rows).toEqual([
      { transition: 'from unenrolled to enrolled', by_amy: true },
      { transition: 'from unenrolled to allowed to enroll', by_amy: true },
      { transition: 'from enrolled to unenrolled', by_amy: true },
    ]);
  });
});

describe('unenrolling (§8.13)', () => {
  test.each(['ann', 'ann@example.com', 'ANN@Example.com'])(
    '%s leaves the course, and may twice',
    async (name) => {
      await enrol(alpha, [math], ['ann']);
      const first = await post({ action: 'unenroll', identifiers: [name] });
      expect([first.status, first.body]).toEqual([
        200,
        {
          auto_enroll: false,
          email_learners: false,
          action: 'unenroll',
          courses: [math.key],
          results: [{ identifier: name, before: within, after: known, course: math.key }],
        },
      ]);
      expect(await membersOf(muster, alpha, math)).toEqual(['ann (out)']);
      const second = await post({ action: 'unenroll', identifiers: [name] });
      expect([second.status, second.body]).toMatchObject([
        200,
        { results: [{ before: known, after: known }] },
      ]);
    },
  );

  test('somebody pending is pending no more', async () => {
    await post({ identifiers: ['pat@example.com'] });
    const answer = await post({ action: 'unenroll', identifiers: ['pat@example.com'] });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { results: [{ before: state(false, false, true), after: none }] },
    ]);
    expect(await pendingOf(muster, math)).toEqual([]);
  });

  test("by another site's admin is 400 and leaves everybody in", async () => {
    await enrol(alpha, [math], ['ann']);
    const answer = await post({ action: 'unenroll' }, foreigner);
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'invalid-course-ids', invalid_course_ids: [math.key] },
    ]);
    expect(await membersOf(muster, alpha, math)).toEqual(['ann']);
  });
});

test('§10.15: nobody of another tenant can be found, enrolled or told from a stranger', async () => {
  await course(beta, { key: math.key });
  const answer = await post({ identifiers: ['theirs', 'theirs@example.com', 'ann'] });
  expect(answer.body).toMatchObject({
    results: [
      { identifier: 'theirs', invalidIdentifier: true },
      { identifier: 'theirs@example.com', before: none, after: state(false, false, true) },
      { identifier: 'ann', after: within },
    ],
  });
  expect([await membersOf(muster, alpha, math), await membersOf(muster, beta, math)]).toEqual([['ann'], []]);
});
