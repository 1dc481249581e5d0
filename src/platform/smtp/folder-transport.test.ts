import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutgoingLetter } from './contract.ts';
import { forgetLetters, openFolderTransport } from './folder-transport.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-folder-'));
});
afterAll(() => rm(folder, { recursive: true }));

const letter = (id: string, concerns: readonly string[]): OutgoingLetter => ({
  id,
  attempt: 1,
  messageId: `<${id}@alpha.test>`,
  writtenAt: new Date('2026-11-20T12:00:00Z'),
  locale: 'en',
  from: { name: 'Alpha', address: 'no-reply@alpha.test' },
  to: { name: 'Ada', address: 'ada@example.org' },
  subject: 'X-Muster-Concerns: 3:12',
  text: 'X-Muster-Concerns: 3:12\n',
  html: '<p>Hello</p>',
  concerns,
});

test('letters are found again by whom they concern, to the last digit, and all others stay', async () => {
  const { send } = openFolderTransport(folder);
  await send(letter('one', ['3:12']));
  await send(letter('two', ['3:7', '3:12']));
  await send(letter('other', ['3:123', '13:12']));
  await send(letter('last', ['last:3:12']));
  await send(letter('none', []));
  await writeFile(join(folder, 'notes.txt'), 'X-Muster-Concerns: 3:12\n');
  await forgetLetters(folder, ['3:12']);
  const left = async () => (await readdir(folder)).map((name) => name.replace(/^.*-|\..*$/g, '')).sort();
  expect(await left()).toEqual(['last', 'none', 'notes', 'other']);
  await forgetLetters(folder, ['3:12', 'last:3:12']);
  expect(await left()).toEqual(['none', 'notes', 'other']);
});

test('a folder that is not there holds nothing', async () => {
  await expect(forgetLetters(join(folder, 'nowhere'), ['3:12'])).resolves.toBeUndefined();
});
