import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The first line of its output that fitted. */
  readonly line: string;
  stop(): Promise<void>;
}

/** Starts a Node program of this package and waits for a line of its output that fits. */
export async function start(
  file: string,
  options: { args?: readonly string[]; env?: Readonly<Record<string, string>>; until: RegExp },
): Promise<Running> {
  const child = spawn(process.execPath, [join(root, file), ...(options.args ?? [])], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const line = await firstLine(child, options.until);
  return {
    child,
    pid: child.pid ?? 0,
    line,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    let found = false;
    const read = (chunk: Buffer) => {
      if (found) return;
      seen += chunk.toString();
      const line = seen.split('\n').find((text) => wanted.test(text));
      if (line === undefined) return;
      found = true;
      resolve(line);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`It ended (${code}) before it said ${wanted}:\n${seen}`)));
  });
}

/** A port that nobody holds at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Memory that a process and its descendants hold for themselves (PSS), in MB, by the name of the program. */
export function memoryByProgram(pid: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const each of [pid, ...descendants(pid)]) {
    const name = readFileSync(`/proc/${each}/comm`, 'utf8').trim();
    const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? '0';
    sums.set(name, (sums.get(name) ?? 0) + Number(pss) / 1024);
  }
  return sums;
}

function descendants(pid: number): number[] {
  const parents = readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    const status = readStatus(Number(entry));
    return status === null ? [] : [{ pid: Number(entry), parent: status }];
  });
  const below = (one: number): number[] =>
    parents.filter(({ parent }) => parent === one).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(pid);
}

function readStatus(pid: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}
