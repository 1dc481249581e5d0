import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { streamJsonArray } from './json-array.ts';

function source(lists: number, failAt = Number.POSITIVE_INFINITY) {
  const state = { given: 0, ended: false };
  async function* give() {
    try {
      for (let n = 0; n < lists; n += 1) {
        if (n === failAt) throw new Error('the database went away');
        state.given += 1;
        yield [`{"n":${2 * n}}`, `{"n":${2 * n + 1}}`];
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, lists: give() };
}

test('no list, one list and many lists make a well-formed array', async () => {
  for (const lists of [0, 1, 5]) {
    const rows: unknown = JSON.parse(await text(await streamJsonArray(source(lists).lists)));
    expect(rows).toEqual(Array.from({ length: 2 * lists }, (_, n) => ({ n })));
  }
});

test('lists are fetched as they are read, not ahead of the reader', async () => {
  const { state, lists } = source(1000);
  const stream = await streamJsonArray(lists);
  for (let n = 0; n < 10; n += 1) {
    if (stream.read() === null) await once(stream, 'readable');
  }
  expect(state.given).toBeLessThan(15);
  stream.destroy();
});

test('a refusal before the first list is thrown, while a status can still be chosen', async () => {
  await expect(streamJsonArray(source(3, 0).lists)).rejects.toThrow('the database went away');
});

test('a later failure destroys the stream', async () => {
  const stream = await streamJsonArray(source(3, 2).lists);
  await expect(text(stream)).rejects.toThrow('the database went away');
  expect(stream.destroyed).toBe(true);
});

test('a reader who leaves ends the source, also before reading anything', async () => {
  for (const reads of [0, 3]) {
    const { state, lists } = source(1000);
    const stream = await streamJsonArray(lists);
    for (let n = 0; n < reads; n += 1) if (stream.read() === null) await once(stream, 'readable');
    stream.destroy();
    await expect.poll(() => state.ended).toBe(true);
  }
});
