import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, memoryByProgram, start } from './processes.ts';
import { median, type Row } from './table.ts';

const rounds = 3;

/** P7: from the command to the first 200, on an empty folder and on an existing one; then what it holds when idle. */
export async function measureStart(): Promise<Row[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  const bareCold: number[] = [];
  const bareWarm: number[] = [];
  let memory = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
    const bare = await mkdtemp(join(tmpdir(), 'muster-bench-'));
    const first = await startMuster(folder);
    cold.push(first.ms);
    await first.stop();
    const second = await startMuster(folder);
    warm.push(second.ms);
    if (round === rounds - 1) {
      await delay(5000);
      memory = memoryByProgram(second.pid);
    }
    await second.stop();
    bareCold.push(await startBare(bare));
    bareWarm.push(await startBare(bare));
    await Promise.all([folder, bare].map((one) => rm(one, { recursive: true, force: true })));
  }
  return [
    startRow('npm start on an empty folder to the first 200', median(cold), median(bareCold), 5),
    startRow('npm start on an existing folder to the first 200', median(warm), median(bareWarm), 1.5),
    memoryRow(
      'node, idle',
      [...memory].filter(([name]) => !name.startsWith('postgres')),
      150,
    ),
    memoryRow(
      'PostgreSQL, idle',
      [...memory].filter(([name]) => name.startsWith('postgres')),
      120,
    ),
  ];
}

async function startMuster(folder: string): Promise<{ ms: number; pid: number; stop(): Promise<void> }> {
  const port = await freePort();
  const began = performance.now();
  const env = { MUSTER_DATA: folder, PORT: String(port), MUSTER_CONFIG: '' };
  const running = await start('bin/muster.js', { args: ['serve'], env, until: /http:\/\/127/ });
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
  return { ms: performance.now() - began, pid: running.pid, stop: running.stop };
}

async function startBare(folder: string): Promise<number> {
  const began = performance.now();
  const bare = await start('bench/limits/postgres-only.ts', { args: [folder], until: /answered/ });
  const ms = performance.now() - began;
  await new Promise((resolve) => bare.child.once('exit', resolve));
  return ms;
}

function startRow(work: string, ms: number, limit: number, seconds: number): Row {
  return {
    figure: 'P7',
    work,
    measured: `${(ms / 1000).toFixed(2)} s`,
    limit: `${(limit / 1000).toFixed(2)} s (PostgreSQL alone, from node)`,
    ratio: ms / limit,
    target: `< ${seconds} s`,
    reached: ms < seconds * 1000,
  };
}

function memoryRow(work: string, parts: readonly (readonly [string, number])[], target: number): Row {
  const sum = parts.reduce((total, [, mb]) => total + mb, 0);
  return {
    figure: 'P7',
    work: `memory of ${work} (PSS)`,
    measured: `${sum.toFixed(0)} MB`,
    limit: '',
    ratio: null,
    target: `< ${target} MB`,
    reached: sum < target,
  };
}
