import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('account', 'create', 'amy', '--email', 'amy@example.com', '--name', 'Amy');
});

afterAll(() => muster.close());

test('a client is made with two lines, and its secret is stored hashed', async () => {
  const { code, stdout } = await muster.run('oauth-client', 'create', 'CRM', '--owner', 'Amy');
  expect(code).toBe(0);
  const [, id, secret] = /^client_id=(\w{40})\nclient_secret=(\w{64})\n$/.exec(stdout) ?? [];
  expect(id).toBeDefined();
  expect(await muster.json('oauth-client', 'list')).toMatchObject([
    { client_id: id, name: 'CRM', owner_username: 'amy', grants: ['client_credentials'], disabled_at: null },
  ]);
  const [row] = await muster.query<{ row: string }>('select oauth_clients::text as row from oauth_clients');
  expect(row?.row).not.toContain(secret);
});

test('grants are named one by one, an odd one is refused', async () => {
  const flags = ['--owner', 'amy', '--grant', 'password', '--grant', 'client_credentials'];
  const made = await muster.json('oauth-client', 'create', 'both', ...flags);
  const clients = await muster.json('oauth-client', 'list');
  expect(clients).toContainEqual(
    expect.objectContaining({ name: 'both', grants: ['password', 'client_credentials'] }),
  );
  expect(made).toEqual({ client_id: expect.any(String), client_secret: expect.any(String) });
  const odd = await muster.run('oauth-client', 'create', 'odd', '--owner', 'amy', '--grant', 'implicit');
  expect(odd).toMatchObject({ code: 2, stdout: '' });
  expect(odd.stderr).toContain('Allowed: client_credentials, password.');
});

test('a secret is rotated, a client disabled, an unknown one told', async () => {
  const { stdout } = await muster.run('oauth-client', 'create', 'old', '--owner', 'amy');
  const id = /client_id=(\w+)/.exec(stdout)?.[1] ?? '';
  const rotated = await muster.run('oauth-client', 'rotate', id);
  expect(rotated.stdout).toMatch(new RegExp(`^client_id=${id}\\nclient_secret=\\w{64}\\n$`));
  expect(rotated.stdout).not.toBe(stdout);
  expect(await muster.run('oauth-client', 'disable', id)).toMatchObject({
    code: 0,
    stdout: `The client ${id} is disabled.\n`,
  });
  expect((await muster.run('oauth-client', 'list')).stdout).toMatch(new RegExp(`^${id} .* disabled$`, 'm'));
  for (const verb of ['rotate', 'disable']) {
    expect(await muster.run('oauth-client', verb, 'unknown')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'muster: There is no OAuth client "unknown".\n',
    });
  }
});
