import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { askForDatabaseUrl, EmbeddedPostgresProblem } from './problem.ts';

const run = promisify(execFile);

/** The user PostgreSQL runs as, when that is not the user of this process. */
export interface RunUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** The ids to hand to `spawn`; empty when PostgreSQL runs as this process does. */
export function spawnIds(user: RunUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

/** Environment of every program started here: nothing of Muster's own, so that no secret reaches PostgreSQL. */
export const programEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Chooses the user PostgreSQL runs as (`database.md` §1, "Root"). Null: the user of this process, who is not root.
 * Root, which PostgreSQL refuses, becomes the owner of the existing cluster, else `runAs`, else the owner of the data
 * folder, else `nobody`; no user is ever made.
 * @param owners uids of the existing cluster (null: none yet) and of the data folder
 * @param runAs name or number of a user, from the configuration
 */
export async function chooseRunUser(
  owners: { readonly cluster: number | null; readonly dataFolder: number },
  runAs: string | undefined,
): Promise<RunUser | null> {
  if (process.getuid?.() !== 0) {
    requirePasswdEntry();
    return null;
  }
  if (runAs !== undefined) return namedUser(runAs, owners.cluster);
  if (owners.cluster === 0) {
    throw new EmbeddedPostgresProblem(
      'The PostgreSQL files of this data folder belong to root, and PostgreSQL does not run as root: ' +
        'give them to the user it should run as (chown -R nobody) and start again.',
    );
  }
  if (owners.cluster !== null) return clusterOwner(owners.cluster);
  const owner = owners.dataFolder === 0 ? null : await lookUp(String(owners.dataFolder));
  const chosen = owner ?? (await lookUp('nobody'));
  if (chosen === null) {
    throw askForDatabaseUrl('PostgreSQL does not run as root and this machine has no user "nobody"');
  }
  return chosen;
}

/** Whether the user may enter a folder, asked of the kernel itself: mode bits alone miss access lists and mounts. */
export async function canEnter(folder: string, user: RunUser | null): Promise<boolean> {
  if (user === null) return true;
  const options = { env: programEnvironment, cwd: '/', ...spawnIds(user) };
  return run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], options).then(
    () => true,
    (error) => {
      // Without the capability to become another user, as in a container that dropped it, nothing can run here.
      if (typeof error.code === 'string') throw cannotBecome(user, error);
      return false;
    },
  );
}

function cannotBecome(user: RunUser, error: Error): Error {
  return askForDatabaseUrl(
    `PostgreSQL does not run as root, and this process may not start one as "${user.name}" (${error.message})`,
    error,
  );
}

async function namedUser(name: string, cluster: number | null): Promise<RunUser> {
  const user = await lookUp(name);
  if (user === null) throw new EmbeddedPostgresProblem(`There is no user "${name}" to run PostgreSQL as.`);
  if (user.uid === 0)
    throw new EmbeddedPostgresProblem('PostgreSQL does not run as root: name another user.');
  if (cluster !== null && cluster !== user.uid) {
    throw new EmbeddedPostgresProblem(
      `PostgreSQL should run as "${name}", but its files belong to user ${cluster}: ` +
        `give them to "${name}" (chown -R) or do not name a user.`,
    );
  }
  return user;
}

/** The owner may have lost its name since; the server itself runs without one, only `initdb` asks for it. */
async function clusterOwner(uid: number): Promise<RunUser> {
  return (await lookUp(String(uid))) ?? { uid, gid: uid, name: `user ${uid}` };
}

async function lookUp(nameOrNumber: string): Promise<RunUser | null> {
  if (nameOrNumber.startsWith('-')) return null;
  try {
    const answers = await Promise.all(
      ['-u', '-g', '-nu'].map((flag) => run('id', [flag, nameOrNumber], { env: programEnvironment })),
    );
    const [uid, gid, name] = answers.map((answer) => answer.stdout.trim());
    return name ? { uid: Number(uid), gid: Number(gid), name } : null;
  } catch {
    return null;
  }
}

/** OpenShift gives a process a number without a name, and `initdb` then fails with a line that helps nobody. */
function requirePasswdEntry(): void {
  try {
    userInfo();
  } catch (error) {
    throw askForDatabaseUrl(
      `The user ${process.getuid?.() ?? ''} has no entry in /etc/passwd, which PostgreSQL needs`,
      error,
    );
  }
}
