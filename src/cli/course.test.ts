import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  const organisations = ['--organization', 'OrgA', '--organization', 'OrgB'];
  await muster.run('site', 'create', 'alpha', ...organisations, '--config', '{"course_org_filter":"OrgA"}');
});

afterAll(() => muster.close());

/** A command of the site alpha. */
const at = (...args: string[]) => [...args, '--site', 'alpha'];

test('a course with nothing but a name is open to all, at their own number', async () => {
  const key = 'course-v1:OrgA+Plain+2027';
  expect(await muster.run(...at('course', 'create', key, '--name', 'Plain'))).toEqual({
    code: 0,
    stdout: `Course ${key} is made.\n`,
    stderr: '',
  });
  expect(await muster.json(...at('course', 'show', key))).toMatchObject({
    key,
    org: 'OrgA',
    number: 'Plain',
    run: '2027',
    name: 'Plain',
    starts_at: null,
    ends_at: null,
    enrollment_starts_at: null,
    enrollment_ends_at: null,
    invitation_only: false,
    pacing: 'instructor',
    modes: [{ slug: 'audit', name: 'Audit' }],
    capacity: null,
    taken: 0,
  });
});

test('every flag of a course is kept; dates without an offset are UTC', async () => {
  const key = 'OrgB/Old/Form';
  const dates = [
    '--start',
    '2027-03-01',
    '--end',
    '2027-06-30 18:00',
    '--enrollment-start',
    '2027-01-01T00:00Z',
  ];
  const more = ['--enrollment-end', '2027-02-01T18:00+01:00', '--invitation-only', '--pacing', 'self'];
  const modes = ['--mode', 'honor', '--mode', 'verified', '--capacity', '30'];
  await muster.run(...at('course', 'create', key, '--name', 'Old', ...dates, ...more, ...modes));
  expect(await muster.json(...at('course', 'show', key))).toMatchObject({
    starts_at: '2027-03-01T00:00:00.000Z',
    ends_at: '2027-06-30T18:00:00.000Z',
    enrollment_starts_at: '2027-01-01T00:00:00.000Z',
    enrollment_ends_at: '2027-02-01T17:00:00.000Z',
    invitation_only: true,
    pacing: 'self',
    modes: [{ slug: 'honor' }, { slug: 'verified' }],
    capacity: 30,
  });
});

test('an update changes what it names, and none takes a date or the capacity away', async () => {
  const key = 'course-v1:OrgA+Changed+1';
  const before = ['--capacity', '5', '--start', '2027-03-01', '--end', '2027-04-01', '--invitation-only'];
  await muster.run(...at('course', 'create', key, '--name', 'Before', ...before));
  const { code, stdout } = await muster.run(...at('course', 'update', key, '--name', 'After'));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^name: +After$/m);
  expect(stdout).toMatch(/^places taken: +0 of 5$/m);
  const gone = ['--capacity', 'none', '--end', 'none', '--no-invitation-only', '--mode', 'honor'];
  expect(await muster.json(...at('course', 'update', key, ...gone))).toMatchObject({
    name: 'After',
    capacity: null,
    starts_at: '2027-03-01T00:00:00.000Z',
    ends_at: null,
    invitation_only: false,
    modes: [{ slug: 'honor' }],
  });
});

test('a mode that a course keeps keeps its price', async () => {
  const key = 'course-v1:OrgA+Priced+1';
  await muster.run(...at('course', 'create', key, '--name', 'Priced', '--mode', 'verified'));
  await muster.query(
    `update courses set modes = jsonb_set(modes, '{0,min_price}', '49') where course_key = '${key}'`,
  );
  expect(
    await muster.json(...at('course', 'update', key, '--mode', 'audit', '--mode', 'verified')),
  ).toMatchObject({
    modes: [
      { slug: 'audit', min_price: 0 },
      { slug: 'verified', min_price: 49 },
    ],
  });
});

test('a course that the filter of the site leaves out is made, listed and changed with a warning', async () => {
  const key = 'course-v1:OrgB+Unshown+1';
  const { code, stderr } = await muster.run(...at('course', 'create', key, '--name', 'Unshown'));
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: 'warning: course_org_filter of the site does not show "OrgB".\n',
  });
  const { stdout } = await muster.run(...at('course', 'list'));
  expect(stdout).toMatch(/^COURSE +NAME +PLACES TAKEN +STARTS +ENROLMENT FROM +UNTIL$/m);
  expect(stdout).toMatch(/^course-v1:OrgB\+Unshown\+1 +Unshown +0 +— +— +—$/m);
  expect((await muster.run(...at('course', 'update', key, '--capacity', '3'))).code).toBe(0);
});

test('the courses of another site are neither listed nor shown', async () => {
  await muster.run('site', 'create', 'beta');
  await muster.run('course', 'create', 'course-v1:beta+Own+1', '--name', 'Own', '--site', 'beta');
  expect(await muster.json('course', 'list', '--site', 'beta')).toMatchObject([
    { key: 'course-v1:beta+Own+1' },
  ]);
  expect(await muster.run(...at('course', 'show', 'course-v1:beta+Own+1'))).toMatchObject({
    code: 1,
    stderr: 'muster: There is no course "course-v1:beta+Own+1".\n',
  });
});

const fine = ['course', 'create', 'course-v1:OrgA+Bad+1', '--name', 'Bad'];
test.each([
  [['course', 'create', 'Math', '--name', 'M'], 1, /^muster: Course key not valid: Math\n$/],
  [
    ['course', 'create', 'course-v1:Foreign+A+1', '--name', 'F'],
    1,
    /^muster: "Foreign" is no organisation of the site; valid: OrgA, OrgB\.\n$/,
  ],
  [['course', 'create', 'course-v1:OrgA+Bad+1'], 2, /^muster: required option '--name <name>' not specified/],
  [[...fine, '--start', '31.1.2027'], 2, /argument '31\.1\.2027' is invalid\. Allowed: 2027-01-31, /],
  [[...fine, '--start', '2027-02-31'], 2, /argument '2027-02-31' is invalid/],
  [[...fine, '--capacity', '-1'], 2, /argument '-1' is invalid\. Allowed: a whole number from 0, or none\./],
  [[...fine, '--capacity', '4294967296'], 1, /^muster: A capacity is a whole number from 0 to 2147483647/],
  [
    [...fine, '--start', '2027-02-01', '--end', '2027-01-01'],
    1,
    /^muster: A course ends after it starts\.\n$/,
  ],
  [[...fine, '--mode', 'a b'], 1, /^muster: "a b" is no mode/],
  [[...fine, '--mode', 'audit', '--mode', 'audit'], 1, /^muster: A mode is named twice\.\n$/],
  [[...fine, '--pacing', 'fast'], 2, /Allowed choices are instructor, self\./],
  [['course', 'update', 'course-v1:OrgA+Never+1', '--capacity', '1'], 1, /^muster: There is no course "/],
  [['course', 'update', 'course-v1:OrgA+Never+1'], 2, /^muster: Name what is to be changed/],
])('%j is refused with the code %i', async (args, code, sentence) => {
  const outcome = await muster.run(...at(...args));
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(sentence);
});

test('a taken key is refused', async () => {
  const args = at('course', 'create', 'course-v1:OrgA+Twice+1', '--name', 'Twice');
  await muster.run(...args);
  expect(await muster.run(...args)).toMatchObject({
    code: 1,
    stderr: 'muster: The course "course-v1:OrgA+Twice+1" exists already.\n',
  });
});
