import decodeQR from 'qr/decode.js';
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** What the QR codes of the first page say: each filled path, drawn eight pixels a module and read as a camera would. */
export async function qrTextsOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await (await pdf.getPage(1)).getOperatorList();
  return argsArray
    .filter((args, at) => fnArray[at] === OPS.constructPath && args[0] === OPS.fill)
    .map((args) => decodeQR(pictureOf(Array.from<number>(args[1][0]))));
}

/** @param path of rectangles: move (0), x, y, line (1), right, y, line, right, bottom, line, x, bottom, close (4) */
function pictureOf(path: number[]) {
  const scale = 8;
  const modules = Math.max(...path) + 4;
  const side = modules * scale;
  const data = new Uint8Array(side * side * 3).fill(255);
  for (let at = 0; at < path.length; at += 13) {
    const [, left = 0, top = 0, , right = 0, , , , bottom = 0] = path.slice(at, at + 13);
    for (let y = top * scale; y < bottom * scale; y += 1)
      data.fill(0, (y * side + left * scale) * 3, (y * side + right * scale) * 3);
  }
  return { width: side, height: side, data };
}
