import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readPostmasterFile } from './postmaster-file.ts';
import { EmbeddedPostgresProblem } from './problem.ts';
import { programEnvironment } from './run-user.ts';

const run = promisify(execFile);

/** What bears a pid now. A zombie looks alive to PostgreSQL's own check, and so does an unrelated program. */
export type PidBearer = 'gone' | 'zombie' | 'another program' | 'postmaster';

/**
 * Makes a cluster ready to be started after any end of its last PostgreSQL (`database.md` §3): stops an orphan, and
 * removes the lock files a dead one left. Only the holder of the owner's lock may call it, since whatever runs in the
 * cluster then belongs to nobody. Backends that outlive their postmaster keep the shared memory, which PostgreSQL
 * itself refuses to start beside.
 */
export async function reclaimCluster(options: {
  cluster: string;
  socketFolder: string;
  port: number;
  log: (sentence: string) => void;
}): Promise<void> {
  const { cluster, socketFolder, port, log } = options;
  const file = await readPostmasterFile(cluster);
  const bearer = file === null ? 'gone' : await bearerOf(file.pid, cluster);
  if (file !== null && bearer === 'postmaster') {
    log(`A PostgreSQL whose Muster has ended still runs (process ${file.pid}): stopping it.`);
    await stopOrphan(file.pid, cluster);
  } else if (file !== null) {
    log(`The last PostgreSQL ended without a shutdown (process ${file.pid}: ${bearer}): recovering.`);
  }
  const socket = join(socketFolder, `.s.PGSQL.${port}`);
  const stale = [join(cluster, 'postmaster.pid'), socket, `${socket}.lock`];
  await Promise.all(stale.map((path) => rm(path, { force: true })));
}

/** Finds out what a pid means today, from `/proc` on Linux and from `ps` elsewhere. */
export async function bearerOf(pid: number, cluster: string): Promise<PidBearer> {
  return platform() === 'linux' ? bearerByProc(pid, cluster) : bearerByPs(pid, cluster);
}

async function bearerByProc(pid: number, cluster: string): Promise<PidBearer> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return 'gone';
  // The program's name stands in brackets and may hold any character; the state is the first word after the last.
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  if (state === 'Z' || state === 'X') return 'zombie';
  // Unreadable: a process of another user, which our PostgreSQL never is.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  const [program = ''] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0', 1);
  return folder === cluster && basename(program) === 'postgres' ? 'postmaster' : 'another program';
}

export async function bearerByPs(pid: number, cluster: string): Promise<PidBearer> {
  const asked = run('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)], { env: programEnvironment });
  const line = await asked.then(
    (answer) => answer.stdout.trim(),
    () => '',
  );
  if (line === '') return 'gone';
  if (line.startsWith('Z')) return 'zombie';
  return line.includes(` -D ${cluster} `) && line.includes('postgres') ? 'postmaster' : 'another program';
}

/** Signals a process that may have ended by itself in between. */
export function send(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

/** A shutdown writes out what is in memory; past a minute it is ended at once, and the next start recovers. */
const gentleSeconds = 60;
const firmSeconds = 30;

async function stopOrphan(pid: number, cluster: string): Promise<void> {
  const steps = [
    { signal: 'SIGINT', seconds: gentleSeconds },
    { signal: 'SIGQUIT', seconds: firmSeconds },
  ] as const;
  for (const { signal, seconds } of steps) {
    send(pid, signal);
    if (await goneWithin(seconds, pid, cluster)) return;
  }
  throw new EmbeddedPostgresProblem(
    `The PostgreSQL of process ${pid} does not end: stop it (kill -QUIT ${pid}) and start again.`,
  );
}

async function goneWithin(seconds: number, pid: number, cluster: string): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if ((await bearerOf(pid, cluster)) !== 'postmaster') return true;
    await delay(5);
  }
  return false;
}
