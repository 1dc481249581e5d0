import type { Read, Tx } from '../../platform/database/contract.ts';
import type { JwtKey } from '../../platform/jwt.ts';
import { keyThatJudges, keyThatSigns, makeKeyPair, type PairAlgorithm } from '../../platform/jwt-keys.ts';
import type { InstallationSecret } from '../../platform/secrets.ts';
import * as rows from './signing-keys.queries.ts';
import type { SigningKey } from './types.ts';

const purpose = 'signing_key';
const nonceSize = 12;

/**
 * The tenant's key that signs JWTs, made where there is none of that generation yet: of several processes at once the
 * first keeps its own, the others wait for it and sign with that one. Each tenant has its own, so that whoever judges by
 * a tenant's public keys takes nobody else's JWTs for its.
 */
export async function requireKeyThatSigns(
  tx: Tx,
  secret: InstallationSecret,
  algorithm: PairAlgorithm,
  generation: number,
): Promise<JwtKey> {
  const found =
    (await rows.findSealedKey(tx, algorithm, generation)) ?? (await make(tx, secret, algorithm, generation));
  return keyThatSigns(algorithm, found.id, secret.unseal(purpose, found.sealed));
}

/** The tenant's key of that id that judges signatures; null where there is none among these generations. */
export async function findKeyThatJudges(
  read: Read,
  generations: readonly number[],
  id: string,
): Promise<JwtKey | null> {
  const found = await rows.findSigningKey(read, generations, id);
  return found && keyThatJudges(found.algorithm, found.id, found.publicKey);
}

/** The tenant's keys of these generations, the latest first. */
export function listSigningKeys(read: Read, generations: readonly number[]): Promise<SigningKey[]> {
  return rows.selectSigningKeys(read, generations);
}

async function make(
  tx: Tx,
  secret: InstallationSecret,
  algorithm: PairAlgorithm,
  generation: number,
): Promise<{ id: string; sealed: Buffer }> {
  const pair = await makeKeyPair(algorithm);
  const sealed = secret.seal(purpose, tx.random.bytes(nonceSize), pair.privateKey);
  await rows.insertSigningKey(tx, { ...pair, algorithm }, { generation, sealed });
  const kept = await rows.findSealedKey(tx, algorithm, generation);
  if (!kept) throw new Error(`The signing key ${generation} of ${algorithm} was neither kept nor there.`);
  return kept;
}
