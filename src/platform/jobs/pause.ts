import { setTimeout } from 'node:timers/promises';

/** Waits; ends early when `until` aborts. It keeps no process alive: a pool's connections do that. */
export async function pause(milliseconds: number, until?: AbortSignal): Promise<void> {
  const options = until === undefined ? { ref: false } : { ref: false, signal: until };
  await setTimeout(milliseconds, undefined, options).catch(() => undefined);
}
