import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  /** Runs one command line in this process, as `bin/muster.js` would. */
  run(...args: string[]): Promise<Outcome>;
  /** Runs it and reads what it printed; fails where it was refused. */
  json(...args: string[]): Promise<unknown>;
  /** Writes a file for a command to read. @returns its path */
  file(name: string, content: string): Promise<string>;
  readonly query: TestDatabase['query'];
  close(): Promise<void>;
}

/** The command line on a database of its own, with an empty data folder. */
export async function openCommandLine(): Promise<CommandLine> {
  const { connection, query, close } = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'muster-cli-'));
  const { host, port, user, database } = connection;
  vi.stubEnv(
    'DATABASE_URL',
    `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
  );
  vi.stubEnv('MUSTER_DATA', folder);
  const run = async (...args: string[]) => {
    const stdout = listen(process.stdout);
    const stderr = listen(process.stderr);
    try {
      const code = await runProgram(args);
      return { code, stdout: stdout.text(), stderr: stderr.text() };
    } finally {
      stdout.end();
      stderr.end();
    }
  };
  return {
    run,
    query,
    async json(...args) {
      const { code, stdout, stderr } = await run(...args, '--json');
      if (code !== 0) throw new Error(stderr);
      return JSON.parse(stdout);
    },
    async file(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    async close() {
      vi.unstubAllEnvs();
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

function listen(stream: NodeJS.WriteStream): { text(): string; end(): void } {
  const written: string[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  return { text: () => written.join(''), end: () => spy.mockRestore() };
}
