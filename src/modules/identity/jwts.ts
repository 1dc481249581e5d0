import type { Tx } from '../../platform/database/contract.ts';
import { type Claims, keyIdOf, peekAtJwt, readJwt, signJwt } from '../../platform/jwt.ts';
import { randomText } from '../../platform/random.ts';
import { hashToken } from '../../platform/secrets.ts';
import { record } from '../activity/activity.ts';
import { insertToken } from './tokens.queries.ts';
import type { Identity } from './types.ts';

const idAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Makes a JWT of an account. It is found by its `jti` as any token is by its hash, so it can be listed and revoked.
 * @param claims what it says of the account, in the words of the API that hands it out
 * @param seconds how long it lives
 */
export async function issueJwt(
  tx: Tx,
  identity: Identity,
  accountId: number,
  { claims, seconds }: { readonly claims: Claims; readonly seconds: number },
): Promise<{ token: string; expiresAt: Date }> {
  const issuedAt = tx.clock.now();
  const expiresAt = new Date(issuedAt.getTime() + seconds * 1000);
  const id = randomText(tx.random, 32, idAlphabet);
  const tokenId = await insertToken(tx, { kind: 'jwt', hash: hashToken(id), accountId, expiresAt });
  await record(tx, { verb: 'issued', objectType: 'jwt', objectId: tokenId });
  return { token: await signTenantJwt(tx, identity, { id, claims, issuedAt, expiresAt }), expiresAt };
}

/** Signs a JWT of this tenant with the present key. @param said `id` is its `jti`, by which whoever makes it finds it */
export async function signTenantJwt(
  { tenantId }: Pick<Tx, 'tenantId'>,
  identity: Pick<Identity, 'secret' | 'jwtKey'>,
  said: { id: string; claims: Claims; issuedAt: Date; expiresAt: Date },
): Promise<string> {
  const generation = identity.jwtKey ?? 1;
  const keyId = generation === 1 ? {} : { keyId: String(generation) };
  return signJwt(jwtKey(identity, tenantId, generation), { ...said, ...keyId });
}

/**
 * What a JWT of this tenant says, or why it is none: one of another tenant is as badly signed as a forged one. Good are
 * the present key and the one before it, so that changing the key once signs nobody out.
 */
export async function readTenantJwt(
  { tenantId, clock }: Pick<Tx, 'tenantId' | 'clock'>,
  identity: Pick<Identity, 'secret' | 'jwtKey'>,
  token: string,
): ReturnType<typeof readJwt> {
  const present = identity.jwtKey ?? 1;
  const generation = Number(keyIdOf(token) ?? 1);
  const isGood = generation >= 1 && (generation === present || generation === present - 1);
  return readJwt(jwtKey(identity, tenantId, isGood ? generation : present), token, clock.now());
}

/** The uuid of the tenant that a JWT claims to be of (`tenant`); nothing of it is judged yet. */
export function tenantNamedIn(token: string): string | null {
  const tenant = peekAtJwt(token)?.tenant;
  return typeof tenant === 'string' ? tenant : null;
}

/**
 * The key of a tenant's JWTs: derived, so nothing is stored that could be stolen.
 * @param generation counts the keys that there were (setting `jwt_key`), from 1
 */
export function jwtKey({ secret }: Pick<Identity, 'secret'>, tenantId: number, generation = 1): Uint8Array {
  return generation === 1 ? secret.sign('jwt', tenantId) : secret.sign('jwt', tenantId, generation);
}
