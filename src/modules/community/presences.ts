import type { Read, Tx } from '../../platform/database/contract.ts';
import { findAccounts } from '../identity/accounts.ts';
import type { Account } from '../identity/types.ts';
import * as rows from './presences.queries.ts';

/** Milliseconds after which somebody who gave no sign of life is taken for gone (contract §15.30). */
const presentFor = 5 * 60_000;

/** Notes that somebody is there now. */
export function notePresence(tx: Tx, accountId: number): Promise<void> {
  return rows.upsertPresence(tx, accountId);
}

/** Notes that somebody left. */
export function endPresence(tx: Tx, accountId: number): Promise<void> {
  return rows.deletePresence(tx, accountId);
}

/** Somebody who is there, and the last sign of it. */
export interface Present {
  readonly account: Account;
  readonly seenAt: Date;
}

/** Who is there now, whoever gave a sign last first; at most `limit`. */
export async function listPresent(read: Read, limit: number): Promise<Present[]> {
  const since = new Date(read.clock.now().getTime() - presentFor);
  const found = await rows.selectPresent(read, since, limit);
  const accounts = await findAccounts(
    read,
    found.map(({ accountId }) => accountId),
  );
  return found.flatMap(({ accountId, seenAt }) => {
    const account = accounts.get(accountId);
    return account?.isActive ? [{ account, seenAt }] : [];
  });
}
