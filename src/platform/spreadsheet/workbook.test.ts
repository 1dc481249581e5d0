import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { findLibreoffice, openInLibreoffice } from '../../../test/support/libreoffice.ts';
import type { Cell } from '../csv.ts';
import { type Sheet, writeWorkbook } from './workbook.ts';

type List = readonly (readonly Cell[])[];

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1', '1e5', '007', 'TRUE'];
const texts = [
  ...formulas,
  `<b> & "quotes" 'single' ]]>`,
  'ë Łódź Ελλάδα Москва 漢字 𝄞 👩‍🏫',
  ' outside ',
  'two\nlines',
];

async function read(sheets: Iterable<Sheet> | AsyncIterable<Sheet>) {
  return readExcelFile(await buffer(writeWorkbook(sheets)), { trim: false });
}

async function partsOf(sheets: Iterable<Sheet>): Promise<Map<string, string>> {
  const parts = unzipSync(await buffer(writeWorkbook(sheets)));
  return new Map(Object.entries(parts).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
}

async function firstSheetOf(cells: readonly Cell[]): Promise<string> {
  return (await partsOf([{ name: 'a', rows: [[cells]] }])).get('xl/worksheets/sheet1.xml') ?? '';
}

test('another library reads the sheets in their order, with texts as texts and numbers as numbers', async () => {
  const sheets = [
    { name: 'Zoë & <co>', rows: [[['Title'], [''], ['Naam', 'Klas']], [['Jan', '3A', 5, -1.5, null, 'x']]] },
    { name: 'empty', rows: [] },
    { name: 'texts', rows: [texts.map((text) => [text])] },
  ];
  const [first, empty, last] = await read(sheets);
  expect(first?.sheet).toBe('Zoë & <co>');
  expect(first?.data).toEqual([
    ['Title', null, null, null, null, null],
    [null, null, null, null, null, null],
    ['Naam', 'Klas', null, null, null, null],
    ['Jan', '3A', 5, -1.5, null, 'x'],
  ]);
  expect(empty).toEqual({ sheet: 'empty', data: [] });
  expect(last?.data.map(([text]) => text)).toEqual(texts);
});

test('no cell is a formula, whatever its text', async () => {
  const xml = await firstSheetOf(formulas);
  expect(xml).not.toContain('<f');
  expect(xml.match(/<c r="[A-I]1" t="inlineStr"><is><t /g)).toHaveLength(formulas.length);
});

test.each<[Cell, string]>([
  ['a\0b\x0Bc\x1Fd\uFFFEe', 'abcde'],
  ['half \uD800 and \uDC00', 'half \uFFFD and \uFFFD'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['_x0041_', '_x005F_x0041_'],
  ['_x00zz_', '_x00zz_'],
  [Number.NaN, 'NaN'],
  ['x'.repeat(32_768), 'x'.repeat(32_767)],
  [`${'x'.repeat(32_766)}𝄞`, 'x'.repeat(32_766)],
])('what a cell cannot hold is left out or escaped (case %#)', async (cell, written) => {
  const xml = await firstSheetOf([cell]);
  const [, text] = /<t xml:space="preserve">([^<]*)<\/t>/.exec(xml) ?? [];
  expect(text === written).toBe(true);
});

test('columns have their widths and names, rows their weight', async () => {
  const sheet = {
    name: 'a',
    widths: [30, 8.5],
    boldRows: [1],
    rows: [[['A', ...Array(26).fill(null), 1], ['b']]],
  };
  const xml = (await partsOf([sheet])).get('xl/worksheets/sheet1.xml');
  expect(xml).toContain(
    '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="8.5" customWidth="1"/></cols>',
  );
  expect(xml).toContain('<c r="A1" s="1" t="inlineStr">');
  expect(xml).toContain('<c r="AB1" s="1"><v>1</v></c>');
  expect(xml).toContain('<c r="A2" t="inlineStr">');
});

test('a workbook without sheets has one, which is empty', async () => {
  expect(await read([])).toEqual([{ sheet: 'Sheet', data: [] }]);
});

test('the same rows give the same bytes', async () => {
  const sheets = [{ name: 'a', rows: [[['x', 1]]] }];
  expect(await buffer(writeWorkbook(sheets))).toEqual(await buffer(writeWorkbook(sheets)));
});

test('a list is asked for only when the reader has taken what came before', async () => {
  let asked = 0;
  const stream = writeWorkbook([
    {
      name: 'a',
      rows: (async function* (): AsyncGenerator<List> {
        for (; asked < 200; asked += 1) yield noise(asked);
      })(),
    },
  ]);
  const reader = stream.iterator();
  let taken = 0;
  let turns = 0;
  for (let piece = await reader.next(); piece.done !== true && asked < 200; piece = await reader.next()) {
    // The compressor holds up to 96 KiB, the stream one piece of 64 KiB: a dozen of these lists.
    taken += piece.value.length;
    turns += 1;
    expect(asked * 20_000 - taken * 1.5).toBeLessThan(500_000);
  }
  expect(turns).toBeGreaterThan(10);
});

/** A list of rows whose text does not compress: what goes in comes out at once. */
function noise(seed: number): List {
  let state = seed + 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  };
  return Array.from({ length: 100 }, () => [Array.from({ length: 30 }, next).join('')]);
}

test('a failing source breaks the stream, and a source of sheets too', async () => {
  const failing = async function* (): AsyncGenerator<List> {
    yield [['x']];
    throw new Error('lost');
  };
  const failingSheets = async function* (): AsyncGenerator<Sheet> {
    yield { name: 'a', rows: [[['x']]] };
    throw new Error('lost too');
  };
  await expect(buffer(writeWorkbook([{ name: 'a', rows: failing() }]))).rejects.toThrow('lost');
  await expect(buffer(writeWorkbook(failingSheets()))).rejects.toThrow('lost too');
});

test.each(['a/b', '', 'x'.repeat(32), 'A'])(
  'a second sheet "%s", which Excel refuses, breaks the stream',
  async (name) => {
    const sheets = [
      { name: 'a', rows: [] },
      { name, rows: [] },
    ];
    await expect(buffer(writeWorkbook(sheets))).rejects.toThrow('Excel takes no sheet');
  },
);

test('a reader who leaves ends the sources', async () => {
  const ended: string[] = [];
  const rows = async function* (): AsyncGenerator<List> {
    try {
      for (let seed = 0; ; seed += 1) yield noise(seed);
    } finally {
      ended.push('rows');
    }
  };
  const sheets = async function* (): AsyncGenerator<Sheet> {
    try {
      yield { name: 'a', rows: rows() };
    } finally {
      ended.push('sheets');
    }
  };
  for await (const _piece of writeWorkbook(sheets())) break;
  await expect.poll(() => ended).toEqual(['rows', 'sheets']);
});

test('LibreOffice opens it and shows every text as it is', async (context) => {
  const program = findLibreoffice();
  if (!program) return context.skip('no libreoffice on this machine');
  const shown = [...texts.filter((text) => !text.includes('\n')), '_x0041_'];
  const sheets = [
    { name: 'First', widths: [20], boldRows: [1], rows: [[['Title'], [''], ['Naam', 'Klas', 7]]] },
    { name: 'Zoë (2)', rows: [shown.map((text) => [text, 'end'])] },
  ];
  const opened = await openInLibreoffice(program, await buffer(writeWorkbook(sheets)));
  expect(opened.get('First')).toBe('Title;;\n;;\nNaam;Klas;7\n');
  const quoted = (text: string) =>
    /["';]/.test(text) && text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  expect(opened.get('Zoë (2)')).toBe(shown.map((text) => `${quoted(text)};end\n`).join(''));
}, 120_000);
