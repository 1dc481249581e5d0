import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';

/** The installation's secret, shut in: it can be used, not read. */
export interface InstallationSecret {
  /** HMAC-SHA256 of the parts for one purpose; parts are separated so that no two lists of parts collide. */
  sign(purpose: string, ...parts: (string | number)[]): Buffer;
  /**
   * Encrypts a text for one purpose (AES-256-GCM), so that only this installation can read it again.
   * @param nonce 12 fresh random bytes
   */
  seal(purpose: string, nonce: Buffer, text: string): Buffer;
  /** Reads what `seal` made for the same purpose. Throws when it was changed, or made with another secret. */
  unseal(purpose: string, sealed: Buffer): string;
  /** Tells secrets apart without revealing one. */
  fingerprint(): string;
}

const nonceSize = 12;
const tagSize = 16;

/** Shuts the secret in. @param text at least 32 characters */
export function keepSecret(text: string): InstallationSecret {
  const sign = (purpose: string, ...parts: (string | number)[]) =>
    createHmac('sha256', text)
      .update([purpose, ...parts].map((part) => `${String(part).length}:${part}`).join(';'))
      .digest();
  // As objects: from bytes Node makes one for every text, at three times the cost of the encryption.
  const keys = new Map<string, KeyObject>();
  const keyFor = (purpose: string) => {
    const key = keys.get(purpose) ?? createSecretKey(sign('seal', purpose));
    keys.set(purpose, key);
    return key;
  };
  return {
    sign,
    seal(purpose, nonce, plain) {
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
      const sealed = [nonce, cipher.update(plain, 'utf8'), cipher.final()];
      return Buffer.concat([...sealed, cipher.getAuthTag()]);
    },
    unseal(purpose, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, nonceSize));
      decipher.setAuthTag(sealed.subarray(-tagSize));
      const plain = [decipher.update(sealed.subarray(nonceSize, -tagSize)), decipher.final()];
      return Buffer.concat(plain).toString('utf8');
    },
    fingerprint: () => sign('fingerprint').toString('hex').slice(0, 32),
  };
}

/** What is stored of a token, a link's secret or a client's secret: all are long and random, so a plain hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in a time that tells nothing. */
export function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
