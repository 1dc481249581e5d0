import { Type } from 'typebox';
import { profileFields } from '../../modules/identity/profiles.ts';
import type { Account } from '../../modules/identity/types.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { closed, iso, moment, nullable } from './formats.ts';

/** The roles, weakest first. */
export const role = Type.String({ enum: ['member', 'staff', 'admin', 'owner'] });

const short = {
  uuid: Type.String({ format: 'uuid' }),
  number: Type.Integer({ description: 'By which the older interfaces and the log name the person' }),
  username: Type.String(),
  email: Type.String(),
  name: Type.String(),
  role,
  is_active: Type.Boolean(),
  created_at: moment,
  last_login_at: nullable(moment),
};

/** A person as lists show them. */
export const personInList = closed({ ...short, updated_at: Type.Optional(moment) });

const text = () => nullable(Type.String());
const profile = closed({
  level_of_education: text(),
  gender: text(),
  mailing_address: text(),
  city: text(),
  country: text(),
  goals: text(),
  bio: text(),
  year_of_birth: nullable(Type.Integer()),
  language: text(),
});

/** A person alone. */
export const person = closed({
  ...short,
  first_name: Type.String(),
  last_name: Type.String(),
  email_confirmed_at: nullable(moment),
  deactivated_at: nullable(moment),
  phone: text(),
  zip_code: text(),
  locale: text(),
  profile,
  extra: Type.Record(Type.String(), Type.Unknown(), { description: "The site's own registration fields" }),
  may: closed({
    change: Type.Boolean({ description: 'Whether the caller may change this person' }),
    erase: Type.Boolean(),
  }),
});

export function toPersonInList({ account, updatedAt }: { account: Account; updatedAt?: Date }) {
  const { uuid, id: number, username, email, name, role: held, isActive, createdAt, lastLoginAt } = account;
  return {
    ...{ uuid, number, username, email, name, role: held },
    is_active: isActive,
    created_at: iso(createdAt),
    last_login_at: iso(lastLoginAt),
    ...(updatedAt && { updated_at: iso(updatedAt) }),
  };
}

/** @param may what the caller may do with the person */
export function toPerson(account: Account, may: { readonly mayChange: boolean; readonly mayErase: boolean }) {
  return {
    ...toPersonInList({ account }),
    first_name: account.firstName,
    last_name: account.lastName,
    email_confirmed_at: iso(account.emailConfirmedAt),
    deactivated_at: iso(account.deactivatedAt),
    phone: account.phone,
    zip_code: account.zipCode,
    locale: account.locale,
    profile: { ...account.profile },
    extra: { ...account.extra },
    may: { change: may.mayChange, erase: may.mayErase },
  };
}

/** Null empties a field; what is wrong with one is told by the module. */
const loose = () =>
  Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Integer(), Type.Null()]));
const name = () => Type.Optional(Type.String({ maxLength: 255 }));

const sentProfile = closed({
  level_of_education: loose(),
  gender: loose(),
  mailing_address: loose(),
  city: loose(),
  country: loose(),
  goals: loose(),
  bio: loose(),
  year_of_birth: loose(),
  language: loose(),
});

const sentFields = {
  name: name(),
  first_name: name(),
  last_name: name(),
  username: Type.Optional(Type.String({ minLength: 1, maxLength: 150 })),
  role: Type.Optional(role),
  profile: Type.Optional(sentProfile),
  extra: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Unknown())),
};

/** A change of a person: what is not named stays. */
export const changedPerson = closed({
  ...sentFields,
  email: Type.Optional(Type.String({ maxLength: 254 })),
  is_active: Type.Optional(Type.Boolean({ description: 'false shuts the account, true opens it' })),
  phone: Type.Optional(nullable(Type.String({ maxLength: 50 }))),
  zip_code: Type.Optional(nullable(Type.String({ maxLength: 20 }))),
  locale: Type.Optional(Type.String({ enum: ['en', 'nl', 'de'] })),
});

/** A new person; a letter lets them choose a password. */
export const newPerson = closed({
  ...sentFields,
  email: Type.String({ minLength: 1, maxLength: 254 }),
});

/** Says what a module refuses of a person by the fields of this API. */
export async function inPersonWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? worded(error) : error;
  }
}

function worded(refusal: Refusal): Refusal {
  const { kind, code, message, fields, detail } = refusal;
  const taken = Array.isArray(detail.fields) ? detail.fields.map(String) : [];
  if (code === 'account.taken' || code === 'account.email_taken') {
    const told = Object.fromEntries(taken.map((field) => [field, ['Somebody else here has it.']]));
    return refuse(kind, code, message, { fields: told });
  }
  if (code !== 'account.bad_fields') return refusal;
  const renamed = Object.entries(fields).map(([field, messages]) => [spelt(field), messages]);
  return refuse(kind, code, message, { fields: Object.fromEntries(renamed) });
}

const own: Readonly<Record<string, string>> = {
  email: 'email',
  username: 'username',
  name: 'name',
  firstName: 'first_name',
  lastName: 'last_name',
};

function spelt(field: string): string {
  if (own[field] !== undefined) return own[field];
  return profileFields.some((known) => known === field) ? `profile.${field}` : `extra.${field}`;
}
