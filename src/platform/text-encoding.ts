import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

export type Bytes = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Bytes that are no text, or a text in two encodings. What could be read before has been handed out. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  readonly code: 'not_text' | 'mixed_encoding';

  constructor(code: 'not_text' | 'mixed_encoding') {
    super(
      code === 'not_text'
        ? 'The file is no text. Save it as CSV.'
        : 'The text changes its encoding. Save it as UTF-8.',
    );
    this.code = code;
  }
}

/**
 * Bytes of an unknown origin as text, piece by piece: UTF-16 with a byte order mark, UTF-8 with or without one, else
 * Windows-1252, which spreadsheets in western Europe write. UTF-8 and Windows-1252 are told apart by the first character
 * beyond ASCII, so that the answer depends neither on the pieces nor on what comes megabytes later.
 * Refuses a binary file, recognised by a NUL, and UTF-8 or UTF-16 that breaks off into something else (`EncodingError`).
 */
export async function* decodeText(bytes: Bytes): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let held: Uint8Array = new Uint8Array();
  let start = true;
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    const known = held.length === 0 ? piece : Buffer.concat([held, piece]);
    decoder ??= chooseDecoder(known, start, false);
    if (!decoder && known.length < longestDoubt) {
      held = known;
      continue;
    }
    // Without a decision all but the last bytes is ASCII; those may begin the first other character.
    const sure: Uint8Array = decoder ? known : known.subarray(0, known.length - longestDoubt);
    held = known.subarray(sure.length);
    start &&= sure.length === 0;
    yield* judged(decoder ?? ascii(), sure, true);
  }
  yield* judged(decoder ?? chooseDecoder(held, start, true) ?? ascii(), held, false);
}

/** A character of UTF-8 is four bytes at most, a byte order mark three. */
const longestDoubt = 4;

function ascii(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true });
}

/** Null while everything is ASCII, or while the first other character is not complete. */
function chooseDecoder(bytes: Uint8Array, isStart: boolean, isEnd: boolean): TextDecoder | null {
  if (isStart && bytes.length < longestDoubt && !isEnd) return null;
  if (isStart && bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (isStart && bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const at = isAscii(bytes) ? -1 : bytes.findIndex((byte) => byte >= 0x80);
  if (at === -1 || (at + longestDoubt > bytes.length && !isEnd)) return null;
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const isUnicode = at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length));
  return new TextDecoder(isUnicode ? 'utf-8' : 'windows-1252', { fatal: true });
}

/** What is readable is handed out before the rest is refused, so that the reader knows the line of the fault. */
function* judged(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): Generator<string> {
  const { text, isWhole } = decoded(decoder, bytes, stream);
  const binary = text.indexOf('\0');
  const readable = binary === -1 ? text : text.slice(0, binary);
  if (readable !== '') yield readable;
  if (binary !== -1) throw new EncodingError('not_text');
  if (!isWhole) throw new EncodingError('mixed_encoding');
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean) {
  try {
    return { text: decoder.decode(bytes, { stream }), isWhole: true };
  } catch {
    const start = new TextDecoder(decoder.encoding).decode(bytes).split('\uFFFD', 1)[0] ?? '';
    return { text: start, isWhole: false };
  }
}
