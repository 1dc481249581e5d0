import type { Read, Tx } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { identify } from '../identity/accounts.ts';
import { isAddress } from '../identity/registrations.ts';
import type { Identified } from '../identity/types.ts';
import { lockBuckets } from './pending-enrolments.queries.ts';
import { bucketOf } from './rules.ts';
import type { Person } from './types.ts';

/**
 * Whom the identifiers name, in their order. Addresses without an active account are locked until the transaction ends
 * and looked up again: an account that became active meanwhile is seen, one that will has to wait and then sees us.
 */
export async function resolvePeople(tx: Tx, identifiers: readonly string[]): Promise<Person[]> {
  const found = await identify(tx, identifiers);
  const unsettled = identifiers.filter(
    (one) => !found.get(fold(one))?.isActive && addressOf(one, found) !== null,
  );
  if (unsettled.length > 0) {
    await lockBuckets(
      tx,
      unsettled.map((one) => bucketOf(addressOf(one, found)?.key ?? '')),
    );
    for (const [key, person] of await identify(tx, unsettled)) found.set(key, person);
  }
  return identifiers.map((identifier) => toPerson(identifier, found));
}

/** Whom the identifiers name now, in their order, without a lock: for a look at what an order would do. */
export async function lookUpPeople(read: Read, identifiers: readonly string[]): Promise<Person[]> {
  const found = await identify(read, identifiers);
  return identifiers.map((identifier) => toPerson(identifier, found));
}

/** The identifiers of an order: trimmed, each once whatever its letter case, as it was spelt first. */
export function distinctIdentifiers(texts: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const text of texts.map((one) => one.trim())) {
    const key = fold(text);
    if (key !== '' && !byKey.has(key)) byKey.set(key, text);
  }
  return [...byKey.values()];
}

function toPerson(identifier: string, found: ReadonlyMap<string, Identified>): Person {
  const account = found.get(fold(identifier));
  const address = addressOf(identifier, found);
  return {
    identifier,
    email: address?.email ?? null,
    emailKey: address?.key ?? null,
    accountId: account?.id ?? null,
    isActive: account?.isActive ?? false,
    name: account?.name ?? '',
    locale: account?.locale ?? null,
  };
}

/** The account's address, else the identifier itself where it is one. */
function addressOf(
  identifier: string,
  found: ReadonlyMap<string, Identified>,
): { email: string; key: string } | null {
  const account = found.get(fold(identifier));
  if (account) return { email: account.email, key: account.emailKey };
  return isAddress(identifier) ? { email: identifier, key: fold(identifier) } : null;
}
