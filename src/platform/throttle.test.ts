import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestClock } from '../../test/support/clock.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { Context } from './database/contract.ts';
import { countHit, purgeCounters, refuseExhausted } from './throttle.ts';

const clock = openTestClock();
let data: TestDatabase;
let context: Context;

beforeAll(async () => {
  data = await openTestDatabase({ clock });
  context = data.database.scope({ tenantId: 1, siteId: null, author: null, requestId: 'r' });
});

afterAll(() => data.close());

test('of 100 hits at once exactly the allowed ones pass', async () => {
  const limit = { hits: 60, seconds: 60 };
  const hits = await Promise.allSettled(Array.from({ length: 100 }, () => countHit(context, 'rush', limit)));
  expect(hits.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
});

test('the window runs from the first hit, and the refusal says how long it still lasts', async () => {
  const limit = { hits: 1, seconds: 60 };
  await countHit(context, 'window', limit);
  clock.advance(45_000);
  await expect(countHit(context, 'window', limit)).rejects.toMatchObject({
    kind: 'throttled',
    retryAfter: 15,
  });
  await expect(refuseExhausted(context, 'window', limit)).rejects.toMatchObject({ retryAfter: 15 });
  clock.advance(15_000);
  await refuseExhausted(context, 'window', limit);
  await countHit(context, 'window', limit);
});

test('what ended is purged, what runs is not', async () => {
  await countHit(context, 'old', { hits: 1, seconds: 1 });
  await countHit(context, 'young', { hits: 1, seconds: 3600 });
  clock.advance(2_000);
  await purgeCounters(data.database.acrossTenants());
  const left = await data.query<{ key: string }>(
    `select key from throttle_counters where key in ('old', 'young')`,
  );
  expect(left).toEqual([{ key: 'young' }]);
});
