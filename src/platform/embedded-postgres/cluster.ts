import { closeSync, openSync } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import { giveTo, type Place } from './place.ts';
import { EmbeddedPostgresProblem } from './problem.ts';
import { startWatched } from './watched-program.ts';

export const databaseName = 'muster';
export const superuser = 'muster';

/**
 * Makes the cluster where there is none, and checks that these programs fit the one there is. It is made under another
 * name and renamed when it is whole and holds the database `muster`, so that a killed `initdb` never leaves half of one.
 */
export async function ensureCluster(
  place: Place,
  binaries: PostgresBinaries,
  log: (sentence: string) => void,
): Promise<void> {
  const text = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  await removeUnfinished(place.folder);
  if (text === null) return makeCluster(place, binaries, log);
  const major = Number.parseInt(text, 10);
  if (major !== binaries.major) throw otherMajor(place, major, binaries);
}

async function makeCluster(
  place: Place,
  binaries: PostgresBinaries,
  log: (sentence: string) => void,
): Promise<void> {
  log(`Making a database with PostgreSQL ${binaries.version} in ${place.cluster}.`);
  const making = await mkdtemp(join(place.folder, 'cluster.new-'));
  await giveTo(making, place.user, 0o700);
  const outcome = join(place.folder, 'initdb.log');
  await rm(outcome, { force: true });
  const output = openSync(outcome, 'ax', 0o600);
  const run = async (command: readonly string[]) => {
    const options = { signal: 'TERM', log: output, cwd: place.folder, user: place.user } as const;
    const program = startWatched(command, options);
    const status = await program.ended;
    const said = await readFile(outcome, 'utf8');
    if (status === 0 && !/ERROR|FATAL|PANIC/.test(said)) return;
    const end = said.trim().split('\n').slice(-3).join(' ');
    throw new EmbeddedPostgresProblem(`PostgreSQL could not make its database in ${place.folder}: ${end}`);
  };
  try {
    await run([join(binaries.folder, 'initdb'), '-D', making, ...initFlags(binaries.major)]);
    await run(['/bin/sh', '-c', makeDatabase, 'sh', join(binaries.folder, 'postgres'), making]);
  } finally {
    closeSync(output);
  }
  await rename(making, place.cluster).catch((error) => {
    throw new EmbeddedPostgresProblem(
      `${place.cluster} holds something else than a database: ${error.message}.`,
    );
  });
  await syncFolder(place.folder);
  await rm(outcome);
}

/**
 * The collation is PostgreSQL's own from 17 on: the same order on every system, and no index spoilt by a new libc.
 * `trust` is bounded by the socket folder, which only the user PostgreSQL runs as (and root) can enter.
 */
function initFlags(major: number): string[] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const libc = [platform() === 'linux' ? '--locale=C.UTF-8' : '--locale=C'];
  const locale = major >= 17 ? builtin : libc;
  return ['-E', 'UTF8', ...locale, '-A', 'trust', '-U', superuser, '--no-instructions'];
}

/** Single-user mode: the database exists before any server does. It tells errors, but its status hides them. */
const makeDatabase = `exec "$1" --single -D "$2" template1 <<END
create database ${databaseName}
END`;

async function removeUnfinished(folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith('cluster.new-')) continue;
    // Its initdb may still be ending and write a last file meanwhile.
    await rm(join(folder, entry), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function otherMajor(place: Place, major: number, binaries: PostgresBinaries): Error {
  return new EmbeddedPostgresProblem(
    `The database in ${place.cluster} was made by PostgreSQL ${major}, but this is PostgreSQL ${binaries.version}. ` +
      `Move it once: run "muster backup FILE" with PGBIN set to a folder with the programs of PostgreSQL ${major}, ` +
      'move that folder away, start Muster without PGBIN, and run "muster restore FILE".',
  );
}
