import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hash, verify } from '@node-rs/argon2';
import { refuse } from './refusal.ts';

const derive = promisify(pbkdf2);

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane; about 25 ms of one core. */
export const argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes passwords off the event loop, a bounded number at once. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Compares a password with a stored hash; `null` (no such account, no password) takes as long as a wrong one.
   * `outdated`: the hash is of another kind or weaker than ours and should be made anew.
   */
  verify(password: string, stored: string | null): Promise<{ matches: boolean; outdated: boolean }>;
}

export interface PasswordOptions {
  /** How many hashes may be computed at once; one a core keeps all cores busy without queueing inside libuv. */
  readonly atOnce: number;
  /** How many may wait; beyond that the caller is refused, since it would wait for seconds anyway. */
  readonly waiting: number;
}

export function openPasswords(options: PasswordOptions): Passwords {
  const queued = bounded(options);
  let decoy: Promise<string> | undefined;
  const make = (password: string) => hash(password, argon2Parameters);
  return {
    hash: (password) => queued(() => make(password)),
    async verify(password, stored) {
      decoy ??= make('no password is this one');
      const compared = stored ?? (await decoy);
      const matches = await queued(() => matchesHash(password, compared));
      return { matches: matches && stored !== null, outdated: stored !== null && isOutdated(stored) };
    },
  };
}

/** Whether a stored hash is of a kind this server can verify: ours, or Django's PBKDF2 and argon2. */
export function isKnownHash(stored: string): boolean {
  return /^(\$argon2(id|i|d)\$|argon2\$argon2(id|i|d)\$|pbkdf2_sha(1|256)\$\d+\$[^$]+\$)/.test(stored);
}

async function matchesHash(password: string, stored: string): Promise<boolean> {
  if (stored.startsWith('$argon2')) return verify(stored, password);
  // Django writes the PHC string without its first "$", behind the name of its hasher.
  if (stored.startsWith('argon2$')) return verify(stored.slice('argon2'.length), password);
  const [kind, rounds, salt, expected] = stored.split('$');
  const digest = kind === 'pbkdf2_sha256' ? 'sha256' : kind === 'pbkdf2_sha1' ? 'sha1' : null;
  if (!digest || !salt || !expected) return false;
  const wanted = Buffer.from(expected, 'base64');
  const made = await derive(password, salt, Number(rounds), wanted.length, digest);
  return wanted.length > 0 && timingSafeEqual(made, wanted);
}

function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = argon2Parameters;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/** Runs tasks a few at a time, the rest in order of arrival. */
function bounded({ atOnce, waiting }: PasswordOptions) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) {
        throw refuse('unavailable', 'password.busy', 'Too many passwords are being checked at once.', {
          retryAfter: 2,
        });
      }
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
