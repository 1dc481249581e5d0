import type { Read, Tx } from '../../platform/database/contract.ts';
import { randomText } from '../../platform/random.ts';
import type { InstallationSecret } from '../../platform/secrets.ts';
import { fromBase32, otpauthUri, stepOfCode, toBase32 } from '../../platform/totp.ts';
import { record } from '../activity/activity.ts';
import { setDemandOfOwnTenant } from '../tenants/tenants.ts';
import type { Site } from '../tenants/types.ts';
import {
  higherRole,
  secondFactorDemanded,
  secondFactorIsOff,
  secondFactorIsOn,
  wrongCode,
} from './refusals.ts';
import { reaches } from './rules.ts';
import * as rows from './second-factors.queries.ts';
import type { Account, Actor, Role } from './types.ts';

const purpose = 'second factor';
const nonceSize = 12;
/** Of a shared secret (RFC 4226 §4, R6). */
const secretBytes = 20;
const recoveryCodes = 10;
const recoveryLength = 10;
/** Without look-alikes: these are copied from paper. */
const recoveryAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** How an account stands with its second factor. */
export interface SecondFactor {
  readonly isOn: boolean;
  readonly since: Date | null;
  /** Recovery codes not yet used. */
  readonly codesLeft: number;
}

/** What an app takes over, shown once. */
export interface SecretToShare {
  /** In base 32, to type. */
  readonly secret: string;
  /** The same as an address, which a QR code carries. */
  readonly uri: string;
}

/** A code that was found right, to be taken by `claimProof` in the transaction of the sign-in. */
export type SecondProof =
  | { readonly sealed: Buffer; readonly step: number }
  | { readonly recoveryHash: Buffer };

export async function readSecondFactor(read: Read, accountId: number): Promise<SecondFactor> {
  const found = await rows.findSecondFactor(read, accountId);
  const since = found?.confirmedAt ?? null;
  return { isOn: since !== null, since, codesLeft: since === null ? 0 : (found?.codesLeft ?? 0) };
}

/** Begins a second factor, or anew where none was confirmed: nothing asks for it yet. Refuses where one is on. */
export async function beginSecondFactor(
  tx: Tx,
  secret: InstallationSecret,
  site: Site,
  account: Account,
): Promise<SecretToShare> {
  const shared = toBase32(tx.random.bytes(secretBytes));
  const sealed = secret.seal(purpose, tx.random.bytes(nonceSize), shared);
  if (!(await rows.beginSecondFactor(tx, account.id, sealed))) throw secondFactorIsOn();
  return { secret: shared, uri: otpauthUri(shared, { issuer: site.name, account: account.email }) };
}

/**
 * Switches on the second factor that was begun, by a first code of the app. Refuses a wrong code, where none was begun,
 * and where one is on.
 * @returns recovery codes, shown once; each opens the account once where the app is lost
 */
export async function confirmSecondFactor(
  tx: Tx,
  secret: InstallationSecret,
  accountId: number,
  code: string,
): Promise<string[]> {
  const found = await rows.findSecondFactor(tx, accountId);
  if (!found) throw secondFactorIsOff();
  if (found.confirmedAt !== null) throw secondFactorIsOn();
  const step = stepOf(tx, secret, found.sealed, plain(code));
  if (step === null) throw wrongCode();
  if (!(await rows.confirmSecondFactor(tx, accountId, { sealed: found.sealed, step }))) throw wrongCode();
  const codes = Array.from({ length: recoveryCodes }, () =>
    randomText(tx.random, recoveryLength, recoveryAlphabet),
  );
  await rows.insertRecoveryCodes(
    tx,
    accountId,
    codes.map((one) => hashOf(tx, secret, accountId, one)),
  );
  await record(tx, { verb: 'confirmed', objectType: 'second_factor', objectId: accountId });
  return codes.map((one) => `${one.slice(0, 5)}-${one.slice(5)}`);
}

/** Switches the second factor off, its recovery codes with it. Refuses where there is none. */
export async function dropSecondFactor(tx: Tx, accountId: number): Promise<void> {
  if (!(await rows.deleteSecondFactor(tx, accountId))) throw secondFactorIsOff();
  await record(tx, { verb: 'removed', objectType: 'second_factor', objectId: accountId });
}

/** Switches off that of somebody who lost the app and the recovery codes. Refuses as `dropSecondFactor`, and a higher role. */
export async function dropSecondFactorOf(tx: Tx, account: Account, by: Role): Promise<void> {
  if (!reaches(by, account.role)) throw higherRole();
  await dropSecondFactor(tx, account.id);
}

/** What a code proves: a code of the app not taken before, or a recovery code. Null: nothing. Takes nothing. */
export async function judgeCode(
  read: Read,
  secret: InstallationSecret,
  accountId: number,
  code: string,
): Promise<SecondProof | null> {
  const sent = plain(code);
  const found = await rows.findSecondFactor(read, accountId);
  if (!found || found.confirmedAt === null) return null;
  if (sent.length === recoveryLength) {
    const recoveryHash = hashOf(read, secret, accountId, sent);
    return (await rows.hasRecoveryCode(read, accountId, recoveryHash)) ? { recoveryHash } : null;
  }
  const step = stepOf(read, secret, found.sealed, sent);
  return step !== null && step > found.lastStep ? { sealed: found.sealed, step } : null;
}

/** Takes the code of a proof, so that it proves nothing again: of two at once one gets it. @returns whether it did */
export async function claimProof(tx: Tx, accountId: number, proof: SecondProof): Promise<boolean> {
  if (!('recoveryHash' in proof)) return rows.claimStep(tx, accountId, proof);
  const isClaimed = await rows.claimRecoveryCode(tx, accountId, proof.recoveryHash);
  if (isClaimed) await record(tx, { verb: 'used', objectType: 'recovery_code', objectId: accountId });
  return isClaimed;
}

/** Sets whether staff of the tenant must sign in with a second factor. For owners; the caller judges that. */
export async function demandSecondFactor(tx: Tx, wanted: boolean): Promise<void> {
  await setDemandOfOwnTenant(tx, wanted);
  await record(tx, {
    verb: 'changed',
    objectType: 'tenant',
    objectId: tx.tenantId,
    fields: ['staff_second_factor'],
  });
}

/** Whether the site demands a second factor of somebody who has none. */
export async function lacksSecondFactor(
  read: Read,
  site: Site,
  { id, role }: Pick<Account, 'id' | 'role'>,
): Promise<boolean> {
  if (!site.demandsSecondFactor || !reaches(role, 'staff')) return false;
  return !(await readSecondFactor(read, id)).isOn;
}

/**
 * Refuses whom `lacksSecondFactor` finds by what a person's sign-in opened, a session or a JWT. Programs, which sign in
 * nowhere, have no app to ask.
 */
export async function requireSecondFactor(
  read: Read,
  site: Site,
  { kind, accountId: id, role }: Actor,
): Promise<void> {
  const isSignIn = kind === 'session' || kind === 'jwt';
  if (isSignIn && (await lacksSecondFactor(read, site, { id, role }))) throw secondFactorDemanded();
}

/** People write blanks and hyphens into codes, and small letters. */
function plain(code: string): string {
  return code.replaceAll(/[\s-]/g, '').toUpperCase();
}

function stepOf(
  { clock }: Pick<Read, 'clock'>,
  secret: InstallationSecret,
  sealed: Buffer,
  code: string,
): number | null {
  return stepOfCode(fromBase32(secret.unseal(purpose, sealed)), code, clock.now());
}

function hashOf(
  { tenantId }: Pick<Read, 'tenantId'>,
  secret: InstallationSecret,
  accountId: number,
  code: string,
): Buffer {
  return secret.sign('recovery code', tenantId, accountId, code);
}
