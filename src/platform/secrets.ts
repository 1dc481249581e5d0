import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The installation's secret, shut in: it can be used, not read. */
export interface InstallationSecret {
  /** HMAC-SHA256 of the parts for one purpose; parts are separated so that no two lists of parts collide. */
  sign(purpose: string, ...parts: (string | number)[]): Buffer;
  /** Tells secrets apart without revealing one. */
  fingerprint(): string;
}

/** Shuts the secret in. @param text at least 32 characters */
export function keepSecret(text: string): InstallationSecret {
  const sign = (purpose: string, ...parts: (string | number)[]) =>
    createHmac('sha256', text)
      .update([purpose, ...parts].map((part) => `${String(part).length}:${part}`).join(';'))
      .digest();
  return { sign, fingerprint: () => sign('fingerprint').toString('hex').slice(0, 32) };
}

/** What is stored of a token, a link's secret or a client's secret: all are long and random, so a plain hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in a time that tells nothing. */
export function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
