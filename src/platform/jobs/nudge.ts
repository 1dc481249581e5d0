import type { OwnerContext } from '../database/contract.ts';
import type { Log } from '../log.ts';
import { enqueueJob } from './enqueue.ts';

/** Milliseconds between two nudges of one process: a rush of a thousand registrations a second costs four jobs. */
const pace = 250;

/**
 * Makes a function that wakes the worker for a task whose work stands in rows. It may be called after every commit:
 * calls of one tick are one job, and under load there is one every 250 ms, the last call always included.
 * It never fails: what it could not enqueue is logged and done by the task's cron line.
 */
export function openNudge(owner: OwnerContext, task: string, log: Log): () => void {
  let state: 'idle' | 'pacing' | 'called again' = 'idle';

  async function enqueue(): Promise<void> {
    state = 'pacing';
    try {
      await owner.transaction((tx) => enqueueJob(tx, task, {}, { key: task }));
    } catch (error) {
      log.warn({ error, task }, 'The worker could not be woken; the work is done within a minute.');
    }
    setTimeout(onPaced, pace).unref();
  }

  function onPaced(): void {
    if (state === 'called again') void enqueue();
    else state = 'idle';
  }

  return () => {
    if (state !== 'idle') {
      state = 'called again';
      return;
    }
    state = 'pacing';
    setImmediate(() => void enqueue());
  };
}
