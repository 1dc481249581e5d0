import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'alpha', '--organization', 'OrgA', '--organization', 'OrgB');
});

afterAll(() => muster.close());

const importCourses = (file: string, ...flags: string[]) =>
  muster.run('course', 'import', file, '--site', 'alpha', ...flags);

function show(key: string): Promise<unknown> {
  return muster.json('course', 'show', key, '--site', 'alpha');
}

async function keys(prefix: string): Promise<string[]> {
  const rows = await muster.query<{ course_key: string }>(
    `select course_key from courses where number like $1 || '%' order by 1`,
    [prefix],
  );
  return rows.map((row) => row.course_key);
}

test('a dry run makes no course; the run itself makes all with what the file says', async () => {
  const file = await muster.file(
    'a.csv',
    'course_id,name,capacity,start,end,enrollment_start,enrollment_end,invitation_only,pacing,modes,teacher\n' +
      'course-v1:OrgA+A1+1,First,30,2027-03-01,2027-06-30T12:00+02:00,2027-01-01,2027-02-01,yes,self,honor verified,Eve\n' +
      'OrgB/A2/1,Second,,,,,,,,,\n',
  );
  expect(await importCourses(file, '--dry-run')).toEqual({
    code: 0,
    stdout: 'courses: 2 new, 0 here already, 0 bad (dry run, nothing was changed).\n',
    stderr: 'Columns left out: teacher.\n',
  });
  expect(await keys('A')).toEqual([]);
  expect(await importCourses(file)).toMatchObject({
    code: 0,
    stdout: 'courses: 2 new, 0 here already, 0 bad.\n',
  });
  expect(await show('course-v1:OrgA+A1+1')).toMatchObject({
    name: 'First',
    capacity: 30,
    starts_at: '2027-03-01T00:00:00.000Z',
    ends_at: '2027-06-30T10:00:00.000Z',
    enrollment_starts_at: '2027-01-01T00:00:00.000Z',
    enrollment_ends_at: '2027-02-01T00:00:00.000Z',
    invitation_only: true,
    pacing: 'self',
    modes: [{ slug: 'honor' }, { slug: 'verified' }],
  });
  expect(await show('OrgB/A2/1')).toMatchObject({
    name: 'Second',
    capacity: null,
    modes: [{ slug: 'audit' }],
  });
});

test('a course that is here already is changed to what the file says: empty leaves, none takes away', async () => {
  const first = await muster.file(
    'b.csv',
    'course_id,name,capacity,start,modes\ncourse-v1:OrgA+B1+1,B,10,2027-03-01,honor\ncourse-v1:OrgA+B2+1,B2,10,,\n',
  );
  await importCourses(first);
  const second = await muster.file(
    'b2.csv',
    'course_id,name,capacity,start\ncourse-v1:OrgA+B1+1,,none,none\ncourse-v1:OrgA+B2+1,B2,10,\n',
  );
  expect(await importCourses(second)).toMatchObject({
    code: 0,
    stdout: 'courses: 0 new, 1 changed, 1 here already, 0 bad.\n',
  });
  expect(await show('course-v1:OrgA+B1+1')).toMatchObject({
    name: 'B',
    capacity: null,
    starts_at: null,
    modes: [{ slug: 'honor' }],
  });
  expect(await importCourses(second)).toMatchObject({ stdout: 'courses: 0 new, 2 here already, 0 bad.\n' });
});

test('a capacity below the places that are taken keeps everybody in', async () => {
  const key = 'course-v1:OrgA+C1+1';
  await muster.run('course', 'create', key, '--name', 'C', '--site', 'alpha');
  await muster.query(`update courses set taken = 3 where course_key = '${key}'`);
  const file = await muster.file('c.csv', `course_id,capacity\n${key},2\n`);
  expect(await importCourses(file)).toMatchObject({ code: 0 });
  expect(await show(key)).toMatchObject({ capacity: 2, taken: 3, granted: 3 });
});

test('every kind of bad row is told with its line, and nothing is imported', async () => {
  const bad: [string, RegExp][] = [
    [',Nameless', /course_id is missing$/],
    ['Math,M', /course_id "Math" is no course key/],
    ['course-v1:Foreign+D+1,F', /"Foreign" is no organisation of the site; valid: OrgA, OrgB$/],
    ['course-v1:OrgA+D2+1,', /name is missing, and the course is not here yet$/],
    ['course-v1:OrgA+D3+1,D3,many', /capacity "many" is no whole number from 0, and not none$/],
    ['course-v1:OrgA+D4+1,D4,9999999999', /capacity: A capacity is a whole number from 0 to 2147483647/],
    ['course-v1:OrgA+D5+1,D5,,tomorrow', /start is no moment such as/],
    ['course-v1:OrgA+D6+1,D6,,2027-02-01,2027-01-01', /end: A course ends after it starts$/],
    ['course-v1:OrgA+D7+1,D7,,,,perhaps', /invitation_only or self_paced is neither true nor false$/],
    ['course-v1:OrgA+D8+1,D8,,,,,fast', /pacing "fast" is neither instructor nor self$/],
    ['course-v1:OrgA+D9+1,D9,,,,,,"audit, b?d"', /modes: "b\?d" is no mode/],
    ['course-v1:OrgA+D0+1,Again', /course_id "course-v1:OrgA\+D0\+1" stands in line 2 already$/],
  ];
  const cells = (row: string) => row + ','.repeat(7 - (row.replace(/".*"/, '').match(/,/g)?.length ?? 0));
  const lines = ['course-v1:OrgA+D0+1,Good', ...bad.map(([row]) => row)].map(cells);
  const headings = 'course_id,name,capacity,start,end,invitation_only,pacing,modes';
  const file = await muster.file('d.csv', `${headings}\n${lines.join('\n')}\n`);
  const outcome = await importCourses(file);
  expect(outcome).toMatchObject({ code: 1, stdout: `courses: 1 new, 0 here already, ${bad.length} bad.\n` });
  const told = outcome.stderr.split('\n');
  expect(bad.map(([, sentence], index) => sentence.test(told[index] ?? '') || told[index])).toEqual(
    bad.map(() => true),
  );
  expect(told[0]).toMatch(`${file}:3: `);
  expect(await keys('D')).toEqual([]);
  expect(await importCourses(file, '--skip-bad')).toMatchObject({ code: 0 });
  expect(await keys('D')).toEqual(['course-v1:OrgA+D0+1']);
});

test('the table of courses of an Open edX database is understood as it is', async () => {
  const file = await muster.file(
    'e.jsonl',
    '{"id":"course-v1:OrgA+E1+1","display_name":"Edx","start":"2027-01-24 14:32:21+00","self_paced":true,' +
      '"max_student_enrollments_allowed":12,"invitation_only":false}\n',
  );
  expect(await importCourses(file)).toMatchObject({ code: 0, stderr: '' });
  expect(await show('course-v1:OrgA+E1+1')).toMatchObject({
    name: 'Edx',
    capacity: 12,
    pacing: 'self',
    starts_at: '2027-01-24T14:32:21.000Z',
  });
});

test('a change that does not fit what a course has is a bad row', async () => {
  const key = 'course-v1:OrgA+F1+1';
  await muster.run('course', 'create', key, '--name', 'F', '--start', '2027-03-01', '--site', 'alpha');
  const file = await muster.file('f.csv', `course_id,end\n${key},2027-02-01\n`);
  expect(await importCourses(file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(':2: end: A course ends after it starts\n'),
  });
});

test('an import is in the audit trail, made and changed apart', async () => {
  const file = await muster.file('g.csv', 'course_id,name\ncourse-v1:OrgA+G1+1,G\n');
  await importCourses(file);
  await importCourses(await muster.file('g2.csv', 'course_id,name\ncourse-v1:OrgA+G1+1,Renamed\n'));
  const trail = await muster.query(
    `select verb, fields, author_kind, batch_id is not null as batched from activity a
     join courses c on c.number = 'G1' and a.object_type = 'course' and a.object_id = c.id::text order by a.id`,
  );
  expect(trail).toEqual([
    { verb: 'imported', fields: [], author_kind: 'command', batched: true },
    { verb: 'changed', fields: ['name'], author_kind: 'command', batched: true },
  ]);
});

test('the course of the same key of another tenant stays as it is', async () => {
  await muster.run('site', 'create', 'beta', '--organization', 'OrgA');
  const key = 'course-v1:OrgA+H1+1';
  await muster.run('course', 'create', key, '--name', 'Ours', '--site', 'alpha');
  const file = await muster.file('h.csv', `course_id,name\n${key},Theirs\n`);
  expect(await muster.json('course', 'import', file, '--site', 'beta')).toMatchObject({
    made: 1,
    changed: 0,
  });
  expect(await show(key)).toMatchObject({ name: 'Ours' });
  expect(await muster.json('course', 'show', key, '--site', 'beta')).toMatchObject({ name: 'Theirs' });
});
