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

/**
 * Compares a password with a stored hash: ours, Django's PBKDF2 and argon2, or passlib's PBKDF2 (contract workshops §2).
 * Anything else never matches.
 */
export function matchesHash(password: string, stored: string): boolean {
  if (!isKnownHash(stored)) return false;
  if (stored.startsWith('$argon2')) return verifySync(stored, password);
  // Django writes the PHC string without its first "$", behind the name of its hasher.
  if (stored.startsWith('argon2$')) return verifySync(stored.slice('argon2'.length), password);
  const { digest, rounds, salt, wanted } = readPbkdf2(stored);
  if (wanted.length === 0 || rounds > mostRounds) return false;
  return timingSafeEqual(pbkdf2Sync(password, salt, rounds, wanted.length, digest), wanted);
}

/** Whether a stored hash is of a kind this server can verify. */
export function isKnownHash(stored: string): boolean {
  return /^(\$argon2(id|i|d)\$|argon2\$argon2(id|i|d)\$|(pbkdf2_sha(1|256)|\$pbkdf2-sha256)\$[1-9]\d*\$[^$]+\$[^$]+$)/.test(
    stored,
  );
}

/** The hash is of another kind or weaker than ours and should be made anew. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = argon2Parameters;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/** Django's `pbkdf2_sha256$rounds$salt$hash` takes the salt as it stands, passlib's `$pbkdf2-sha256$…` writes bytes. */
function readPbkdf2(stored: string): {
  digest: string;
  rounds: number;
  salt: string | Buffer;
  wanted: Buffer;
} {
  const isPasslibs = stored.startsWith('$');
  const [kind, rounds, salt = '', hash = ''] = stored.slice(isPasslibs ? 1 : 0).split('$');
  return {
    digest: kind === 'pbkdf2_sha1' ? 'sha1' : 'sha256',
    rounds: Number(rounds),
    salt: isPasslibs ? adaptedBase64(salt) : salt,
    wanted: isPasslibs ? adaptedBase64(hash) : Buffer.from(hash, 'base64'),
  };
}

/** passlib's: `.` for `+`, no padding. */
function adaptedBase64(text: string): Buffer {
  return Buffer.from(text.replaceAll('.', '+'), 'base64');
}
