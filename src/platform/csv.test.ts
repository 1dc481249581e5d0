import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type Cell, csvLine, streamCsv, withoutFormulaGuard } from './csv.ts';

test.each<[Cell, string]>([
  ['plain', 'plain'],
  [5, '5'],
  [-5, '-5'],
  [null, ''],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  [' outside ', '" outside "'],
])('the cell %j is written %j', (cell, written) => {
  expect(csvLine([cell, 'x'])).toBe(`${written},x\r\n`);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n1', '=HYPERLINK("http://x","y")'])(
  'the text %j can be no formula',
  (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  },
);

test.each(['=1+1', "'=1", "''-1", "'t Hooft", '-', ' =1', "'", ''])(
  'the guard of %j comes off again',
  (cell) => {
    const [written = ''] = csvLine([cell, 'x']).split(',');
    expect(withoutFormulaGuard(written.replaceAll('"', ''))).toBe(cell);
  },
);

test('another separator is quoted in place of the comma, and a byte order mark comes first', async () => {
  expect(csvLine(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"\r\n');
  const layout = { separator: ';', byteOrderMark: true } as const;
  expect(await text(await streamCsv(['a', 'b'], lists([[1, 'ë;']]), layout))).toBe('\uFEFFa;b\r\n1;"ë;"\r\n');
});

async function* lists(...all: (readonly (readonly Cell[])[])[]) {
  yield* all;
}

test('rows stream under their headings, list by list', async () => {
  const stream = await streamCsv(['a', 'b'], lists([[1, 'x']], [[2, 'y']]));
  expect(await text(stream)).toBe('a,b\r\n1,x\r\n2,y\r\n');
  expect(await text(await streamCsv(['a'], lists()))).toBe('a\r\n');
});

test('a failure before the first list is thrown, one after it breaks the stream', async () => {
  const failing = async function* (rowsBefore: number) {
    for (let row = 0; row < rowsBefore; row += 1) yield [[row]];
    throw new Error('lost');
  };
  await expect(streamCsv(['a'], failing(0))).rejects.toThrow('lost');
  await expect(text(await streamCsv(['a'], failing(1)))).rejects.toThrow('lost');
});

test('a reader who leaves before reading ends the source', async () => {
  let ended = false;
  const source = async function* () {
    try {
      yield [['x']];
      yield [['y']];
    } finally {
      ended = true;
    }
  };
  (await streamCsv(['a'], source())).destroy();
  await expect.poll(() => ended).toBe(true);
});
