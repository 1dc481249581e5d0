import type { Tx } from '../../platform/database/contract.ts';
import { isKnownHash } from '../../platform/password-hashes.ts';
import { uuid } from '../../platform/random.ts';
import { foldColumn } from '../../platform/record-files.ts';
import { flagOf, type JudgedRow, momentOf, textOf } from '../../platform/record-values.ts';
import { fold } from '../../platform/text-folding.ts';
import type { Site } from '../tenants/types.ts';
import { judgeHash, judgePerson, roleOf } from './imported-rows.ts';
import type { ImportedAccountRow } from './imports.queries.ts';
import { emptyProfile, judgeExtra, judgeProfile } from './profiles.ts';

type Values = Readonly<Record<string, unknown>>;

/** Judges one row of a file of accounts; columns as `docs/moving-in.md` lists them. */
export function judgeImportedAccount(tx: Tx, site: Site, values: Values): JudgedRow<ImportedAccountRow> {
  const person = judgePerson(values);
  if ('fault' in person) return person;
  const standing = judgeStanding(values, tx.clock.now());
  if ('fault' in standing) return standing;
  const fields = judgeFields(values, site, tx.clock.now());
  if ('fault' in fields) return fields;
  const { id, username, email, name, firstName, lastName } = person.row;
  return {
    row: {
      id,
      uuid: uuid(tx.random, tx.clock.now()),
      username,
      username_key: fold(username),
      email,
      email_key: fold(email),
      name,
      name_key: fold(name),
      first_name: firstName,
      last_name: lastName,
      ...standing.row,
      ...fields.row,
    },
  };
}

/** Names of the site's own fields; in a file each is a column. */
export function registrationFields(site: Site): string[] {
  const fields = site.config.registration_fields?.properties;
  return typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];
}

type Standing = Pick<
  ImportedAccountRow,
  'role' | 'is_active' | 'password_hash' | 'created_at' | 'last_login_at' | 'email_confirmed_at'
>;

/** Role, state, password and moments. Whoever was active had confirmed the address, unless a column denies it. */
function judgeStanding(values: Values, now: Date): JudgedRow<Standing> {
  const role = roleOf(values);
  if (role === 'unclear') return { fault: 'role is none of member, staff, admin, owner' };
  const isActive = flagOf(values, 'is_active') ?? true;
  const isConfirmed = flagOf(values, 'email_confirmed') ?? isActive;
  if (isActive === 'unclear' || isConfirmed === 'unclear') {
    return { fault: 'is_active or email_confirmed is neither true nor false' };
  }
  const hash = textOf(values, 'password', 'password_hash');
  const password = judgeHash(hash, hash !== null && isKnownHash(hash));
  if ('fault' in password) return password;
  const createdAt = momentOf(values, 'created_at', 'date_joined', 'created') ?? now;
  const lastLogin = momentOf(values, 'last_login', 'last_login_at');
  if (createdAt === 'unclear' || lastLogin === 'unclear') {
    return { fault: 'date_joined or last_login is no moment such as 2020-01-31T12:00:00Z' };
  }
  return {
    row: {
      role,
      is_active: isActive,
      password_hash: password.row,
      created_at: createdAt,
      last_login_at: lastLogin,
      email_confirmed_at: isConfirmed ? createdAt : null,
    },
  };
}

type Fields = Pick<ImportedAccountRow, 'locale' | 'extra' | keyof typeof emptyProfile>;

/** Profile and the site's own fields; required ones may be missing, since the person registered before they were asked. */
function judgeFields(values: Values, site: Site, now: Date): JudgedRow<Fields> {
  const profile = judgeProfile(values, now);
  const sent = readExtra(values.extra);
  if (!sent) return { fault: 'extra is no JSON object' };
  const own = registrationFields(site).map((field) => [field, values[foldColumn(field)]]);
  const given = { ...sent, ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) };
  const extra = judgeExtra(site.config.registration_fields, given, { whole: false });
  const [wrong] = Object.entries({ ...profile.wrong, ...extra.wrong });
  if (wrong) return { fault: `${wrong[0]}: ${wrong[1].join(' ').replace(/\.$/, '')}` };
  const locale = textOf(values, 'locale') ?? profile.values.language ?? site.config.language ?? null;
  return { row: { ...emptyProfile, ...profile.values, locale, extra: extra.values } };
}

function readExtra(extra: unknown): object | null {
  if (extra === undefined) return {};
  try {
    const value: unknown = typeof extra === 'string' ? JSON.parse(extra) : extra;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
