import sharp from 'sharp';

/** A small picture, red all over, as a JPEG unless told otherwise. */
export function redSquare(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' = 'jpeg',
  side = 20,
): Promise<Buffer> {
  const canvas = { width: side, height: side, channels: 3, background: 'red' } as const;
  return sharp({ create: canvas }).toFormat(format).toBuffer();
}

/** A picture that says where it was taken. */
export function tellingPicture(): Promise<Buffer> {
  const canvas = { width: 30, height: 10, channels: 3, background: 'blue' } as const;
  return sharp({ create: canvas })
    .withExif({ IFD0: { Copyright: 'taken at home', Make: 'Camera' } })
    .jpeg()
    .toBuffer();
}
