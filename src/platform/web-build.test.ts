import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWebStale } from './web-build.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'muster-web-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** @param at seconds of the clock of files */
function write(path: string, at: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), at, at);
}

test('pages are built where they are missing, and again after a change of a source or of the packages', () => {
  write('web/vite.config.ts', 100);
  write('web/src/ui/Page.tsx', 200);
  write('package-lock.json', 100);
  expect(isWebStale(root)).toBe(true);
  write('web/dist/index.html', 300);
  expect(isWebStale(root)).toBe(false);
  write('web/src/ui/Page.tsx', 301);
  expect(isWebStale(root)).toBe(true);
  write('web/dist/index.html', 302);
  write('package-lock.json', 303);
  expect(isWebStale(root)).toBe(true);
});

test('neither a test, a document nor a build itself makes them old', () => {
  write('web/vite.config.ts', 100);
  write('web/dist/index.html', 300);
  write('web/README.md', 400);
  write('web/src/ui/Page.test.tsx', 400);
  write('web/dist/assets/page.js', 400);
  write('web/dist-7/assets/page.js', 400);
  expect(isWebStale(root)).toBe(false);
});

test('where there are no sources there is nothing to build', () => {
  expect(isWebStale(root)).toBe(false);
  write('web/dist/index.html', 300);
  write('package-lock.json', 400);
  expect(isWebStale(root)).toBe(false);
});
