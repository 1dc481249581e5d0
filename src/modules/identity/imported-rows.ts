import { flagOf, type JudgedRow, momentOf, textOf } from '../../platform/record-values.ts';
import { isEmail, judgeName, judgeUsername, splitName } from './rules.ts';
import type { Grant, ImportedClient, ImportedToken, Named, Role } from './types.ts';

type Values = Readonly<Record<string, unknown>>;

const roleWords: Readonly<Record<string, Role>> = {
  member: 'member',
  learner: 'member',
  student: 'member',
  staff: 'staff',
  admin: 'admin',
  'amc admin': 'admin',
  'site admin': 'admin',
  superuser: 'admin',
  owner: 'owner',
};

/**
 * The role of an imported account: a column `role`, else Django's flags, the strongest of them
 * (`is_superuser`, `is_amc_admin` → admin, `is_staff` → staff).
 */
export function roleOf(values: Values): Role | 'unclear' {
  const word = textOf(values, 'role');
  if (word !== null) return roleWords[word.toLowerCase().replace(/[_-]+/g, ' ')] ?? 'unclear';
  const flags = ['is_superuser', 'is_amc_admin', 'is_staff'].map((column) => flagOf(values, column));
  if (flags.includes('unclear')) return 'unclear';
  const [superuser, amcAdmin, staff] = flags;
  if (superuser || amcAdmin) return 'admin';
  return staff ? 'staff' : 'member';
}

export interface JudgedPerson {
  /** The number the account had before; null: it gets a new one. */
  readonly id: number | null;
  readonly username: string;
  readonly email: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
}

const largestId = 2_147_483_647;

/** Who a row is: number, username, e-mail and name. Without a name the username stands in, as old accounts have none. */
export function judgePerson(values: Values): JudgedRow<JudgedPerson> {
  const id = textOf(values, 'id', 'user_id');
  if (id !== null && !(/^[1-9]\d{0,9}$/.test(id) && Number(id) <= largestId)) {
    return { fault: `id "${id}" is no number from 1 to ${largestId}` };
  }
  const username = textOf(values, 'username');
  if (username === null) return { fault: 'username is missing' };
  const [wrongUsername] = judgeUsername(username);
  if (wrongUsername) return { fault: `username "${username}": ${sentencePart(wrongUsername)}` };
  const email = textOf(values, 'email');
  if (email === null) return { fault: 'email is missing' };
  if (!isEmail(email)) return { fault: `email "${email}" is no e-mail address` };
  const [first, last] = [textOf(values, 'first_name') ?? '', textOf(values, 'last_name') ?? ''];
  const name = textOf(values, 'name', 'full_name') ?? (`${first} ${last}`.trim() || username);
  const [wrongName] = judgeName(name);
  if (wrongName) return { fault: `name "${name}": ${sentencePart(wrongName)}` };
  const split = first || last ? { first, last } : splitName(name);
  const row = { username, email, name, firstName: split.first, lastName: split.last };
  return { row: { id: id === null ? null : Number(id), ...row } };
}

/** Iterations beyond which checking one password would take longer than a login may. */
const mostRounds = 5_000_000;

/**
 * A stored password: null for none (Django writes `!…` for accounts that no password opens).
 * @param isKnown whether a hash is of a kind that logins can check
 */
export function judgeHash(hash: string | null, isKnown: boolean): JudgedRow<string | null> {
  if (hash === null || hash.startsWith('!')) return { row: null };
  const rounds = Number(/^pbkdf2_sha\d+\$(\d+)\$/.exec(hash)?.[1] ?? 0);
  if (isKnown && rounds <= mostRounds) return { row: hash };
  return {
    fault:
      'password is no hash that can be checked here (Django PBKDF2 or argon2, argon2id); ' +
      'leave it empty and let the person choose a new one',
  };
}

/**
 * Whose a token or client is: a username or an e-mail, or the number the account had before.
 * @param column the column that may hold any of the three
 */
export function judgeNamed(values: Values, column: string): JudgedRow<Named> {
  const name = textOf(values, 'username', 'email');
  if (name !== null) return { row: { text: name, id: null } };
  const text = textOf(values, column, 'user', 'user_id');
  if (text === null) return { fault: `${column} is missing` };
  return { row: { text, id: /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null } };
}

/** A row of the tokens' file. @param now stands in where no moment of making is given */
export function judgeToken(values: Values, now: Date): JudgedRow<ImportedToken> {
  const key = textOf(values, 'key', 'token');
  if (key === null) return { fault: 'key is missing' };
  if (!/^[0-9a-fA-F]{40}$/.test(key)) return { fault: 'key is not 40 hexadecimal digits' };
  const holder = judgeNamed(values, 'username');
  if ('fault' in holder) return holder;
  const createdAt = momentOf(values, 'created', 'created_at');
  if (createdAt === 'unclear') return { fault: 'created is no moment such as 2020-01-31T12:00:00Z' };
  return { row: { key, holder: holder.row, createdAt: createdAt ?? now } };
}

/** A row of the OAuth clients' file. @param isKnownHash whether a text is a hash rather than a secret in clear */
export function judgeClient(
  values: Values,
  now: Date,
  isKnownHash: (text: string) => boolean,
): JudgedRow<ImportedClient> {
  const clientId = textOf(values, 'client_id');
  if (clientId === null) return { fault: 'client_id is missing' };
  if (!/^[\x21-\x7e]{1,255}$/.test(clientId))
    return { fault: 'client_id has blanks or more than 255 characters' };
  const secret = textOf(values, 'client_secret');
  if (secret === null) return { fault: 'client_secret is missing' };
  if (/^(bcrypt|md5|sha1|scrypt|unsalted)\w*\$/.test(secret))
    return { fault: 'client_secret is a hash of an unknown kind' };
  const hash = isKnownHash(secret) ? judgeHash(secret, true) : null;
  if (hash && 'fault' in hash) return { fault: 'client_secret is a hash that takes too long to check' };
  const owner = judgeNamed(values, 'owner');
  if ('fault' in owner) return owner;
  const grants = grantsOf(textOf(values, 'grants', 'authorization_grant_type'));
  if (typeof grants === 'string') return { fault: grants };
  const createdAt = momentOf(values, 'created', 'created_at');
  if (createdAt === 'unclear') return { fault: 'created is no moment such as 2020-01-31T12:00:00Z' };
  const name = textOf(values, 'name') ?? clientId;
  return {
    row: {
      clientId,
      secret,
      isHashed: hash !== null,
      owner: owner.row,
      grants,
      name,
      createdAt: createdAt ?? now,
    },
  };
}

function grantsOf(text: string | null): readonly Grant[] | string {
  const words = (text ?? 'client_credentials')
    .toLowerCase()
    .replaceAll('-', '_')
    .split(/[\s,;]+/);
  const grants = words.filter((word) => word === 'client_credentials' || word === 'password');
  const odd = words.find((word) => word !== 'client_credentials' && word !== 'password');
  return odd === undefined ? grants : `grant "${odd}" is not served here (client_credentials, password)`;
}

function sentencePart(message: string): string {
  return message.replace(/\.$/, '');
}
