import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';

/** What a JWT says besides what every JWT of ours has: `jti`, `iat`, `exp`, `iss`. */
export type Claims = Readonly<Record<string, unknown>>;

/** Why a text is not a JWT of this key. */
export type BadJwt = 'malformed' | 'algorithm' | 'expired' | 'issuer' | 'claims';

export interface ReadJwt {
  readonly id: string;
  readonly claims: Claims;
}

/** A key is good for one algorithm: what a JWT's header says of its algorithm decides nothing. */
export interface JwtKey {
  readonly algorithm: 'HS256' | 'EdDSA' | 'RS256';
  /** 32 bytes for HS256. */
  readonly key: Uint8Array | CryptoKey;
  /** Names the key in the header; left out, the header is the one of the SaaS document's sample. */
  readonly id?: string;
}

const issuer = 'muster';

/** Whether the text has the form of a JWT, three parts: no other token of ours holds a dot. */
export function isJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
}

/** Signs a JWT. @param said `id` is its `jti`, by which it is found and revoked */
export async function signJwt(
  { algorithm, key, id: keyId }: JwtKey,
  said: { id: string; claims: Claims; issuedAt: Date; expiresAt: Date },
): Promise<string> {
  return new SignJWT({ ...said.claims })
    .setProtectedHeader({ typ: 'JWT', alg: algorithm, ...(keyId !== undefined && { kid: keyId }) })
    .setJti(said.id)
    .setIssuer(issuer)
    .setIssuedAt(secondsOf(said.issuedAt))
    .setExpirationTime(secondsOf(said.expiresAt))
    .sign(key);
}

/** Reads a JWT that this key signed and that has not expired. */
export async function readJwt(
  { algorithm, key }: JwtKey,
  token: string,
  now: Date,
): Promise<ReadJwt | { bad: BadJwt }> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      currentDate: now,
      issuer,
      requiredClaims: ['jti', 'exp'],
    });
    return { id: idOf(payload), claims: payload };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { bad: 'expired' };
    if (error instanceof errors.JOSEAlgNotAllowed) return { bad: 'algorithm' };
    if (error instanceof errors.JWTClaimValidationFailed)
      return { bad: error.claim === 'iss' ? 'issuer' : 'claims' };
    if (error instanceof errors.JOSEError) return { bad: 'malformed' };
    throw error;
  }
}

/** What a JWT says of itself, whoever wrote it; null for what is none. Good for finding the key to judge it by. */
export function peekAtJwt(token: string): Claims | null {
  try {
    return isJwt(token) ? decodeJwt(token) : null;
  } catch {
    return null;
  }
}

/** Which key a JWT names in its header; null: none, or it is no JWT. */
export function keyIdOf(token: string): string | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    return kid === undefined ? null : String(kid);
  } catch {
    return null;
  }
}

function idOf({ jti }: JWTPayload): string {
  return jti ?? '';
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
