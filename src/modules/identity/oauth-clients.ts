import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { randomText } from '../../platform/random.ts';
import { hashToken, sameBytes } from '../../platform/secrets.ts';
import { record } from '../activity/activity.ts';
import * as rows from './oauth-clients.queries.ts';
import { grantNotAllowed, ownerNeeded, unknownClient, unknownOauthClient } from './refusals.ts';
import type { Grant, OauthClient, ProvenClient } from './types.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Makes an OAuth client; its secret is returned once. Without grants: client_credentials, by which it acts as its owner.
 * Refuses that grant to a client without an owner.
 */
export async function createOauthClient(
  tx: Tx,
  wanted: { name: string; ownerId: number | null; grants: readonly Grant[] },
): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = randomText(tx.random, 40, alphabet);
  const clientSecret = randomText(tx.random, 64, alphabet);
  const grants: readonly Grant[] = wanted.grants.length > 0 ? wanted.grants : ['client_credentials'];
  if (wanted.ownerId === null && grants.includes('client_credentials')) throw ownerNeeded();
  const id = await rows.insertClient(tx, {
    ...wanted,
    grants,
    clientId,
    secretHash: hashToken(clientSecret),
  });
  await record(tx, { verb: 'created', objectType: 'oauth_client', objectId: id });
  return { clientId, clientSecret };
}

/**
 * The client that these credentials prove, if it may use the grant. Refuses an unknown or disabled client, a wrong
 * secret and an inactive owner alike. The transaction that uses the proof calls `noteClientUse`.
 * @param grant null: the caller asks for it by itself
 */
export async function requireClient(
  read: Read,
  passwords: Passwords,
  clientId: string,
  clientSecret: string,
  grant: Grant | null,
): Promise<ProvenClient> {
  const found = await rows.findClient(read, clientId);
  const proven = await isSecretOf(found, passwords, clientSecret);
  const client = judged(proven ? found : null);
  if (grant !== null) requireGrant(client, grant);
  return { ...client, freshHash: found?.secretHash ? null : hashToken(clientSecret) };
}

/** The client of that id, proven by something else than its secret; of whatever grant. Refuses as `requireClient` does. */
export async function requireClientById(read: Read, clientId: string): Promise<ProvenClient> {
  return judged(await rows.findClient(read, clientId));
}

/** Refuses a client that may not use the grant. */
export function requireGrant({ grants }: OauthClient, grant: Grant): void {
  if (!grants.includes(grant)) throw grantNotAllowed(grant);
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
  const client = await requireOauthClient(tx, clientId);
  const clientSecret = randomText(tx.random, 64, alphabet);
  await rows.updateClient(tx, client.id, { secret_hash: hashToken(clientSecret), secret_django: null });
  await record(tx, { verb: 'rotated', objectType: 'oauth_client', objectId: client.id });
  return clientSecret;
}

/** Disables a client: it gets no token any more, and those it has end. */
export async function disableOauthClient(tx: Tx, clientId: string): Promise<void> {
  const client = await requireOauthClient(tx, clientId);
  await rows.updateClient(tx, client.id, { disabled_at: tx.clock.now() });
  await record(tx, { verb: 'disabled', objectType: 'oauth_client', objectId: client.id });
}

/** A client of the tenant. Refuses an unknown one. */
export async function requireOauthClient(read: Read, clientId: string): Promise<OauthClient> {
  const found = await rows.findClient(read, clientId);
  if (!found) throw unknownOauthClient(clientId);
  return found.client;
}

/** Locks a client until the commit and reads it. Refuses an unknown one. */
export async function lockOauthClient(tx: Tx, clientId: string): Promise<OauthClient> {
  await rows.lockClient(tx, clientId);
  return requireOauthClient(tx, clientId);
}

/**
 * Changes a locked client: its name, what it may ask for, whether it is disabled, which ends its tokens' use while it
 * lasts. Refuses client_credentials without an owner.
 */
export async function changeOauthClient(
  tx: Tx,
  client: OauthClient,
  change: { readonly name?: string; readonly grants?: readonly Grant[]; readonly isDisabled?: boolean },
): Promise<OauthClient> {
  const { name, grants, isDisabled } = change;
  if (client.ownerId === null && grants?.includes('client_credentials')) throw ownerNeeded();
  const disabledAt = isDisabled ? (client.disabledAt ?? tx.clock.now()) : null;
  const changed = {
    ...(name !== undefined && { name }),
    ...(grants !== undefined && { grants: [...grants] }),
    ...(isDisabled !== undefined && { disabled_at: disabledAt }),
  };
  if (Object.keys(changed).length === 0) return client;
  await rows.updateClient(tx, client.id, changed);
  const fields = Object.keys(change);
  await record(tx, { verb: 'changed', objectType: 'oauth_client', objectId: client.id, fields });
  return requireOauthClient(tx, client.clientId);
}

/** Deletes a client with all its tokens. Refuses an unknown one. */
export async function deleteOauthClient(tx: Tx, clientId: string): Promise<void> {
  const client = await requireOauthClient(tx, clientId);
  await rows.deleteClientRow(tx, client.id);
  await record(tx, { verb: 'deleted', objectType: 'oauth_client', objectId: client.id });
}

function judged(found: rows.FoundClient | null): ProvenClient {
  if (!found || found.client.disabledAt !== null || !found.isOwnerActive) throw unknownClient();
  return { ...found.client, freshHash: null };
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
