import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './text-encoding.ts';

const names = 'Naam;Klas\r\nZoë Łukasz;3Δ\r\n';
const western = 'Naam;Klas\r\nZoë – €5;3A\r\n';

/** The five that Windows-1252 has beyond Latin-1 in `western`, by hand: Node decodes it, but does not write it. */
function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('–', '\x96').replaceAll('€', '\x80'), 'latin1');
}

function utf16be(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
}

async function read(bytes: Uint8Array, pieceSize = bytes.length || 1): Promise<string> {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += pieceSize) pieces.push(bytes.subarray(at, at + pieceSize));
  let read = '';
  for await (const text of decodeText(pieces)) read += text;
  return read;
}

test.each([
  ['UTF-8', names, Buffer.from(names)],
  ['UTF-8 with a mark', names, Buffer.from(`\uFEFF${names}`)],
  ['UTF-16, little end first', names, Buffer.from(`\uFEFF${names}`, 'utf16le')],
  ['UTF-16, big end first', names, utf16be(names)],
  ['Windows-1252', western, windows1252(western)],
  ['ASCII', 'a;b', Buffer.from('a;b')],
  ['nothing', '', Buffer.alloc(0)],
  ['only a mark', '', Buffer.from('\uFEFF')],
  ['Windows-1252 to the last byte', 'André', windows1252('André')],
  ['UTF-8 to the last byte', 'André', Buffer.from('André')],
])('%s is recognised, in whatever pieces it arrives', async (_name, text, bytes) => {
  for (const size of [1, 2, 3, 5, 7, 1000]) expect(await read(bytes, size)).toBe(text);
});

test('any text comes back from UTF-8 and from UTF-16 with a mark, in any pieces', async () => {
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/\0|^\uFEFF/.test(text));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      expect(await read(Buffer.from(text), size)).toBe(text);
      expect(await read(Buffer.from(`\uFEFF${text}`, 'utf16le'), size)).toBe(text);
    }),
  );
});

test.each([
  ['an Excel workbook', Buffer.from('504b0304140000000800e1', 'hex'), 'not_text', 'PK\x03\x04\x14'],
  ['a NUL in a text', Buffer.from('a;b\n1\x002'), 'not_text', 'a;b\n1'],
  [
    'UTF-8 that turns into Windows-1252',
    Buffer.concat([Buffer.from('Zoë\n'), windows1252('Zoë')]),
    'mixed_encoding',
    'Zoë\nZo',
  ],
  ['half a character of UTF-16', Buffer.from(`\uFEFFab`, 'utf16le').subarray(0, 5), 'mixed_encoding', 'a'],
])('%s is refused behind what could be read', async (_name, bytes, code, before) => {
  let read = '';
  const reading = async () => {
    for await (const text of decodeText(bytes)) read += text;
  };
  await expect(reading()).rejects.toMatchObject({ code });
  expect(read).toBe(before);
});
