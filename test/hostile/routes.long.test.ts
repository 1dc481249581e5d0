import { afterAll, beforeAll, expect, test } from 'vitest';
import { attack } from './attack.ts';
import { type HostileTarget, openHostileTarget } from './hostile-target.ts';

/** Another seed each time; `MUSTER_TEST_SEED=<number>` repeats one. */
const seed = Number(process.env.MUSTER_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = 600;

let hostile: HostileTarget;

beforeAll(async () => {
  hostile = await openHostileTarget();
});
afterAll(() => hostile.close());

test('no request of a fresh seed is answered 500 or more, unlike its declaration, or refused with an effect', {
  timeout: 30 * 60_000,
}, async () => {
  console.log(`Hostile requests: seed ${seed} (MUSTER_TEST_SEED), ${runs} to each route`);
  for (const entry of hostile.routes) {
    const tally = await attack(hostile.target, entry, { ...hostile, seed, runs });
    const answers = [...tally.values()].reduce((sum, times) => sum + times, 0);
    expect(answers, `${entry.method} ${entry.path}`).toBeGreaterThanOrEqual(runs);
  }
});
