import { join } from 'node:path';
import encodeQR from 'qr';

type Pdf = PDFKit.PDFDocument;

/** One card of a sheet that is cut up. */
export interface Card {
  /** In large letters, up to two lines. What does not fit gets smaller, and at last ends in an ellipsis. */
  readonly heading: string;
  /** Small, one line each, up to five; fitted in likewise. */
  readonly lines: readonly string[];
  /** In large letters of one width, so that nothing is mistaken. */
  readonly code: string;
  /** What the QR code says. */
  readonly qr: string;
}

const columns = 2;
const rows = 5;
export const cardsOnAPage = columns * rows;

/** In points, 1/72 inch: A4, and what printers leave free. */
const page = { width: 595.28, height: 841.89, margin: 28 };
const card = {
  width: (page.width - 2 * page.margin) / columns,
  height: (page.height - 2 * page.margin) / rows,
  padding: 12,
};
/** 32 mm: a module of a code for an address of 60 letters is 0.8 mm, which any telephone reads off paper. */
const qrSize = 90;
/** The width of every letter of DejaVu Sans Mono, in parts of its size. */
const monospacedWidth = 0.602;

const sans = 'sans';
const monospaced = 'monospaced';

/** DejaVu has Latin, Cyrillic and Greek letters; the fonts built into PDF know western Europe only. */
export function loadFonts(pdf: Pdf): void {
  pdf.registerFont(sans, join(import.meta.dirname, 'DejaVuSans.ttf'));
  pdf.registerFont(monospaced, join(import.meta.dirname, 'DejaVuSansMono-Bold.ttf'));
}

/** A new page with the lines along which it is cut. */
export function addCardPage(pdf: Pdf): void {
  for (const name of [sans, monospaced]) forgetWords(pdf.font(name));
  pdf.addPage({ size: 'A4', margin: 0 });
  pdf.save().lineWidth(0.5).strokeColor('#999999').dash(3, { space: 3 });
  for (let column = 0; column <= columns; column += 1) {
    const x = page.margin + column * card.width;
    pdf.moveTo(x, 0).lineTo(x, page.height);
  }
  for (let row = 0; row <= rows; row += 1) {
    const y = page.margin + row * card.height;
    pdf.moveTo(0, y).lineTo(page.width, y);
  }
  pdf.stroke().restore();
}

/** @param place on the page, counted from 0, a row after the other */
export function drawCard(pdf: Pdf, { heading, lines, code, qr }: Card, place: number): void {
  const left = page.margin + (place % columns) * card.width + card.padding;
  const top = page.margin + Math.floor(place / columns) * card.height + card.padding;
  const width = card.width - 2 * card.padding;
  const height = card.height - 2 * card.padding;
  const textWidth = width - qrSize - card.padding;

  pdf.fillColor('#000000').font(sans);
  drawHeading(pdf, flat(heading), left, top, textWidth);
  lines.slice(0, 5).forEach((line, at) => {
    drawLine(pdf, flat(line), left, top + 38 + at * 12, textWidth);
  });
  drawQrCode(pdf, qr, left + width - qrSize, top);

  const size = Math.min(24, width / (monospacedWidth * Math.max(code.length, 1)));
  pdf.font(monospaced).fontSize(size);
  pdf.text(flat(code), left, top + height - size * 1.2, { lineBreak: false });
}

/**
 * pdfkit keeps the shape of every word ever drawn, 4 to 8 KB a card. Its switch for that, `fontLayoutCache`, makes ten cards
 * take 17 ms instead of 3; so the words of a page are kept, through a property that is not in its documents. Should it be
 * renamed, memory grows, as the test beside would tell.
 */
function forgetWords(pdf: Pdf): void {
  const font: unknown = Reflect.get(pdf, '_font');
  if (typeof font === 'object' && font !== null && 'layoutCache' in font)
    font.layoutCache = Object.create(null);
}

function drawHeading(pdf: Pdf, text: string, x: number, y: number, width: number): void {
  const height = 34;
  const size = [13, 11, 9].find((points) => pdf.fontSize(points).heightOfString(text, { width }) <= height);
  pdf.fontSize(size ?? 9).text(text, x, y, { width, height, ellipsis: true });
}

/** Smaller if need be, so that an address is whole; below six points nobody reads it. */
function drawLine(pdf: Pdf, text: string, x: number, y: number, width: number): void {
  const wanted = pdf.fontSize(8.5).widthOfString(text);
  pdf.fontSize(Math.max(6, Math.min(8.5, (8.5 * width) / wanted)));
  let shown = text;
  while (shown.length > 1 && pdf.widthOfString(shown) > width + 0.01) {
    const kept = Math.min(shown.length - 2, Math.floor((shown.length * width) / pdf.widthOfString(shown)));
    shown = `${shown.slice(0, kept).toWellFormed()}…`;
  }
  pdf.text(shown, x, y, { lineBreak: false });
}

/** As areas, not as a picture: sharp at any size. Neighbours of a row are one area. */
function drawQrCode(pdf: Pdf, text: string, x: number, y: number): void {
  // The quiet zone of four modules (ISO/IEC 18004, 5.3.8) lies within the size.
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  pdf
    .save()
    .translate(x, y)
    .scale(qrSize / modules.length);
  modules.forEach((line, row) => {
    for (let start = line.indexOf(true); start !== -1; ) {
      const gap = line.indexOf(false, start);
      pdf.rect(start, row, gap - start, 1);
      start = line.indexOf(true, gap);
    }
  });
  pdf.fill('#000000').restore();
}

/** A line break in a name would push what follows into the next card. More than 300 letters never fit. */
function flat(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 300)
    .toWellFormed();
}
