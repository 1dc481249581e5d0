import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { findAccountByUuid } from '../../modules/identity/accounts.ts';
import type { Account, Role } from '../../modules/identity/types.ts';
import type { Site } from '../../modules/tenants/types.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { type FieldMessages, notFound } from './errors.ts';
import { english, type TextKey } from './texts.ts';

/** A person as login and `current-user` tell of them: the uuid is `pk` there (contract §4). */
export const ownSchema = {
  pk: Type.String({ format: 'uuid' }),
  username: Type.String(),
  email: Type.String(),
  first_name: Type.String(),
  last_name: Type.String(),
};

export function toOwn({ uuid, username, email, firstName, lastName }: Account) {
  return { pk: uuid, username, email, first_name: firstName, last_name: lastName };
}

/** A person as lists and activities tell of them: the uuid is `id` there (contract §6). */
export const personSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  first_name: Type.String(),
  last_name: Type.String(),
  email: Type.String(),
  is_active: Type.Boolean(),
});

export function toPerson({ uuid, firstName, lastName, email, isActive }: Account) {
  return { id: uuid, first_name: firstName, last_name: lastName, email, is_active: isActive };
}

/** The tenants of a person, of which there is one: an account lives in one tenant (ruling "Invitation"). */
export const tenantsSchema = Type.Array(
  Type.Object({
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    subdomain: Type.String(),
    is_active: Type.Boolean(),
    role: Type.String(),
  }),
);

export function tenantsOf(site: Site, role: Role) {
  const { tenantUuid: id, tenantName: name, tenantSlug: subdomain, tenantStatus } = site;
  return [{ id, name, subdomain, is_active: tenantStatus === 'active', role }];
}

/** The person of a path's `pk`. Refuses one who is not of this tenant, and what is no uuid, alike. */
export async function requirePerson(request: FastifyRequest, pk: string): Promise<Account> {
  const account = await request.context.read((read) => findAccountByUuid(read, pk));
  if (!account) throw notFound();
  return account;
}

/** How a route spells the fields of a person. */
export interface Spelling {
  /** Where messages about a password go. */
  readonly password?: string;
  /** The words for an address that is in use. */
  readonly emailTaken?: TextKey;
}

/** What identity refuses of a person, by the fields of the wire; undefined for what is about no field. */
export function personMessages(refusal: Refusal, spelling: Spelling = {}): FieldMessages | undefined {
  const { password = 'password', emailTaken = 'emailTaken' } = spelling;
  const taken: readonly unknown[] = Array.isArray(refusal.detail.fields) ? refusal.detail.fields : [];
  if (refusal.code === 'account.taken' || refusal.code === 'account.email_taken') {
    return {
      ...(taken.includes('email') && { email: [english(emailTaken)] }),
      ...(taken.includes('username') && { username: [english('usernameTaken')] }),
    };
  }
  if (refusal.code === 'account.bad_email') return { email: [english('badEmail')] };
  if (refusal.code !== 'account.bad_fields') return undefined;
  const { username, firstName, lastName, password: found, ...rest } = refusal.fields;
  return {
    ...rest,
    ...(username && { username: [english('badUsername')] }),
    ...(firstName && { first_name: firstName }),
    ...(lastName && { last_name: lastName }),
    ...(found && { [password]: found }),
  };
}
