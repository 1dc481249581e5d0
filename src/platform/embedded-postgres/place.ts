import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresProblem } from './problem.ts';
import { canEnter, chooseRunUser, type RunUser } from './run-user.ts';

/** Where the cluster of one data folder lives and who runs it. */
export interface Place {
  readonly dataFolder: string;
  /** Holds the cluster, its log, the owner's lock and, where needed, a copy of the programs. */
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  /** Null: the user of this process. */
  readonly user: RunUser | null;
}

/** State of programs that root runs; root's own data folder may be closed to the user PostgreSQL runs as. */
const rootStateFolder = '/var/lib/muster';

/**
 * Decides where PostgreSQL lives for a data folder, and makes the folders. As a rule `<data folder>/postgres`; where
 * only root can enter the data folder `/var/lib/muster/<hash of its path>`. A cluster that exists decides first, so
 * that a change of rights never makes an empty database beside the full one.
 */
export async function preparePlace(dataFolder: string, runAs: string | undefined): Promise<Place> {
  await mkdir(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const data = await realpath(dataFolder);
  const inside = join(data, 'postgres');
  const outside = join(rootStateFolder, shortHash(data));
  const clusterInside = await ownerOf(join(inside, 'cluster'));
  const clusterOutside = clusterInside === null ? await ownerOf(join(outside, 'cluster')) : null;
  const owners = { cluster: clusterInside ?? clusterOutside, dataFolder: (await stat(data)).uid };
  const user = await chooseRunUser(owners, runAs);
  const enters = await canEnter(data, user);
  if (clusterInside !== null && !enters) throw closedFolder(data, user);
  const folder = clusterOutside !== null || !enters ? outside : inside;
  await makeFolder(folder, user);
  return {
    dataFolder: data,
    folder,
    cluster: join(folder, 'cluster'),
    log: join(folder, 'postgres.log'),
    user,
  };
}

/**
 * Makes the folder of the unix socket, 0700 for the user PostgreSQL runs as: whoever can enter it is trusted.
 * Beside the cluster where the path is short enough for a socket, else in `/run` (root) or the temporary folder.
 * @param preferred the folder those who joined an earlier owner already connect to
 */
export async function makeSocketFolder(place: Place, preferred?: string): Promise<string> {
  const name = `muster-${shortHash(place.folder)}`;
  const candidates = [
    ...(preferred === undefined ? [] : [preferred]),
    join(place.folder, 'socket'),
    ...(place.user === null ? [] : [join('/run', name)]),
    join(tmpdir(), name),
    join('/tmp', name),
  ];
  const folder = candidates.find((candidate) => fitsSocket(candidate)) ?? join('/tmp', name);
  await mkdir(folder, { mode: 0o700 }).catch(() => {});
  const uid = place.user?.uid ?? process.getuid?.();
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
    throw new EmbeddedPostgresProblem(
      `The folder ${folder}, meant for PostgreSQL's socket, belongs to somebody else: remove it.`,
    );
  }
  await giveTo(folder, place.user, 0o700);
  return folder;
}

export const socketPort = 5432;

/** The shorter limit of macOS; Linux takes 107 bytes. */
const longestSocketPath = 103;

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocketPath;
}

/** Hands a file or folder to the user PostgreSQL runs as. */
export async function giveTo(path: string, user: RunUser | null, mode: number): Promise<void> {
  if (user !== null) await chown(path, user.uid, user.gid);
  await chmod(path, mode);
}

function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

async function ownerOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.uid,
    () => null,
  );
}

/** Under root the folder stays root's, so that the user PostgreSQL runs as cannot swap the files root opens in it. */
async function makeFolder(folder: string, user: RunUser | null): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: user === null ? 0o700 : 0o755 });
    if (user !== null) await chmod(folder, 0o711);
  } catch (error) {
    throw new EmbeddedPostgresProblem(`PostgreSQL's folder ${folder} cannot be made: ${error}.`, error);
  }
  if (await canEnter(folder, user)) return;
  throw new EmbeddedPostgresProblem(
    `PostgreSQL runs as "${user?.name}", who cannot enter ${folder}: give the folders above it the right (chmod o+x).`,
  );
}

function closedFolder(data: string, user: RunUser | null): Error {
  return new EmbeddedPostgresProblem(
    `PostgreSQL's files are in ${data}, which "${user?.name}", the user it runs as, can no longer enter: ` +
      `give the right back (chmod o+x on it and the folders above it).`,
  );
}
