import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { JwtKey } from './jwt.ts';

/** Algorithms of a key pair: whoever has the public key can judge a signature, but make none. */
export type PairAlgorithm = 'EdDSA' | 'RS256';

/** A key pair as it is kept. */
export interface KeyPair {
  /** The thumbprint of the public key (RFC 7638): 43 characters. */
  readonly id: string;
  readonly publicKey: PublicKey;
  /** JSON; a secret. */
  readonly privateKey: string;
}

/** A public key as RFC 7517 writes it. */
export type PublicKey = Readonly<Record<string, string>>;

/** Makes a key pair: Ed25519, or RSA of 2048 bits. Its chance is the cryptographic library's own: nothing can stand in. */
export async function makeKeyPair(algorithm: PairAlgorithm): Promise<KeyPair> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const shown = await exportJWK(publicKey);
  return {
    id: await calculateJwkThumbprint(shown),
    publicKey: publicPart(shown),
    privateKey: JSON.stringify(await exportJWK(privateKey)),
  };
}

/** What signs by a kept pair. @param kept `privateKey` of `makeKeyPair` */
export async function keyThatSigns(algorithm: PairAlgorithm, id: string, kept: string): Promise<JwtKey> {
  return { algorithm, id, key: await importJWK(JSON.parse(kept), algorithm) };
}

/** What judges the signatures of a kept pair. */
export async function keyThatJudges(algorithm: PairAlgorithm, id: string, kept: PublicKey): Promise<JwtKey> {
  return { algorithm, id, key: await importJWK(kept, algorithm) };
}

/** Whether a text has the form of a pair's id. */
export function isPairId(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** The parts of a key that everybody may see, by name: a part that is new to the library is left out. */
function publicPart(key: JWK): PublicKey {
  const names = ['kty', 'crv', 'x', 'n', 'e'] as const;
  return Object.fromEntries(names.flatMap((name) => (key[name] === undefined ? [] : [[name, key[name]]])));
}
