import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol, withOrganisations } from '../../../test/support/learning.ts';
import { pointersOf, type V1Client, v1Client } from '../../../test/support/v1-learning-client.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let staff: V1Client;
let member: V1Client;
let nobody: V1Client;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await withOrganisations(muster, await muster.site('alpha'), ['Alpha']);
  beta = await withOrganisations(muster, await muster.site('beta'), ['Beta']);
  staff = await v1Client(muster, alpha, await muster.account(alpha, { username: 'sam', role: 'staff' }));
  member = await v1Client(muster, alpha, await muster.account(alpha, { username: 'ann' }));
  nobody = await v1Client(muster, alpha, null);
});
afterAll(() => muster.close());

const at = (key: string) => `/courses/${encodeURIComponent(key)}`;

test('a course is made with what is named and the usual rest, and stands at its location', async () => {
  const made = await staff('POST', '/courses', {
    key: 'course-v1:Alpha+Made+1',
    name: 'Made',
    capacity: 3,
    modes: ['verified', 'audit'],
    enrolment_starts_at: '2027-01-01T00:00:00+01:00',
  });
  expect(made.statusCode).toBe(201);
  expect(made.json()).toMatchObject({
    key: 'course-v1:Alpha+Made+1',
    organisation: 'Alpha',
    capacity: 3,
    taken: 0,
    free: 3,
    admission: 'not_yet',
    enrolment_starts_at: '2026-12-31T23:00:00.000Z',
    starts_at: null,
    modes: [
      { slug: 'verified', name: 'Verified' },
      { slug: 'audit', name: 'Audit' },
    ],
  });
  const found = await member('GET', String(made.headers.location).replace('/api/v1', ''));
  expect(found.json()).toEqual(made.json());
});

test('the same request with the same key makes one course', async () => {
  const body = { key: 'course-v1:Alpha+Once+1', name: 'Once' };
  const headers = { 'idempotency-key': 'once' };
  const [first, second] = [
    await staff('POST', '/courses', body, headers),
    await staff('POST', '/courses', body, headers),
  ];
  expect([first.statusCode, second.statusCode, second.headers['idempotency-replayed']]).toEqual([
    201,
    201,
    'true',
  ]);
  expect(second.json()).toEqual(first.json());
});

test.each([
  [{ key: 'nonsense', name: 'X' }, 400, '/key'],
  [{ key: 'course-v1:Other+X+1', name: 'X' }, 400, '/key'],
  [{ key: 'course-v1:Alpha+X+1' }, 400, '/name'],
  [{ key: 'course-v1:Alpha+X+1', name: 'X', capacity: -1 }, 400, '/capacity'],
  [{ key: 'course-v1:Alpha+X+1', name: 'X', modes: ['a', 'a'] }, 400, '/modes'],
  [
    {
      key: 'course-v1:Alpha+X+1',
      name: 'X',
      enrolment_starts_at: '2027-02-01T00:00:00Z',
      enrolment_ends_at: '2027-01-01T00:00:00Z',
    },
    400,
    '/enrolment_ends_at',
  ],
  [
    {
      key: 'course-v1:Alpha+X+1',
      name: 'X',
      starts_at: '2027-02-01T00:00:00Z',
      ends_at: '2027-01-01T00:00:00Z',
    },
    400,
    '/ends_at',
  ],
])('what is wrong with %j is told at %i %s', async (body, status, pointer) => {
  const answer = await staff('POST', '/courses', body);
  expect(answer.statusCode).toBe(status);
  expect(pointersOf(answer)).toContain(pointer);
});

test('a key that is taken is 409 at its field', async () => {
  const { key } = await course(alpha);
  const answer = await staff('POST', '/courses', { key, name: 'Again' });
  expect([answer.statusCode, pointersOf(answer)]).toEqual([409, ['/key']]);
});

test('a change keeps what it does not name, and a stale one is refused', async () => {
  const made = await course(alpha, { name: 'Before', capacity: 5 });
  const { etag } = (await staff('GET', at(made.key))).headers;
  const changed = await staff('PATCH', at(made.key), { name: 'After' }, { 'if-match': String(etag) });
  expect([changed.statusCode, changed.json().name, changed.json().capacity]).toEqual([200, 'After', 5]);
  const stale = await staff('PATCH', at(made.key), { capacity: null }, { 'if-match': String(etag) });
  expect([stale.statusCode, stale.json().code]).toEqual([412, 'request.stale']);
  const fresh = { 'if-match': String(changed.headers.etag) };
  expect((await staff('PATCH', at(made.key), { capacity: null }, fresh)).json().free).toBeNull();
});

test('somebody who came in meanwhile makes no change stale, but the course another one to read', async () => {
  const made = await course(alpha, { capacity: 5 });
  const before = String((await staff('GET', at(made.key))).headers.etag);
  await enrol(alpha, [made], ['ann']);
  const read = await staff('GET', at(made.key), undefined, { 'if-none-match': before });
  expect([read.statusCode, read.json().taken]).toEqual([200, 1]);
  const changed = await staff('PATCH', at(made.key), { capacity: 0 }, { 'if-match': before });
  expect([changed.statusCode, changed.json().free, changed.json().admission]).toEqual([200, 0, 'full']);
});

test('the list follows cursors through all courses and is narrowed by part of a name or key', async () => {
  for (const number of [1, 2, 3]) await course(alpha, { name: `Pottery ${number}` });
  const first = (await member('GET', '/courses?search=POTTERY&limit=2')).json();
  const rest = (await member('GET', `/courses?search=POTTERY&limit=2&cursor=${first.next}`)).json();
  const names = [...first.items, ...rest.items].map(({ name }: { name: string }) => name);
  expect([names, rest.next]).toEqual([['Pottery 1', 'Pottery 2', 'Pottery 3'], null]);
  const bad = await member('GET', '/courses?cursor=nonsense');
  expect([bad.statusCode, pointersOf(bad)]).toEqual([400, ['/cursor']]);
});

test('the statements of the list are as many for one course as for thirty', async () => {
  const counts: number[] = [];
  for (const many of [1, 30]) {
    for (let n = 0; n < many; n += 1) await course(alpha, { name: `Counted${many} ${n}` });
    muster.statements.length = 0;
    const { items } = (await member('GET', `/courses?search=Counted${many}`)).json();
    expect(items).toHaveLength(many);
    counts.push(muster.statements.length);
  }
  expect(counts[1]).toBe(counts[0]);
});

test('members read courses and change none; nobody does not even read', async () => {
  const made = await course(alpha);
  expect((await member('GET', at(made.key))).statusCode).toBe(200);
  expect((await member('PATCH', at(made.key), { name: 'Mine' })).statusCode).toBe(403);
  expect((await member('POST', '/courses', { key: 'course-v1:Alpha+M+1', name: 'M' })).statusCode).toBe(403);
  expect((await nobody('GET', '/courses')).statusCode).toBe(401);
});

test('a course of another tenant is as unknown as one that is nowhere and what is no key', async () => {
  const foreign = await course(beta);
  for (const key of [foreign.key, 'course-v1:Alpha+Nowhere+1', 'nonsense']) {
    for (const method of ['GET', 'PATCH'] as const) {
      const answer = await staff(method, at(key), method === 'PATCH' ? { name: 'Mine' } : undefined);
      expect([answer.statusCode, answer.json().code], `${method} ${key}`).toEqual([404, 'course.unknown']);
    }
  }
});

test('members see the courses that the site shows, whoever runs it those too that its filter leaves out', async () => {
  const narrow = await muster.configure(
    await withOrganisations(muster, await muster.site('gamma'), ['Shown', 'Hidden']),
    { course_org_filter: ['Shown'] },
  );
  await course(narrow, { key: 'course-v1:Hidden+H+1' });
  await course(narrow, { key: 'course-v1:Shown+S+1' });
  const seen = async (role: 'member' | 'staff') => {
    const who = await v1Client(muster, narrow, await muster.account(narrow, { username: role, role }));
    return (await who('GET', '/courses')).json().items.map(({ key }: { key: string }) => key);
  };
  expect(await seen('member')).toEqual(['course-v1:Shown+S+1']);
  expect(await seen('staff')).toEqual(['course-v1:Hidden+H+1', 'course-v1:Shown+S+1']);
});
