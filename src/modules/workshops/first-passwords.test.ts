import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { hadSharedPassword, prepareFirstPassword, setFirstPassword } from './first-passwords.ts';
import { proveSharedPassword, switchOffSharedPassword } from './logins.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp();
});

afterAll(() => muster.close());

/** Of "Sesame2026", as an old installation keeps it. */
const old = '$pbkdf2-sha256$29000$Ey8yK9xG.OMmwRdWpxNhAw$59LPzue.FbvjJg/Ug7bDWelpap4R3mAgcdUqDbMOO6s';
const attempt = { address: '10.0.0.1', limit: null };

test('the hash of an old installation opens, and is made anew at the first login', async () => {
  const { context } = muster.home;
  const { passwords } = muster.services;
  const hash = await prepareFirstPassword(passwords, { hash: old });
  expect(await context.transaction((tx) => setFirstPassword(tx, hash))).toBe(true);
  const stored = async () => {
    const [row] = await muster.query<{ hash: string }>('select hash from shared_passwords');
    return row?.hash;
  };
  expect(await stored()).toBe(old);
  await expect(proveSharedPassword(context, passwords, 'sesame2026', attempt)).rejects.toMatchObject({
    code: 'visit.wrong',
  });
  expect(await stored()).toBe(old);
  await proveSharedPassword(context, passwords, 'Sesame2026', attempt);
  expect(await stored()).toMatch(/^\$argon2id\$/);
  await proveSharedPassword(context, passwords, 'Sesame2026', attempt);
});

test('a tenant gets its first password once, of many at the same time one, and none after it was switched off', async () => {
  const { context } = await muster.site('once');
  expect(await context.read(hadSharedPassword)).toBe(false);
  const set = (hash: string) => context.transaction((tx) => setFirstPassword(tx, hash));
  const results = await Promise.all(['one', 'two', 'three', 'four'].map(set));
  expect(results.filter(Boolean)).toHaveLength(1);
  await context.transaction(switchOffSharedPassword);
  expect(await context.read(hadSharedPassword)).toBe(true);
  expect(await set('five')).toBe(false);
});
