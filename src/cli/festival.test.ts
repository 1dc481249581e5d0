import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'nf');
  await muster.run('city', 'create', 'nf', '--name', 'Niagara Falls', '--timezone', 'America/New_York');
});
afterAll(() => muster.close());

test('a festival is launched with the local times of its city', async () => {
  const times = ['--start', '2027-06-21T08:00:00', '--end', '2027-06-21T21:00:00'];
  const made = await muster.json('festival', 'create', '--city', 'nf', ...times, '--site', 'nf');
  expect(made).toMatchObject({
    name: 'Niagara Falls 2027',
    starts_at: '2027-06-21T12:00:00.000Z',
    ends_at: '2027-06-22T01:00:00.000Z',
    launched_at: expect.any(String),
  });
});

test('a draft is launched later', async () => {
  const times = ['--start', '2028-06-21T08:00:00', '--end', '2028-06-22T02:00:00'];
  const draft = await muster.run('festival', 'create', '--city', 'nf', ...times, '--draft', '--name', 'Next');
  const id = /its id is (\S+)\. draft/.exec(draft.stdout)?.[1] ?? '';
  expect((await muster.run('festival', 'launch', id, '--city', 'nf')).stdout).toBe(
    'Festival Next: launched\n',
  );
  expect(await muster.json('festival', 'list', '--city', 'nf')).toMatchObject([
    { name: 'Niagara Falls 2027' },
    { name: 'Next' },
  ]);
});

test.each([
  [['--city', 'nf', '--start', 'soon', '--end', '2027-06-21T21:00:00'], 2],
  [['--city', 'nf', '--start', '2027-06-21T21:00:00', '--end', '2027-06-21T08:00:00'], 1],
  [['--city', 'nowhere', '--start', '2027-06-21T08:00:00', '--end', '2027-06-21T21:00:00'], 1],
])('festival create %j is refused with a sentence', async (args, code) => {
  const outcome = await muster.run('festival', 'create', ...args);
  expect(outcome.code).toBe(code);
  expect(outcome.stderr).toMatch(/^muster: /);
});
