import { expect, test } from 'vitest';
import { hashPassword, isKnownHash, matchesHash } from './password-hashes.ts';
import { openPasswords } from './passwords.ts';

const django = 'pbkdf2_sha256$1000$c2FsdHNhbHQ$LMsWkSfjN3Uo9r9hFlIZK0aTqbG3QTE0n0Nc1bb2Aew=';

// Made by Python: hashlib.pbkdf2_hmac('sha256', b'Sesame2026', salt, 29000), written as passlib does, with "." for "+".
const passlib = '$pbkdf2-sha256$29000$Ey8yK9xG.OMmwRdWpxNhAw$59LPzue.FbvjJg/Ug7bDWelpap4R3mAgcdUqDbMOO6s';

test('a password matches its own hash and no other', async () => {
  const passwords = openPasswords({ atOnce: 2, waiting: 10 });
  const stored = await passwords.hash('sesame');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify('sesame', stored)).toEqual({ matches: true, outdated: false });
  expect(await passwords.verify('Sesame', stored)).toEqual({ matches: false, outdated: false });
});

test('nobody has no password, not even the decoy', async () => {
  const passwords = openPasswords({ atOnce: 1, waiting: 10 });
  expect(await passwords.verify('no password is this one', null)).toEqual({
    matches: false,
    outdated: false,
  });
});

test('a hash that is no hash matches nothing and fails nobody', async () => {
  const passwords = openPasswords({ atOnce: 1, waiting: 10 });
  for (const stored of [
    '',
    '!',
    '$argon2id$',
    'pbkdf2_sha256$x$y$z',
    'pbkdf2_sha256$99999999$salt$AAAA',
    'md5$a$b',
    '$pbkdf2-sha256$29000$$',
    '$pbkdf2-sha256$99999999$c2FsdA$AAAA',
    '$pbkdf2-sha256$29000$c2FsdA$.',
  ]) {
    const verified = await passwords.verify('x', stored).catch(() => ({ matches: false }));
    expect(verified.matches, stored).toBe(false);
  }
});

test('known are our kind and those that Django writes', () => {
  expect([hashPassword('x'), `argon2${hashPassword('x')}`, django].every(isKnownHash)).toBe(true);
  expect(['', '!unusable', 'bcrypt$x', 'pbkdf2_sha256$0$a$b'].some(isKnownHash)).toBe(false);
  expect(matchesHash('x', `argon2${hashPassword('x')}`)).toBe(true);
});

test("a hash of passlib's is verified and counts as outdated", async () => {
  const passwords = openPasswords({ atOnce: 1, waiting: 10 });
  expect(isKnownHash(passlib)).toBe(true);
  expect(await passwords.verify('Sesame2026', passlib)).toEqual({ matches: true, outdated: true });
  expect(await passwords.verify('sesame2026', passlib)).toEqual({ matches: false, outdated: true });
  // Read as plain base64, the salt would lose its dot.
  expect(matchesHash('Sesame2026', passlib.replace('.OMm', 'OMm'))).toBe(false);
});

test('beyond the queue a password is refused at once, and the others are all answered', async () => {
  const passwords = openPasswords({ atOnce: 1, waiting: 2 });
  // Two are in the thread's hands, two wait.
  const settled = await Promise.allSettled(Array.from({ length: 6 }, () => passwords.hash('x')));
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  const refused = settled.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ kind: 'unavailable', retryAfter: 2 });
});
