import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { resolveCredential } from './credentials.ts';
import { importAccounts, importOauthClients, importTokens } from './imports.ts';
import { noteClientUse, requireClient } from './oauth-clients.ts';

// Made with Python's hashlib: an independent witness for Django's form.
const djangoSecret = 'pbkdf2_sha256$30000$pepper$soGkcLd1IFzCtTj12sekiR37/m6IjeFTM0x6ofbujzQ=';
const oldKey = '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});

afterAll(() => muster.close());

type Values = Record<string, unknown>;

async function* recordsOf(rows: readonly Values[]) {
  for (const [at, values] of rows.entries()) yield { line: at + 1, values };
}

function takeAccounts(rows: readonly Values[]) {
  const { tenantId, siteId, author, requestId } = alpha.context;
  const scope = { tenantId, siteId, author, requestId };
  return muster.database
    .acrossTenants()
    .transaction((tx) => importAccounts(tx, scope, muster.services.identity, alpha.site, recordsOf(rows)));
}

const takeTokens = (rows: readonly Values[]) =>
  alpha.context.transaction((tx) => importTokens(tx, recordsOf(rows)));
const takeClients = (rows: readonly Values[]) =>
  alpha.context.transaction((tx) => importOauthClients(tx, recordsOf(rows)));

test('an imported token goes on working, and only its hash is stored', async () => {
  await takeAccounts([{ id: 92000, username: 'holder', email: 'holder@example.com', role: 'admin' }]);
  const other = oldKey.replace('9', 'a');
  const rows = [
    { key: oldKey, username: 'Holder', created: '2019-05-05' },
    { key: other, user_id: '92000' },
    { key: oldKey, user: 'holder@example.com' },
  ];
  expect(await takeTokens(rows)).toMatchObject({ made: 2, present: 1, bad: 0 });
  for (const key of [oldKey, other]) {
    const resolved = await alpha.context.read((read) =>
      resolveCredential(read, muster.services.identity, key),
    );
    expect(resolved).toMatchObject({ actor: { accountId: 92000, role: 'admin', kind: 'api' } });
  }
  const stored = await muster.query<{ found: boolean }>(
    `select tokens::text like '%' || $1 || '%' as found from tokens`,
    [oldKey],
  );
  expect(stored.map((row) => row.found)).not.toContain(true);
});

test('a token that is none, names nobody or belongs to somebody else is told', async () => {
  await takeAccounts([{ username: 'thief', email: 'thief@example.com' }]);
  const rows = [
    { key: oldKey, username: 'thief' },
    { key: oldKey.slice(1), username: 'thief' },
    { key: oldKey.replace('9', 'b'), username: 'nobody' },
    { key: oldKey.replace('9', 'c') },
    { username: 'thief' },
  ];
  expect((await takeTokens(rows)).faults).toEqual([
    { line: 1, message: "key was revoked here, or is another account's" },
    { line: 2, message: 'key is not 40 hexadecimal digits' },
    { line: 3, message: 'there is no account "nobody" here; import the accounts first' },
    { line: 4, message: 'username is missing' },
    { line: 5, message: 'key is missing' },
  ]);
});

test('OAuth clients keep id and secret, in clear or as the hash Django kept', async () => {
  await takeAccounts([{ username: 'partner', email: 'partner@example.com', role: 'staff' }]);
  const rows = [
    { client_id: 'clear', client_secret: 'a secret in clear', owner: 'partner', name: 'CRM' },
    {
      client_id: 'hashed',
      client_secret: djangoSecret,
      user: 'partner',
      authorization_grant_type: 'client-credentials',
    },
    { client_id: 'both', client_secret: 'x', owner: 'partner', grants: 'client_credentials password' },
  ];
  expect(await takeClients(rows)).toMatchObject({ made: 3, bad: 0 });
  expect(await takeClients(rows)).toMatchObject({ made: 0, present: 3, bad: 0 });
  const prove = (id: string, secret: string) =>
    alpha.context.read((read) =>
      requireClient(read, muster.services.passwords, id, secret, 'client_credentials'),
    );
  expect(await prove('clear', 'a secret in clear')).toMatchObject({ name: 'CRM', freshHash: null });
  await expect(prove('hashed', 'a wrong secret')).rejects.toThrow('its secret is wrong');
  const proven = await prove('hashed', 'the old client secret');
  await alpha.context.transaction((tx) => noteClientUse(tx, proven));
  expect(await prove('hashed', 'the old client secret')).toMatchObject({ freshHash: null });
  await expect(prove('hashed', 'a wrong secret')).rejects.toThrow('its secret is wrong');
  const stored = await muster.query(
    `select secret_django, last_used_at from oauth_clients where client_id = 'hashed'`,
  );
  expect(stored).toEqual([{ secret_django: null, last_used_at: muster.clock.now() }]);
});

test('a client that could not work here is told', async () => {
  await takeAccounts([{ username: 'rival', email: 'rival@example.com' }]);
  const rows = [
    { client_id: 'clear', client_secret: 's', owner: 'rival' },
    { client_secret: 's', owner: 'rival' },
    { client_id: 'n1', owner: 'rival' },
    { client_id: 'n1', client_secret: 's', owner: 'rival', authorization_grant_type: 'implicit' },
    { client_id: 'n1', client_secret: 'bcrypt$$2b$12$x', owner: 'rival' },
    { client_id: 'n1', client_secret: 's' },
  ];
  expect((await takeClients(rows)).faults.map(({ message }) => message)).toEqual([
    'client_id "clear" is another account\'s',
    'client_id is missing',
    'client_secret is missing',
    'grant "implicit" is not served here (client_credentials, password)',
    'client_secret is a hash of an unknown kind',
    'owner is missing',
  ]);
});
