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

test('a client for the passwords of people needs no owner, one that acts by itself does', async () => {
  const made = await muster.run('oauth-client', 'create', 'app', '--grant', 'password');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const id = /client_id=(\w+)/.exec(made.stdout)?.[1] ?? '';
  expect(await muster.json('oauth-client', 'list')).toContainEqual(
    expect.objectContaining({ client_id: id, owner_username: null, grants: ['password'] }),
  );
  expect((await muster.run('oauth-client', 'list')).stdout).toMatch(
    new RegExp(`^${id}  app +— +password `, 'm'),
  );
  for (const flags of [[], ['--grant', 'password', '--grant', 'client_credentials']]) {
    expect(await muster.run('oauth-client', 'create', 'robot', ...flags)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'muster: With client_credentials a client acts as its owner: name one.\n',
    });
  }
});

test('what a client was used for is counted', async () => {
  const { client_id: id } = Object(
    await muster.json('oauth-client', 'create', 'used', '--grant', 'password'),
  );
  await muster.query(
    `insert into tokens (tenant_id, kind, hash, account_id, oauth_client_id, scopes, created_at, expires_at, revoked_at)
     select a.tenant_id, 'access', sha256(t.name::bytea), a.id, c.id, '{profile}', now() - t.age::interval,
       now() + t.life::interval, case when t.revoked then now() end
     from accounts a, oauth_clients c,
       (values ('one', '1 day', '1 day', false), ('two', '2 days', '1 day', false), ('three', '40 days', '1 day', true),
               ('four', '50 days', '-49 days', false)) as t (name, age, life, revoked)
     where a.username = 'amy' and c.client_id = $1`,
    [id],
  );
  expect(await muster.json('oauth-client', 'usage')).toContainEqual({
    client_id: id,
    name: 'used',
    last_used_at: null,
    tokens: 4,
    tokens_last_month: 2,
    standing_tokens: 2,
    people: 1,
  });
  const { stdout } = await muster.run('oauth-client', 'usage');
  expect(stdout).toMatch(new RegExp(`^${id}  used +— +4 +2 +2 +1$`, 'm'));
});
