import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built pages lie, and where they are made from. @param root the folder of Muster */
export function webFolders(root: string): { readonly sources: string; readonly built: string } {
  return { sources: join(root, 'web'), built: join(root, 'web/dist') };
}

/**
 * Whether the pages must be built: they are missing, or older than what they are made from. Where there are no sources
 * (an image holds the built pages only) there is nothing to build.
 * @param root the folder of Muster
 */
export function isWebStale(root: string): boolean {
  const { sources, built } = webFolders(root);
  if (modifiedAt(join(sources, 'vite.config.ts')) === 0) return false;
  const newest = newestChange([join(root, 'package-lock.json'), ...filesBelow(sources)]);
  return modifiedAt(join(built, 'index.html')) < newest;
}

/**
 * Builds the pages where they are missing or older than their sources, in a process of its own that says what it did.
 * Where the builder is not installed, nothing happens. A failure leaves the pages as they are.
 * @param root the folder of Muster
 */
export async function buildWebIfStale(root: string): Promise<void> {
  const builder = join(root, 'scripts/build-web.ts');
  if (!existsSync(builder) || !existsSync(join(root, 'node_modules/vite')) || !isWebStale(root)) return;
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [builder], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'dist')) && !/\.test\.tsx?$|\.md$/.test(path));
}

function newestChange(paths: readonly string[]): number {
  return paths.reduce((newest, path) => Math.max(newest, modifiedAt(path)), 0);
}

/** Milliseconds; 0 for a file that is not there. */
function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
