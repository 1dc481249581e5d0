import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { crowd, type DocumentedSite, openDocumentedSite } from '../../../test/support/documented-site.ts';
import { course, enrol } from '../../../test/support/learning.ts';
import { type V0Answer, type V0Client, v0Client } from '../../../test/support/v0-client.ts';
import { issueCertificate, revokeCertificate } from '../../modules/learning/certificates.ts';
import type { Course } from '../../modules/learning/types.ts';

interface Row {
  readonly enrollment_id: number;
  readonly username: string;
  readonly course_id: string;
}

let muster: TestApp;
let alpha: TestSite;
let beta: DocumentedSite;
let staff: V0Client;
let demo: Course;
let other: Course;

const path = 'analytics/enrollment/batch';
const demoKey = 'course-v1:edX+DemoX+Demo_Course';
const otherKey = 'course-v1:edx+DemoX101+2017';

beforeAll(async () => {
  muster = await openTestApp();
  ({ at: alpha, staff } = await openDocumentedSite(muster, 'alpha'));
  beta = await openDocumentedSite(muster, 'beta');
  [demo, other] = [await course(alpha, { key: demoKey }), await course(alpha, { key: otherKey })];
});
afterAll(() => muster.close());

const isRows = (body: unknown): body is Row[] => Array.isArray(body);
const answered = ({ status, body }: V0Answer) => [status, body];
async function rows(query = '', client = staff): Promise<Row[]> {
  const answer = await client.get(`${path}${query}`);
  if (!isRows(answer.body)) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
const usernames = async (query: string) => (await rows(query)).map(({ username }) => username);
const idOf = async (username: string) => {
  const [account] = await muster.query<{ id: string }>('select id from accounts where username = $1', [
    username,
  ]);
  return Number(account?.id);
};

/** Somebody who came into a course on a day, and finished it on another. */
async function learner(username: string, into: Course, enrolled: string, completed?: string, grade = '1.0') {
  const known = await muster.query('select 1 from accounts where username = $1 and tenant_id = $2', [
    username,
    alpha.site.tenantId,
  ]);
  if (known.length === 0) await muster.account(alpha, { username });
  await enrol(alpha, [into], [username]);
  const accountId = await idOf(username);
  await muster.query('update enrolments set created_at = $1 where account_id = $2 and course_id = $3', [
    enrolled,
    accountId,
    into.id,
  ]);
  if (completed === undefined) return '';
  const completedAt = new Date(completed);
  return alpha.context.transaction((tx) => issueCertificate(tx, into, { accountId, grade, completedAt }));
}

describe('the samples of the document', () => {
  let uuid: string;
  beforeAll(async () => {
    await learner('honor', demo, '2016-05-23T16:17:07.585Z');
    uuid = await learner('audit', demo, '2016-05-23T16:17:11.068Z', '2017-01-24T14:32:21Z');
  });

  test('the rows, with the certificate under both spellings', async () => {
    const answer = await staff.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers.etag).toBeUndefined();
    const certificate = {
      grade: '1.0',
      url: `http://alpha.localhost:8000/certificates/${uuid}`,
      completion_date: '2017-01-24 14:32:21+00:00',
    };
    expect(answer.body).toEqual([
      {
        username: 'honor',
        course_id: demoKey,
        user_id: await idOf('honor'),
        enrollment_id: expect.any(Number),
        date_enrolled: '2016-05-23T16:17:07.585Z',
      },
      {
        username: 'audit',
        course_id: demoKey,
        user_id: await idOf('audit'),
        enrollment_id: expect.any(Number),
        date_enrolled: '2016-05-23T16:17:11.068Z',
        cerificate: certificate,
        certificate,
      },
    ]);
  });

  test('the address of a certificate shows it', async () => {
    const page = await muster.server.inject({ url: `/certificates/${uuid}`, headers: { host: alpha.host } });
    expect([page.statusCode, page.body.includes('audit')]).toEqual([200, true]);
  });

  test('8.7: the course filter gives the rows of each course, in every spelling of its key', async () => {
    await learner('once', other, '2016-01-07T00:00:00.001Z');
    await learner('thrice', demo, '2016-05-24T00:00:00Z');
    expect(await rows(`?course_id=${encodeURIComponent(demoKey)}`)).toHaveLength(3);
    for (const spelled of [
      'course-v1%3Aedx%2BDemoX101%2B2017',
      'course-v1:edx+DemoX101+2017',
      'course-v1:edx%20DemoX101%202017%20',
    ]) {
      expect(await usernames(`?course_id=${spelled}`)).toEqual(['once']);
      expect(await usernames(`?course_id=${spelled}&update_min=2016-01-07`)).toEqual(['once']);
      expect(await usernames(`?course_id=${spelled}&update_min=2016-01-08`)).toEqual([]);
    }
    expect(await rows('?course_id=course-v1:edX+Nothing+2027')).toEqual([]);
  });

  test('a whole second has no fraction, a finer completion has six digits', async () => {
    await learner('precise', other, '2016-05-23T16:17:07Z', '2017-01-24T14:32:21.5Z');
    const [row] = await rows('?username=precise');
    expect(row).toMatchObject({
      date_enrolled: '2016-05-23T16:17:07Z',
      certificate: { completion_date: '2017-01-24 14:32:21.500000+00:00' },
    });
  });
});

describe('filters', () => {
  let years: Course;
  let query: (bounds: string) => string;
  beforeAll(async () => {
    years = await course(alpha);
    for (const year of [2000, 2010, 2020])
      await learner(`y${year}`, years, `${year}-01-01T00:00:00Z`, `${year + 5}-01-01T00:00:00Z`);
    query = (bounds) => `?course_id=${encodeURIComponent(years.key)}&${bounds}`;
  });

  test.each([
    ['8.7: min 2030', 'updated_min=2030-01-01', []],
    [
      '8.7: min 2001, by the enrolment date as the document says',
      'updated_min=2001-01-01',
      ['y2010', 'y2020'],
    ],
    ['8.7: max 2011', 'updated_max=2011-01-01', ['y2000', 'y2010']],
    ['8.7: 2001 to 2021', 'updated_min=2001-01-01&updated_max=2021-01-01', ['y2010', 'y2020']],
    [
      '8.7: min 2001 with certificates, one only through its certificate',
      'updated_min=2001-01-01&include_certificates=true',
      ['y2000', 'y2010', 'y2020'],
    ],
    ['8.7: min 2030 with certificates', 'updated_min=2030-01-01&include_certificates=yes', []],
    ['8.7: max 2011 with certificates', 'updated_max=2011-01-01&include_certificates=1', ['y2000', 'y2010']],
    [
      '8.7: 2001 to 2021 with certificates',
      'updated_min=2001-01-01&updated_max=2021-01-01&include_certificates=true',
      ['y2000', 'y2010', 'y2020'],
    ],
    [
      'both bounds hold for one date: neither is between 2001 and 2004',
      'updated_min=2001-01-01&updated_max=2004-01-01&include_certificates=true',
      [],
    ],
    ['the lower bound is strict', 'updated_min=2010-01-01', ['y2020']],
    ['the upper bound is strict', 'updated_max=2010-01-01', ['y2000']],
    ['the slip of the sample', 'update_min=2001-01-01', ['y2010', 'y2020']],
    ['a username in any case', 'username=Y2010', ['y2010']],
    ['a username that nobody has', 'username=nobody', []],
    ['blank filters', 'username=&updated_min=&updated_max=', ['y2000', 'y2010', 'y2020']],
    ['unknown filters', 'limit=1&after=2', ['y2000', 'y2010', 'y2020']],
  ])('%s', async (_what, bounds, expected) => {
    expect(await usernames(query(bounds))).toEqual(expected);
  });

  test('26: an offset is honoured', async () => {
    expect(await usernames(query('updated_min=2010-01-01T00:30:00%2B01:00'))).toEqual(['y2010', 'y2020']);
    expect(await usernames(query('updated_min=2010-01-01T00:30:00+01:00'))).toEqual(['y2010', 'y2020']);
    expect(await usernames(query('updated_min=2009-12-31T23:30:00-01:00'))).toEqual(['y2020']);
  });

  test('8: the certificate of one course lets in no row of another, nor past the username', async () => {
    await learner('y2000', other, '1999-01-01T00:00:00Z');
    const bounds = 'updated_min=2004-01-01&updated_max=2006-01-01&include_certificates=true';
    expect((await rows(`?${bounds}`)).map(({ course_id }) => course_id)).toEqual([years.key]);
    expect(await usernames(`?${bounds}&course_id=${encodeURIComponent(otherKey)}`)).toEqual([]);
    expect(await usernames(`?${bounds}&username=y2010`)).toEqual([]);
  });

  test('27: a certificate that was taken back is none', async () => {
    const uuid = await learner('revoked', years, '2012-01-01T00:00:00Z', '2013-01-01T00:00:00Z');
    await alpha.context.transaction((tx) => revokeCertificate(tx, uuid));
    const [row] = await rows('?username=revoked');
    expect(row).not.toHaveProperty('certificate');
    expect(row).not.toHaveProperty('cerificate');
    const bounds = 'updated_min=2012-06-01&updated_max=2014-01-01&include_certificates=true';
    expect(await usernames(query(bounds))).toEqual([]);
    await enrol(alpha, [years], ['revoked'], { action: 'unenroll' });
    expect(await usernames('?username=revoked')).toEqual(['revoked']);
  });

  test('11: what is no course, date, boolean or single value is 400 by field', async () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['course_id=DemoX', 'course_id', 'Course key not valid: DemoX'],
      ['course_id=%20course-v1:a', 'course_id', 'Course key not valid: course-v1:a'],
      ['updated_min=yesterday', 'updated_min', 'Not a date (YYYY-MM-DD) or an ISO 8601 timestamp.'],
      ['updated_max=2015-02-31', 'updated_max', 'Not a date (YYYY-MM-DD) or an ISO 8601 timestamp.'],
      ['include_certificates=maybe', 'include_certificates', 'Must be a valid boolean.'],
      ['username=a&username=b', 'username', 'Not a valid string.'],
      ['course_id=a&course_id=b', 'course_id', 'Not a valid string.'],
    ];
    for (const [sent, field, message] of cases)
      expect(answered(await staff.get(`${path}?${sent}`))).toEqual([400, { [field]: [message] }]);
  });
});

describe('who may, and what is shown', () => {
  test('without a credential 401, as a member 403, also with the own username', async () => {
    expect((await v0Client(muster, alpha.host, null).get(`${path}?username=`)).status).toBe(401);
    const account = await muster.account(alpha, { username: 'commoner' });
    const member = v0Client(muster, alpha.host, await muster.accessToken(alpha, account));
    expect((await member.get(`${path}?username=commoner`)).status).toBe(403);
  });

  test('two tenants with the same course and the same people: nothing crosses', async () => {
    const theirs = await course(beta.at, { key: demoKey });
    const { id: accountId } = await muster.account(beta.at, { username: 'honor' });
    await enrol(beta.at, [theirs], ['honor']);
    const completedAt = muster.clock.now();
    await beta.at.context.transaction((tx) =>
      issueCertificate(tx, theirs, { accountId, grade: 'B', completedAt }),
    );
    expect(await rows('', beta.staff)).toMatchObject([{ user_id: accountId, certificate: { grade: 'B' } }]);
    const [own] = await rows('?username=honor');
    expect(own).not.toHaveProperty('certificate');
    expect(own).not.toMatchObject({ user_id: accountId });
  });

  test('a site shows the courses of its organisations only', async () => {
    await muster.configure(alpha, { course_org_filter: 'Appsembler' });
    try {
      expect(await rows()).toEqual([]);
    } finally {
      await muster.configure(alpha, {});
    }
    expect(await rows()).not.toEqual([]);
  });
});

test('9: a hundred thousand enrolments arrive whole and in order', async () => {
  const gamma = await openDocumentedSite(muster, 'gamma');
  await crowd(muster, gamma.at, 'bulk', 50_000);
  for (const { id } of [await course(gamma.at), await course(gamma.at)])
    await muster.query(
      `insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
       select tenant_id, $1, id, 'audit', true, '2020-01-01', '2020-01-01' from accounts
       where tenant_id = $2 and username like 'bulk%' order by id desc`,
      [id, gamma.at.site.tenantId],
    );
  await muster.server.listen({ host: '127.0.0.1', port: 0 });
  const boss = await muster.account(gamma.at, { username: 'reader', role: 'staff' });
  const answer = await open(gamma.at, await muster.accessToken(gamma.at, boss));
  const found: unknown = JSON.parse(await text(answer));
  if (!isRows(found)) throw new Error('no list');
  expect(found).toHaveLength(100_000);
  expect(new Set(found.map((row) => `${row.username} ${row.course_id}`)).size).toBe(100_000);
  expect(found.every((row, n) => n === 0 || row.enrollment_id > (found[n - 1]?.enrollment_id ?? 0))).toBe(
    true,
  );
});

function open(at: TestSite, token: string): Promise<IncomingMessage> {
  const address = muster.server.server.address();
  const port = isAddress(address) ? address.port : 0;
  const headers = { host: at.host, authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const request = httpGet(
      { host: '127.0.0.1', port, path: `/appsembler_api/v0/${path}`, headers },
      resolve,
    );
    request.on('error', reject);
  });
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
