import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'alpha');
});

afterAll(() => muster.close());

/** A command about the people of an event of the site alpha. */
const of = (event: string, ...args: string[]) => [...args, '--event', event, '--site', 'alpha'];

async function makeEvent(name: string): Promise<void> {
  await muster.run('event', 'create', name, '--site', 'alpha');
}

const people = (event: string) =>
  muster.query<{ id: string; full_name: string; class: string | null }>(
    `select p.id, p.full_name, p.class from participants p
     join events e on e.tenant_id = p.tenant_id and e.id = p.event_id where e.name = $1 order by p.id`,
    [event],
  );

test('a file is tried, brought in, and written back as it was', async () => {
  await makeEvent('round');
  const text =
    'Naam;Klas;Doelgroep;Identificatie\r\nEls Maes;4A;app;els-key\r\nJo Peeters;4B;infra;jo-key\r\n';
  const file = await muster.file('round.csv', text);
  expect(await muster.run(...of('round', 'participants', 'import', file, '--dry-run'))).toEqual({
    code: 0,
    stdout:
      '+ line 2: Els Maes (4A, app)\n+ line 3: Jo Peeters (4B, infra)\n' +
      'participants: 2 new, 0 changed, 0 removed, 0 kept (dry run, nothing was changed).\n',
    stderr: '',
  });
  expect(await people('round')).toEqual([]);
  expect((await muster.run(...of('round', 'participants', 'import', file))).stdout).toMatch(
    /\nparticipants: 2 new, 0 changed, 0 removed, 0 kept\.\n$/,
  );
  expect((await muster.run(...of('round', 'participants', 'export'))).stdout).toBe(text);
  const out = join(dirname(file), 'out.csv');
  await muster.run(...of('round', 'participants', 'export', out, '--lang', 'en', '--bom'));
  expect(await readFile(out, 'utf8')).toBe(`\uFEFF${text.replace(/^.*\r/, 'Name;Class;Target group;Key\r')}`);
});

test('a corrected name keeps the person; who is left out is removed, or kept by --mode add', async () => {
  await makeEvent('school');
  await muster.run(
    ...of(
      'school',
      'participants',
      'import',
      await muster.file('a.csv', 'Name,Class,Key\nAn,1,k-an\nBo,1,k-bo\n'),
    ),
  );
  const [an] = await people('school');
  const next = await muster.file('b.csv', 'Name,Class,Key,Shoe\nAnn,2,k-an,38\nCy,1,,40\n');
  const add = of('school', 'participants', 'import', next, '--mode', 'add', '--dry-run');
  expect(await muster.run(...add)).toMatchObject({
    stdout: expect.stringContaining('1 new, 1 changed, 0 removed, 1 kept'),
    stderr: 'Columns left out: Shoe.\n',
  });
  expect(await muster.json(...of('school', 'participants', 'import', next))).toEqual({
    is_imported: true,
    mode: 'replace',
    headings: 'by_name',
    added: [{ line: 3, full_name: 'Cy', class: '1', target_group: null }],
    changed: [
      {
        line: 2,
        id: Number(an?.id),
        before: { full_name: 'An', class: '1', target_group: null },
        after: { full_name: 'Ann', class: '2', target_group: null },
        is_key_changed: false,
      },
    ],
    removed: [{ id: expect.any(Number), full_name: 'Bo', class: '1', target_group: null, registrations: 0 }],
    kept: 0,
  });
  expect(await people('school')).toMatchObject([
    { id: an?.id, full_name: 'Ann', class: '2' },
    { full_name: 'Cy' },
  ]);
});

test('people who have chosen workshops are not removed unasked', async () => {
  await muster.run('demo', '--site', 'alpha');
  const file = await muster.file('c.csv', 'Name,Key\nAmber,Amber\nLotte,Lotte\n');
  const replace = of('workshops2018', 'participants', 'import', file);
  expect(await muster.run(...replace)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'muster: The file leaves out 7 who have chosen workshops, Bram for one: they and their choices are removed. ' +
      '--mode add removes nobody. Add --yes to do it without being asked.\n',
  });
  expect(await people('workshops2018')).toHaveLength(12);
  expect((await muster.run(...replace, '--yes')).stdout).toMatch(/10 removed, 2 kept\.\n$/);
  expect(await muster.query('select sum(taken)::integer as taken from workshops')).toEqual([{ taken: 2 }]);
});

test('a fault is told by line and column, and nothing is changed', async () => {
  await makeEvent('faulty');
  const file = await muster.file('d.csv', `Name,Class,Key\nAn,1,same\nBo,${'x'.repeat(81)},other\n`);
  expect(await muster.run(...of('faulty', 'participants', 'import', file))).toEqual({
    code: 1,
    stdout: '',
    stderr: `${file}:3:2: At most 80 characters.\nmuster: Nothing was changed: 1 fault.\n`,
  });
  expect(await people('faulty')).toEqual([]);
});

test('without an event the participants of all of them are exported', async () => {
  const { stdout } = await muster.run('participants', 'export', '--site', 'alpha');
  expect(stdout).toContain('Els Maes;4A;app;els-key\r\n');
  expect(stdout).toContain('Lotte;6ITF;infra;Lotte\r\n');
});

test.each([
  [
    ['participants', 'import', '/nowhere.csv', '--event', 'x'],
    1,
    /^muster: \/nowhere\.csv cannot be read: ENOENT/,
  ],
  [['participants', 'export', '--event', 'nowhere'], 1, /^muster: There is no event nowhere\.\n$/],
  [['participants', 'import', 'x.csv'], 2, /^muster: required option '--event <event>' not specified/],
  [
    ['registrations', 'export', 'x.pdf', '--event', 'x'],
    2,
    /^muster: x\.pdf ends in neither \.xlsx nor \.csv\.\n$/,
  ],
])('%j is refused with the code %i', async (args, code, sentence) => {
  const outcome = await muster.run(...args);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(sentence);
});
