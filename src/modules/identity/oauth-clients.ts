import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { randomText } from '../../platform/random.ts';
import { hashToken, sameBytes } from '../../platform/secrets.ts';
import { record } from '../activity/activity.ts';
import * as rows from './oauth-clients.queries.ts';
import { grantNotAllowed, unknownClient, unknownOauthClient } from './refusals.ts';
import type { Grant, OauthClient } from './types.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Makes an OAuth client that acts as its owner; its secret is returned once. Without grants: client_credentials. */
export async function createOauthClient(
  tx: Tx,
  wanted: { name: string; ownerId: number; grants: readonly Grant[] },
): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = randomText(tx.random, 40, alphabet);
  const clientSecret = randomText(tx.random, 64, alphabet);
  const grants: readonly Grant[] = wanted.grants.length > 0 ? wanted.grants : ['client_credentials'];
  const id = await rows.insertClient(tx, {
    ...wanted,
    grants,
    clientId,
    secretHash: hashToken(clientSecret),
  });
  await record(tx, { verb: 'created', objectType: 'oauth_client', objectId: id });
  return { clientId, clientSecret };
}

/** A client whose secret was proven right, before its use is written. */
export interface ProvenClient extends OauthClient {
  /** The secret hashed our way, where an imported client still had Django's slow hash of it. */
  readonly freshHash: Buffer | null;
}

/**
 * The client that these credentials prove, if it may use the grant. Refuses an unknown or disabled client, a wrong
 * secret and an inactive owner alike. The transaction that uses the proof calls `noteClientUse`.
 */
export async function requireClient(
  read: Read,
  passwords: Passwords,
  clientId: string,
  clientSecret: string,
  grant: Grant,
): Promise<ProvenClient> {
  const found = await rows.findClient(read, clientId);
  const proven = await isSecretOf(found, passwords, clientSecret);
  if (!found || !proven || found.client.disabledAt !== null || !found.isOwnerActive) throw unknownClient();
  if (!found.client.grants.includes(grant)) throw grantNotAllowed(grant);
  return { ...found.client, freshHash: found.secretHash ? null : hashToken(clientSecret) };
}

/** Notes the use of a client, and stores the hash made anew. */
export async function noteClientUse(tx: Tx, client: ProvenClient): Promise<void> {
  if (client.freshHash !== null) {
    await rows.updateClient(tx, client.id, { secret_hash: client.freshHash, secret_django: null });
  }
  await rows.touchClient(tx, client.id);
}

/** The tenant's clients, oldest first. */
export function listOauthClients(read: Read): Promise<OauthClient[]> {
  return rows.selectClients(read);
}

/** Gives the client a new secret, returned once; the old one ends. */
export async function rotateOauthClient(tx: Tx, clientId: string): Promise<string> {
  const client = await requireKnown(tx, clientId);
  const clientSecret = randomText(tx.random, 64, alphabet);
  await rows.updateClient(tx, client.id, { secret_hash: hashToken(clientSecret), secret_django: null });
  await record(tx, { verb: 'rotated', objectType: 'oauth_client', objectId: client.id });
  return clientSecret;
}

/** Disables a client: it gets no token any more, and those it has end. */
export async function disableOauthClient(tx: Tx, clientId: string): Promise<void> {
  const client = await requireKnown(tx, clientId);
  await rows.updateClient(tx, client.id, { disabled_at: tx.clock.now() });
  await record(tx, { verb: 'disabled', objectType: 'oauth_client', objectId: client.id });
}

async function isSecretOf(
  found: rows.FoundClient | null,
  passwords: Passwords,
  clientSecret: string,
): Promise<boolean> {
  if (found?.secretDjango) return (await passwords.verify(clientSecret, found.secretDjango)).matches;
  const proven = sameBytes(hashToken(clientSecret), found?.secretHash ?? hashToken(''));
  return proven && found !== null;
}

async function requireKnown(tx: Tx, clientId: string): Promise<OauthClient> {
  const found = await rows.findClient(tx, clientId);
  if (!found) throw unknownOauthClient(clientId);
  return found.client;
}
