import type { Random } from '../../platform/random.ts';
import { randomText } from '../../platform/random.ts';
import type { InstallationSecret } from '../../platform/secrets.ts';
import type { StoredKey } from './types.ts';

/** No 0, O, 1, I, L: nobody need tell them apart on a printed card (ruling "Participants' keys"). */
export const keyAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const keyLength = 8;

/** Draws a login key: 31 to the power of 8, 8 · 10^11, so that guessing at the throttled rate takes millennia. */
export function drawKey(random: Random): string {
  return randomText(random, keyLength, keyAlphabet);
}

/**
 * What is stored of a login key: never the key in clear.
 * @param key as typed by whoever set it, or drawn; blanks around it do not count
 */
export function storeKey(
  { secret, random }: { secret: InstallationSecret; random: Random },
  tenantId: number,
  key: string,
): StoredKey {
  return { ...hashKey(secret, tenantId, key), sealed: sealKey({ secret, random }, key) };
}

/** The key itself, so that nobody but this installation reads it. */
export function sealKey(
  { secret, random }: { secret: InstallationSecret; random: Random },
  key: string,
): Buffer {
  return secret.seal('login key', random.bytes(12), key.trim());
}

/** The hashes under which a typed key is looked up: as it is, and with its slips forgiven. */
export function hashKey(
  secret: InstallationSecret,
  tenantId: number,
  key: string,
): Pick<StoredKey, 'hash' | 'foldedHash'> {
  const typed = key.trim();
  const folded = foldKey(typed);
  const hash = secret.sign('login key', tenantId, typed);
  return { hash, foldedHash: folded === typed ? hash : secret.sign('login key', tenantId, folded) };
}

/** The key in clear, for the organiser who prints it. */
export function unsealKey(secret: InstallationSecret, sealed: Buffer): string {
  return secret.unseal('login key', sealed);
}

/** Lower case, blanks and the slips O/0, I/L/1 forgiven. */
export function foldKey(key: string): string {
  return key.normalize('NFKC').replace(/\s+/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}
