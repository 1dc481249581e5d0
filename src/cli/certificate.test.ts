import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;
const key = 'course-v1:alpha+Math+1';

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'alpha');
  await muster.run('course', 'create', key, '--name', 'Mathematics', '--site', 'alpha');
  for (const name of ['amy', 'bob']) {
    await muster.run(
      ...['account', 'create', name, '--email', `${name}@example.com`, '--name', name, '--site', 'alpha'],
    );
  }
});

afterAll(() => muster.close());

async function issue(username: string, ...flags: string[]): Promise<string> {
  const { stdout } = await muster.run(
    ...['certificate', 'issue', username, key, '--grade', '0.93', '--site', 'alpha', ...flags],
  );
  return /^uuid=(\S+)$/m.exec(stdout)?.[1] ?? '';
}

test('a certificate is issued with its address, for somebody never enrolled with a warning', async () => {
  const outcome = await muster.run(
    ...[
      'certificate',
      'issue',
      'amy',
      key,
      '--grade',
      '0.93',
      '--completed-at',
      '2027-06-30',
      '--site',
      'alpha',
    ],
  );
  expect(outcome.code).toBe(0);
  expect(outcome.stdout).toMatch(
    /^uuid=([0-9a-f-]{36})\nurl=http:\/\/alpha\.localhost:8000\/certificates\/\1\n$/,
  );
  expect(outcome.stderr).toMatch(/^warning: "amy" was never enrolled in the course/);
  expect(await muster.json('certificate', 'list', '--account', 'amy', '--site', 'alpha')).toMatchObject([
    {
      username: 'amy',
      course_key: key,
      grade: '0.93',
      completed_at: '2027-06-30T00:00:00.000Z',
      revoked_at: null,
      url: expect.stringContaining('http://alpha.localhost:8000/certificates/'),
    },
  ]);
});

test('a second certificate renews the first at the same address', async () => {
  const first = await issue('amy');
  await muster.run('certificate', 'revoke', first, '--site', 'alpha');
  expect(await issue('amy')).toBe(first);
  expect(await muster.json('certificate', 'list', '--account', 'amy', '--site', 'alpha')).toHaveLength(1);
});

test('a revoked certificate leaves the list and is not revoked again', async () => {
  const uuid = await issue('bob');
  expect(await muster.run('certificate', 'revoke', uuid, '--site', 'alpha')).toEqual({
    code: 0,
    stdout: `The certificate ${uuid} is revoked.\n`,
    stderr: '',
  });
  expect(
    await muster.json('certificate', 'list', '--course', key, '--account', 'bob', '--site', 'alpha'),
  ).toEqual([]);
  const { stdout } = await muster.run('certificate', 'list', '--revoked', '--site', 'alpha');
  expect(stdout).toMatch(new RegExp(`^${uuid} +bob `, 'm'));
  expect(await muster.run('certificate', 'revoke', uuid, '--site', 'alpha')).toMatchObject({ code: 1 });
});

test('a certificate of another tenant is an unknown one', async () => {
  const uuid = await issue('amy');
  expect(await muster.run('certificate', 'revoke', uuid)).toMatchObject({
    code: 1,
    stderr: `muster: There is no certificate ${uuid}.\n`,
  });
  expect(await muster.json('certificate', 'list')).toEqual([]);
});

const unknown = '0190f6a8-3c1e-7d2b-9a54-0c5e8f1b2d34';
test.each([
  [['issue', 'nobody', key, '--grade', 'A'], 1, /^muster: There is no account "nobody"/],
  [['issue', 'amy', 'course-v1:alpha+Never+1', '--grade', 'A'], 1, /^muster: There is no course /],
  [['issue', 'amy', key], 2, /required option '--grade <grade>' not specified/],
  [['issue', 'amy', key, '--grade', ' '], 1, /^muster: A grade has 1 to 50 characters\.\n$/],
  [['issue', 'amy', key, '--grade', 'A', '--completed-at', 'June'], 2, /argument 'June' is invalid/],
  [['revoke', unknown], 1, /^muster: There is no certificate 0190f6a8/],
  [['revoke', 'no-uuid'], 1, /^muster: There is no certificate no-uuid\.\n$/],
])('certificate %j is refused with the code %i', async (args, code, sentence) => {
  const outcome = await muster.run('certificate', ...args, '--site', 'alpha');
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(sentence);
});
