import type { MusterPlace, MusterProcess } from '../support/muster-process.ts';
import type { Registrants } from './registrants.ts';

/** What is killed by `kill -9`. */
export type Blow = 'the server' | 'PostgreSQL' | 'both';

/** Draws whole numbers from a seed, so that a failed run can be run again: Lehmer's generator. */
export function drawFrom(seed: number): (from: number, to: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (from, to) => {
    state = (state * 48_271) % 2_147_483_647;
    return from + (state % (to - from + 1));
  };
}

/**
 * Deals the blows in turn, each after a random number of acknowledged accounts, and starts the server again where it
 * was hit; PostgreSQL has to come back by itself. Ends when accounts are acknowledged again after the last one.
 * @returns the server that then runs
 */
export async function dealBlows(
  place: MusterPlace,
  server: MusterProcess,
  registrants: Registrants,
  blows: readonly Blow[],
  draw: (from: number, to: number) => number,
): Promise<MusterProcess> {
  let running = server;
  for (const blow of blows) {
    await registrants.more(draw(5, 40));
    const postmaster = place.postmaster();
    if (blow !== 'the server') process.kill(postmaster, 'SIGKILL');
    if (blow === 'PostgreSQL') continue;
    await running.end('SIGKILL');
    running = await place.start('serve').begun();
  }
  await registrants.more(10);
  return running;
}
