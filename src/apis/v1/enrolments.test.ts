import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol, look, membersOf, pendingOf } from '../../../test/support/learning.ts';
import { pointersOf, type V1Client, v1Client } from '../../../test/support/v1-learning-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let ann: Account;
let staff: V1Client;
let member: V1Client;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  ann = await muster.account(alpha, { username: 'ann', name: 'Ann Example' });
  staff = await v1Client(muster, alpha, await muster.account(alpha, { username: 'sam', role: 'staff' }));
  member = await v1Client(muster, alpha, ann);
});
afterAll(() => muster.close());

let people = 0;
async function persons(many: number): Promise<string[]> {
  const names: string[] = [];
  for (let n = 0; n < many; n += 1) {
    people += 1;
    names.push((await muster.account(alpha, { username: `learner${people}` })).username);
  }
  return names;
}

test('somebody is enrolled by uuid in a mode of the course, and is told of only when wished', async () => {
  const { key } = await course(alpha, { modes: ['audit', 'verified'] });
  const made = await staff('POST', '/enrolments', { course: key, person: ann.uuid, mode: 'verified' });
  expect([made.statusCode, made.json()]).toMatchObject([
    201,
    {
      course: key,
      person: { uuid: ann.uuid, username: 'ann', name: 'Ann Example', email: 'ann@example.com' },
      mode: 'verified',
      is_active: true,
    },
  ]);
  const found = await staff('GET', String(made.headers.location).replace('/api/v1', ''));
  expect([found.json(), found.headers.etag]).toEqual([made.json(), made.headers.etag]);
  expect(await muster.letters(alpha)).toEqual([]);
});

test('an address without an account waits for one: 202', async () => {
  const taught = await course(alpha);
  const answer = await staff('POST', '/enrolments', {
    course: taught.key,
    email: 'new@example.org',
    notify: true,
  });
  expect([answer.statusCode, answer.json()]).toEqual([
    202,
    { course: taught.key, email: 'new@example.org', is_pending: true },
  ]);
  expect(await pendingOf(muster, taught)).toEqual(['new@example.org']);
  expect((await muster.letters(alpha)).map(({ to_address }) => to_address)).toEqual(['new@example.org']);
});

test('the same request with the same key enrols once, without it the second is a conflict', async () => {
  const [who = ''] = await persons(1);
  const taught = await course(alpha, { capacity: 5 });
  const body = { course: taught.key, email: who };
  const headers = { 'idempotency-key': `enrol-${who}` };
  const answers = [
    await staff('POST', '/enrolments', body, headers),
    await staff('POST', '/enrolments', body, headers),
    await staff('POST', '/enrolments', body),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 409]);
  expect((await look(alpha, taught)).taken).toBe(1);
});

test('a full and a closed course let nobody in but by force', async () => {
  const [who = ''] = await persons(1);
  const full = await course(alpha, { capacity: 0 });
  const closed = await course(alpha, { enrollmentEndsAt: new Date('2020-01-01') });
  for (const [{ key }, code] of [
    [full, 'enrolment.full'],
    [closed, 'enrolment.closed'],
  ] as const) {
    const refused = await staff('POST', '/enrolments', { course: key, email: who });
    expect([refused.statusCode, refused.json().code]).toEqual([409, code]);
    const forced = await staff('POST', '/enrolments', { course: key, email: who, force: true });
    expect(forced.statusCode).toBe(201);
  }
});

test.each([
  [{ email: 'ann' }, '/course'],
  [{ course: 'nonsense', email: 'ann' }, '/course'],
  [{ course: 'course-v1:alpha+Nowhere+1', email: 'ann' }, '/course'],
  [{ email: 'no address' }, '/email'],
  [{}, '/email'],
  [{ email: 'ann', person: '00000000-0000-7000-8000-000000000000' }, '/email'],
  [{ person: '00000000-0000-7000-8000-000000000000' }, '/person'],
  [{ email: 'ann', mode: 'nonsense' }, '/mode'],
])('what is wrong with %j is told at %s and changes nothing', async (sent, pointer) => {
  const taught = await course(alpha);
  const needsCourse = pointer !== '/course';
  const answer = await staff('POST', '/enrolments', { ...(needsCourse && { course: taught.key }), ...sent });
  expect([answer.statusCode, pointersOf(answer)]).toEqual([400, [pointer]]);
  expect(await membersOf(muster, alpha, taught)).toEqual([]);
});

test('an enrolment ends, gives its place back, and is taken up again while there is one', async () => {
  const [who = '', other = ''] = await persons(2);
  const taught = await course(alpha, { capacity: 1 });
  const { id } = (await staff('POST', '/enrolments', { course: taught.key, email: who })).json();
  expect((await staff('DELETE', `/enrolments/${id}`)).statusCode).toBe(204);
  expect(await membersOf(muster, alpha, taught)).toEqual([`${who} (out)`]);
  const again = await staff('PATCH', `/enrolments/${id}`, { is_active: true });
  expect([again.statusCode, again.json().is_active]).toEqual([200, true]);
  await staff('PATCH', `/enrolments/${id}`, { is_active: false });
  await enrol(alpha, [taught], [other]);
  const late = await staff('PATCH', `/enrolments/${id}`, { is_active: true });
  expect([late.statusCode, late.json().code]).toEqual([409, 'enrolment.full']);
});

test('the mode changes by a tag that is fresh, not by a stale one', async () => {
  const [who = ''] = await persons(1);
  const { key } = await course(alpha, { modes: ['audit', 'verified'] });
  const made = await staff('POST', '/enrolments', { course: key, email: who });
  const address = `/enrolments/${made.json().id}`;
  const headers = { 'if-match': String(made.headers.etag) };
  const changed = await staff('PATCH', address, { mode: 'verified' }, headers);
  expect([changed.statusCode, changed.json().mode]).toEqual([200, 'verified']);
  expect((await staff('PATCH', address, { mode: 'audit' }, headers)).statusCode).toBe(412);
  expect((await staff('DELETE', address, undefined, headers)).statusCode).toBe(412);
  expect((await staff('GET', address)).json()).toMatchObject({ mode: 'verified', is_active: true });
});

test('a list goes by cursor and is narrowed by course, person and whether it stands', async () => {
  const who = await persons(3);
  const taught = await course(alpha);
  await enrol(alpha, [taught, await course(alpha)], who);
  await enrol(alpha, [taught], who.slice(0, 1), { action: 'unenroll' });
  const list = `/courses/${encodeURIComponent(taught.key)}/enrolments`;
  const names = ({ items }: { items: { person: { username: string } }[] }) =>
    items.map(({ person }) => person.username);
  const first = (await staff('GET', `${list}?limit=2`)).json();
  const second = (await staff('GET', `${list}?limit=2&cursor=${first.next}`)).json();
  expect([...names(first), ...names(second), second.next]).toEqual([...who, null]);
  expect(names((await staff('GET', `${list}?is_active=true`)).json())).toEqual(who.slice(1));
  const { uuid } = first.items[0].person;
  const query = `course=${encodeURIComponent(taught.key)}&person=${uuid}`;
  expect(names((await staff('GET', `/enrolments?${query}`)).json())).toEqual(who.slice(0, 1));
  expect((await staff('GET', `/enrolments?person=${uuid}`)).json().items).toHaveLength(2);
});

interface Page {
  readonly items: readonly { readonly person: { readonly username: string }; readonly is_active: boolean }[];
  readonly next: string | null;
  readonly since: string;
}

/**
 * Follows the list until these were seen, and tells them in their order, each once as a row at the seam may come twice: transactions of other databases of the server, which other tests
 * have, hold them up as well.
 */
async function followTo(
  awaited: readonly string[],
  from: string,
): Promise<{ seen: string[]; since: string }> {
  const seen = new Set<string>();
  let since = from;
  await expect
    .poll(
      async () => {
        const some = await follow(since);
        for (const one of some.seen) if (awaited.includes(one)) seen.add(one);
        since = some.since;
        return seen.size;
      },
      { timeout: 20_000 },
    )
    .toBe(awaited.length);
  return { seen: [...seen], since };
}

/** Follows a sync of the list from a place to its end. */
async function follow(since: string): Promise<{ seen: string[]; since: string }> {
  const seen: string[] = [];
  let page: Page | null = null;
  do {
    const from: string = page === null ? since : page.since;
    page = (await staff('GET', `/enrolments?limit=2&updated_since=${encodeURIComponent(from)}`)).json<Page>();
    seen.push(...page.items.map((one) => `${one.person.username}${one.is_active ? '' : ' (out)'}`));
  } while (page.next !== null);
  return { seen, since: page.since };
}

test('what changed since a moment comes in the order of changes, and what changes later comes behind it', async () => {
  muster.clock.advance(3_600_000);
  const who = await persons(3);
  const taught = await course(alpha);
  await enrol(alpha, [taught], who);
  const first = await followTo(who, muster.clock.now().toISOString());
  expect(first.seen).toEqual(who);
  await enrol(alpha, [taught], who.slice(0, 1), { action: 'unenroll' });
  const second = await followTo([`${who[0]} (out)`], first.since);
  expect(second.seen).toEqual([`${who[0]} (out)`]);
});

test('what changed stops before a change that is still under way, so that following it misses none', async () => {
  muster.clock.advance(3_600_000);
  const since = muster.clock.now().toISOString();
  const [early = '', late = ''] = await persons(2);
  const [taught, other] = [await course(alpha), await course(alpha)];
  const running = new pg.Client(muster.connection);
  await running.connect();
  await running.query('begin');
  await running.query(
    `insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
     select $1, $2, id, 'audit', true, $4, $4 from accounts where tenant_id = $1 and username = $3`,
    [alpha.site.tenantId, taught.id, early, since],
  );
  await enrol(alpha, [other], [late]);
  const before = await follow(since);
  await running.query('commit');
  await running.end();
  expect(before.seen).not.toContain(early);
  expect(before.seen).not.toContain(late);
  expect((await followTo([early, late], before.since)).seen).toEqual([early, late]);
});

test('the statements of a list are as many for one as for thirty', async () => {
  const counts: number[] = [];
  for (const many of [1, 30]) {
    const taught = await course(alpha);
    await enrol(alpha, [taught], await persons(many));
    muster.statements.length = 0;
    const answer = await staff('GET', `/courses/${encodeURIComponent(taught.key)}/enrolments`);
    expect(answer.json().items).toHaveLength(many);
    counts.push(muster.statements.length);
  }
  expect(counts[1]).toBe(counts[0]);
});

test('members see their own enrolments and nobody else’s', async () => {
  const taught = await course(alpha, { name: 'My course' });
  await enrol(alpha, [taught], ['ann', 'sam']);
  const mine = (await member('GET', '/me/enrolments?is_active=true')).json().items;
  expect(mine.at(-1)).toMatchObject({ course_name: 'My course', person: { username: 'ann' } });
  expect(new Set(mine.map(({ person }: { person: { username: string } }) => person.username)).size).toBe(1);
  expect((await member('GET', '/enrolments')).statusCode).toBe(403);
  expect((await member('POST', '/enrolments', { course: taught.key, email: 'ann' })).statusCode).toBe(403);
});

test('an enrolment of another tenant is as unknown as one that is nowhere', async () => {
  await muster.account(beta, { username: 'bob' });
  const foreign = await course(beta);
  await enrol(beta, [foreign], ['bob']);
  const [row] = await muster.query<{ id: number }>('select id from enrolments where course_id = $1', [
    foreign.id,
  ]);
  for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
    const body = method === 'PATCH' ? { is_active: false } : undefined;
    const answers = [
      await staff(method, `/enrolments/${row?.id}`, body),
      await staff(method, '/enrolments/987654321', body),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  }
  expect(await membersOf(muster, beta, foreign)).toEqual(['bob']);
});
