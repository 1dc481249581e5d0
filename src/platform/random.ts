import { randomBytes } from 'node:crypto';

/** The only way the domain draws chance; a test hands in its own. */
export interface Random {
  /** @param length number of bytes */
  bytes(length: number): Buffer;
}

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

/** Lower-case hexadecimal of `bytes` random bytes (twice as many characters). */
export function randomHex(random: Random, bytes: number): string {
  return random.bytes(bytes).toString('hex');
}

/**
 * Draws `length` characters, each equally likely, from `alphabet` (2–256 characters).
 * Bytes past the last whole multiple of the alphabet are drawn again: a plain modulo would favour the first letters.
 */
export function randomText(random: Random, length: number, alphabet: string): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of random.bytes(length)) {
      if (byte < limit && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}

/**
 * A UUID of version 7: ordered by time, so that an index on it grows at one end.
 * @param now the moment written into the first 48 bits, in milliseconds
 */
export function uuid(random: Random, now: Date): string {
  const bytes = random.bytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
