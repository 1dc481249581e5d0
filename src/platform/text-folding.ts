import anyAscii from 'any-ascii';

/** The text in ASCII letters: `Ærøskøbing` → `AEroskobing`. */
export function transliterate(text: string): string {
  return anyAscii(text);
}
