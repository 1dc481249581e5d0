import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { record } from '../activity/activity.ts';
import * as rows from './first-passwords.queries.ts';
import { judgeNewPassword } from './logins.ts';
import { publishedPassword } from './refusals.ts';

/** The first administrator's password: in clear, or as the hash that an old installation kept. */
export type FirstPassword = { readonly password: string } | { readonly hash: string };

/** Stands, as its hash, in the configuration that the ancestor is shipped with (contract §9). */
const published = 'changeme';

/** Refuses what is no good administrator's password, and the hash of the published one. @returns the hash to store */
export async function prepareFirstPassword(passwords: Passwords, first: FirstPassword): Promise<string> {
  if ('password' in first) {
    judgeNewPassword(first.password, first.password);
    return passwords.hash(first.password);
  }
  if ((await passwords.verify(published, first.hash)).matches) throw publishedPassword();
  return first.hash;
}

/** Whether the tenant ever had an administrator's password; one that an owner switched off counts. */
export function hadSharedPassword(read: Read): Promise<boolean> {
  return rows.hasSharedPasswordRow(read);
}

/**
 * Sets the tenant's administrator's password where it never had one.
 * @param hash of `prepareFirstPassword`
 * @returns false: there is one, or there was one and an owner switched it off; it stays as it is
 */
export async function setFirstPassword(tx: Tx, hash: string): Promise<boolean> {
  if (!(await rows.insertSharedPassword(tx, hash))) return false;
  await record(tx, { verb: 'set', objectType: 'shared_password', objectId: tx.tenantId });
  return true;
}
