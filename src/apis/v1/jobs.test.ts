import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { finishErrands } from '../../../test/support/errands.ts';
import { course } from '../../../test/support/learning.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';
import type { Account } from '../../modules/identity/types.ts';
import { beginBulkEnrolment } from '../../modules/learning/bulk-enrolments.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let alpha: TestSite;
let music: Course;
let sue: Account;
let staff: Asker;
let other: Asker;
let admin: Asker;
let stranger: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  music = await course(alpha);
  sue = await muster.account(alpha, { username: 'sue', role: 'staff' });
  staff = await openAsker(muster, alpha, sue);
  other = await openAsker(muster, alpha, await muster.account(alpha, { username: 'tom', role: 'staff' }));
  admin = await openAsker(muster, alpha, await muster.account(alpha, { username: 'amy', role: 'admin' }));
  stranger = await openAsker(muster, beta, await muster.account(beta, { username: 'amy', role: 'owner' }));
});
afterAll(() => muster.close());

async function begin(...identifiers: string[]): Promise<string> {
  const { uuid } = await muster.database
    .scope({
      tenantId: alpha.site.tenantId,
      siteId: alpha.site.id,
      author: { kind: 'account', id: sue.id, name: sue.username },
      requestId: 'test',
    })
    .transaction((tx) =>
      beginBulkEnrolment(tx, alpha.site, {
        action: 'enroll',
        identifiers,
        courseKeys: [music.key],
        autoEnroll: true,
        notify: false,
        reason: '',
        force: false,
      }),
    );
  return uuid;
}

test('a job is followed from waiting to done, with what came of each row', async () => {
  const uuid = await begin('a@example.com', 'nobody');
  const waiting = await staff('GET', `/jobs/${uuid}`);
  expect(waiting.body).toMatchObject({
    state: 'waiting',
    kind: 'enrolment.bulk',
    total: 2,
    done: 0,
    author: 'sue',
  });
  await finishErrands(muster);
  const done = await staff('GET', `/jobs/${uuid}`);
  expect(done.body).toMatchObject({ state: 'done', done: 2, outcomes: { allowed: 1, invalid: 1 } });
  const first = await staff('GET', `/jobs/${uuid}/rows?limit=1`);
  expect(first.body.items).toEqual([
    { number: 1, subject: 'a@example.com', target: music.key, outcome: 'allowed', message: null },
  ]);
  const next = await staff('GET', `/jobs/${uuid}/rows?limit=1&cursor=${first.body.next}`);
  expect([next.body.items[0].number, next.body.next]).toEqual([2, null]);
  const invalid = await staff('GET', `/jobs/${uuid}/rows?outcome=invalid`);
  expect(invalid.body.items.map(({ subject }: { subject: string }) => subject)).toEqual(['nobody']);
});

test('whoever began a job sees it, and admins; others do not know it', async () => {
  const uuid = await begin('b@example.com');
  const unknown = '00000000-0000-7000-8000-000000000000';
  for (const path of [`/jobs/${uuid}`, `/jobs/${uuid}/rows`]) {
    expect((await admin('GET', path)).status).toBe(200);
    for (const asker of [other, stranger]) expect((await asker('GET', path)).status).toBe(404);
  }
  for (const asker of [other, stranger]) {
    expect((await asker('POST', `/jobs/${uuid}/cancel`)).status).toBe(404);
    const [found, absent] = [await asker('GET', `/jobs/${uuid}`), await asker('GET', `/jobs/${unknown}`)];
    expect(found.body.code).toBe(absent.body.code);
    expect((await asker('GET', '/jobs')).body.items).toEqual([]);
  }
  const nobody = await openAsker(muster, alpha, null);
  expect((await nobody('GET', '/jobs')).status).toBe(401);
});

test('the list goes on where the page before ended, newest first, by the same statements whatever its length', async () => {
  const begun: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    muster.clock.advance(1);
    begun.unshift(await begin(`c${index}@example.com`));
  }
  const count = async (limit: number) => {
    muster.statements.length = 0;
    const page = await admin('GET', `/jobs?limit=${limit}`);
    return { page, statements: muster.statements.length };
  };
  const [short, long] = [await count(2), await count(30)];
  expect(short.statements).toBe(long.statements);
  const uuids = ({ items }: { items: { uuid: string }[] }) => items.map(({ uuid }) => uuid);
  expect(uuids(short.page.body)).toEqual(begun.slice(0, 2));
  const next = await admin('GET', `/jobs?limit=1&cursor=${short.page.body.next}`);
  expect(uuids(next.body)).toEqual(begun.slice(2));
  expect(uuids((await staff('GET', '/jobs?state=waiting')).body)).toEqual(expect.arrayContaining(begun));
  const bad = await staff('GET', '/jobs?cursor=nonsense');
  expect([bad.status, bad.pointers()]).toEqual([400, ['/cursor']]);
});

test('a job that waits is cancelled at once, once, and one that is over cannot be', async () => {
  const uuid = await begin('d@example.com');
  const key = { 'idempotency-key': `cancel ${uuid}`.replaceAll(' ', '-') };
  const cancelled = await staff('POST', `/jobs/${uuid}/cancel`, undefined, key);
  expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
  const again = await staff('POST', `/jobs/${uuid}/cancel`, undefined, key);
  expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
  const over = await staff('POST', `/jobs/${uuid}/cancel`);
  expect([over.status, over.body.code]).toEqual([409, 'job.over']);
});
