import { Readable } from 'node:stream';
import { addCardPage, type Card, cardsOnAPage, drawCard, loadFonts } from './card-drawing.ts';

/**
 * Streams a PDF of cards to be cut up, ten on a page of A4 (2 × 5), each with its heading, its lines, a code and a QR code.
 * The next list is asked for when the reader has taken what came of the last; of finished pages only their places in the
 * file are kept. Without cards it is one empty page, since a PDF has one. A failure of the source and a QR text of more
 * than 2 300 letters destroy the stream; a reader who leaves ends the source.
 * @param lists of cards
 * @param createdAt what the file says of its making
 */
export function writeCards(
  lists: AsyncIterable<readonly Card[]> | Iterable<readonly Card[]>,
  about: { readonly title: string; readonly language: string; readonly createdAt: Date },
): Readable {
  return Readable.from(pdfBytes(lists, about), { objectMode: false });
}

async function* pdfBytes(...[lists, about]: Parameters<typeof writeCards>): AsyncGenerator<Uint8Array> {
  // Loaded by the first sheet of cards: it takes 60 ms and 30 MB, which a server that prints none need not have.
  const { default: PdfDocument } = await import('pdfkit');
  const pdf = new PdfDocument({
    autoFirstPage: false,
    lang: about.language,
    displayTitle: true,
    info: { Title: about.title, CreationDate: about.createdAt },
  });
  loadFonts(pdf);
  let count = 0;
  for await (const list of lists) {
    for (const card of list) {
      const place = count % cardsOnAPage;
      if (place === 0) {
        addCardPage(pdf);
        yield* written(pdf);
      }
      drawCard(pdf, card, place);
      count += 1;
    }
  }
  if (count === 0) addCardPage(pdf);
  pdf.end();
  yield* written(pdf);
}

/** What the document has put out since: the pages that are finished. */
function* written(pdf: PDFKit.PDFDocument): Generator<Uint8Array> {
  for (let piece: unknown = pdf.read(); piece !== null; piece = pdf.read()) {
    if (piece instanceof Uint8Array) yield piece;
  }
}
