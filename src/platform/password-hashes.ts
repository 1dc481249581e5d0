import { pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { hashSync, verifySync } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane; about 25 ms of one core. */
export const argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Django's own number is below a million; a hash that asks for more is there to keep a core busy. */
const mostRounds = 5_000_000;

/** Hashes a password our way. Takes 25 ms of the thread it runs on. */
export function hashPassword(password: string): string {
  return hashSync(password, argon2Parameters);
}

/** Compares a password with a stored hash: ours, or Django's PBKDF2 and argon2. Anything else never matches. */
export function matchesHash(password: string, stored: string): boolean {
  if (!isKnownHash(stored)) return false;
  if (stored.startsWith('$argon2')) return verifySync(stored, password);
  // Django writes the PHC string without its first "$", behind the name of its hasher.
  if (stored.startsWith('argon2$')) return verifySync(stored.slice('argon2'.length), password);
  const [kind, rounds, salt = '', expected = ''] = stored.split('$');
  const wanted = Buffer.from(expected, 'base64');
  if (wanted.length === 0 || Number(rounds) > mostRounds) return false;
  const digest = kind === 'pbkdf2_sha1' ? 'sha1' : 'sha256';
  return timingSafeEqual(pbkdf2Sync(password, salt, Number(rounds), wanted.length, digest), wanted);
}

/** Whether a stored hash is of a kind this server can verify. */
export function isKnownHash(stored: string): boolean {
  return /^(\$argon2(id|i|d)\$|argon2\$argon2(id|i|d)\$|pbkdf2_sha(1|256)\$[1-9]\d*\$[^$]+\$[^$]+$)/.test(
    stored,
  );
}

/** The hash is of another kind or weaker than ours and should be made anew. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = argon2Parameters;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}
