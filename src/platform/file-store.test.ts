import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileStore, openFileStore } from './file-store.ts';

const id = '01a1f8d3-ea00-7eee-a5ed-b7622397eb86';
let folder: string;
let files: FileStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-files-'));
  files = openFileStore(join(folder, 'files'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const listed = async (before: Date) => {
  const found: string[] = [];
  for await (const file of files.list(before)) found.push(`${file.tenantId} ${file.id}`);
  return found;
};

test('a file is read as it was written, of its own tenant only, and gone once removed', async () => {
  expect(await files.read(1, id)).toBeNull();
  await files.write(1, id, Buffer.from('one'));
  expect((await files.read(1, id))?.toString()).toBe('one');
  expect(await files.read(2, id)).toBeNull();
  await files.remove(1, id);
  await files.remove(1, id);
  expect(await files.read(1, id)).toBeNull();
});

test('an id that is none leads to no file, wherever it points', async () => {
  await writeFile(join(folder, 'secret'), 'secret');
  for (const bad of ['../../secret', '..', '', `${id}/../../../secret`, id.toUpperCase()])
    await expect(files.read(1, bad)).rejects.toThrow('names no file');
  await expect(files.write(Number.NaN, id, Buffer.alloc(1))).rejects.toThrow('names no file');
});

test('what is listed is older than a moment, and whole', async () => {
  expect(await listed(new Date(Date.now() + 1000))).toEqual([]);
  await files.write(7, id, Buffer.from('x'));
  await writeFile(join(folder, 'files', '7', `${id}.part`), 'half');
  expect(await listed(new Date(Date.now() + 1000))).toEqual([`7 ${id}`]);
  expect(await listed(new Date(Date.now() - 60_000))).toEqual([]);
  expect((await readdir(join(folder, 'files', '7'))).length).toBe(2);
});
