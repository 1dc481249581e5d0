import { Readable } from 'node:stream';

export type Cell = string | number | null;

/** One line of RFC 4180 with its line end. Null is an empty cell. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/**
 * Streams lists of rows as CSV under a line of headings, fetching the next list only when the reader has taken the last.
 * Waits for the first list, so that a refusal still finds its status; a later failure destroys the stream.
 */
export async function streamCsv(
  headings: readonly string[],
  lists: AsyncGenerator<readonly (readonly Cell[])[]>,
): Promise<Readable> {
  const first = await lists.next();
  const stream = Readable.from(pieces(headings, first, lists), { highWaterMark: 1 });
  // A reader gone before it read anything never starts `pieces`: the source is told here.
  stream.once('close', () => lists.return(undefined).catch(() => undefined));
  return stream;
}

async function* pieces(
  headings: readonly string[],
  first: IteratorResult<readonly (readonly Cell[])[]>,
  lists: AsyncGenerator<readonly (readonly Cell[])[]>,
) {
  yield csvLine(headings);
  for (let next = first; next.done !== true; next = await lists.next())
    yield next.value.map(csvLine).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front, which it shows nowhere. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[\s\0]*[=+\-@]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
