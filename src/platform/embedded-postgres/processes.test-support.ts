import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { EmbeddedPostgresOptions } from './supervisor.ts';

export const run = promisify(execFile);
export const isRoot = process.getuid?.() === 0;

/** A folder that the user PostgreSQL runs as can enter. */
export async function makeFolder(name = 'data'): Promise<{ folder: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'muster-embedded-'));
  await chmod(parent, 0o755);
  const remove = () => rm(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  return { folder: join(parent, name), remove };
}

export type ChildEvent = Readonly<Record<string, unknown>>;

export interface SupervisorChild {
  readonly pid: number;
  /** The first event, past or to come, that has these keys and values; a pattern is searched for. */
  event(wanted: Readonly<Record<string, unknown>>): Promise<ChildEvent>;
  /** Whether it has happened so far. */
  has(wanted: Readonly<Record<string, unknown>>): boolean;
  /** Resolves with the host (socket folder) once PostgreSQL takes connections. */
  host(): Promise<string>;
  kill(): Promise<void>;
  stop(): Promise<ChildEvent>;
}

/** Starts a supervisor in a process of its own. `main` is another copy of the child's script. */
export function startChild(
  options: Omit<EmbeddedPostgresOptions, 'log'>,
  { uid, main = join(import.meta.dirname, 'supervisor.test-child.ts') }: { uid?: number; main?: string } = {},
): SupervisorChild {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, JSON.stringify(options)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
      cwd: '/',
      ...(uid === undefined ? {} : { uid, gid: uid }),
    },
  );
  const events: ChildEvent[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => events.push(JSON.parse(line)));
  const event = (wanted: Readonly<Record<string, unknown>>) =>
    eventually(() => events.find((one) => matches(one, wanted)), `${JSON.stringify(wanted)} of`, events);
  return {
    pid: pidOf(child),
    event,
    has: (wanted) => events.some((one) => matches(one, wanted)),
    async host() {
      const { connection } = await event({ event: 'started' });
      if (typeof connection !== 'object' || connection === null || !('host' in connection)) throw new Error();
      return String(connection.host);
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    stop() {
      child.stdin.end();
      return event({ event: 'stopped' });
    },
  };
}

/** Polls until the condition holds, at most 20 s. */
export async function eventually<T>(
  find: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  what: string,
  seen?: unknown,
): Promise<T> {
  const end = performance.now() + 20_000;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false && found !== null) return found;
    if (performance.now() > end) throw new Error(`Never came: ${what} ${JSON.stringify(seen ?? '')}`);
    await delay(10);
  }
}

/** Runs one statement on a connection of its own and answers its rows. */
export async function query(host: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host, port: 5432, user: 'muster', database: 'muster' });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

export function postmasterPid(place: string): number {
  return Number(readFileSync(join(place, 'cluster', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

/** The state letter of `/proc`, or null when there is no such process. */
export function stateOf(pid: number): string | null {
  try {
    return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}

export function isGone(pid: number): boolean {
  return [null, 'Z', 'X'].includes(stateOf(pid));
}

export async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim().split(/\s+/).filter(Boolean).map(Number);
}

function matches(event: ChildEvent, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([key, value]) =>
    value instanceof RegExp ? value.test(String(event[key])) : event[key] === value,
  );
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The child did not start.');
  return child.pid;
}
