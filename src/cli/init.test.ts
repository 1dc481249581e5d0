import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';
import { matchesHash } from '../platform/password-hashes.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
});

afterEach(() => vi.stubEnv('MUSTER_ADMIN_PASSWORD', ''));

afterAll(() => muster.close());

async function storedHash(): Promise<string | null> {
  const [row] = await muster.query<{ hash: string }>('select hash from shared_passwords');
  return row?.hash ?? null;
}

/** Writes the settings of an old installation and points at them. */
async function settings(yaml: string): Promise<string> {
  const path = await muster.file('config.yml', yaml);
  vi.stubEnv('MUSTER_CONFIG', path);
  return path;
}

// The order matters: an installation gets its first password once.

test('without a password nobody gets one, however often it runs', async () => {
  for (const _ of [1, 2]) {
    expect(await muster.run('init')).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^Muster is ready on the PostgreSQL of DATABASE_URL; its default site answers on localhost[^\n]*\.\n$/,
      ),
      stderr: '',
    });
  }
  expect(await storedHash()).toBe(null);
});

test.each([
  ['Short1', 'The password needs at least 10 characters.'],
  ['nothing-capital-1', 'The password needs at least a capital, a small letter and a digit.'],
])('the password %s is refused', async (password, sentence) => {
  vi.stubEnv('MUSTER_ADMIN_PASSWORD', password);
  expect(await muster.run('init')).toEqual({ code: 1, stdout: '', stderr: `muster: ${sentence}\n` });
  expect(await storedHash()).toBe(null);
});

const published = '$pbkdf2-sha256$29000$dG5tjdGaM4YwBsAY4xwjRA$fhrGuWRiz1lydopjiT/FJ1J/3y0VmPY66dvfnAvnVpE';
const old = '$pbkdf2-sha256$29000$Ey8yK9xG.OMmwRdWpxNhAw$59LPzue.FbvjJg/Ug7bDWelpap4R3mAgcdUqDbMOO6s';

test('the published hash of an old configuration is refused, and what else it says is told', async () => {
  const path = await settings(
    `app: { jwt_secret: default_jwt_secret_change_me_please }\ninit: { admin_identity: ${published} }`,
  );
  const { code, stderr } = await muster.run('init');
  expect(code).toBe(1);
  expect(stderr).toContain(`app.jwt_secret in ${path} is the published placeholder and is not used: `);
  expect(stderr).toContain('muster: init.admin_identity is the hash of the published password "changeme"');
  expect(await storedHash()).toBe(null);
});

test("an old installation's hash is taken over, once; a later password changes nothing", async () => {
  await settings(`init: { admin_identity: ${old} }`);
  expect((await muster.run('init')).stdout).toMatch(
    /\nThe administrator's password is set: sign in with admin_login 1\.\n$/,
  );
  expect(await storedHash()).toBe(old);
  vi.stubEnv('MUSTER_ADMIN_PASSWORD', 'Another4Horse');
  const again = await muster.run('init');
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).not.toContain('password');
  expect(await storedHash()).toBe(old);
});

test('a password that an owner switched off stays off', async () => {
  await muster.run('event', 'admin-password', 'off');
  vi.stubEnv('MUSTER_ADMIN_PASSWORD', 'Another4Horse');
  expect((await muster.run('init')).code).toBe(0);
  expect(await muster.query('select 1 from shared_passwords where switched_off_at is null')).toEqual([]);
});

test('event admin-password sets another one', async () => {
  const set = ['event', 'admin-password', 'set', '--password'];
  expect(await muster.run(...set, 'weak')).toMatchObject({ code: 1, stdout: '' });
  expect((await muster.run(...set, 'Another4Horse')).stdout).toBe("The administrator's password is set.\n");
  expect(matchesHash('Another4Horse', (await storedHash()) ?? '')).toBe(true);
});

test('with --force a password that is refused leaves everything as it was', async () => {
  vi.stubEnv('MUSTER_ADMIN_PASSWORD', 'weak');
  await muster.run('site', 'create', 'kept');
  expect(await muster.run('init', '--force', '--yes')).toMatchObject({ code: 1 });
  expect(await muster.run('init', '--force')).toMatchObject({ code: 1 });
  expect(await muster.query(`select slug from sites where slug = 'kept'`)).toHaveLength(1);
});

test('with --force and --demo everything is made anew', async () => {
  vi.stubEnv('MUSTER_ADMIN_PASSWORD', 'Another4Horse');
  const { code, stdout } = await muster.run('init', '--force', '--yes', '--demo');
  expect(code).toBe(0);
  expect(stdout).toContain("The administrator's password is set");
  expect(stdout).toContain('The demo event workshops2018 is loaded');
  expect(await muster.query(`select slug from sites where slug = 'kept'`)).toEqual([]);
  expect(await muster.query('select name from events')).toEqual([{ name: 'workshops2018' }]);
});
