import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Site } from '../tenants/types.ts';
import { hasOwner } from './accounts.queries.ts';
import { voidFirstOwnerLinks } from './links.queries.ts';
import { lookAtLink, makeFirstOwnerLink, useLink } from './links.ts';
import { prepareChosenPassword } from './logins.ts';
import { badFields, badLink } from './refusals.ts';
import { prepareRegistration, register } from './registrations.ts';
import { splitName } from './rules.ts';
import type { Account, Identity, OpenLink, Registration } from './types.ts';

/** What the first owner writes into the form. */
export interface SentFirstOwner {
  readonly name: string;
  readonly email: string;
  readonly username: string;
  readonly password: string;
  /** Language code of the page on which it was written. */
  readonly language: string;
}

/** The link with which somebody takes possession of a tenant that has no owner yet; earlier ones end. Null: it has one. */
export async function offerFirstOwner(tx: Tx, identity: Identity, site: Site): Promise<string | null> {
  return (await hasOwner(tx)) ? null : makeFirstOwnerLink(tx, identity, site);
}

/** What a first-owner link opens, without using it. Refuses one that cannot be used, and any once there is an owner. */
export async function lookAtFirstOwnerLink(read: Read, secret: string): Promise<OpenLink> {
  const [link, owned] = await Promise.all([lookAtLink(read, 'first_owner', secret), hasOwner(read)]);
  if (owned) throw badLink();
  return link;
}

/**
 * Judges what the first owner wrote and hashes the password, outside any transaction. Refuses with every message by
 * field at once. The site's own registration fields are not asked: they are for its visitors, and may need an owner
 * to mend them.
 */
export async function prepareFirstOwner(
  passwords: Passwords,
  site: Site,
  sent: SentFirstOwner,
  now: Date,
): Promise<Registration> {
  const { registration_fields: _, ...config } = site.config;
  const { username, email, name, language } = sent;
  const form = { username, email, name, fields: { language } };
  const policy = { username: 'core', role: 'owner', welcome: 'none', now } as const;
  const { first, last } = splitName(name);
  const person = { username, email, firstName: first, lastName: last };
  const [registration, password] = await Promise.allSettled([
    prepareRegistration(passwords, { ...site, config }, form, policy),
    prepareChosenPassword(passwords, person, sent.password),
  ]);
  if (registration.status === 'fulfilled' && password.status === 'fulfilled') {
    return { ...registration.value, passwordHash: password.value };
  }
  throw badFields({ ...fieldsOf(registration), ...fieldsOf(password) });
}

/**
 * Uses a first-owner link: its bearer becomes the owner of the tenant, active at once. Refuses a link that cannot be
 * used, and any once there is an owner. Of two links at once one wins: each ends the other, and the database lets one
 * of them through.
 * @param wanted of `prepareFirstOwner`
 */
export async function claimFirstOwner(
  tx: Tx,
  identity: Identity,
  site: Site,
  secret: string,
  wanted: Registration,
): Promise<Account> {
  await useLink(tx, 'first_owner', secret);
  await voidFirstOwnerLinks(tx);
  if (await hasOwner(tx)) throw badLink();
  return register(tx, identity, site, wanted);
}

/** What one of the judges refused; anything else it threw is no judgement and goes on. */
function fieldsOf(judged: PromiseSettledResult<unknown>): Refusal['fields'] {
  if (judged.status === 'fulfilled') return {};
  if (judged.reason instanceof Refusal && judged.reason.kind === 'invalid') return judged.reason.fields;
  throw judged.reason;
}
