import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { isKnownHash } from '../../platform/password-hashes.ts';
import type { ImportTally } from '../../platform/record-batches.ts';
import { requireAccount } from './accounts.ts';
import { importAccounts } from './imports.ts';
import { noteLogin, proveLogin } from './logins.ts';

// Made with Python's hashlib: an independent witness for Django's form.
const djangoHash = 'pbkdf2_sha256$20000$saltysalt$6W7Uf1nZdoZqgiuehnDn8lEbXtRO6RNcHNmrVjCwqVI=';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha', {
    registration_fields: { properties: { District: { enum: ['North', 'South'] } }, required: ['District'] },
  });
});

afterAll(() => muster.close());

type Values = Record<string, unknown>;

async function* recordsOf(rows: readonly Values[]) {
  for (const [at, values] of rows.entries()) yield { line: at + 1, values };
}

function takeAccounts(rows: readonly Values[], at: TestSite = alpha): Promise<ImportTally> {
  const { tenantId, siteId, author, requestId } = at.context;
  const scope = { tenantId, siteId, author, requestId };
  return muster.database
    .acrossTenants()
    .transaction((tx) => importAccounts(tx, scope, muster.services.identity, at.site, recordsOf(rows)));
}

const accountOf = (username: string) => alpha.context.read((read) => requireAccount(read, username));

test('an account comes over whole: number, role, state, dates, profile and own fields', async () => {
  const tally = await takeAccounts([
    {
      id: '70001',
      username: 'Grace',
      email: 'Grace@Example.com',
      first_name: 'Grace',
      last_name: 'Brewster Hopper',
      is_staff: 't',
      is_active: '1',
      date_joined: '2017-01-24 14:32:21.25+01',
      last_login: '2018-02-03',
      country: 'us',
      year_of_birth: '1906',
      district: 'North',
      shoe_size: '38',
    },
  ]);
  expect(tally).toMatchObject({ made: 1, present: 0, bad: 0, faults: [], ignored: new Set(['shoe_size']) });
  expect(await accountOf('grace')).toMatchObject({
    id: 70001,
    username: 'Grace',
    email: 'Grace@Example.com',
    name: 'Grace Brewster Hopper',
    lastName: 'Brewster Hopper',
    role: 'staff',
    isActive: true,
    emailConfirmedAt: new Date('2017-01-24T13:32:21.250Z'),
    createdAt: new Date('2017-01-24T13:32:21.250Z'),
    lastLoginAt: new Date('2018-02-03T00:00:00Z'),
    profile: { country: 'US', year_of_birth: 1906 },
    extra: { District: 'North' },
  });
  expect(await muster.letters(alpha)).toEqual([]);
});

test('accounts made later get numbers above the imported ones', async () => {
  const gamma = await muster.site('gamma');
  await takeAccounts([{ id: 80000, username: 'numbered', email: 'numbered@example.com' }], gamma);
  const later = await muster.account(gamma, { username: 'later' });
  expect(later.id).toBeGreaterThan(80000);
});

test('a Django password opens the account and is hashed anew at that login', async () => {
  await takeAccounts([{ username: 'horse', email: 'horse@example.com', password: djangoHash }]);
  const login = () =>
    proveLogin(alpha.context.read, muster.services.passwords, {
      login: 'horse@example.com',
      password: 'correct horse',
    });
  const proven = await login();
  expect(proven.freshHash).toMatch(/^\$argon2id\$/);
  await alpha.context.transaction((tx) => noteLogin(tx, proven));
  expect(await login()).toMatchObject({ accountId: proven.accountId, freshHash: null });
  const wrong = proveLogin(alpha.context.read, muster.services.passwords, {
    login: 'horse',
    password: 'wrong horse',
  });
  await expect(wrong).rejects.toThrow('Username or password is wrong.');
});

test.each([
  [{ is_superuser: 'true', is_staff: 'true' }, 'admin'],
  [{ is_staff: 'True' }, 'staff'],
  [{ is_amc_admin: 1 }, 'admin'],
  [{ role: 'AMC Admin' }, 'admin'],
  [{ role: 'owner' }, 'owner'],
  [{ role: 'learner', is_staff: 't' }, 'member'],
  [{}, 'member'],
])('%j becomes the role %s', async (columns, role) => {
  const username = `role_${role}_${Object.values(columns).join('_').replaceAll(' ', '-')}`;
  await takeAccounts([{ username, email: `${username}@example.com`, ...columns }]);
  expect((await accountOf(username)).role).toBe(role);
});

test('an inactive person stays inactive, with the address unconfirmed', async () => {
  await takeAccounts([
    { username: 'asleep', email: 'asleep@example.com', is_active: 'f', password: '!unusable' },
  ]);
  expect(await accountOf('asleep')).toMatchObject({
    isActive: false,
    emailConfirmedAt: null,
    name: 'asleep',
  });
});

test('a repeated import leaves everybody as they are', async () => {
  const rows = [
    { username: 'again', email: 'again@example.com', name: 'First' },
    { username: 'AGAIN', email: 'Again@example.com', name: 'Second' },
  ];
  expect(await takeAccounts(rows)).toMatchObject({ made: 1, present: 1, bad: 0 });
  expect(await takeAccounts(rows)).toMatchObject({ made: 0, present: 2, bad: 0 });
  expect((await accountOf('again')).name).toBe('First');
});

test('each bad row is told with its line and why, and the others are made', async () => {
  await takeAccounts([{ id: 90001, username: 'first', email: 'first@example.com' }]);
  const rows: [Values, string | null][] = [
    [{ username: 'fine', email: 'fine@example.com' }, null],
    [{ email: 'a@example.com' }, 'username is missing'],
    [
      { username: 'a b', email: 'a@example.com' },
      'username "a b": A username has 1 to 150 letters, digits and the characters @ . + - _',
    ],
    [{ username: 'x1' }, 'email is missing'],
    [{ username: 'x1', email: 'nowhere' }, 'email "nowhere" is no e-mail address'],
    [
      { username: 'x1', email: 'x1@example.com', name: 'a<b' },
      'name "a<b": Enter a name without <, > or ://',
    ],
    [{ username: 'x1', email: 'x1@example.com', id: '1.5' }, 'id "1.5" is no number from 1 to 2147483647'],
    [
      { username: 'x1', email: 'x1@example.com', role: 'king' },
      'role is none of member, staff, admin, owner',
    ],
    [
      { username: 'x1', email: 'x1@example.com', is_active: 'maybe' },
      'is_active or email_confirmed is neither true nor false',
    ],
    [
      { username: 'x1', email: 'x1@example.com', date_joined: 'yesterday' },
      'date_joined or last_login is no moment such as 2020-01-31T12:00:00Z',
    ],
    [
      { username: 'x1', email: 'x1@example.com', country: 'Utopia' },
      'country: Not an ISO 3166 country code of two letters',
    ],
    [
      { username: 'x1', email: 'x1@example.com', district: 'West' },
      'District: It must be equal to one of the allowed values: North, South',
    ],
    [{ username: 'x1', email: 'x1@example.com', extra: '[1]' }, 'extra is no JSON object'],
    [{ username: 'First', email: 'other@example.com' }, 'username "First" is taken by another account'],
    [
      { username: 'other', email: 'FIRST@example.com' },
      'email "FIRST@example.com" is taken by another account',
    ],
    [{ username: 'other', email: 'other@example.com', id: 90001 }, 'id 90001 is taken by another account'],
    [
      { username: 'first', email: 'first@example.com', id: 90002 },
      'username "first" is here already, with the id 90001',
    ],
  ];
  const tally = await takeAccounts(rows.map(([values]) => values));
  const expected = rows.flatMap(([, message], at) => (message === null ? [] : [{ line: at + 1, message }]));
  expect(tally.faults).toEqual(expected);
  expect(tally).toMatchObject({ made: 1, bad: expected.length });
});

test.each([
  'plain text',
  'pbkdf2_sha256$900000000$salt$aGFzaA==',
  'bcrypt_sha256$$2b$12$abcdefghijklmnopqrstuv',
])(
  'a password %j that no login could check is refused, and not repeated in the sentence',
  async (password) => {
    const { faults } = await takeAccounts([
      { username: 'hashless', email: 'hashless@example.com', password },
    ]);
    expect(faults[0]?.message).toMatch(/^password is no hash that can be checked here/);
    expect(faults[0]?.message).not.toContain(password);
  },
);

test('people of one tenant do not stand in the way of another, with the same name, address and number', async () => {
  const beta = await muster.site('beta');
  const row = { id: 91000, username: 'twin', email: 'twin@example.com' };
  expect(await takeAccounts([row])).toMatchObject({ made: 1 });
  expect(await takeAccounts([row], beta)).toMatchObject({ made: 1 });
});

test('every import leaves its trace, tied together by one batch', async () => {
  await takeAccounts(['t1', 't2'].map((username) => ({ username, email: `${username}@example.com` })));
  const [trace] = await muster.query<{ accounts: number; batches: number }>(
    `select count(*)::int as accounts, count(distinct batch_id)::int as batches from activity
     where verb = 'imported' and object_id in (select id::text from accounts where username in ('t1', 't2'))`,
  );
  expect(trace).toEqual({ accounts: 2, batches: 1 });
});

test('the number of statements grows with the batches, not with the rows', async () => {
  const count = async (rows: number) => {
    muster.statements.length = 0;
    await takeAccounts(
      Array.from({ length: rows }, (_, at) => ({
        username: `bulk${rows}_${at}`,
        email: `bulk${rows}_${at}@example.com`,
      })),
    );
    return muster.statements.length;
  };
  expect(await count(1)).toBe(5);
  expect(await count(30)).toBe(5);
  expect(await count(1001)).toBe(10);
});

test('the kinds of hashes accepted are those logins can check', () => {
  expect(
    [djangoHash, 'argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdA$aGFzaA', 'md5$a$b'].map(isKnownHash),
  ).toEqual([true, true, false]);
});
