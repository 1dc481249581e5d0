import type { Context, Read, Tx } from '../../platform/database/contract.ts';
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

/** Milliseconds; less than the five minutes after which somebody is taken for gone. */
const signOfLife = 2 * 60_000;

/** Notes that somebody is there, now and from time to time, until what it returned is called. @param warn told of a sign that could not be noted */
export async function stayPresent(
  context: Context,
  accountId: number,
  warn: (error: unknown) => void,
): Promise<() => void> {
  const note = () => context.transaction((tx) => notePresence(tx, accountId));
  await note();
  const timer = setInterval(() => void note().catch(warn), signOfLife).unref();
  return () => clearInterval(timer);
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
