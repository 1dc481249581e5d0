import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite, usualThrottles } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let alpha: TestSite;
let ann: Asker;
let bob: Asker;
beforeAll(async () => {
  muster = await openTestApp({ throttles: { ...usualThrottles, v1: { hits: 3, seconds: 60 } } });
  alpha = await muster.site('alpha');
  ann = await openAsker(muster, alpha, await muster.account(alpha, { username: 'ann' }));
  bob = await openAsker(muster, alpha, await muster.account(alpha, { username: 'bob' }));
});
afterAll(() => muster.close());

test('every answer tells what is left of the limit, and the one too many when to come again', async () => {
  const left: unknown[] = [];
  for (let call = 0; call < 3; call += 1) {
    const { status, headers } = await ann('GET', '/jobs');
    left.push([status, headers.ratelimit, headers['ratelimit-policy']]);
  }
  expect(left).toEqual([2, 1, 0].map((r) => [200, `"v1";r=${r};t=60`, '"v1";q=3;w=60']));
  muster.clock.advance(20_000);
  const refused = await ann('GET', '/jobs');
  expect([refused.status, refused.body.code]).toEqual([429, 'request.throttled']);
  expect(refused.headers).toMatchObject({ 'retry-after': '40', ratelimit: '"v1";r=0;t=40' });
  expect((await bob('GET', '/jobs')).status).toBe(200);
  muster.clock.advance(40_000);
  expect((await ann('GET', '/jobs')).status).toBe(200);
});

test('who says nobody is counted by the address, and who is turned away not at all', async () => {
  const nobody = await openAsker(muster, alpha, null);
  for (let call = 0; call < 5; call += 1) {
    const { status, headers } = await nobody('GET', '/jobs');
    expect([status, headers.ratelimit, headers['ratelimit-policy']]).toEqual([
      401,
      undefined,
      '"v1";q=3;w=60',
    ]);
  }
  const statuses: number[] = [];
  for (let call = 0; call < 4; call += 1) statuses.push((await nobody('GET', '/session')).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
});
