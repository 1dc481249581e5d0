import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';

/** What a JWT says besides what every JWT of ours has: `jti`, `iat`, `exp`, `iss`. */
export type Claims = Readonly<Record<string, unknown>>;

/** Why a text is not a JWT of this key. */
export type BadJwt = 'malformed' | 'algorithm' | 'expired' | 'issuer' | 'claims';

export interface ReadJwt {
  readonly id: string;
  readonly claims: Claims;
}

const issuer = 'muster';

/** Whether the text has the form of a JWT, three parts: no other token of ours holds a dot. */
export function isJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
}

/**
 * Signs a JWT by HS256.
 * @param key 32 bytes
 * @param id its `jti`, by which it is found and revoked
 * @param keyId names the key in the header; left out, the header is the one of the SaaS document's sample
 */
export async function signJwt(
  key: Uint8Array,
  {
    id,
    keyId,
    claims,
    issuedAt,
    expiresAt,
  }: { id: string; keyId?: string; claims: Claims; issuedAt: Date; expiresAt: Date },
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256', ...(keyId !== undefined && { kid: keyId }) })
    .setJti(id)
    .setIssuer(issuer)
    .setIssuedAt(secondsOf(issuedAt))
    .setExpirationTime(secondsOf(expiresAt))
    .sign(key);
}

/** Reads a JWT that this key signed and that has not expired; any other algorithm than HS256 is malformed. */
export async function readJwt(key: Uint8Array, token: string, now: Date): Promise<ReadJwt | { bad: BadJwt }> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
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
    return decodeProtectedHeader(token).kid ?? null;
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
