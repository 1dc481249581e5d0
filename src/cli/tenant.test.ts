import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
});

afterAll(() => muster.close());

async function statusOf(slug: string): Promise<string | undefined> {
  const [tenant] = await muster.query<{ status: string }>('select status from tenants where slug = $1', [
    slug,
  ]);
  return tenant?.status;
}

test('a tenant is suspended, resumed and deleted with everything it owns', async () => {
  await muster.run('site', 'create', 'alpha');
  await muster.run(
    'account',
    'create',
    'amy',
    '--email',
    'amy@example.com',
    '--name',
    'Amy',
    '--site',
    'alpha',
  );
  expect(await muster.run('tenant', 'suspend', 'alpha')).toMatchObject({
    code: 0,
    stdout: 'The tenant alpha is suspended.\n',
  });
  expect(await statusOf('alpha')).toBe('suspended');
  await muster.run('tenant', 'resume', 'alpha');
  expect(await statusOf('alpha')).toBe('active');
  expect(await muster.run('tenant', 'delete', 'alpha', '--yes')).toMatchObject({ code: 0 });
  expect(await muster.json('tenant', 'list')).toMatchObject([{ slug: 'default', status: 'active' }]);
  expect(await muster.query('select 1 from accounts')).toEqual([]);
});

test('deleting asks first, and without a terminal says how to answer', async () => {
  await muster.run('site', 'create', 'beta');
  const { code, stderr } = await muster.run('tenant', 'delete', 'beta');
  expect(code).toBe(2);
  expect(stderr).toMatch(/Add --yes to do it without being asked\.\n$/);
  expect(await statusOf('beta')).toBe('active');
});

test('the tenant of the default site stays, and an unknown one is told', async () => {
  expect(await muster.run('tenant', 'delete', 'default', '--yes')).toMatchObject({
    code: 1,
    stderr: 'muster: The tenant of the default site cannot be deleted.\n',
  });
  expect(await muster.run('tenant', 'suspend', 'nobody')).toMatchObject({
    code: 1,
    stderr: 'muster: There is no tenant "nobody".\n',
  });
});
