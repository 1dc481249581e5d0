import { expect, test } from 'vitest';
import { noSooner } from './even-time.ts';

test('an answer that is there at once waits, a refusal as well', async () => {
  const began = performance.now();
  expect(await noSooner(30, Promise.resolve('there'))).toBe('there');
  await expect(noSooner(30, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  // A timer may fire a fraction of a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(58);
});
