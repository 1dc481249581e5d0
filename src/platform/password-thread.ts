import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashPassword, matchesHash } from './password-hashes.ts';

/** A question to a thread: hash the password, or compare it with a stored hash. One at a time. */
export interface PasswordQuestion {
  readonly password: string;
  readonly stored?: string;
}

export type PasswordAnswer =
  | { readonly hash: string }
  | { readonly matches: boolean }
  | { readonly error: string };

/**
 * Below the threads that answer requests: with as many logins as there are cores, reads waited 90 ms for their turn.
 * On Linux the number 0 means this thread alone; elsewhere the call may be refused, which costs only the courtesy.
 */
const courtesy = 10;

try {
  if (process.platform === 'linux') setPriority(0, courtesy);
} catch {
  // Some containers allow no change of priority.
}

parentPort?.on('message', (question: PasswordQuestion) => parentPort?.postMessage(answer(question)));

function answer({ password, stored }: PasswordQuestion): PasswordAnswer {
  try {
    return stored === undefined
      ? { hash: hashPassword(password) }
      : { matches: matchesHash(password, stored) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
}
