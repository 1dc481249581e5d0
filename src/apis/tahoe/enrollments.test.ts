import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol, withOrganisations } from '../../../test/support/learning.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let ann: Account;
let bob: Account;
let theirAnn: Account;
let admin: TahoeClient;
let foreigner: TahoeClient;

const math = 'course-v1:Acme+MATH.101+2027_T1';
const older = 'Acme/Older.101/2012_Fall';
const notFound = [404, '{"detail":"Not found."}'];

/** Both tenants have the same course keys, usernames and e-mails. */
beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await withOrganisations(muster, await muster.site('alpha'), ['Acme', 'Hidden']);
  alpha = await muster.configure(alpha, { course_org_filter: 'Acme' });
  beta = await withOrganisations(muster, await muster.site('beta'), ['Acme']);
  const [amy, bea] = [await openTenant(alpha), await openTenant(beta)];
  admin = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, amy));
  foreigner = tahoeClient(muster, beta.host, await muster.apiToken(beta, bea));
  ann = await muster.account(alpha, { username: 'ann' });
  bob = await muster.account(alpha, { username: 'bob' });
  theirAnn = await muster.account(beta, { username: 'ann' });
  const one = await course(alpha, {
    key: math,
    name: 'Mathematics',
    startsAt: new Date('2027-01-01T09:00:00.500Z'),
    enrollmentEndsAt: new Date('2026-12-24T00:00:00Z'),
    pacing: 'self',
    modes: ['audit', 'verified'],
  });
  const two = await course(alpha, { key: older, name: 'An older course', invitationOnly: true });
  const hidden = await course(alpha, { key: 'course-v1:Hidden+H+1' });
  await enrol(alpha, [one, two], ['ann']);
  muster.clock.advance(1234);
  await enrol(alpha, [one], ['bob']);
  await enrol(alpha, [one], ['bob'], { action: 'unenroll' });
  await enrol(alpha, [hidden], ['ann']);
  await enrol(beta, [await course(beta, { key: math, name: 'Theirs' })], ['ann']);
});
afterAll(() => muster.close());

const openTenant = (at: TestSite) => muster.account(at, { username: 'amy', role: 'admin' });

interface Item {
  user: string;
  is_active: boolean;
  course_details: { course_id: string };
}
interface Listed {
  count: number;
  next: string | null;
  previous: string | null;
  results: Item[];
}
const list = async (query: string, client = admin): Promise<Listed> => {
  const answer = await client.get(`v1/enrollments/${query}`);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return JSON.parse(answer.text);
};
const shown = async (query: string, client = admin) =>
  (await list(query, client)).results.map(
    (one) => `${one.user} ${one.course_details.course_id} ${one.is_active ? 'in' : 'out'}`,
  );
const all = [`ann ${math} in`, `ann ${older} in`, `bob ${math} out`];

describe('the list (§8.13)', () => {
  test("counts my site's enrolments only, ended ones too, by id", async () => {
    expect([await shown(''), (await list('')).count]).toEqual([all, 3]);
    expect([await shown('', foreigner), (await list('', foreigner)).count]).toEqual([[`ann ${math} in`], 1]);
  });

  test('an item is as the document shows it, key by key', async () => {
    const answer = await admin.get('v2/enrollments/?limit=1');
    const mode = {
      min_price: 0,
      suggested_prices: '',
      currency: 'usd',
      expiration_datetime: null,
      description: null,
      sku: null,
      bulk_sku: null,
    };
    const item = {
      created: '2026-11-20T12:00:00Z',
      mode: 'audit',
      is_active: true,
      user: 'ann',
      course_details: {
        course_id: math,
        course_name: 'Mathematics',
        enrollment_start: null,
        enrollment_end: '2026-12-24T00:00:00Z',
        course_start: '2027-01-01T09:00:00Z',
        course_end: null,
        invite_only: false,
        pacing_type: 'Self Paced',
        course_modes: [
          { slug: 'audit', name: 'Audit', ...mode },
          { slug: 'verified', name: 'Verified', ...mode },
        ],
      },
    };
    const next = 'http://alpha.localhost:8000/tahoe/api/v2/enrollments/?limit=1&offset=1';
    // As texts, so that the order of the keys counts.
    expect(answer.text).toBe(JSON.stringify({ count: 3, next, previous: null, results: [item] }));
    const { results } = await list(`?course_id=${encodeURIComponent(older)}`);
    expect(results[0]?.course_details).toMatchObject({ invite_only: true, pacing_type: 'Instructor Paced' });
  });

  test.each([
    [`course_id=${math}`, [all[0], all[2]]],
    [`course_id=${encodeURIComponent(math)}`, [all[0], all[2]]],
    [`course_id=%20${math.replaceAll('+', '%20')}%20`, [all[0], all[2]]],
    [`course_id=${older}`, [all[1]]],
    ['course_id=course-v1:Acme+NONE+1', []],
    ['course_id=course-v1:Hidden+H+1', []],
    ['course_id=', all],
    ['username=ann', [all[0], all[1]]],
    ['username=ANN', [all[0], all[1]]],
    ['username=an', []],
    ['username=nobody', []],
    ['is_active=true', [all[0], all[1]]],
    ['is_active=True', [all[0], all[1]]],
    ['is_active=2', [all[0], all[1]]],
    ['is_active=yes', [all[0], all[1]]],
    ['is_active=false', [all[2]]],
    ['is_active=False', [all[2]]],
    ['is_active=3', [all[2]]],
    ['is_active=0', [all[2]]],
    ['is_active=perhaps', all],
    ['is_active=', all],
    [`course_id=${math}&username=bob&is_active=true`, []],
  ])('?%s narrows it as documented', async (query, items) => {
    expect(await shown(`?${query}`)).toEqual(items);
  });

  test("user_id gives that user's courses, of this tenant alone", async () => {
    expect(await shown(`?user_id=${ann.id}`)).toEqual([all[0], all[1]]);
    expect(await shown(`?user_id=%20${bob.id}`)).toEqual([all[2]]);
    expect(await shown(`?user_id=${theirAnn.id}`)).toEqual([]);
    expect(await shown(`?user_id=${theirAnn.id}`, foreigner)).toEqual([`ann ${math} in`]);
    expect(await shown(`?user_id=${'9'.repeat(40)}`)).toEqual([]);
    expect(await shown('?user_id=')).toEqual(all);
  });

  test.each([
    ['user_id=ann', { user_id: ['Enter a number.'] }],
    ['user_id=1.5', { user_id: ['Enter a number.'] }],
    ['user_id=-1', { user_id: ['Enter a number.'] }],
    ['user_id=1&user_id=2', { user_id: ['Not a valid string.'] }],
    ['course_id=garbage', { course_id: ['Course key not valid: garbage'] }],
    ['course_id=course-v1:Acme+X', { course_id: ['Course key not valid: course-v1:Acme X'] }],
  ])('§10.11: ?%s is 400 by its field', async (query, body) => {
    const answer = await admin.get(`v1/enrollments/?${query}`);
    expect([answer.status, answer.body]).toEqual([400, body]);
  });
});

describe('enrollments/<id>/ (§10.14)', () => {
  const idOf = async (username: string, key: string, at = alpha): Promise<number> => {
    const [row] = await muster.query<{ id: number }>(
      `select e.id from enrolments e join accounts a using (tenant_id) join courses c using (tenant_id)
       where e.tenant_id = $1 and a.id = e.account_id and c.id = e.course_id and a.username = $2 and c.course_key = $3`,
      [at.site.tenantId, username, key],
    );
    return Number(row?.id);
  };

  test.each(['', '.json', '%20'])('a number is one enrolment, also with %j behind it', async (suffix) => {
    const answer = await admin.get(`v1/enrollments/${await idOf('bob', math)}${suffix}/`);
    expect([answer.status, answer.body]).toEqual([200, (await list('?username=bob')).results[0]]);
  });

  test('a number of another tenant, or of a course that the site does not show, is as an unknown one', async () => {
    const [foreign, hidden] = [await idOf('ann', math, beta), await idOf('ann', 'course-v1:Hidden+H+1')];
    for (const id of [foreign, hidden, 999_999, '9'.repeat(15)]) {
      const answer = await admin.get(`v1/enrollments/${id}/`);
      expect([answer.status, answer.text]).toEqual(notFound);
    }
  });

  test.each([
    ['as it is', math, [all[0], all[2]]],
    ['with %2B', math.replaceAll('+', '%2B'), [all[0], all[2]]],
    ['with blanks', math.replaceAll('+', '%20'), [all[0], all[2]]],
    ['of the older form', older, [all[1]]],
    ['of the older form with %2F', older.replaceAll('/', '%2F'), [all[1]]],
    ['with .json behind it', `${math}.json`, [all[0], all[2]]],
    ['with a filter', `${math}?is_active=true`, [all[0]]],
    ['without the slash', math, [all[0], all[2]]],
  ])("a course id %s gives that course's enrolments and not the course", async (_, path, items) => {
    expect(await shown(path)).toEqual(items);
  });

  test('they are paginated, with links that stay on the course', async () => {
    const page = await list(`${math}/?limit=1`);
    const here = `http://alpha.localhost:8000/tahoe/api/v1/enrollments/${math}/`;
    expect([page.count, page.results.length, page.next]).toEqual([2, 1, `${here}?limit=1&offset=1`]);
    expect(await list(page.next?.replace(/^.*enrollments\//, '') ?? '')).toMatchObject({
      next: null,
      previous: `${here}?limit=1`,
    });
  });

  test.each([
    'abc',
    'course-v1:Acme+NONE+1',
    'course-v1:Hidden+H+1',
    'a/b/c',
    '0',
    '-1',
    '%20',
    '9'.repeat(40),
  ])('there is nothing of the id %s: 404 and never 500', async (id) => {
    const answer = await admin.get(`v1/enrollments/${id}/`);
    expect([answer.status, answer.text]).toEqual(notFound);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'POST'] as const)(
    '§10.14: %s is 405 and changes nothing',
    async (method) => {
      for (const id of [await idOf('ann', math), math, older]) {
        const body = method === 'DELETE' ? undefined : { is_active: false };
        const answer = await admin.send(method, `v1/enrollments/${id}/`, body);
        expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
      }
      expect(await shown('')).toEqual(all);
    },
  );
});

test('the list takes as many statements for one enrolment as for thirty', async () => {
  const many: Course[] = [];
  for (let n = 0; n < 28; n += 1) many.push(await course(alpha));
  const count = async (query: string) => {
    muster.statements.length = 0;
    const { results } = await list(query);
    return [results.length, muster.statements.length];
  };
  await count('');
  const [, one] = await count('?limit=1');
  await enrol(alpha, many, ['bob']);
  expect(await count('?limit=30')).toEqual([30, one]);
  await enrol(alpha, many, ['bob'], { action: 'unenroll' });
  expect((await list('?username=bob&is_active=true')).count).toBe(0);
});

test('§10.20: walking all pages meets every enrolment once, also while others are added', async () => {
  const fresh = await course(alpha);
  const before = await shown('?limit=1000');
  const seen: string[] = [];
  for (let query: string | null = '?limit=5'; query !== null; ) {
    const page: Listed = await list(query);
    seen.push(...page.results.map((one) => `${one.user} ${one.course_details.course_id}`));
    const username = `late${seen.length}`;
    if (seen.length < 30) await muster.account(alpha, { username });
    if (seen.length < 30) await enrol(alpha, [fresh], [username]);
    query = page.next && new URL(page.next).search;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, before.length)).toEqual(before.map((one) => one.replace(/ (in|out)$/, '')));
});
