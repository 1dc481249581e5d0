import type { Context, OwnerContext, Read, Tx } from '../../platform/database/contract.ts';
import { isJwt } from '../../platform/jwt.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { randomText } from '../../platform/random.ts';
import { Refusal } from '../../platform/refusal.ts';
import { hashToken } from '../../platform/secrets.ts';
import { countHit, type Limit, refuseExhausted } from '../../platform/throttle.ts';
import { record } from '../activity/activity.ts';
import { readTenantJwt, signTenantJwt } from '../identity/jwts.ts';
import type { Identity, JwtSettings } from '../identity/types.ts';
import { hashKey } from './login-keys.ts';
import * as rows from './logins.queries.ts';
import { badNewPassword, wrongCredential, wrongOldPassword } from './refusals.ts';
import type { Participant, Visitor } from './types.ts';

const day = 24 * 60 * 60;
/** Seconds: a participant comes back while an event is chosen for; the year of the ancestor is too long (§11.4). */
const participantSeconds = 30 * day;
const sharedSeconds = 3 * day;

/** Who proved to have a login key. */
export interface ProvenParticipant extends Participant {
  /** Of the key as it was then. */
  readonly keyHash: Buffer | null;
}

/** The administrator's password, as whoever proved it knew it. */
export interface ProvenPassword {
  readonly passwordSetAt: Date;
}

/** A school shares one address (ruling "Throttles"). */
const attemptsOfAnAddress = 10;

/** Who tries, and how often they may fail. Null: throttling is off. */
export interface Attempt {
  /** An IP address. */
  readonly address: string;
  readonly limit: Limit | null;
}

/**
 * The participant of a login key: the exact match, else the one whose key differs in case, blanks or look-alikes
 * (ruling "Participants' keys"). Counts failures by address. Refuses an unknown key, one of an archived event, and one
 * whose slips leave two people possible.
 */
export async function proveKey(
  context: Context,
  identity: Pick<Identity, 'secret'>,
  key: string,
  attempt: Attempt,
): Promise<ProvenParticipant> {
  const addressOnly = [addressCounter(context, attempt)];
  return countingFailures(context, addressOnly, attempt.limit, async () => {
    const hashes = hashKey(identity.secret, context.tenantId, key);
    const found = await context.read((read) => rows.findByKey(read, hashes));
    const exact = found.find(({ isExact }) => isExact);
    const [only, another] = found.filter(({ isExact }) => !isExact);
    const one = exact ?? (another ? undefined : only);
    if (!one) throw wrongCredential();
    const { isExact: _, ...participant } = one;
    return participant;
  });
}

/**
 * Proves the one administrator's password (ruling "Admins"); a hash of an older kind is made anew. No login key is ever
 * taken for it. Counts failures, by tenant and address. Refuses a wrong one, and any where none is set or it is off.
 */
export async function proveSharedPassword(
  context: Context,
  passwords: Passwords,
  password: string,
  attempt: Attempt,
): Promise<ProvenPassword> {
  const counters = [
    addressCounter(context, attempt),
    { key: `login:${context.tenantId}:shared:${attempt.address}`, times: 1 },
  ];
  return countingFailures(context, counters, attempt.limit, async () => {
    const stored = await context.read(rows.findSharedPassword);
    const { matches, outdated } = await passwords.verify(password, stored?.hash ?? null);
    if (!matches || stored === null) throw wrongCredential();
    if (outdated) {
      const fresh = await passwords.hash(password);
      await context.transaction((tx) => rows.renewSharedHash(tx, stored.hash, fresh));
    }
    return { passwordSetAt: stored.setAt };
  });
}

/**
 * Signs in whoever proved a key or the shared password. Refuses a participant who was removed, or got another key, since,
 * and a password that was changed or switched off since.
 * @returns the JWT, once
 */
export async function openVisit(
  tx: Tx,
  identity: JwtSettings,
  proven: Pick<ProvenParticipant, 'id' | 'keyHash'> | ProvenPassword,
): Promise<string> {
  const issuedAt = tx.clock.now();
  const isShared = 'passwordSetAt' in proven;
  const seconds = isShared ? sharedSeconds : participantSeconds;
  const expiresAt = new Date(issuedAt.getTime() + seconds * 1000);
  const id = randomText(tx.random, 32, idAlphabet);
  const visit = { hash: hashToken(id), expiresAt };
  const visitId = isShared
    ? await rows.insertSharedVisit(tx, { ...visit, ...proven })
    : await rows.insertVisit(tx, { ...visit, participantId: proven.id, keyHash: proven.keyHash });
  if (visitId === null) throw wrongCredential();
  await record(tx, { verb: 'opened', objectType: 'visit', objectId: visitId });
  const claims = { admin_login: isShared ? 1 : 0 };
  return signTenantJwt(tx, identity, { id, claims, issuedAt, expiresAt });
}

/** Who a JWT of `openVisit` lets in; null: it is none, was ended, or its event is archived. */
export async function findVisitor(
  read: Read,
  identity: Pick<Identity, 'secret' | 'jwtKey'>,
  token: string,
): Promise<Visitor | null> {
  if (!isJwt(token)) return null;
  const jwt = await readTenantJwt(read, identity, token);
  // Without the claim it is an account's JWT: `identity` finds it.
  if ('bad' in jwt || !('admin_login' in jwt.claims)) return null;
  const visit = await rows.findVisit(read, hashToken(jwt.id));
  if (!visit || visit.isArchived || visit.expiresAt <= read.clock.now()) return null;
  return visit.participant
    ? { kind: 'participant', participant: visit.participant, visitId: visit.id }
    : { kind: 'shared_password', visitId: visit.id };
}

/** Ends one visit: signing out of a shared computer. */
export async function closeVisit(tx: Tx, visitId: number): Promise<void> {
  await rows.deleteVisit(tx, visitId);
  await record(tx, { verb: 'closed', objectType: 'visit', objectId: visitId });
}

/** Sets the administrator's password of the tenant and ends what the former one opened. @param hash of `Passwords` */
export async function setSharedPassword(tx: Tx, hash: string): Promise<ProvenPassword> {
  const setAt = tx.clock.now();
  await rows.upsertSharedPassword(tx, hash, setAt);
  return noteNewPassword(tx, setAt);
}

/** Switches the administrator's password off for good, until one is set anew. */
export async function switchOffSharedPassword(tx: Tx): Promise<void> {
  if (!(await rows.switchOff(tx))) return;
  await rows.deleteSharedVisits(tx);
  await record(tx, { verb: 'switched_off', objectType: 'shared_password', objectId: tx.tenantId });
}

/** Whether the tenant has an administrator's password that opens something. */
export async function hasSharedPassword(read: Read): Promise<boolean> {
  return (await rows.findSharedPassword(read)) !== null;
}

/**
 * Changes the administrator's password (contract §2). Refuses, in this order: either one empty; a new one without a
 * capital, a small letter and a digit, or shorter than 10; a wrong old one, also one that was changed or switched off
 * meanwhile.
 */
export async function changeSharedPassword(
  context: Context,
  passwords: Passwords,
  { oldPassword, newPassword }: { readonly oldPassword: string; readonly newPassword: string },
  attempt: Attempt,
): Promise<ProvenPassword> {
  judgeNewPassword(oldPassword, newPassword);
  const proven = await proveSharedPassword(context, passwords, oldPassword, attempt).catch((error) => {
    throw isWrong(error) ? wrongOldPassword() : error;
  });
  const hash = await passwords.hash(newPassword);
  return context.transaction(async (tx) => {
    const setAt = tx.clock.now();
    const isReplaced = await rows.replaceSharedPassword(tx, proven.passwordSetAt, { hash, setAt });
    if (!isReplaced) throw wrongOldPassword();
    return noteNewPassword(tx, setAt);
  });
}

/** Refuses what is no good administrator's password. */
export function judgeNewPassword(oldPassword: string, newPassword: string): void {
  if (oldPassword === '' || newPassword === '') throw badNewPassword('empty');
  if (![/[A-Z]/, /[a-z]/, /[0-9]/].every((kind) => kind.test(newPassword))) throw badNewPassword('weak');
  if (newPassword.length < 10) throw badNewPassword('short');
}

/** Deletes the visits of all tenants that have ended. */
export async function purgeVisits(owner: OwnerContext): Promise<number> {
  return owner.transaction((tx) => rows.deleteEndedVisits(tx, tx.clock.now()));
}

async function noteNewPassword(tx: Tx, passwordSetAt: Date): Promise<ProvenPassword> {
  await rows.deleteSharedVisits(tx);
  await record(tx, { verb: 'set', objectType: 'shared_password', objectId: tx.tenantId });
  return { passwordSetAt };
}

const idAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Counter {
  readonly key: string;
  /** Of the limit. */
  readonly times: number;
}

function addressCounter({ tenantId }: Context, { address }: Attempt): Counter {
  return { key: `login:${tenantId}:address:${address}`, times: attemptsOfAnAddress };
}

/** Only failures count, and beyond the limit the right credential is refused too: of many at once none slips through. */
async function countingFailures<T>(
  context: Context,
  counters: readonly Counter[],
  limit: Limit | null,
  prove: () => Promise<T>,
): Promise<T> {
  if (!limit) return prove();
  const all = counters.map(({ key, times }) => ({ key, limit: { ...limit, hits: limit.hits * times } }));
  const refuseTooMany = () => Promise.all(all.map((one) => refuseExhausted(context, one.key, one.limit)));
  await refuseTooMany();
  try {
    const proven = await prove();
    await refuseTooMany();
    return proven;
  } catch (error) {
    if (isWrong(error)) for (const one of all) await countHit(context, one.key, one.limit);
    throw error;
  }
}

function isWrong(error: unknown): boolean {
  return error instanceof Refusal && error.code === wrongCredential().code;
}
