import { Readable } from 'node:stream';

/**
 * Streams lists of JSON texts as one array, fetching the next list only when the reader has taken the last.
 * Waits for the first list, so that a refusal still finds its status; a later failure destroys the stream, so that
 * half an array never looks like a whole one.
 */
export async function streamJsonArray(lists: AsyncGenerator<readonly string[]>): Promise<Readable> {
  const first = await lists.next();
  const stream = Readable.from(pieces(first, lists), { highWaterMark: 1 });
  // A reader gone before it read anything never starts `pieces`: the source is told here.
  stream.once('close', () => lists.return(undefined).catch(() => undefined));
  return stream;
}

async function* pieces(first: IteratorResult<readonly string[]>, lists: AsyncGenerator<readonly string[]>) {
  let before = '[';
  for (let next = first; next.done !== true; next = await lists.next()) {
    yield before + next.value.join(',');
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
