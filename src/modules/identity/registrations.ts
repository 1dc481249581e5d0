import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { uuid } from '../../platform/random.ts';
import { fold, transliterate } from '../../platform/text-folding.ts';
import { record } from '../activity/activity.ts';
import type { Site } from '../tenants/types.ts';
import { findTaken, insertAccount } from './accounts.queries.ts';
import { postLinkLetter } from './links.ts';
import { emptyProfile, judgeExtra, judgeProfile } from './profiles.ts';
import { badEmail, badFields, taken } from './refusals.ts';
import {
  isEmail,
  judgeName,
  judgeNarrowUsername,
  judgeTrustedPassword,
  judgeUsername,
  messages,
  splitName,
  usernameBase,
} from './rules.ts';
import type { Account, Identity, Registration, Role, Welcome } from './types.ts';

/** What a trusted system or an operator sends to register someone; nothing of it is believed yet. */
export interface SentRegistration {
  readonly username?: unknown;
  readonly email?: unknown;
  readonly name?: unknown;
  /** Undefined: nobody can sign in until a password is set. */
  readonly password?: unknown;
  /** Everything that was sent; profile and registration fields are picked out of it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface RegistrationPolicy {
  /** `narrow`: 2–30 of `[A-Za-z0-9_-]` (contract §1.6); `core`: 1–150; `made`: from the e-mail's local part. */
  readonly username: 'narrow' | 'core' | 'made';
  readonly role: Role;
  readonly welcome: Welcome;
  readonly now: Date;
}

/**
 * Judges a registration and hashes its password, outside any transaction since that takes 25 ms of a core.
 * Refuses with messages by field, in the order username, email, name, password, profile, own fields.
 */
export async function prepareRegistration(
  passwords: Passwords,
  site: Site,
  sent: SentRegistration,
  policy: RegistrationPolicy,
): Promise<Registration> {
  const username = policy.username === 'made' ? null : text(sent.username);
  const [email, name] = [text(sent.email), text(sent.name)];
  const profile = judgeProfile(sent.fields, policy.now);
  const extra = judgeExtra(site.config.registration_fields, sent.fields, { whole: true });
  const wrong: Record<string, readonly string[]> = {};
  note(wrong, 'username', username === null ? [] : judgeFor(policy, username));
  note(wrong, 'email', isEmail(email) ? [] : [messages.email]);
  note(wrong, 'name', judgeName(name));
  note(wrong, 'password', judgePassword(sent.password, username));
  Object.assign(wrong, profile.wrong, extra.wrong);
  if (Object.keys(wrong).length > 0) throw badFields(wrong);
  const passwordHash = typeof sent.password === 'string' ? await passwords.hash(sent.password) : null;
  return {
    username,
    email,
    name,
    passwordHash,
    profile: { ...emptyProfile, ...profile.values },
    extra: extra.values,
    role: policy.role,
    locale: profile.values.language ?? site.config.language ?? null,
    welcome: policy.welcome,
  };
}

/**
 * Writes an account with its letter and its trace. Refuses an e-mail or username that is in use in the tenant, naming
 * which; of many at once exactly one wins, by the constraint. An account active from the start is announced to the
 * ports at once, any other when its link is used.
 */
export async function register(
  tx: Tx,
  identity: Identity,
  site: Site,
  wanted: Registration,
): Promise<Account> {
  const account = await insertUnlessTaken(tx, wanted);
  await Promise.all([
    record(tx, { verb: 'registered', objectType: 'account', objectId: account.id }),
    welcome(tx, identity, site, account, wanted.welcome),
  ]);
  if (account.isActive) for (const announce of identity.ports.accountActivated) await announce(tx, [account]);
  return account;
}

/** Refuses as a registration with these would be refused; a cheap look before work is spent on it. */
export async function refuseTakenNames(
  read: Read,
  names: { email: string; username: string | null },
): Promise<void> {
  throwIfTaken(await findTakenNames(read, names));
}

/** Which of these names somebody has here. */
export function findTakenNames(
  read: Read,
  names: { email: string; username: string | null },
): Promise<{ email: boolean; username: boolean }> {
  const keys = { emailKey: fold(names.email), usernameKey: names.username && fold(names.username) };
  return findTaken(read, keys, null);
}

/** Whether a text is an e-mail address that could be registered. */
export function isAddress(text: string): boolean {
  return isEmail(text);
}

/** Refuses what is no e-mail address; trimmed otherwise. */
export function requireEmail(sent: unknown): string {
  const email = text(sent);
  if (!isEmail(email)) throw badEmail();
  return email;
}

async function insertUnlessTaken(tx: Tx, wanted: Registration): Promise<Account> {
  const now = tx.clock.now();
  const { first, last } = wanted.parts ?? splitName(wanted.name);
  const row = {
    uuid: uuid(tx.random, now),
    email: wanted.email,
    emailKey: fold(wanted.email),
    emailConfirmedAt: wanted.welcome === 'vouched' ? now : null,
    mustConfirm: wanted.welcome === 'sign_up',
    name: wanted.name,
    firstName: first,
    lastName: last,
    nameKey: fold(wanted.name),
    role: wanted.role,
    isActive: wanted.welcome !== 'activation' && wanted.welcome !== 'set_password',
    passwordHash: wanted.passwordHash,
    locale: wanted.locale,
    profile: wanted.profile,
    extra: wanted.extra,
    createdAt: now,
  };
  // Names made here may all be taken by others at the same moment; drawing again finds free ones.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const names = wanted.username === null ? madeUsernames(tx, wanted.email) : [wanted.username];
    const candidates = names.map((username) => ({ username, key: fold(username) }));
    const account = await insertAccount(tx, candidates, row);
    if (account) return account;
    const usernameKey = wanted.username && fold(wanted.username);
    throwIfTaken(await findTaken(tx, { emailKey: row.emailKey, usernameKey }, null));
  }
  throw taken(['username']);
}

function throwIfTaken(found: { email: boolean; username: boolean }): void {
  const fields = (['email', 'username'] as const).filter((field) => found[field]);
  if (fields.length > 0) throw taken(fields);
}

/** The bare local part first, then with three digits, then with more: a crowd of namesakes always finds a free one. */
function madeUsernames(tx: Tx, email: string): string[] {
  const base = usernameBase(transliterate(email.slice(0, email.indexOf('@'))));
  const draw = (from: number, to: number) => from + (tx.random.bytes(4).readUInt32BE() % (to - from));
  const short = Array.from({ length: 20 }, () => `${base}${draw(100, 1000)}`);
  const long = Array.from({ length: 5 }, () => `${base}${draw(1000, 1_000_000)}`);
  return [...new Set([base, ...short, ...long])];
}

const letterOf = {
  activation: 'activate',
  confirmation: 'activate',
  set_password: 'set_password',
  sign_up: 'confirm_email',
  confirm_email: 'confirm_email',
} as const;

async function welcome(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
  how: Welcome,
): Promise<void> {
  if (how === 'none' || how === 'vouched') return;
  await postLinkLetter(tx, identity, site, account, letterOf[how]);
}

function text(sent: unknown): string {
  return typeof sent === 'string' ? sent.trim() : '';
}

function note(wrong: Record<string, readonly string[]>, field: string, found: readonly string[]): void {
  if (found.length > 0) wrong[field] = found;
}

function judgeFor(policy: RegistrationPolicy, username: string): string[] {
  return policy.username === 'narrow' ? judgeNarrowUsername(username) : judgeUsername(username);
}

function judgePassword(password: unknown, username: string | null): string[] {
  if (password === undefined) return [];
  return typeof password === 'string' ? judgeTrustedPassword(password, username) : ['Not a valid string.'];
}
