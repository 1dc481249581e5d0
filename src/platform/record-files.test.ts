import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRecords } from './record-files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-records-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return collect(path);
}

async function collect(path: string) {
  const records = [];
  for await (const record of readRecords(path)) records.push(record);
  return records;
}

test('a CSV file gives a record a row, with headings folded and the absent left out', async () => {
  const csv =
    '\uFEFFUsername,E-Mail, Full Name ,joined\r\namy,amy@example.com,"Lee, Amy",NULL\r\n\r\nbo,,\\N,2020\r\n';
  expect(await read('people.csv', csv)).toEqual([
    { line: 2, values: { username: 'amy', e_mail: 'amy@example.com', full_name: 'Lee, Amy' } },
    { line: 4, values: { username: 'bo', joined: '2020' } },
  ]);
});

test.each([';', '\t'])('the separator %j is found by itself', async (separator) => {
  const csv = `"a,b"${separator}c\n1${separator}"x,y"\n`;
  expect(await read('people.txt', csv)).toEqual([{ line: 2, values: { 'a,b': '1', c: 'x,y' } }]);
});

test('a row may hold a line break, and later rows keep their line numbers', async () => {
  expect(await read('people.csv', 'a,b\n1,"x\ny"\n2\n3,z\n')).toEqual([
    { line: 2, values: { a: '1', b: 'x\ny' } },
    { line: 4, fault: '1 cells, but the headings are 2' },
    { line: 5, values: { a: '3', b: 'z' } },
  ]);
});

test('JSON lines are known by their ending or their first character, and a broken line is told', async () => {
  const lines =
    '{"User Name":"amy","extra":{"district":"North"},"bio":null}\n\n[1]\n{"a":\n{"user_name":"bo"}';
  const records = [
    { line: 1, values: { user_name: 'amy', extra: { district: 'North' } } },
    { line: 3, fault: 'not a JSON object in one line' },
    { line: 4, fault: 'not a JSON object in one line' },
    { line: 5, values: { user_name: 'bo' } },
  ];
  expect(await read('people.jsonl', lines)).toEqual(records);
  expect(await read('people', lines)).toEqual(records);
});

test.each([
  ['a file that is not there', null, /people.csv cannot be read: ENOENT/],
  ['bytes that are no UTF-8', Buffer.from([0x61, 0x0a, 0xe4, 0x0a]), /people.csv is not UTF-8/],
  [
    'a quote that never ends',
    'a,b\n1,"x\n',
    /people.csv is no CSV: line 2, cell 2: The cell opens a quote that is never closed/,
  ],
  ['two columns of one name', 'a,b, A\n1,2,3\n', /has two columns "a"/],
])('%s is refused in a sentence', async (_name, content, sentence) => {
  const reading = content === null ? collect(join(folder, 'people.csv')) : read('people.csv', content);
  await expect(reading).rejects.toThrow(sentence);
});

test('progress is told in bytes', async () => {
  const path = join(folder, 'people.csv');
  const content = `a\n${'x\n'.repeat(300_000)}`;
  writeFileSync(path, content);
  const told: number[] = [];
  let count = 0;
  for await (const _record of readRecords(path, (bytes) => told.push(bytes))) count += 1;
  expect(count).toBe(300_000);
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toBe(content.length);
});
