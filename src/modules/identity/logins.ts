import { commonPasswords } from '../../platform/common-passwords.ts';
import type { Context, Read, Tx } from '../../platform/database/contract.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { Refusal } from '../../platform/refusal.ts';
import { fold } from '../../platform/text-folding.ts';
import { countHit, type Limit, refuseExhausted } from '../../platform/throttle.ts';
import { findPassword, hasPassword as hasStoredPassword, updateAccountRow } from './accounts.queries.ts';
import { badFields, wrongLogin } from './refusals.ts';
import { judgeChosenPassword, judgeTrustedPassword, type PasswordOwner } from './rules.ts';

/** A password that was proven right, before the sign-in is written. */
export interface ProvenLogin {
  readonly accountId: number;
  readonly isActive: boolean;
  /** A hash made anew, where the stored one is of an older kind. */
  readonly freshHash: string | null;
}

/**
 * Proves a password of the account that has `login` as username or e-mail. Refuses a wrong one and an unknown account
 * alike and in the same time. Whether an inactive account may go on is the caller's rule.
 */
export async function proveLogin(
  read: (work: (read: Read) => ReturnType<typeof findPassword>) => ReturnType<typeof findPassword>,
  passwords: Passwords,
  login: string,
  password: string,
): Promise<ProvenLogin> {
  const found = await read((unit) => findPassword(unit, fold(login.trim())));
  // One person's username may be another's e-mail: the password tells which of them it is.
  const candidates = found.length > 0 ? found : [{ id: 0, passwordHash: null, isActive: false }];
  for (const candidate of candidates) {
    const { matches, outdated } = await passwords.verify(password, candidate.passwordHash);
    if (!matches) continue;
    const freshHash = outdated ? await passwords.hash(password) : null;
    return { accountId: candidate.id, isActive: candidate.isActive, freshHash };
  }
  throw wrongLogin();
}

export interface LoginAttempt {
  /** Username or e-mail. */
  readonly login: string;
  readonly password: string;
  /** Of whoever tries: an IP address. */
  readonly address: string;
}

/** A school shares one address (ruling "Throttles"). */
const attemptsOfAnAddress = 10;

/**
 * Proves a password as `proveLogin` does and counts the failures, by account and by address. Refuses with `throttled`
 * beyond the limit, the right password too: of many guesses at once none may slip through before the first is counted.
 * @param limit failures of one account; ten times as many of one address. Null: throttling is off
 */
export async function attemptLogin(
  context: Context,
  passwords: Passwords,
  { login, password, address }: LoginAttempt,
  limit: Limit | null,
): Promise<ProvenLogin> {
  if (!limit) return proveLogin(context.read, passwords, login, password);
  const counters = [
    { key: `login:${context.tenantId}:account:${fold(login.trim())}`, limit },
    {
      key: `login:${context.tenantId}:address:${address}`,
      limit: { ...limit, hits: limit.hits * attemptsOfAnAddress },
    },
  ];
  const refuseTooMany = () =>
    Promise.all(counters.map((counter) => refuseExhausted(context, counter.key, counter.limit)));
  await refuseTooMany();
  try {
    const proven = await proveLogin(context.read, passwords, login, password);
    await refuseTooMany();
    return proven;
  } catch (error) {
    if (error instanceof Refusal && error.code === wrongLogin().code)
      for (const counter of counters) await countHit(context, counter.key, counter.limit);
    throw error;
  }
}

/** Whether a password opens the account. */
export function hasPassword(read: Read, accountId: number): Promise<boolean> {
  return hasStoredPassword(read, accountId);
}

/** Notes a sign-in, and stores the hash made anew. */
export async function noteLogin(tx: Tx, proven: ProvenLogin): Promise<void> {
  await updateAccountRow(tx, proven.accountId, {
    last_login_at: tx.clock.now(),
    ...(proven.freshHash !== null && { password_hash: proven.freshHash }),
  });
}

/** Judges and hashes a password that a person chose (SaaS contract §2.3). Refuses with every message, under `password`. */
export async function prepareChosenPassword(
  passwords: Passwords,
  owner: PasswordOwner,
  password: string,
): Promise<string> {
  const common = await commonPasswords();
  const found = judgeChosenPassword(password, owner, common.has(password.toLowerCase()));
  if (found.length > 0) throw badFields({ password: found });
  return passwords.hash(password);
}

/** Judges and hashes a password that a trusted system sets: 2–128 characters, not similar to the username. */
export async function prepareTrustedPassword(
  passwords: Passwords,
  username: string,
  password: string,
): Promise<string> {
  const found = judgeTrustedPassword(password, username);
  if (found.length > 0) throw badFields({ password: found });
  return passwords.hash(password);
}
