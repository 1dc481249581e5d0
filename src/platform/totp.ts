import { createHmac } from 'node:crypto';
import { sameBytes } from './secrets.ts';

/** Seconds that a code counts (RFC 6238 §4). */
const stepSeconds = 30;
const digits = 6;
/** Steps before and after the present one whose codes are taken: clocks of phones go wrong (RFC 6238 §5.2). */
const tolerance = [0, -1, 1];
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a counter (RFC 4226 §5.3). @param key the shared secret @returns six digits */
export function hotp(key: Buffer, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The counter of a moment (RFC 6238 §4.2). */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / stepSeconds);
}

/** The step near `moment` that a code belongs to; null: to none. */
export function stepOfCode(key: Buffer, code: string, moment: Date): number | null {
  const now = stepAt(moment);
  const found = tolerance.find((shift) => sameBytes(Buffer.from(hotp(key, now + shift)), Buffer.from(code)));
  return found === undefined ? null : now + found;
}

/** Bytes as apps take them (RFC 4648 §6), without padding. */
export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** The bytes of a text that `toBase32` made. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** The address by which an app takes the secret over, as its QR code carries it. @param secret in base 32 */
export function otpauthUri(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const parameters = { secret, issuer, algorithm: 'SHA1', digits, period: stepSeconds };
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `otpauth://totp/${label}?${query.join('&')}`;
}
