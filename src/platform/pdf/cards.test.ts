import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { qrTextsOf } from '../../../test/support/qr-codes.ts';
import type { Card } from './card-drawing.ts';
import { writeCards } from './cards.ts';

const about = { title: 'Kaarten – Łódź', language: 'nl', createdAt: new Date('2026-11-20T12:00:00Z') };
const amy: Card = {
  heading: 'Zoë van der Heijden',
  lines: ['Projectdag 2026', 'Klas 3A'],
  code: 'AB12CD34',
  qr: 'https://workshops.example.org/e/12#AB12CD34',
};

/** The texts of the pages, as pdf.js reads them. */
async function pagesOf(lists: Parameters<typeof writeCards>[0]): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await buffer(writeCards(lists, about))));
  return (await extractText(pdf)).text;
}

function numbered(count: number): Card[] {
  return Array.from({ length: count }, (_, at) => ({ ...amy, heading: `Person ${at}`, code: `CODE${at}` }));
}

test('a card shows its heading, its lines and its code, in Latin, Cyrillic and Greek', async () => {
  const others = ['Иван Петров', 'Ελένη Παπαδοπούλου', 'Łukasz Żółć'].map((heading) => ({ ...amy, heading }));
  const [page = ''] = await pagesOf([[amy, ...others]]);
  for (const text of [amy.heading, ...amy.lines, amy.code, ...others.map(({ heading }) => heading)])
    expect(page).toContain(text);
});

test('ten cards are a page, in the order of their lists', async () => {
  const cards = numbered(23);
  const pages = await pagesOf([cards.slice(0, 4), [], cards.slice(4)]);
  expect(pages.map((page) => page.match(/CODE\d+/g))).toEqual(
    [cards.slice(0, 10), cards.slice(10, 20), cards.slice(20)].map((page) => page.map(({ code }) => code)),
  );
});

test('the QR code of each card says its own text', async () => {
  const texts = ['https://workshops.example.org/e/12#AB12CD34', 'Zoë', 'x'.repeat(300)];
  const pdf = await getDocumentProxy(
    new Uint8Array(await buffer(writeCards([texts.map((qr) => ({ ...amy, qr }))], about))),
  );
  expect(await qrTextsOf(pdf)).toEqual(texts);
});

test('what is too long is fitted in: an address is whole, a name ends in an ellipsis', async () => {
  const address = 'https://workshops.school.example.org';
  const long = { ...amy, heading: 'Wolfeschlegelsteinhausen '.repeat(9), lines: [address, 'y'.repeat(999)] };
  const [page = ''] = await pagesOf([[{ ...long, code: 'W'.repeat(40) }]]);
  expect(page).toContain(address);
  expect(page).toMatch(/Wolfeschlegelsteinhausen…/);
  expect(page).toMatch(/y{20,60}…/);
  expect(page).toContain('W'.repeat(40));
});

test('line breaks, control characters and half characters in a name harm nothing', async () => {
  const [page = ''] = await pagesOf([[{ ...amy, heading: 'Amy\r\n\0Lee \uD800', lines: ['', '\u2028'] }]]);
  expect(page).toContain('Amy Lee');
  expect(page).toContain(amy.code);
});

test('without cards there is one empty page, and the file tells its title and language', async () => {
  const bytes = new Uint8Array(await buffer(writeCards([], about)));
  const pdf = await getDocumentProxy(bytes);
  expect((await extractText(pdf)).text).toEqual(['']);
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: about.title, CreationDate: 'D:20261120120000Z', Language: 'nl' });
});

test('a failure of the source, or a QR text beyond any code, breaks the stream', async () => {
  const failing = async function* () {
    yield [amy];
    throw new Error('lost');
  };
  await expect(buffer(writeCards(failing(), about))).rejects.toThrow('lost');
  await expect(buffer(writeCards([[{ ...amy, qr: 'x'.repeat(3000) }]], about))).rejects.toThrow();
});

test('a page is out before the next list is asked for, and a reader who leaves ends the source', async () => {
  let asked = 0;
  let ended = false;
  const lists = async function* () {
    try {
      for (; ; asked += 1) yield numbered(100);
    } finally {
      ended = true;
    }
  };
  let size = 0;
  for await (const piece of writeCards(lists(), about)) {
    size += piece.length;
    // A list of ten pages is about 50 KB, of which the stream holds one piece of 64 KiB.
    expect(asked * 25_000 - size).toBeLessThan(100_000);
    if (asked === 8) break;
  }
  expect(asked).toBe(8);
  await expect.poll(() => ended).toBe(true);
});

test('memory does not grow with the cards, though each has words of its own', async () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  const used = () => {
    if (typeof collect === 'function') collect();
    return process.memoryUsage().heapUsed;
  };
  const lists = function* () {
    for (let at = 0; at < 150; at += 1)
      yield numbered(10).map((card, k) => ({ ...card, heading: `First${at * 10 + k} Last${at * 10 + k}` }));
  };
  const sizes: number[] = [];
  let pieces = 0;
  for await (const _piece of writeCards(lists(), about)) {
    pieces += 1;
    if (pieces % 50 === 0) sizes.push(used());
  }
  const [first = 0, , last = 0] = sizes;
  // 1 000 cards lie between; with their words kept they are 4 MB.
  expect(sizes.length).toBeGreaterThanOrEqual(3);
  expect(last - first).toBeLessThan(2_000_000);
});
