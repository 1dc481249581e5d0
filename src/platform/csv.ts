import { Readable } from 'node:stream';

export type Cell = string | number | null;

/** How a CSV is written: Excel splits at a semicolon where the comma is the decimal sign, and needs the mark to see UTF-8. */
export interface CsvLayout {
  /** A comma unless told. */
  readonly separator?: ',' | ';' | '\t';
  readonly byteOrderMark?: boolean;
}

/** One line of RFC 4180 with its line end. Null is an empty cell. */
export function csvLine(cells: readonly Cell[], separator = ','): string {
  return `${cells.map((cell) => cellText(cell, separator)).join(separator)}\r\n`;
}

/** Takes back the apostrophe that `csvLine` puts before what a spreadsheet would take for a formula. */
export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/**
 * Streams lists of rows as CSV under a line of headings, fetching the next list only when the reader has taken the last.
 * Waits for the first list, so that a refusal still finds its status; a later failure destroys the stream.
 */
export async function streamCsv(
  headings: readonly string[],
  lists: AsyncGenerator<readonly (readonly Cell[])[]>,
  layout: CsvLayout = {},
): Promise<Readable> {
  const first = await lists.next();
  const stream = Readable.from(pieces(headings, first, lists, layout), { highWaterMark: 1 });
  // A reader gone before it read anything never starts `pieces`: the source is told here.
  stream.once('close', () => lists.return(undefined).catch(() => undefined));
  return stream;
}

async function* pieces(
  headings: readonly string[],
  first: IteratorResult<readonly (readonly Cell[])[]>,
  lists: AsyncGenerator<readonly (readonly Cell[])[]>,
  { separator, byteOrderMark = false }: CsvLayout,
) {
  yield `${byteOrderMark ? '\uFEFF' : ''}${csvLine(headings, separator)}`;
  for (let next = first; next.done !== true; next = await lists.next())
    yield next.value.map((row) => csvLine(row, separator)).join('');
}

/** Apostrophes in front count along, so that a text which has one by itself comes back as it was. */
const formula = /^'*(?:[\s\0]*[=+\-@]|[\t\r\n])/;

/** A text that a spreadsheet would take for a formula gets an apostrophe in front, which it shows nowhere. */
function cellText(cell: Cell, separator: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  // Blanks at the ends are quoted because some readers, ours among them, trim what is bare.
  return /["\r\n]|^\s|\s$/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
