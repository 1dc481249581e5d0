import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, withOrganisations } from '../../../test/support/learning.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';

let muster: TestApp;
let alpha: TestSite;
let admin: TahoeClient;
let foreigner: TahoeClient;

const math = 'course-v1:Acme+MATH.101+2027_T1';
const older = 'Acme/Older.101/2012_Fall';
const theirs = 'course-v1:Beta+MATH.101+2027_T1';
const notFound = [404, '{"detail":"Not found."}'];

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await withOrganisations(muster, await muster.site('alpha'), ['Acme', 'Umbrella']);
  const beta = await withOrganisations(muster, await muster.site('beta'), ['Acme', 'Beta']);
  const amy = await muster.account(alpha, { username: 'amy', role: 'admin' });
  const bea = await muster.account(beta, { username: 'bea', role: 'owner' });
  admin = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, amy));
  foreigner = tahoeClient(muster, beta.host, await muster.apiToken(beta, bea));
  await course(alpha, { key: math, name: 'Mathematics, the very Beginning' });
  await course(alpha, { key: older, name: 'An older course' });
  await course(alpha, { key: 'course-v1:Umbrella+BIO+1', name: 'Biology' });
  await course(beta, { key: math, name: 'The same key elsewhere' });
  await course(beta, { key: theirs, name: 'Theirs alone' });
});
afterAll(() => muster.close());

const idsOf = async (query: string, client = admin): Promise<string[]> => {
  const answer = await client.get(`v1/courses/${query}`);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  const { results }: { results: { id: string }[] } = JSON.parse(answer.text);
  return results.map(({ id }) => id);
};
const bio = 'course-v1:Umbrella+BIO+1';

describe('the list (§8.12)', () => {
  test("holds exactly my site's courses, by id", async () => {
    expect(await idsOf('')).toEqual([math, older, bio]);
    expect(await idsOf('', foreigner)).toEqual([math, theirs]);
  });

  test('is a page of items with id, display_name and org, and nothing else', async () => {
    const answer = await admin.get('v2/courses/?limit=1');
    expect(answer.body).toEqual({
      count: 3,
      next: 'http://alpha.localhost:8000/tahoe/api/v2/courses/?limit=1&offset=1',
      previous: null,
      results: [{ id: math, display_name: 'Mathematics, the very Beginning', org: 'Acme' }],
    });
  });

  test.each([
    ['display_name=VERY%20beginning', [math]],
    ['display_name=an+older', [older]],
    ['display_name=%25', []],
    ['org=acme', [math, older]],
    ['org=Acm', []],
    ['org=beta', []],
    ['number=math.101', [math]],
    ['number=math', []],
    ['number_contains=.101', [math, older]],
    ['number_contains=OLD', [older]],
    ['org=ACME&number_contains=math&display_name=beginning', [math]],
    ['org=&number=&number_contains=%20&display_name=', [math, older, bio]],
    ['unknown=filter', [math, older, bio]],
  ])('?%s narrows it as documented', async (query, ids) => {
    expect(await idsOf(`?${query}`)).toEqual(ids);
  });

  test('links keep the filters', async () => {
    const answer = await admin.get('v1/courses/?org=Acme&limit=1&offset=1');
    expect(answer.body).toMatchObject({
      count: 2,
      previous: 'http://alpha.localhost:8000/tahoe/api/v1/courses/?limit=1&org=Acme',
    });
  });

  test('a filter given twice is 400 by its name', async () => {
    const answer = await admin.get('v1/courses/?org=Acme&org=Umbrella');
    expect([answer.status, answer.body]).toEqual([400, { org: ['Not a valid string.'] }]);
  });

  test('course_org_filter narrows what the site shows, in the list and by id', async () => {
    await muster.configure(alpha, { course_org_filter: 'umbrella' });
    expect(await idsOf('')).toEqual([bio]);
    expect((await admin.get(`v1/courses/${math}/`)).status).toBe(404);
    await muster.configure(alpha, { course_org_filter: ['Acme', 'Umbrella'] });
    expect(await idsOf('')).toEqual([math, older, bio]);
    await muster.configure(alpha, {});
  });

  test('takes as many statements for one course as for thirty', async () => {
    const count = async (query: string) => {
      muster.statements.length = 0;
      await idsOf(query);
      return muster.statements.length;
    };
    await count('?limit=1');
    const one = await count('?limit=1');
    for (let n = 0; n < 27; n += 1) await course(alpha, { key: `course-v1:Acme+MANY+${n}` });
    expect([await count('?limit=1000'), (await idsOf('?limit=1000')).length]).toEqual([one, 30]);
    await muster.query(`delete from courses where number = 'MANY'`);
  });
});

describe('one course (§8.12)', () => {
  const item = { id: math, display_name: 'Mathematics, the very Beginning', org: 'Acme' };

  test.each([
    ['as it is', `${math}/`],
    ['without the slash', math],
    ['with %2B', `${math.replaceAll('+', '%2B')}/`],
    ['with a blank for each plus', `${math.replaceAll('+', '%20')}/`],
    ['percent-encoded altogether', `${encodeURIComponent(math)}/`],
    ['with blanks around it', `%20${math}%20/`],
    ['with .json behind it', `${math}.json`],
  ])('§10.19: is found by an id with dots, written %s', async (_, path) => {
    const answer = await admin.get(`v1/courses/${path}`);
    expect([answer.status, answer.body]).toEqual([200, item]);
  });

  test.each([
    ['as it is', `${older}/`],
    ['without the slash', older],
    ['with %2F', `${older.replaceAll('/', '%2F')}/`],
    ['with .json behind it', `${older}.json`],
  ])('is found by an id of the older form, written %s', async (_, path) => {
    const answer = await admin.get(`v2/courses/${path}`);
    expect(answer.body).toEqual({ id: older, display_name: 'An older course', org: 'Acme' });
  });

  test('of the same key in another tenant is their own', async () => {
    const answer = await foreigner.get(`v1/courses/${math}/`);
    expect(answer.body).toMatchObject({ display_name: 'The same key elsewhere' });
  });

  test('of another tenant is answered, byte for byte, as an unknown one', async () => {
    const foreign = await admin.get(`v1/courses/${theirs}/`);
    const unknown = await admin.get('v1/courses/course-v1:Acme+NONE+1/');
    expect([foreign.status, foreign.text]).toEqual(notFound);
    expect([unknown.status, unknown.text]).toEqual(notFound);
  });

  test.each([
    'abc',
    '1',
    '%20',
    'course-v1:Acme+X',
    'Acme/X/',
    'a/b',
    'a/b/c',
    '%2F%2F',
    `course-v1:${'x'.repeat(300)}+1+1`,
  ])('§10.11: no course has the id %s: 404 and never 500', async (id) => {
    const answer = await admin.get(`v1/courses/${id}/`);
    expect([answer.status, answer.text]).toEqual(notFound);
  });
});

test('§10.21: a site with several organisations, or with none left, answers plainly', async () => {
  await muster.query('delete from site_organisations where site_id = $1', [alpha.site.id]);
  muster.services.directory.forget();
  expect(await idsOf('')).toEqual([]);
  expect((await admin.get(`v1/courses/${math}/`)).status).toBe(404);
  await withOrganisations(muster, alpha, ['Acme', 'Umbrella']);
  expect(await idsOf('')).toEqual([math, older, bio]);
});

test.each(['PUT', 'PATCH', 'DELETE', 'POST'] as const)(
  '%s of courses is 405 with the methods that there are',
  async (method) => {
    for (const path of ['courses/', `courses/${math}/`, `courses/${older}/`]) {
      const answer = await admin.send(method, `v1/${path}`);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
  },
);

test('only admins and owners of the tenant see courses', async () => {
  const staff = await muster.account(alpha, { username: 'stan', role: 'staff' });
  const client = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, staff));
  expect((await client.get('v1/courses/')).status).toBe(403);
  expect((await tahoeClient(muster, alpha.host, null).get(`v1/courses/${math}/`)).status).toBe(401);
});
