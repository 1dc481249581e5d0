/** A row of delimited text. */
export interface DelimitedRow {
  /** Where the row begins, counted from 1 as editors do. */
  readonly line: number;
  /** Trimmed where they are not quoted. */
  readonly cells: readonly string[];
}

/** Why reading ends here: behind it nothing can be trusted. */
export interface DelimitedFault {
  readonly line: number;
  /** The cell within its row, counted from 1. */
  readonly column: number;
  readonly code:
    | 'quote_not_closed'
    | 'text_after_quote'
    | 'cell_too_long'
    | 'too_many_cells'
    | 'not_text'
    | 'mixed_encoding';
  /** The same as an English sentence. */
  readonly fault: string;
}

/** Of a cell, in UTF-16 units: what Excel allows. */
export const longestCell = 32_767;
const mostCells = 1_000;

const sentences = {
  quote_not_closed: 'The cell opens a quote that is never closed.',
  text_after_quote:
    'The cell goes on behind its closing quote. A quote within a quoted cell is written twice.',
  cell_too_long: `The cell is longer than ${longestCell} characters. Is a quote not closed?`,
  too_many_cells: `The row has more than ${mostCells} cells.`,
};

/**
 * Reads rows out of text that arrives in pieces: quotes by RFC 4180, line ends CRLF, LF or CR, quoted cells over several
 * lines. A quote inside a cell that does not begin with one stands for itself: files written without any quoting have
 * such names. Lines without a character are no rows.
 * It is not csv-parse: that counts a CRLF within quotes as two lines, so its line numbers lead nowhere in an editor.
 */
export class RowScanner {
  readonly #separator: string;
  readonly #cellEnd: RegExp;
  readonly #blank: RegExp;
  #text = '';
  #at = 0;
  /** The row that is being read, with its first line and that of the present cell. */
  #cells: string[] = [];
  #rowLine: number;
  #line: number;

  /** @param line the number of the first line of the text */
  constructor(separator: string, line = 1) {
    this.#separator = separator;
    this.#cellEnd = new RegExp(`[\\u{${separator.charCodeAt(0).toString(16)}}\\r\\n]`, 'gu');
    this.#blank = separator === '\t' ? / *"/y : /[ \t]*"/y;
    this.#rowLine = line;
    this.#line = line;
  }

  /** Where the present cell stands, for a fault that its source tells. */
  get place(): { line: number; column: number } {
    return { line: this.#line, column: this.#cells.length + 1 };
  }

  /**
   * The rows that are complete with this piece. A fault is the last item; scanning on is pointless then.
   * @param isLast no piece follows: what is left is a row
   */
  *scan(piece: string, isLast: boolean): Generator<DelimitedRow | DelimitedFault> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    while (this.#at < this.#text.length || (isLast && this.#cells.length > 0)) {
      const cell = this.#nextCell(isLast);
      if (cell === null) {
        if (this.#text.length - this.#at > 2 * longestCell + 2) yield this.#fault('cell_too_long');
        return;
      }
      if ('code' in cell) return yield cell;
      if (cell.text.length > longestCell) return yield this.#fault('cell_too_long');
      if (this.#cells.length === mostCells) return yield this.#fault('too_many_cells');
      this.#cells.push(cell.text);
      this.#line += cell.breaks;
      if (!this.#passSeparator(cell.end)) {
        this.#passLineEnd(cell.end);
        const row = { line: this.#rowLine, cells: this.#cells };
        this.#line += 1;
        this.#rowLine = this.#line;
        this.#cells = [];
        if (row.cells.length > 1 || row.cells[0] !== '') yield row;
      }
    }
  }

  /** Null when the text ends before the cell does, and more is to come. */
  #nextCell(isLast: boolean): { text: string; end: number; breaks: number } | DelimitedFault | null {
    this.#blank.lastIndex = this.#at;
    if (this.#blank.test(this.#text)) return this.#quotedCell(this.#blank.lastIndex, isLast);
    this.#cellEnd.lastIndex = this.#at;
    const end = this.#cellEnd.test(this.#text) ? this.#cellEnd.lastIndex - 1 : this.#text.length;
    if (!isLast && !this.#isEndComplete(end)) return null;
    return { text: this.#text.slice(this.#at, end).trim(), end, breaks: 0 };
  }

  /** @param start behind the opening quote */
  #quotedCell(start: number, isLast: boolean) {
    let close = this.#text.indexOf('"', start);
    while (close !== -1 && this.#text[close + 1] === '"') close = this.#text.indexOf('"', close + 2);
    if (close === -1) return isLast ? this.#fault('quote_not_closed') : null;
    let end = close + 1;
    while (this.#text[end] !== this.#separator && (this.#text[end] === ' ' || this.#text[end] === '\t'))
      end += 1;
    // A quote at the end of a piece may be the first of two.
    if (!isLast && !this.#isEndComplete(end)) return null;
    const next = this.#text[end];
    if (next !== undefined && next !== this.#separator && next !== '\r' && next !== '\n')
      return this.#fault('text_after_quote');
    const text = this.#text.slice(start, close).replaceAll('""', '"');
    return { text, end, breaks: text.match(/\r\n|\r|\n/g)?.length ?? 0 };
  }

  /** A CR at the end of a piece may be the half of a CRLF. */
  #isEndComplete(end: number): boolean {
    return end < this.#text.length - (this.#text[end] === '\r' ? 1 : 0);
  }

  #passSeparator(end: number): boolean {
    const isSeparator = this.#text[end] === this.#separator;
    if (isSeparator) this.#at = end + 1;
    // A separator at the very end is followed by one empty cell, which `scan` asks for as long as a row is open.
    return isSeparator;
  }

  #passLineEnd(end: number): void {
    this.#at = end + (this.#text[end] === '\r' && this.#text[end + 1] === '\n' ? 2 : 1);
  }

  #fault(code: keyof typeof sentences): DelimitedFault {
    return { ...this.place, code, fault: sentences[code] };
  }
}
