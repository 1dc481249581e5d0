import type { Read, Tx } from '../../platform/database/contract.ts';
import { type Claims, type JwtKey, keyIdOf, peekAtJwt, readJwt, signJwt } from '../../platform/jwt.ts';
import { isPairId } from '../../platform/jwt-keys.ts';
import { randomText } from '../../platform/random.ts';
import { hashToken } from '../../platform/secrets.ts';
import { record } from '../activity/activity.ts';
import { findKeyThatJudges, listSigningKeys, requireKeyThatSigns } from './signing-keys.ts';
import { insertToken } from './tokens.queries.ts';
import type { Identity, JwtSettings, SigningKey } from './types.ts';

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

/**
 * Signs a JWT of this tenant with the present key, of the algorithm that the setting `jwt_algorithm` asks for.
 * @param said `id` is its `jti`, by which whoever makes it finds it
 */
export async function signTenantJwt(
  tx: Tx,
  identity: JwtSettings,
  said: { id: string; claims: Claims; issuedAt: Date; expiresAt: Date },
): Promise<string> {
  const { jwtAlgorithm = 'HS256', jwtKey: generation = 1, secret } = identity;
  const key =
    jwtAlgorithm === 'HS256'
      ? derivedKey(identity, tx.tenantId, generation)
      : await requireKeyThatSigns(tx, secret, jwtAlgorithm, generation);
  return signJwt(key, said);
}

/**
 * What a JWT of this tenant says, or why it is none: one of another tenant is as badly signed as a forged one. Good are
 * the present key and the one before it, of every algorithm, so that changing key or algorithm once signs nobody out.
 */
export async function readTenantJwt(
  read: Read,
  identity: Pick<Identity, 'secret' | 'jwtKey'>,
  token: string,
): ReturnType<typeof readJwt> {
  const { jwtKey: present = 1 } = identity;
  const named = keyIdOf(token);
  const now = read.clock.now();
  if (named !== null && isPairId(named)) {
    const pair = await findKeyThatJudges(read, goodGenerations(present), named);
    return pair ? readJwt(pair, token, now) : { bad: 'malformed' };
  }
  const generation = Number(named ?? 1);
  const isGood = goodGenerations(present).includes(generation);
  return readJwt(derivedKey(identity, read.tenantId, isGood ? generation : present), token, now);
}

/** The public keys by which others can judge the JWTs of this tenant, the present first; none where HS256 signs. */
export async function listPublicKeys(
  read: Read,
  { jwtKey: present = 1 }: Pick<Identity, 'jwtKey'>,
): Promise<SigningKey[]> {
  return listSigningKeys(read, goodGenerations(present));
}

/** The uuid of the tenant that a JWT claims to be of (`tenant`); nothing of it is judged yet. */
export function tenantNamedIn(token: string): string | null {
  const tenant = peekAtJwt(token)?.tenant;
  return typeof tenant === 'string' ? tenant : null;
}

/**
 * The key of a tenant's JWTs by HS256: derived, so nothing is stored that could be stolen.
 * @param generation counts the keys that there were (setting `jwt_key`), from 1
 */
export function jwtKey({ secret }: Pick<Identity, 'secret'>, tenantId: number, generation = 1): Uint8Array {
  return generation === 1 ? secret.sign('jwt', tenantId) : secret.sign('jwt', tenantId, generation);
}

function derivedKey({ secret }: Pick<Identity, 'secret'>, tenantId: number, generation: number): JwtKey {
  const key = jwtKey({ secret }, tenantId, generation);
  return { algorithm: 'HS256', key, ...(generation > 1 && { id: String(generation) }) };
}

/** The present generation of keys and the one before it. */
function goodGenerations(present: number): number[] {
  return present > 1 ? [present, present - 1] : [present];
}
