import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run(
    'site',
    'create',
    'alpha',
    '--config',
    '{"registration_fields":{"properties":{"homeTown":{"type":"string"}}}}',
  );
});

afterAll(() => muster.close());

const create = (username: string, ...more: string[]) =>
  muster.run(
    'account',
    'create',
    username,
    '--email',
    `${username}@example.com`,
    '--name',
    'Some One',
    '--site',
    'alpha',
    ...more,
  );

async function rowOf(username: string) {
  const [row] = await muster.query('select * from accounts where username = $1', [username]);
  return row;
}

test('an account is active at once with its address confirmed, and no letter is sent', async () => {
  const { code, stdout } = await create(
    'amy',
    '--password',
    'edx',
    '--role',
    'admin',
    '--field',
    'country=nl',
    '--field',
    'homeTown=Oss',
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Account amy \(admin\) is made; its id is \d+\.\n$/);
  expect(await rowOf('amy')).toMatchObject({
    is_active: true,
    email_confirmed_at: expect.any(Date),
    role: 'admin',
    country: 'NL',
    extra: { homeTown: 'Oss' },
    password_hash: expect.stringMatching(/^\$argon2id\$/),
  });
  expect(await muster.query('select 1 from letters')).toEqual([]);
});

test('without --site an account belongs to the default site', async () => {
  await muster.run('account', 'create', 'homely', '--email', 'h@example.com', '--name', 'Home');
  expect(await muster.json('account', 'list')).toMatchObject([{ username: 'homely', is_active: true }]);
});

test('an account list is searched and filtered', async () => {
  await create('boss', '--role', 'owner');
  await create('worker');
  await muster.run('account', 'deactivate', 'worker', '--site', 'alpha');
  const names = async (...filter: string[]) => {
    const { stdout } = await muster.run('account', 'list', '--site', 'alpha', ...filter);
    return [...stdout.matchAll(/^\d+ +(\S+)/gm)].map(([, name]) => name);
  };
  expect(await names('--role', 'owner')).toEqual(['boss']);
  expect(await names('--inactive')).toEqual(['worker']);
  expect(await names('--search', 'WORK')).toEqual(['worker']);
  expect(await names('--active')).not.toContain('worker');
  expect(await names()).toEqual(expect.arrayContaining(['boss', 'worker']));
});

test('a password is set, an account shut and opened again', async () => {
  await create('cas');
  expect((await rowOf('cas'))?.password_hash).toBeNull();
  expect(
    await muster.run('account', 'set-password', 'CAS', '--password', 'horse battery', '--site', 'alpha'),
  ).toMatchObject({ code: 0 });
  expect((await rowOf('cas'))?.password_hash).toMatch(/^\$argon2id\$/);
  await muster.run('account', 'deactivate', 'cas', '--site', 'alpha');
  expect((await rowOf('cas'))?.is_active).toBe(false);
  await muster.run('account', 'activate', 'cas', '--site', 'alpha');
  expect((await rowOf('cas'))?.is_active).toBe(true);
});

test('a person takes a copy along, and is erased', async () => {
  await create('dot', '--field', 'homeTown=Oss');
  const { stdout } = await muster.run('account', 'export', 'dot', '--site', 'alpha');
  expect(JSON.parse(stdout)).toMatchObject({
    account: { username: 'dot', email: 'dot@example.com', extra: { homeTown: 'Oss' } },
    tokens: [],
    oauth_clients: [],
    letters: [],
    activity: [{ verb: 'registered' }],
  });
  expect(await muster.run('account', 'erase', 'dot', '--site', 'alpha')).toMatchObject({ code: 2 });
  expect(await muster.run('account', 'erase', 'dot', '--site', 'alpha', '--yes')).toMatchObject({ code: 0 });
  expect(await rowOf('dot')).toBeUndefined();
});

test.each([
  [
    ['amy', '--email', 'x@example.com', '--name', 'X', '--site', 'alpha'],
    1,
    'muster: Already taken: username.\n',
  ],
  [
    ['a b', '--email', 'nowhere', '--name', '', '--site', 'alpha'],
    1,
    'muster: username: A username has 1 to 150 letters, digits and the characters @ . + - _.\nmuster: email: A properly formatted e-mail is required\nmuster: name: Your legal name must be a minimum of one character long\n',
  ],
  [
    ['x', '--email', 'x@example.com', '--name', 'X', '--password', 'x'],
    1,
    'muster: password: The password must be between 2 and 128 characters long.\n',
  ],
  [
    ['x', '--email', 'x@example.com', '--name', 'X', '--field', 'country=Utopia'],
    1,
    'muster: country: Not an ISO 3166 country code of two letters.\n',
  ],
  [
    ['x', '--name', 'X'],
    2,
    "muster: required option '--email <address>' not specified\nRun the command with --help to see how it is used.\n",
  ],
  [
    ['x', '--email', 'x@example.com', '--name', 'X', '--role', 'king'],
    2,
    "muster: option '--role <role>' argument 'king' is invalid. Allowed choices are member, staff, admin, owner.\nRun the command with --help to see how it is used.\n",
  ],
  [
    ['x', '--email', 'x@example.com', '--name', 'X', '--password', 'a', '--password-stdin'],
    2,
    'muster: Give --password or --password-stdin, not both.\n',
  ],
])('account create %j is refused with the code %i', async (args, code, stderr) => {
  expect(await muster.run('account', 'create', ...args)).toEqual({ code, stdout: '', stderr });
});

test('an unknown account is refused by every command that names one', async () => {
  for (const command of [
    'activate',
    'deactivate',
    'erase --yes',
    'export',
    'set-password --password pass-word',
  ]) {
    const [verb = '', ...flags] = command.split(' ');
    const outcome = await muster.run('account', verb, 'nobody', ...flags);
    expect(outcome).toEqual({ code: 1, stdout: '', stderr: 'muster: There is no account "nobody".\n' });
  }
});
