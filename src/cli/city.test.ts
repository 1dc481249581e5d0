import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'nf');
  await muster.run('site', 'create', 'madison', '--tenant', 'nf');
  await muster.run('account', 'create', 'amy', '--email', 'amy@example.com', '--name', 'Amy', '--site', 'nf');
});
afterAll(() => muster.close());

const named = ['--name', 'Niagara Falls', '--timezone', 'America/New_York'];

test('a city is made of a site, active and with the lists of the document', async () => {
  expect(await muster.run('city', 'create', 'nf', ...named, '--site', 'nf')).toMatchObject({
    code: 0,
    stdout: 'City nf is made; it answers on nf.localhost.\n',
  });
  expect(await muster.json('city', 'show', 'nf')).toMatchObject({
    slug: 'nf',
    time_zone: 'America/New_York',
    is_active: true,
    is_paused: false,
  });
  const [counted] = await muster.query<{ count: number }>(`select count(*)::integer as count from lookups`);
  expect(counted?.count).toBe(26);
});

test('without a site it is that of its slug; a site has one city, a slug is taken once', async () => {
  const zone = ['--name', 'Madison', '--timezone', 'America/Chicago'];
  expect(await muster.json('city', 'create', 'madison', ...zone)).toMatchObject({
    host: 'madison.localhost',
  });
  expect(await muster.run('city', 'create', 'other', ...zone, '--site', 'madison')).toMatchObject({
    code: 1,
    stderr: 'muster: This site has a city already: a site is the face of one city.\n',
  });
  expect(await muster.run('city', 'create', 'events', ...zone, '--site', 'nf')).toMatchObject({
    code: 1,
    stderr: 'muster: slug: The slug "events" is reserved.\n',
  });
  const cities = await muster.json('city', 'list', '--site', 'nf');
  expect(cities).toMatchObject([{ slug: 'madison' }, { slug: 'nf' }]);
});

test('an account is added to a city and taken away again', async () => {
  expect(await muster.run('city', 'admin', 'add', 'nf', 'amy')).toMatchObject({
    code: 0,
    stdout: 'amy runs nf.\n',
  });
  expect(await muster.json('city', 'admin', 'list', 'nf')).toMatchObject([{ username: 'amy' }]);
  expect((await muster.run('city', 'admin', 'remove', 'nf', 'amy@example.com')).code).toBe(0);
  expect(await muster.run('city', 'admin', 'remove', 'nf', 'amy')).toMatchObject({
    code: 1,
    stderr: 'muster: amy was not added to nf.\n',
  });
});

test('a city is paused and goes on', async () => {
  expect((await muster.run('city', 'pause', 'nf')).stdout).toBe('City nf is paused.\n');
  expect((await muster.run('city', 'resume', 'nf')).stdout).toBe('City nf is active.\n');
});

test.each([
  [['city', 'create', 'x', '--name', 'X', '--timezone', 'Mars/Olympus'], 2],
  [['city', 'show', 'nowhere'], 1],
  [['city', 'update', 'nf', '--latitude', '91'], 1],
])('%j is refused with a sentence', async (args, code) => {
  const outcome = await muster.run(...args);
  expect(outcome.code).toBe(code);
  expect(outcome.stderr).toMatch(/^muster: /);
});
