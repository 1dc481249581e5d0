import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestClock } from '../../test/support/clock.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { Context } from './database/contract.ts';
import { leaseHits } from './throttle-leases.ts';

const clock = openTestClock();
let data: TestDatabase;
let context: Context;

beforeAll(async () => {
  data = await openTestDatabase({ clock });
  context = data.database.scope({ tenantId: 1, siteId: null, author: null, requestId: 'r' });
});

afterAll(() => data.close());

const limit = { hits: 60, seconds: 60 };

async function passed(counters: readonly ReturnType<typeof leaseHits>[], key: string, hits: number) {
  const all = Array.from({ length: hits }, (_, n) => counters[n % counters.length]?.(context, key));
  const settled = await Promise.allSettled(all);
  return settled.filter(({ status }) => status === 'fulfilled').length;
}

test('of 200 hits at once the allowed ones pass, with a twentieth of the writes', async () => {
  data.statements.length = 0;
  expect(await passed([leaseHits(limit)], 'rush', 200)).toBe(60);
  expect(data.statements.filter((text) => text.includes('throttle_counters'))).toHaveLength(21);
});

test('two processes together let no more pass than the limit, and hardly fewer', async () => {
  const together = await passed([leaseHits(limit), leaseHits(limit)], 'both', 200);
  expect(together).toBeLessThanOrEqual(60);
  expect(together).toBeGreaterThanOrEqual(54);
});

test('a refusal says how long the window lasts, and the next window lets hits pass again', async () => {
  const hit = leaseHits({ hits: 1, seconds: 60 });
  await hit(context, 'window');
  clock.advance(45_000);
  await expect(hit(context, 'window')).rejects.toMatchObject({ kind: 'throttled', retryAfter: 15 });
  clock.advance(15_000);
  await hit(context, 'window');
  await expect(hit(context, 'window')).rejects.toMatchObject({ retryAfter: 60 });
});
