import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';
import { longestCell } from './delimited-rows.ts';
import { readDelimitedText } from './delimited-text.ts';

async function read(content: string | Buffer, pieceSize = Number.POSITIVE_INFINITY) {
  const bytes = Buffer.from(content);
  const items = [];
  for await (const item of readDelimitedText(pieces(bytes, pieceSize))) items.push(item);
  return items;
}

function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test.each([';', ',', '\t'])('the separator %j is found in the headings, outside their quotes', async (by) => {
  const headings = `"a,b;c\td,e;f\tg"${by}b\n`;
  expect(await read(`${headings}1${by}x\n`)).toEqual([
    { line: 1, cells: ['a,b;c\td,e;f\tg', 'b'] },
    { line: 2, cells: ['1', 'x'] },
  ]);
});

test.each(['sep=;\r\n', 'SEP=;\n', '"sep=;"\r\n', '\uFEFFsep=;\r\n'])(
  'the first line %j of Excel names the separator and is no row',
  async (told) => {
    expect(await read(`${told}a,b;c\n1;2`)).toEqual([
      { line: 2, cells: ['a,b', 'c'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  },
);

test('a row has the number of the line where it begins, whatever ends the lines', async () => {
  const text = 'a;b\r\n"x\r\ny\nz\rw";1\r\r\n;\n\n  \nlast;"q"';
  expect(await read(text)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x\r\ny\nz\rw', '1'] },
    { line: 7, cells: ['', ''] },
    { line: 10, cells: ['last', 'q'] },
  ]);
});

test('quotes are read as they are written by spreadsheets, and as they stand in files without quoting', async () => {
  const text = 'a;b\n "Lee; ""Amy""" ;2\nJan "Jantje" Peeters; 3A \n"";" x "\n5" disk;"""';
  expect(await read(`${text}"""`)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['Lee; "Amy"', '2'] },
    { line: 3, cells: ['Jan "Jantje" Peeters', '3A'] },
    { line: 4, cells: ['', ' x '] },
    { line: 5, cells: ['5" disk', '""'] },
  ]);
});

test('a cell behind the last separator is empty, and nothing is no row', async () => {
  expect(await read('a;b;\n1;2;')).toEqual([
    { line: 1, cells: ['a', 'b', ''] },
    { line: 2, cells: ['1', '2', ''] },
  ]);
  expect(await read('')).toEqual([]);
  expect(await read('\uFEFF\r\n')).toEqual([]);
});

test.each([
  ['a;b\n1;2\n"x\ny";"z\n3;4\n', { line: 4, column: 2, code: 'quote_not_closed' }],
  ['a;b\n1;"x"y\n3;4\n', { line: 2, column: 2, code: 'text_after_quote' }],
  ['a;b\n\n"x" "y";1\n', { line: 3, column: 1, code: 'text_after_quote' }],
  [`a;b\n1;${'x'.repeat(longestCell + 1)}\n`, { line: 2, column: 2, code: 'cell_too_long' }],
  [`a;b\n1;"${'x\n'.repeat(longestCell)}`, { line: 2, column: 2, code: 'quote_not_closed' }],
  [`a;b\n1;"${'x\n'.repeat(10 * longestCell)}`, { line: 2, column: 2, code: 'cell_too_long' }],
  [`a;b\n1${';'.repeat(1001)}\n`, { line: 2, column: 1001, code: 'too_many_cells' }],
  [Buffer.from('a;b\nZoë;1\nZo\xeb;2\n', 'latin1'), null],
  [
    Buffer.concat([Buffer.from('a;b\nZoë;1\n'), Buffer.from('2;Zo\xeb\n', 'latin1')]),
    { line: 3, column: 2, code: 'mixed_encoding' },
  ],
  [Buffer.from('a;b\n1;\x00\n'), { line: 2, column: 2, code: 'not_text' }],
])('broken input ends with its line and cell (case %#)', async (content, fault) => {
  const items = await read(content);
  const last = items.at(-1);
  if (fault === null) expect(items.every((item) => 'cells' in item)).toBe(true);
  else expect(last).toMatchObject({ ...fault, fault: expect.stringMatching(/^The .*[.?]$/) });
  expect(items.slice(0, -1).every((item) => 'cells' in item)).toBe(true);
});

test('the longest cell that is allowed is read, quoted and bare', async () => {
  const longest = 'x'.repeat(longestCell);
  const quotes = '"'.repeat(longestCell);
  expect(await read(`a;b\n${longest};"${quotes}${quotes}"\n1;2\n`)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: [longest, quotes] },
    { line: 3, cells: ['1', '2'] },
  ]);
});

test('what csvLine writes comes back, formulas too, wherever the pieces are cut', async () => {
  const letters = fc.constantFrom('a', ' ', '"', ';', ',', '\t', '\n', '\r', "'", '=', '-', 'é', '𝄞');
  const cells = fc.array(fc.string({ unit: letters, maxLength: 6 }), { minLength: 2, maxLength: 4 });
  const rowsWritten = fc.array(cells, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(rowsWritten, fc.integer({ min: 0, max: 60 }), async (rows, cut) => {
      // The scanner takes pieces of 64 KiB and more: the headings fill the first up to `cut` bytes into the rows.
      const headings = csvLine(['p'.repeat(longestCell), 'p'.repeat(longestCell)], ';');
      const bytes = Buffer.from(headings + rows.map((row) => csvLine(row, ';')).join(''));
      const border = headings.length + cut;
      const items = [];
      for await (const item of readDelimitedText([bytes.subarray(0, border), bytes.subarray(border)]))
        items.push(item);
      expect(items.slice(1).map((item) => ('cells' in item ? item.cells : item))).toEqual(rows);
    }),
  );
});

test('memory stays flat: a row is handed out before the next piece is asked for', async () => {
  const row = Buffer.from(
    `${'x'.repeat(1000)};y
`.repeat(100),
  );
  let asked = 0;
  const source = function* () {
    for (; asked < 1000; asked += 1) yield row;
  };
  let told = 0;
  for await (const _row of readDelimitedText(source())) {
    told += 1;
    expect(asked * 100 - told).toBeLessThanOrEqual(200);
  }
  expect(told).toBe(100_000);
});
