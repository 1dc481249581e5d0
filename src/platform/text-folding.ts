import anyAscii from 'any-ascii';

/** The text in ASCII letters: `Ærøskøbing` → `AEroskobing`. */
export function transliterate(text: string): string {
  return anyAscii(text);
}

/** The form in which names, addresses and keys are compared: case and width do not count. Constraints see it too. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
