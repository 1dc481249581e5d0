import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'alpha');
});

afterAll(() => muster.close());

async function usernames(prefix: string): Promise<string[]> {
  const rows = await muster.query<{ username: string }>(
    `select username from accounts where username like $1 || '%' order by 1`,
    [prefix],
  );
  return rows.map(({ username }) => username);
}

test('a dry run says what would happen and changes nothing; the run itself does it', async () => {
  const file = await muster.file(
    'd.csv',
    'username;email;shoe\nd1;d1@example.com;38\nd2;d2@example.com;39\n',
  );
  expect(await muster.run('import', 'accounts', file, '--dry-run', '--site', 'alpha')).toEqual({
    code: 0,
    stdout: 'accounts: 2 new, 0 here already, 0 bad (dry run, nothing was changed).\n',
    stderr: 'Columns left out: shoe.\n',
  });
  expect(await usernames('d')).toEqual([]);
  expect(await muster.run('import', 'accounts', file, '--site', 'alpha')).toMatchObject({
    code: 0,
    stdout: 'accounts: 2 new, 0 here already, 0 bad.\n',
  });
  expect(await usernames('d')).toEqual(['d1', 'd2']);
});

test('one bad row and nothing is imported, unless bad rows may be skipped', async () => {
  const file = await muster.file('e.csv', 'username,email\ne1,e1@example.com\ne2,nowhere\ne3\n');
  const faults = `${file}:3: email "nowhere" is no e-mail address\n${file}:4: 1 cells, but the headings are 2\n`;
  expect(await muster.run('import', 'accounts', file)).toEqual({
    code: 1,
    stdout: 'accounts: 1 new, 0 here already, 2 bad.\n',
    stderr: `${faults}muster: Nothing was imported: 2 bad rows. Mend them, or leave them out with --skip-bad.\n`,
  });
  expect(await usernames('e')).toEqual([]);
  expect(await muster.run('import', 'accounts', file, '--skip-bad')).toEqual({
    code: 0,
    stdout: 'accounts: 1 new, 0 here already, 2 bad.\n',
    stderr: faults,
  });
  expect(await usernames('e')).toEqual(['e1']);
});

test('tokens and OAuth clients follow their accounts', async () => {
  const people = await muster.file(
    'f.jsonl',
    '{"username":"f1","email":"f1@example.com","is_superuser":true}\n',
  );
  const tokens = await muster.file('f.csv', `key,username\n${'ab'.repeat(20)},f1\n`);
  const clients = await muster.file('f2.csv', 'client_id,client_secret,owner\nold-client,old-secret,f1\n');
  await muster.run('import', 'accounts', people);
  expect(await muster.json('import', 'tokens', tokens)).toMatchObject({ made: 1, bad: 0, is_imported: true });
  expect(await muster.json('import', 'oauth-clients', clients)).toMatchObject({
    made: 1,
    bad: 0,
    is_imported: true,
  });
  expect(await muster.json('token', 'list')).toMatchObject([{ kind: 'api', username: 'f1' }]);
  expect(await muster.json('oauth-client', 'list')).toMatchObject([
    { client_id: 'old-client', owner_username: 'f1' },
  ]);
});

test('enrolments and codes follow their courses: looked at first, then all of a file or nothing', async () => {
  const key = 'course-v1:alpha+Math+1';
  await muster.run('course', 'create', key, '--name', 'Math', '--capacity', '1', '--site', 'alpha');
  const people = await muster.file('h.csv', 'username,email\nh1,h1@example.com\nh2,h2@example.com\n');
  await muster.run('import', 'accounts', people, '--site', 'alpha');
  const course = () => muster.json('course', 'show', key, '--site', 'alpha');

  const enrolments = await muster.file('h2.csv', `username,course_id,is_active\nh1,${key},true\n`);
  expect(await muster.run('import', 'enrolments', enrolments, '--site', 'alpha', '--dry-run')).toEqual({
    code: 0,
    stdout: 'enrolments: 1 new, 0 here already, 0 bad (dry run, nothing was changed).\n',
    stderr: '',
  });
  expect(await course()).toMatchObject({ taken: 0 });
  await muster.run('import', 'enrolments', enrolments, '--site', 'alpha');
  expect(await course()).toMatchObject({ taken: 1 });

  const codes = await muster.file(
    'h3.csv',
    `code,course_id,redeemed_by\nkept-1,${key},\nkept-2,${key},h1\nkept-3,${key},h2@example.com\nbad-1,Math,\n`,
  );
  expect(await muster.run('import', 'codes', codes, '--site', 'alpha')).toEqual({
    code: 1,
    stdout: 'codes: 3 new, 0 here already, 1 bad.\n',
    stderr:
      `${codes}:5: course_id "Math" is no course key such as course-v1:Org+Number+Run\n` +
      'muster: Nothing was imported: 1 bad row. Mend them, or leave them out with --skip-bad.\n',
  });
  expect(await course()).toMatchObject({ taken: 1 });
  expect(await muster.run('import', 'codes', codes, '--site', 'alpha', '--skip-bad')).toMatchObject({
    code: 0,
  });
  expect(await course()).toMatchObject({ capacity: 1, taken: 2, granted: 2 });
  expect(await muster.json('import', 'codes', codes, '--site', 'alpha', '--skip-bad')).toMatchObject({
    made: 0,
    present: 3,
    bad: 1,
    is_imported: true,
  });
});

test('beyond a hundred bad rows only their number is told', async () => {
  const file = await muster.file('g.csv', `username,email\n${'g,nowhere\n'.repeat(250)}`);
  const { stderr } = await muster.run('import', 'accounts', file);
  expect(stderr.split('\n').filter((line) => line.includes('is no e-mail address'))).toHaveLength(100);
  expect(stderr).toContain(`${file}: 150 more bad rows.\n`);
});

test('a file that is not there, and a kind that is none', async () => {
  expect(await muster.run('import', 'accounts', '/nowhere.csv')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^muster: \/nowhere\.csv cannot be read: ENOENT/),
  });
  expect(await muster.run('import', 'courses', '/nowhere.csv')).toMatchObject({ code: 2, stdout: '' });
});
