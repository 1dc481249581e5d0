import { setTimeout } from 'node:timers/promises';

/**
 * Does something and is done no sooner than after so many milliseconds, refused or not: whoever measures the answer
 * then does not learn whether there was much to do.
 */
export async function noSooner<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([work, setTimeout(milliseconds)]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
