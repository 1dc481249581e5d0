import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;
let folder: string;

beforeAll(async () => {
  muster = await openCommandLine();
  folder = dirname(await muster.file('here', ''));
  await muster.run('demo');
});

afterAll(() => muster.close());

const exportTo = (file: string, ...more: string[]) =>
  muster.run('registrations', 'export', file, '--event', 'workshops2018', ...more);

test('a workbook has a sheet for each workshop with those who chose it', async () => {
  const file = join(folder, 'registrations.xlsx');
  expect(await exportTo(file)).toEqual({
    code: 0,
    stdout: `The registrations of workshops2018 are in ${file}.\n`,
    stderr: '',
  });
  const sheets = await readExcelFile(await readFile(file));
  expect(sheets.slice(0, 9).map(({ sheet }) => sheet)).toEqual([
    'Web API met Flask',
    'Webapplicaties met Express',
    'Kubernetes',
    'Elastic Stack',
    'Webapp CTF',
    'AWS Basics',
    'Data analyse met Python',
    'Systeemontwerp',
    'React',
  ]);
  expect(sheets[1]?.data.filter((row) => row.some((cell) => cell !== null))).toEqual([
    ['Webapplicaties met Express', null],
    ['Naam', 'Klas'],
    ['Amber', '4ITF'],
    ['Celine', '5ITF'],
    ['Dries', '5ITF'],
  ]);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('CSV has a line for each choice, headed in the language asked for', async () => {
  const file = join(folder, 'registrations.csv');
  await exportTo(file, '--lang', 'en');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(14);
  expect(lines[0]).toMatch(/^\uFEFF?Workshop;/);
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^Kubernetes;1\. Voormiddag;Karim;/)]));
});

test('a folder that is not there is told, and nothing is left behind', async () => {
  const file = join(folder, 'nowhere', 'registrations.xlsx');
  expect(await exportTo(file)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/cannot be written: ENOENT/),
  });
  expect(existsSync(dirname(file))).toBe(false);
});
