import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { type DocumentedSite, openDocumentedSite } from '../../../test/support/documented-site.ts';
import { course } from '../../../test/support/learning.ts';
import { bulkPath, resultsOf, state } from '../../../test/support/v0-bulk.ts';
import { answered, unchanged, type V0Client, v0Client } from '../../../test/support/v0-client.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: DocumentedSite;
let staff: V0Client;
let demo: Course;
let app101: Course;

const demoKey = 'course-v1:edX+DemoX+Demo_Course';
const app101Key = 'course-v1:Appsembler+APP101+1Q2016';

beforeAll(async () => {
  muster = await openTestApp();
  ({ at: alpha, staff } = await openDocumentedSite(muster, 'alpha'));
  beta = await openDocumentedSite(muster, 'beta');
  [demo, app101] = [await course(alpha, { key: demoKey }), await course(alpha, { key: app101Key })];
  await course(beta.at, { key: demoKey });
});
afterAll(() => muster.close());
beforeEach(() => muster.clock.advance(61_000));

const bulk = (more: object, client = staff) =>
  client.post(bulkPath, { action: 'enroll', identifiers: 'ann', courses: demoKey, ...more });

describe('who may', () => {
  test('12: without a credential 401, as a member 403, whatever name is sent', async () => {
    expect((await bulk({ username: '' }, v0Client(muster, alpha.host, null))).status).toBe(401);
    const account = await muster.account(alpha, { username: 'commoner' });
    const member = v0Client(muster, alpha.host, await muster.accessToken(alpha, account));
    expect(
      answered(await unchanged(muster, () => bulk({ username: 'commoner', user: 'commoner' }, member))),
    ).toEqual([403, { detail: 'You do not have permission to perform this action.' }]);
  });

  test('admins and owners may as staff may, also by session from this very site', async () => {
    for (const role of ['admin', 'owner'] as const) {
      const account = await muster.account(alpha, { username: `the-${role}`, role });
      const client = v0Client(muster, alpha.host, await muster.accessToken(alpha, account));
      expect((await bulk({}, client)).status).toBe(200);
      const cookie = `muster_session=${await muster.sessionToken(alpha, account)}`;
      const visitor = v0Client(muster, alpha.host, null);
      const sent = { action: 'enroll', identifiers: 'ann', courses: demoKey };
      expect((await visitor.post(bulkPath, sent, { cookie })).status).toBe(403);
      const proven = { cookie, 'sec-fetch-site': 'same-origin' };
      expect((await visitor.post(bulkPath, sent, proven)).status).toBe(200);
    }
  });

  test('two tenants with the same course and the same people: nothing crosses', async () => {
    for (const at of [alpha, beta.at]) await muster.account(at, { username: 'twin' });
    const before = await digestContents(muster.query, alpha.site.tenantId);
    await muster.account(alpha, { username: 'ours' });
    const between = await digestContents(muster.query, alpha.site.tenantId);
    expect(between).not.toEqual(before);
    const answer = await bulk(
      { identifiers: 'twin,ours,ours@example.com', email_students: true },
      beta.staff,
    );
    expect(resultsOf(answer, demoKey)).toEqual([
      { identifier: 'twin', before: state(true, false), after: state(true, true) },
      { identifier: 'ours', invalidIdentifier: true },
      { identifier: 'ours@example.com', before: state(false, false), after: state(false, false, true) },
    ]);
    expect((await bulk({ courses: app101.key }, beta.staff)).status).toBe(404);
    expect(await digestContents(muster.query, alpha.site.tenantId)).toEqual(between);
  });

  test('a course that the site does not show is unknown on it', async () => {
    await muster.configure(alpha, { course_org_filter: 'Appsembler' });
    try {
      expect((await bulk({ courses: demo.key })).status).toBe(404);
      expect((await bulk({ courses: app101.key })).status).toBe(200);
    } finally {
      await muster.configure(alpha, {});
    }
  });
});
