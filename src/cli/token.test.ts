import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  for (const name of ['amy', 'bob']) {
    await muster.run('account', 'create', name, '--email', `${name}@example.com`, '--name', name);
    await muster.run('tahoe_create_token', name);
  }
});

afterAll(() => muster.close());

const list = (...filter: string[]) => muster.json('token', 'list', ...filter);

test('tokens are listed without what they read, by account and kind', async () => {
  expect(await list()).toMatchObject([
    { kind: 'api', username: 'amy' },
    { kind: 'api', username: 'bob' },
  ]);
  expect(await list('--account', 'bob')).toMatchObject([{ username: 'bob' }]);
  expect(await list('--kind', 'session')).toEqual([]);
  expect((await muster.run('token', 'list')).stdout).toMatch(
    /^ID +KIND +ACCOUNT +MADE +EXPIRES\n\d+ +api +amy /,
  );
});

test('a token is revoked by its id, all of an account by its name, each once', async () => {
  const [row] = await muster.query<{ id: number }>(
    `select t.id from tokens t join accounts a on a.id = t.account_id where username = 'amy'`,
  );
  const id = String(row?.id);
  expect(await muster.run('token', 'revoke', id)).toMatchObject({
    code: 0,
    stdout: `The token ${id} is revoked.\n`,
  });
  expect(await muster.run('token', 'revoke', id)).toMatchObject({
    code: 1,
    stderr: 'muster: There is no such token.\n',
  });
  expect(await muster.run('token', 'revoke', '--account', 'bob')).toMatchObject({
    code: 0,
    stdout: 'The API tokens of bob are revoked.\n',
  });
  expect(await list()).toEqual([]);
});

test('what to revoke must be named, and in one way', async () => {
  expect(await muster.run('token', 'revoke')).toMatchObject({ code: 2 });
  expect(await muster.run('token', 'revoke', '1', '--account', 'amy')).toMatchObject({ code: 2 });
  expect(await muster.run('token', 'revoke', 'abc')).toMatchObject({
    code: 2,
    stderr: 'muster: "abc" is no id of a token; muster token list shows them.\n',
  });
});
