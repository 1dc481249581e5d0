import { expect, test } from 'vitest';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { attack, type Tally } from './attack.ts';
import type { HostileTarget } from './hostile-target.ts';

/** Fixed, so that a failure is met again; the long form draws another each time. */
export const seed = 20_261_120;
const runs = 15;

/** The routes in shares of one file each: two processes are done in half the time. */
const shares = {
  gemini: ({ api }: RouteEntry) => api === 'gemini',
  saas: ({ api }: RouteEntry) => api === 'saas',
  v1: ({ api }: RouteEntry) => api === 'v1',
  others: ({ api }: RouteEntry) => !['gemini', 'saas', 'v1'].includes(api),
};

/** Of the default site and its owner alone, who is not there; these tell everybody else alike that nothing is there. */
const outOfReach = [
  'POST /api/sign-up/tenant/',
  'POST /api/tenants/:slug/activate/',
  'POST /api/tenants/:slug/deactivate/',
  'DELETE /api/tenant/domains/:domain/',
  'POST /api/v1/sign-ups',
  // Whoever begins is told the secret; the code is of the moment (totp.test.ts).
  'POST /api/v1/me/totp/confirm',
  // Its workshops have moments without a day (timetables.test.ts).
  'GET /api/v1/participants/me/timetable.ics',
  // Only letters that are still needed can be sent again (letters.test.ts).
  'POST /api/v1/letters/:id/resend',
  // Nobody has one here (totp.test.ts).
  'DELETE /api/v1/people/:uuid/second-factor',
  // A tenant keeps its last site (sites.test.ts).
  'DELETE /api/v1/sites/:id',
  // Of the operator, each with a test in `src/apis/v1`.
  'GET /api/v1/tenants',
  'POST /api/v1/tenants',
  'PATCH /api/v1/tenants/:uuid',
  'GET /api/v1/queue',
  'GET /api/v1/health',
  'GET /api/v1/demo',
  'POST /api/v1/demo',
];

/** Declares the test that attacks every route of a share, each of which must let in and refuse. */
export function proveRoutes(share: keyof typeof shares, hostile: () => HostileTarget): void {
  test(`no request of the seed ${seed} is answered 500 or more, unlike its declaration, or refused with an effect (${share})`, {
    timeout: 300_000,
  }, async () => {
    const { routes, target } = hostile();
    const attacked = routes.filter(shares[share]);
    console.log(`Hostile requests: seed ${seed}, ${runs} to each of ${attacked.length} routes`);
    expect(attacked.length).toBeGreaterThan(50);
    const tallies = new Map<string, Tally>();
    for (const entry of attacked) {
      const tally = await attack(target, entry, { ...hostile(), seed, runs });
      tallies.set(`${entry.method} ${entry.path}`, tally);
    }
    // Requests that never get past the first check would prove nothing.
    const unreached = [...tallies].filter(([, tally]) => count(tally, 200, 400) === 0).map(([name]) => name);
    expect(unreached.filter((name) => !outOfReach.includes(name))).toEqual([]);
    const unrefused = [...tallies].filter(([, tally]) => count(tally, 400, 500) === 0).map(([name]) => name);
    expect(unrefused).toEqual([]);
  });
}

/** How many answers had a status from one below another. */
function count(tally: Tally, from: number, below: number): number {
  return [...tally]
    .filter(([status]) => status >= from && status < below)
    .reduce((sum, [, times]) => sum + times, 0);
}
