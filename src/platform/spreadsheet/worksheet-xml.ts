import type { Cell } from '../csv.ts';

/** What Excel opens of one cell, in UTF-16 units; more makes the workbook corrupt. */
const longestText = 32_767;
export const mostRows = 1_048_576;

export const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * What stands before the rows of a worksheet.
 * @param widths of the columns, in characters
 */
export function worksheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  return `${xmlStart}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cols}<sheetData>`;
}

export const worksheetEnd = '</sheetData></worksheet>';

/**
 * One row. A text is an inline string, which no program ever takes for a formula, whatever it begins with.
 * @param number of the row, counted from 1
 */
export function rowXml(cells: readonly Cell[], number: number, isBold: boolean): string {
  const style = isBold ? ' s="1"' : '';
  let xml = `<row r="${number}">`;
  cells.forEach((cell, at) => {
    const place = `r="${columnName(at)}${number}"${style}`;
    if (cell === null || cell === '') return;
    if (typeof cell === 'number' && Number.isFinite(cell)) xml += `<c ${place}><v>${cell}</v></c>`;
    else
      xml += `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(String(cell))}</t></is></c>`;
  });
  return `${xml}</row>`;
}

/** A text as the value of an attribute or as content, without what XML 1.0 cannot hold. */
export function xmlText(text: string): string {
  if (!/[^ !#-%'-;=?-~]/.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, withinXml)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** XML 1.0 holds tab, line feed, carriage return and what lies above the blank but these two. */
function withinXml(character: string): string {
  const fits = character >= ' ' ? character < '\uFFFE' : '\t\n\r'.includes(character);
  return fits ? character : '';
}

/** `_x0041_` is an escape in a cell (ISO 29500-1, 22.9.2.19): its underscore is escaped in turn. */
function cellText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const short =
    lines.length > longestText ? lines.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '') : lines;
  return xmlText(short.includes('_x') ? short.replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_') : short);
}

/** 0 → `A`, 26 → `AA`. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}
