import { Worker } from 'node:worker_threads';
import { isOutdated } from './password-hashes.ts';
import type { PasswordAnswer, PasswordQuestion } from './password-thread.ts';
import { refuse } from './refusal.ts';

/** Hashes passwords on threads of their own, below the priority of the one that answers requests. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Compares a password with a stored hash; `null` (no such account, no password) takes as long as a wrong one.
   * `outdated`: the hash is of another kind or weaker than ours and should be made anew.
   */
  verify(password: string, stored: string | null): Promise<{ matches: boolean; outdated: boolean }>;
}

export interface PasswordOptions {
  /** Threads, each with one hash at a time; one a core keeps all cores busy. They start when first needed. */
  readonly atOnce: number;
  /** How many may wait; beyond that the caller is refused, since it would wait for seconds anyway. */
  readonly waiting: number;
}

export function openPasswords(options: PasswordOptions): Passwords {
  const run = openThreads(options);
  let decoy: Promise<string> | undefined;
  const hash = async (password: string) => {
    const answer = await run({ password });
    if (!('hash' in answer)) throw new Error('A password thread answered another question.');
    return answer.hash;
  };
  return {
    hash,
    async verify(password, stored) {
      decoy ??= hash('no password is this one');
      const answer = await run({ password, stored: stored ?? (await decoy) });
      const matches = 'matches' in answer && answer.matches && stored !== null;
      return { matches, outdated: stored !== null && isOutdated(stored) };
    },
  };
}

interface Waiting {
  readonly question: PasswordQuestion;
  readonly resolve: (answer: PasswordAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order in which it answers them. */
  readonly asked: Waiting[];
}

/**
 * Questions a thread holds: the one it works on and the next, so that it need not wait for this busy thread to hand it
 * over.
 */
const held = 2;

/** Hands questions to the threads, the rest in order of arrival. */
function openThreads({
  atOnce,
  waiting,
}: PasswordOptions): (question: PasswordQuestion) => Promise<PasswordAnswer> {
  const threads: Thread[] = [];
  const queue: Waiting[] = [];

  function next(): void {
    while (queue.length > 0) {
      const thread = pick();
      if (!thread) return;
      const asked = queue.shift();
      if (asked) ask(thread, asked);
    }
  }

  /** An idle thread, else a new one, else the one that holds least. */
  function pick(): Thread | undefined {
    const [least] = threads.toSorted((one, other) => one.asked.length - other.asked.length);
    if (least && least.asked.length === 0) return least;
    if (threads.length < atOnce) return start();
    return least && least.asked.length < held ? least : undefined;
  }

  function start(): Thread {
    const worker = new Worker(new URL('./password-thread.ts', import.meta.url));
    const thread: Thread = { worker, asked: [] };
    threads.push(thread);
    worker.on('message', (answer: PasswordAnswer) => {
      const asked = thread.asked.shift();
      // An idle thread must not keep a command from ending.
      if (thread.asked.length === 0) worker.unref();
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer);
      next();
    });
    worker.on('error', (error) => {
      threads.splice(threads.indexOf(thread), 1);
      for (const asked of thread.asked)
        asked.reject(error instanceof Error ? error : new Error(String(error)));
      next();
    });
    return thread;
  }

  function ask(thread: Thread, asked: Waiting): void {
    thread.asked.push(asked);
    thread.worker.ref();
    thread.worker.postMessage(asked.question);
  }

  return (question) =>
    new Promise((resolve, reject) => {
      if (queue.length >= waiting) {
        const message = 'Too many passwords are being checked at once.';
        reject(refuse('unavailable', 'password.busy', message, { retryAfter: 2 }));
        return;
      }
      queue.push({ question, resolve, reject });
      next();
    });
}
