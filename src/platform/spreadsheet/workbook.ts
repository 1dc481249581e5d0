import { Readable } from 'node:stream';
import { Deflate, Zip, ZipPassThrough } from 'fflate';
import type { Cell } from '../csv.ts';
import { takeSheetName } from './sheet-names.ts';
import { mostRows, rowXml, worksheetEnd, worksheetStart, xmlStart, xmlText } from './worksheet-xml.ts';

export interface Sheet {
  /** As `safeSheetNames` gives them. */
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths?: readonly number[];
  /** Numbers of the rows in bold, counted from 1. */
  readonly boldRows?: readonly number[];
  /** Lists of rows. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>;
}

/**
 * Streams an Excel workbook. The next list of rows, and the next sheet, is asked for when the reader has taken what came of
 * the last: memory stays flat however long the workbook is. No text becomes a formula. Texts are cut at 32 767 characters;
 * control characters are left out. A workbook without sheets gets an empty one, since Excel opens none without.
 * A failure of a source, a name that Excel refuses and a sheet of more than 1 048 576 rows destroy the stream; a reader who
 * leaves ends the sources.
 */
export function writeWorkbook(sheets: AsyncIterable<Sheet> | Iterable<Sheet>): Readable {
  return Readable.from(workbookBytes(sheets), { objectMode: false });
}

async function* workbookBytes(sheets: AsyncIterable<Sheet> | Iterable<Sheet>): AsyncGenerator<Uint8Array> {
  const archive = new Archive();
  const names: string[] = [];
  const taken = new Set<string>();
  for await (const sheet of sheets) {
    if (!takeSheetName(sheet.name, taken)) throw new Error(`Excel takes no sheet "${sheet.name}" here.`);
    names.push(sheet.name);
    yield* writeSheet(archive, names.length, sheet);
  }
  if (names.length === 0) {
    names.push('Sheet');
    yield* writeSheet(archive, 1, { name: 'Sheet', rows: [] });
  }
  // Which sheets there are is known only now.
  for (const [path, xml] of Object.entries(frame(names))) archive.open(path).push(Buffer.from(xml), true);
  yield* archive.end();
}

async function* writeSheet(archive: Archive, number: number, sheet: Sheet): AsyncGenerator<Uint8Array> {
  const file = archive.open(`xl/worksheets/sheet${number}.xml`);
  const bold = new Set(sheet.boldRows);
  file.push(Buffer.from(worksheetStart(sheet.widths ?? [])));
  let row = 0;
  for await (const list of sheet.rows) {
    if (row + list.length > mostRows) throw new Error(`A sheet has ${mostRows} rows at most.`);
    for (let at = 0; at < list.length; at += rowsAtOnce) {
      const rows = list.slice(at, at + rowsAtOnce).map((cells) => rowXml(cells, ++row, bold.has(row)));
      file.push(Buffer.from(rows.join('')));
      yield* archive.taken();
    }
  }
  file.push(Buffer.from(worksheetEnd), true);
  yield* archive.taken();
}

/** Compressed in one go, about 2 ms of the event loop. */
const rowsAtOnce = 500;

/** A zip archive whose bytes are fetched as they arise. */
class Archive {
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];

  constructor() {
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.#pieces.push(bytes);
    });
  }

  open(path: string): DeflatedFile {
    const file = new DeflatedFile(path);
    // The earliest that the format knows: the same rows give the same bytes.
    file.mtime = new Date(1980, 0, 1);
    this.#zip.add(file);
    return file;
  }

  /** What has arisen since, as one piece; nothing where the compressor still waits for more. */
  *taken(): Generator<Uint8Array> {
    const pieces = this.#pieces.filter((piece) => piece.length > 0);
    this.#pieces = [];
    if (pieces.length > 0) yield Buffer.concat(pieces);
  }

  *end(): Generator<Uint8Array> {
    this.#zip.end();
    yield* this.taken();
  }
}

/** `ZipDeflate` of fflate would keep its window and tables, 300 KB a sheet, until the archive ends. */
class DeflatedFile extends ZipPassThrough {
  override compression = 8;
  #deflate: Deflate | null = new Deflate({ level: 6 }, (bytes, isLast) => this.ondata(null, bytes, isLast));

  protected override process(bytes: Uint8Array, isLast: boolean): void {
    this.#deflate?.push(bytes, isLast);
    if (isLast) this.#deflate = null;
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;

/** The parts around the worksheets (ISO 29500-1, 12.2). Style 1 is bold. */
function frame(names: readonly string[]): Record<string, string> {
  const sheets = names.map((name, at) => ({ name, id: at + 1, path: `worksheets/sheet${at + 1}.xml` }));
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const related = (parts: readonly string[]) =>
    `${xmlStart}<Relationships xmlns="${packages}/relationships">${parts.join('')}</Relationships>`;
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${typeOf(type)}"/>`;
  const parts = [
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...sheets.map(({ path }) => part(path, 'worksheet')),
  ];
  return {
    'xl/styles.xml': styles,
    'xl/workbook.xml': `${xmlStart}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
      .map(({ name, id }) => `<sheet name="${xmlText(name)}" sheetId="${id}" r:id="rId${id}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map(({ id, path }) => relation(id, 'worksheet', path)),
      relation(sheets.length + 1, 'styles', 'styles.xml'),
    ]),
    '_rels/.rels': related([relation(1, 'officeDocument', 'xl/workbook.xml')]),
    '[Content_Types].xml': `${xmlStart}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`,
  };
}

const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const styles = `${xmlStart}<styleSheet xmlns="${main}"><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
