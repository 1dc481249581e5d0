import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'alpha');
  await muster.run('site', 'create', 'beta');
  for (const [username, site, role] of [
    ['mr_robot', 'alpha', 'admin'],
    ['twin', 'alpha', 'admin'],
    ['twin', 'beta', 'owner'],
    ['helper', 'beta', 'staff'],
  ] as const) {
    const email = `${username}@example.com`;
    await muster.run(
      'account',
      'create',
      username,
      '--email',
      email,
      '--name',
      username,
      '--site',
      site,
      '--role',
      role,
    );
  }
});

afterAll(() => muster.close());

const token = (...args: string[]) => muster.run('tahoe_create_token', ...args);

test('two lines are printed, and the same two at every call', async () => {
  const first = await token('mr_robot');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^token key: "[0-9a-f]{40}"\nuser: "mr_robot"\n$/);
  expect(await token('MR_Robot')).toEqual(first);
  expect(await token('mr_robot', '--site', 'alpha')).toEqual(first);
});

test('--rotate ends the token and prints another, which is then the one', async () => {
  const before = await token('mr_robot');
  const rotated = await token('mr_robot', '--rotate');
  expect(rotated.stdout).toMatch(/^token key: "[0-9a-f]{40}"\nuser: "mr_robot"\n$/);
  expect(rotated.stdout).not.toBe(before.stdout);
  expect(await token('mr_robot')).toEqual(rotated);
});

test('the key itself is nowhere in the database', async () => {
  const { stdout } = await token('mr_robot');
  const key = /"([0-9a-f]{40})"/.exec(stdout)?.[1];
  const rows = await muster.query<{ row: string }>('select tokens::text as row from tokens');
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) expect(row).not.toContain(key);
});

test('several accounts of one name: the sites are listed, and --site chooses', async () => {
  expect(await token('twin')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'muster: Several accounts are named "twin"; name one of their sites with --site: alpha, beta.\n',
  });
  const [alpha, beta] = [await token('twin', '--site', 'alpha'), await token('twin', '--site', 'beta')];
  expect([alpha.code, beta.code]).toEqual([0, 0]);
  expect(alpha.stdout).not.toBe(beta.stdout);
});

test('an unknown account is one line and makes nobody', async () => {
  for (const where of [[], ['--site', 'beta']]) {
    expect(await token('nobody', ...where)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'muster: There is no account "nobody".\n',
    });
  }
  expect(await token('mr_robot', '--site', 'beta')).toMatchObject({ code: 1, stdout: '' });
  expect(await muster.query(`select 1 from accounts where username = 'nobody'`)).toEqual([]);
});

test('no admin: the token is printed, with a warning beside it', async () => {
  const { code, stdout, stderr } = await token('helper');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^token key: "[0-9a-f]{40}"\nuser: "helper"\n$/);
  expect(stderr).toBe('warning: "helper" is no admin of its tenant, the Tahoe API will refuse its token.\n');
});

test('without a username the command line makes no sense', async () => {
  const { code, stdout, stderr } = await token();
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^muster: missing required argument 'username'\n/);
});
