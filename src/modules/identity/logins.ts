import { commonPasswords } from '../../platform/common-passwords.ts';
import type { Context, OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { InstallationSecret } from '../../platform/secrets.ts';
import { fold } from '../../platform/text-folding.ts';
import { countHit, type Limit, refuseExhausted } from '../../platform/throttle.ts';
import {
  findPassword,
  findTenantsOfEmail,
  hasStoredPassword,
  type StoredPassword,
  updateAccountRow,
} from './accounts.queries.ts';
import { voidLinks } from './links.queries.ts';
import { badFields, secondFactorNeeded, wrongLogin, wrongLoginCode } from './refusals.ts';
import { judgeChosenPassword, judgeTrustedPassword, type PasswordOwner } from './rules.ts';
import { claimProof, judgeCode, type SecondProof } from './second-factors.ts';

/** A password that was proven right, before the sign-in is written. */
export interface ProvenLogin {
  readonly accountId: number;
  readonly isActive: boolean;
  /** Registered alone and has not confirmed the address. */
  readonly isUnconfirmed: boolean;
  /** A hash made anew, where the stored one is of an older kind. */
  readonly freshHash: string | null;
  /** The code of the account's second factor, which `noteLogin` takes; null: none was asked for. */
  readonly second: SecondProof | null;
}

/**
 * What else a password must be accompanied by.
 * - `alone`: nothing can be, so that it opens no account that has a second factor, nor one of staff where that is demanded;
 * - `not_needed`: nothing, since the password opens nothing: whoever is signed in shows to know it;
 * - else the code of the account's second factor, where it has one; null: none was sent.
 */
export type Accompanied =
  | 'alone'
  | 'not_needed'
  | { readonly secret: InstallationSecret; readonly code: string | null };

/**
 * Proves a password of the account that has `login` as username or e-mail. Refuses a wrong one and an unknown account
 * alike and in the same time; so a password that is not enough alone. Where a code can come along, the right password
 * is told what is missing. Whether an inactive account may go on is the caller's rule.
 */
export async function proveLogin(
  read: Context['read'],
  passwords: Passwords,
  { login, password, by = 'either', accompanied = 'alone' }: Omit<LoginAttempt, 'address'>,
): Promise<ProvenLogin> {
  const found = await read((unit) => findPassword(unit, fold(login.trim()), by));
  // One person's username may be another's e-mail: the password tells which of them it is.
  const candidates = found.length > 0 ? found : [nobody];
  for (const candidate of candidates) {
    const { matches, outdated } = await passwords.verify(password, candidate.passwordHash);
    if (!matches) continue;
    const freshHash = outdated ? await passwords.hash(password) : null;
    const { id, isActive, isUnconfirmed } = candidate;
    const second = await proveSecond(read, candidate, accompanied);
    return { accountId: id, isActive, isUnconfirmed, freshHash, second };
  }
  throw wrongLogin();
}

const nobody: StoredPassword = {
  id: 0,
  passwordHash: null,
  isActive: false,
  isUnconfirmed: false,
  hasSecondFactor: false,
  needsSecondFactor: false,
};

async function proveSecond(
  read: Context['read'],
  { id, hasSecondFactor, needsSecondFactor }: StoredPassword,
  accompanied: Accompanied,
): Promise<SecondProof | null> {
  if (accompanied === 'not_needed') return null;
  if (accompanied === 'alone') {
    if (hasSecondFactor || needsSecondFactor) throw wrongLogin();
    return null;
  }
  if (!hasSecondFactor) return null;
  const { secret, code } = accompanied;
  if (code === null) throw secondFactorNeeded();
  const proof = await read((unit) => judgeCode(unit, secret, id, code));
  if (!proof) throw wrongLoginCode();
  return proof;
}

export interface LoginAttempt {
  /** Username or e-mail. */
  readonly login: string;
  /** `email`: a username does not do. */
  readonly by?: 'email' | 'either';
  readonly password: string;
  /** Left out: `alone`. */
  readonly accompanied?: Accompanied;
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
  attempt: LoginAttempt,
  limit: Limit | null,
): Promise<ProvenLogin> {
  return countFailures(context, attempt, limit, () => proveLogin(context.read, passwords, attempt));
}

/** Proves a password by `prove` and counts its failures, as `attemptLogin` does; for a proof in more than one tenant. */
export async function countFailures<T>(
  context: Context,
  { login, address }: Pick<LoginAttempt, 'login' | 'address'>,
  limit: Limit | null,
  prove: () => Promise<T>,
): Promise<T> {
  if (!limit) return prove();
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
    const proven = await prove();
    await refuseTooMany();
    return proven;
  } catch (error) {
    if (error instanceof Refusal && countedCodes.includes(error.code))
      for (const counter of counters) await countHit(context, counter.key, counter.limit);
    throw error;
  }
}

const countedCodes = [wrongLogin().code, wrongLoginCode().code];

/** The tenants in which somebody has that e-mail, at most `limit` of them; for the sign-in on the root domain. */
export function tenantsOfEmail(read: OwnerRead, email: string, limit: number): Promise<number[]> {
  return findTenantsOfEmail(read, fold(email.trim()), limit);
}

/** Whether any password opens the account. */
export function hasPassword(read: Read, accountId: number): Promise<boolean> {
  return hasStoredPassword(read, accountId);
}

/**
 * Notes a sign-in, and stores the hash made anew. Who remembers the password needs no link to reset it: those end.
 * Refuses a code that another sign-in took meanwhile.
 */
export async function noteLogin(tx: Tx, proven: ProvenLogin): Promise<void> {
  if (proven.second && !(await claimProof(tx, proven.accountId, proven.second))) throw wrongLoginCode();
  await voidLinks(tx, proven.accountId, ['reset_password']);
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
  await requireGoodPassword(owner, password);
  return passwords.hash(password);
}

/** Refuses as `prepareChosenPassword`, before a core works on the hash. */
export async function requireGoodPassword(owner: PasswordOwner, password: string): Promise<void> {
  const common = await commonPasswords();
  const found = judgeChosenPassword(password, owner, common.has(password.toLowerCase()));
  if (found.length > 0) throw badFields({ password: found });
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
