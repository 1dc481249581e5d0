import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
});

afterAll(() => muster.close());

const commands = [
  'serve',
  'work',
  'migrate',
  'init',
  'doctor',
  ...['create', 'update', 'list', 'show'].map((verb) => `site ${verb}`),
  ...['create', 'list', 'set-password', 'activate', 'deactivate', 'erase', 'export'].map(
    (verb) => `account ${verb}`,
  ),
  ...['list', 'suspend', 'resume', 'delete'].map((verb) => `tenant ${verb}`),
  ...['create', 'update', 'list', 'show', 'import'].map((verb) => `course ${verb}`),
  ...['create', 'list', 'show', 'open', 'close', 'copy', 'archive', 'unarchive', 'delete'].map(
    (verb) => `event ${verb}`,
  ),
  ...['set', 'off'].map((verb) => `event admin-password ${verb}`),
  ...['import', 'export'].map((verb) => `participants ${verb}`),
  'registrations export',
  'demo',
  ...['issue', 'revoke', 'list'].map((verb) => `certificate ${verb}`),
  ...['accounts', 'tokens', 'oauth-clients', 'enrolments', 'codes', 'participants'].map(
    (kind) => `import ${kind}`,
  ),
  'tahoe_create_token',
  ...['create', 'list', 'rotate', 'disable'].map((verb) => `oauth-client ${verb}`),
  ...['list', 'revoke'].map((verb) => `token ${verb}`),
];

test.each(commands)('muster %s --help says how it is used, with an example', async (command) => {
  const { code, stdout } = await muster.run(...command.split(' '), '--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: muster ${command} `));
  expect(stdout).toMatch(new RegExp(`\\nExamples?:\\n.*muster ${command}`, 's'));
});

test('muster --help names every command, muster help <command> its verbs', async () => {
  const { stdout } = await muster.run('--help');
  for (const command of commands) expect(stdout).toContain(`\n  ${command.split(' ')[0]} `);
  expect((await muster.run('help', 'site')).stdout).toMatch(/\n {2}create \[options\] <slug> /);
});

test('the version is that of the package', async () => {
  expect(await muster.run('--version')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

test.each([
  [['nonsense']],
  [['site', 'nonsense']],
  [['site']],
  [[]],
  [['site', 'list', '--nonsense']],
  [['tahoe_create_token']],
])('a command line that makes no sense (%j) ends with 2 and leaves standard output empty', async (args) => {
  expect(await muster.run(...args)).toMatchObject({ code: 2, stdout: '' });
});

test('a setting that is wrong ends every command with its sentence', async () => {
  process.env.PORT = 'eighty';
  try {
    expect(await muster.run('site', 'list')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'muster: PORT is "eighty"; allowed: a whole number from 0 to 65535.\n',
    });
  } finally {
    delete process.env.PORT;
  }
});

test('a database that is not there is told in a sentence', async () => {
  const url = process.env.DATABASE_URL;
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/muster';
  try {
    const { code, stderr } = await muster.run('site', 'list');
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(stderr).toContain('ECONNREFUSED');
  } finally {
    process.env.DATABASE_URL = url;
  }
});

test('init makes the installation, keeps what is there, and empties it only when forced and sure', async () => {
  expect(await muster.run('init')).toMatchObject({
    code: 0,
    stdout: 'Muster is ready on the PostgreSQL of DATABASE_URL; its default site answers on localhost.\n',
  });
  await muster.run('site', 'create', 'alpha');
  await muster.run('init');
  expect(await muster.json('site', 'list')).toHaveLength(2);
  expect(await muster.run('init', '--force')).toMatchObject({ code: 2 });
  expect(await muster.json('site', 'list')).toHaveLength(2);
  expect(await muster.run('init', '--force', '--yes')).toMatchObject({ code: 0 });
  expect(await muster.json('site', 'list')).toHaveLength(1);
});

test('migrate says what it applied, which here is nothing', async () => {
  expect(await muster.run('migrate')).toEqual({
    code: 0,
    stdout: 'The database is up to date.\n',
    stderr: '',
  });
});

test('doctor finds a healthy installation healthy, and says what to do where it is not', async () => {
  const about = async () => {
    const { stdout } = await muster.run('doctor');
    return [...stdout.matchAll(/^(ok|BAD) +(.+?) {2,}/gm)].map(([, state, name]) => `${name}: ${state}`);
  };
  const healthy = [
    'node',
    'settings',
    'data folder',
    'database',
    'migrations',
    'secret',
    'address',
    'jobs',
    'mail',
  ];
  process.env.MUSTER_LISTEN = `unix:${process.env.MUSTER_DATA}/socket`;
  expect(await about()).toEqual(healthy.map((name) => `${name}: ok`));
  process.env.MUSTER_CONFIG = await muster.file('config.yml', 'app: { jwt_secret: short }');
  expect((await muster.run('doctor')).stdout).toMatch(
    /^ok +settings +app\.jwt_secret in .* has 5 characters/m,
  );
  delete process.env.MUSTER_CONFIG;
  process.env.MUSTER_SECRET = 'another secret than the one of the first start';
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  try {
    expect(await about()).toEqual(expect.arrayContaining(['secret: BAD', 'mail: BAD', 'database: ok']));
    expect(await muster.run('doctor')).toMatchObject({ code: 1, stderr: 'muster: 2 things are not well.\n' });
  } finally {
    for (const name of ['MUSTER_SECRET', 'SMTP_URL', 'MUSTER_LISTEN', 'MUSTER_CONFIG'])
      delete process.env[name];
  }
});
