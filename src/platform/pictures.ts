import sharp from 'sharp';

/** Formats that are read, by what the bytes are and whatever they are called. */
const formats = new Set(['jpeg', 'png', 'webp', 'gif']);
/** Pixels: a small file may unfold to gigabytes. */
const mostPixels = 50_000_000;

/**
 * Draws a picture anew as WebP, no side longer than `side` pixels: nothing but what is seen is kept, no place where it
 * was taken and nothing that hides behind the picture. Turned as its camera says; of several pictures the first.
 * @returns null: it is no JPEG, PNG, WebP or GIF that can be read
 */
export async function redrawPicture(bytes: Buffer, side: number): Promise<Buffer | null> {
  const source = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
  const format = await source.metadata().then(
    (found) => found.format,
    () => undefined,
  );
  if (format === undefined || !formats.has(format)) return null;
  return source
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
    .catch(() => null);
}
