import { withoutFormulaGuard } from './csv.ts';
import { type DelimitedFault, type DelimitedRow, longestCell, RowScanner } from './delimited-rows.ts';
import { type Bytes, decodeText, EncodingError } from './text-encoding.ts';

/**
 * Reads an uploaded table, a row at a time: separated by semicolon, comma or tab, whichever the first line has most often
 * outside its quotes, or what Excel's own first line `sep=;` says; the encoding as `decodeText` finds it. The guard that
 * our own downloads put before a formula is taken off again.
 * The headings are the first row; an empty upload has none. A fault (broken quoting, a cell above 32 767 characters, no
 * text) is the last item and tells its line and cell.
 * @param bytes of the whole upload, or its pieces
 */
export async function* readDelimitedText(bytes: Bytes): AsyncGenerator<DelimitedRow | DelimitedFault> {
  for await (const item of readDelimitedRows(decodeText(bytes))) {
    yield 'cells' in item ? { line: item.line, cells: item.cells.map(withoutFormulaGuard) } : item;
  }
}

/** The same for pieces of text. Holds a piece of 64 KiB and a cell, never the whole. */
export async function* readDelimitedRows(
  texts: AsyncIterable<string>,
): AsyncGenerator<DelimitedRow | DelimitedFault> {
  let scanner: RowScanner | null = null;
  for await (const { text, after } of piecesOf(texts)) {
    const opened: Opened = scanner ? { scanner, rest: text } : open(text);
    scanner = opened.scanner;
    for (const item of scanner.scan(opened.rest, after === 'end')) {
      yield item;
      if ('code' in item) return;
    }
    if (after instanceof EncodingError) yield { ...scanner.place, code: after.code, fault: after.message };
  }
}

interface Opened {
  readonly scanner: RowScanner;
  readonly rest: string;
}

/** Headings fit in with it twice over: the separator is judged by the first piece. */
const pieceSize = 2 * longestCell;

/** Puts tiny pieces together, since each scan begins its last cell anew, and tells what comes after: more, or why not. */
async function* piecesOf(texts: AsyncIterable<string>) {
  let held = '';
  try {
    for await (const text of texts) {
      held += text;
      if (held.length < pieceSize) continue;
      yield { text: held, after: 'more' as const };
      held = '';
    }
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    yield { text: held, after: error };
    return;
  }
  yield { text: held, after: 'end' as const };
}

function open(start: string): Opened {
  const text = start.replace(/^\uFEFF/, '');
  const told = /^"?sep=([^\w"\s]|\t)"?(\r\n|\r|\n|$)/i.exec(text);
  if (told?.[1]) return { scanner: new RowScanner(told[1], 2), rest: text.slice(told[0].length) };
  return { scanner: new RowScanner(separatorOf(text)), rest: text };
}

/** The separator found most often in the headings, outside quotes. */
function separatorOf(text: string): string {
  const headings = /^[^\r\n]*/.exec(text.trimStart().replace(/"[^"]*"/g, ''))?.[0] ?? '';
  const times = (separator: string) => headings.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best));
}
