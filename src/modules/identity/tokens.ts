import type { Read, Tx } from '../../platform/database/contract.ts';
import { randomText } from '../../platform/random.ts';
import { hashToken } from '../../platform/secrets.ts';
import { record } from '../activity/activity.ts';
import { lockAccount } from './accounts.queries.ts';
import { tokenExists, unknownAccount, unknownToken } from './refusals.ts';
import * as rows from './tokens.queries.ts';
import type { Identity, Token, TokenKind } from './types.ts';

/** Seconds an access token lives (contract §1.4). */
const accessTokenSeconds = 36_000;
const sessionSeconds = 14 * 24 * 60 * 60;
const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The account's API token, made if it has none (ruling `tahoe_create_token`): 40 hex derived from the installation's
 * secret, so that it can be printed again while the database holds its hash only.
 */
export async function createOrGetApiToken(tx: Tx, identity: Identity, accountId: number): Promise<string> {
  const newest = await newestGeneration(tx, accountId);
  if (newest && !newest.isRevoked) return deriveKey(identity, tx.tenantId, accountId, newest.generation);
  return makeApiToken(tx, identity, accountId, (newest?.generation ?? 0) + 1, 'created');
}

/** Makes the account's API token; refuses when it has one. */
export async function createApiToken(tx: Tx, identity: Identity, accountId: number): Promise<string> {
  const newest = await newestGeneration(tx, accountId);
  if (newest && !newest.isRevoked) throw tokenExists();
  return makeApiToken(tx, identity, accountId, (newest?.generation ?? 0) + 1, 'created');
}

/** Ends the account's API tokens, imported ones too, and makes the next. */
export async function rotateApiToken(tx: Tx, identity: Identity, accountId: number): Promise<string> {
  const newest = await newestGeneration(tx, accountId);
  await rows.revokeTokens(tx, accountId, ['api']);
  return makeApiToken(tx, identity, accountId, (newest?.generation ?? 0) + 1, 'rotated');
}

/** Ends the account's API tokens. Refuses when there is none. */
export async function revokeApiTokens(tx: Tx, accountId: number): Promise<void> {
  const ended = await rows.revokeTokens(tx, accountId, ['api']);
  if (ended === 0) throw unknownToken();
  await record(tx, { verb: 'revoked', objectType: 'api_token', objectId: accountId });
}

/** Ends one token by its id. Refuses an unknown or ended one. */
export async function revokeToken(tx: Tx, id: number): Promise<void> {
  const ended = await rows.revokeTokenRow(tx, id);
  if (!ended) throw unknownToken();
  await record(tx, { verb: 'revoked', objectType: 'token', objectId: id });
}

/**
 * Ends what a password opened: sessions, JWTs and access tokens. API tokens are rotated on their own. An access token
 * ended so still names its client (ruling "Client", Gemini).
 * @param exceptTokenId of the credential by which the person asks for it, where that one stays
 */
export async function endSignIns(tx: Tx, accountId: number, exceptTokenId = 0): Promise<void> {
  await rows.revokeTokens(tx, accountId, ['session', 'jwt', 'access'], { isSuperseded: true, exceptTokenId });
}

/** Signs out: ends one session or JWT. API tokens and access tokens are no sign-in and stay. */
export async function endSignIn(tx: Tx, tokenId: number): Promise<void> {
  const ended = await rows.revokeSignIn(tx, { id: tokenId });
  if (ended) await record(tx, { verb: 'ended', objectType: ended.kind, objectId: ended.id });
}

/** Ends one session or JWT of the person. Refuses what is none of theirs, or has ended. */
export async function endOwnSignIn(tx: Tx, accountId: number, tokenId: number): Promise<void> {
  const ended = await rows.revokeSignIn(tx, { id: tokenId, accountId });
  if (!ended) throw unknownToken();
  await record(tx, { verb: 'ended', objectType: ended.kind, objectId: ended.id });
}

/** Ends every session and JWT of the person but the one by which they ask. */
export async function endOtherSignIns(tx: Tx, accountId: number, exceptTokenId: number): Promise<void> {
  const ended = await rows.revokeTokens(tx, accountId, ['session', 'jwt'], { exceptTokenId });
  if (ended > 0) await record(tx, { verb: 'ended_others', objectType: 'account', objectId: accountId });
}

/** Signs out by the token itself, of a session that a cookie holds; an unknown one is no matter. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  const ended = await rows.revokeSignIn(tx, { hash: hashToken(token) });
  if (ended) await record(tx, { verb: 'ended', objectType: ended.kind, objectId: ended.id });
}

/** Standing tokens, by id. */
export function listTokens(
  read: Read,
  filter: { accountId?: number; kinds?: readonly TokenKind[]; adminsOnly?: boolean },
  page: { limit: number; offset: number },
): Promise<{ count: number; tokens: Token[] }> {
  return rows.selectTokens(read, filter, page);
}

/** A standing token. Refuses an unknown or ended one. */
export async function requireToken(read: Read, id: number): Promise<Token> {
  const { tokens } = await rows.selectTokens(read, { id }, { limit: 1, offset: 0 });
  const [token] = tokens;
  if (!token) throw unknownToken();
  return token;
}

/**
 * Makes an OAuth access token of an account for a client; returned once, stored hashed.
 * @param seconds how long it lives
 */
export async function issueAccessToken(
  tx: Tx,
  grant: { accountId: number; oauthClientId: number; scopes: readonly string[] },
  seconds: number = accessTokenSeconds,
): Promise<{ token: string; expiresIn: number }> {
  // As many characters as the Gemini document's sample has.
  const token = randomText(tx.random, 42, tokenAlphabet);
  const expiresAt = secondsFromNow(tx, seconds);
  const id = await rows.insertToken(tx, { kind: 'access', hash: hashToken(token), ...grant, expiresAt });
  await record(tx, { verb: 'issued', objectType: 'access_token', objectId: id });
  return { token, expiresIn: seconds };
}

/** Opens a web session; what is returned goes into the cookie, once. */
export async function openSession(tx: Tx, accountId: number): Promise<{ token: string; expiresAt: Date }> {
  const token = randomText(tx.random, 43, tokenAlphabet);
  const expiresAt = secondsFromNow(tx, sessionSeconds);
  const id = await rows.insertToken(tx, { kind: 'session', hash: hashToken(token), accountId, expiresAt });
  await record(tx, { verb: 'opened', objectType: 'session', objectId: id });
  return { token, expiresAt };
}

/** Locks the account first: of two commands at once the second sees the first one's token. */
async function newestGeneration(tx: Tx, accountId: number) {
  if (!(await lockAccount(tx, accountId))) throw unknownAccount(String(accountId));
  return rows.findNewestGeneration(tx, accountId);
}

async function makeApiToken(
  tx: Tx,
  identity: Identity,
  accountId: number,
  generation: number,
  verb: 'created' | 'rotated',
): Promise<string> {
  const key = deriveKey(identity, tx.tenantId, accountId, generation);
  await rows.insertToken(tx, { kind: 'api', hash: hashToken(key), accountId, generation });
  await record(tx, { verb, objectType: 'api_token', objectId: accountId });
  return key;
}

function deriveKey(identity: Identity, tenantId: number, accountId: number, generation: number): string {
  return identity.secret.sign('api token', tenantId, accountId, generation).toString('hex').slice(0, 40);
}

function secondsFromNow(tx: Tx, seconds: number): Date {
  return new Date(tx.clock.now().getTime() + seconds * 1000);
}
