import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

const root = join(import.meta.dirname, '../..');

/** A `muster` that runs in a process of its own, as an operator starts it. */
export interface MusterProcess {
  readonly pid: number;
  /** Lines of both outputs so far. */
  readonly output: readonly string[];
  /** The first line, past or to come, that fits. Fails when the process ends without it. */
  line(pattern: RegExp): Promise<string>;
  /** Resolves when it serves, or does the jobs of the queue. */
  begun(): Promise<MusterProcess>;
  /** Settles at its end: the exit code, null after a signal that killed it. */
  readonly ended: Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
  /** Signals it, SIGTERM without another, and waits for its end. @returns the exit code */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Replaces `node bin/muster.js`; the command follows it. */
  readonly program?: readonly string[];
  /** Descriptors handed over from 3 on. */
  readonly descriptors?: readonly number[];
}

/** A data folder, a port and a configuration file of their own, with all that runs on them. */
export interface MusterPlace {
  readonly folder: string;
  readonly dataFolder: string;
  readonly port: number;
  /** Writes `config.yml`, empty at first. */
  configure(yaml: string): Promise<void>;
  /** Starts a command that stays: `serve`, `work`. */
  start(command: string, options?: StartOptions): MusterProcess;
  /** Runs a command to its end. */
  run(args: readonly string[], options?: StartOptions): Promise<Outcome>;
  /** Runs a command that must succeed. @returns its standard output */
  done(...args: string[]): Promise<string>;
  /** Runs SQL in the embedded database as the owner, past row-level security. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** The process of the embedded PostgreSQL. */
  postmaster(): number;
  /** Kills every process that still runs; data stay, the configuration is emptied. */
  clear(): Promise<void>;
  /** Kills what still runs and removes the folder. */
  remove(): Promise<void>;
}

/**
 * Makes a place for `muster` processes. Nothing of the caller's environment reaches them but `PATH` and the cache of
 * compiled sources; a run against the system's PostgreSQL (`MUSTER_TEST_DATABASE=served`) gives them its programs.
 * @param env settings of every process there
 */
export async function openMusterPlace(env: Readonly<Record<string, string>> = {}): Promise<MusterPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-process-'));
  // Under root a closed folder would send the cluster to /var/lib/muster, where it outlived the run.
  await chmod(folder, 0o755);
  const dataFolder = join(folder, 'data');
  const configFile = join(folder, 'config.yml');
  await writeFile(configFile, '');
  const port = await freePort();
  const processes: MusterProcess[] = [];
  const settings = {
    ...inherited(),
    MUSTER_DATA: dataFolder,
    MUSTER_CONFIG: configFile,
    PORT: String(port),
    ...env,
  };
  const launch = (args: readonly string[], { env: more, ...options }: StartOptions) => {
    const process = startProcess(args, { ...options, env: { ...settings, ...more } });
    processes.push(process.running);
    return process;
  };
  const run: MusterPlace['run'] = async (args, options = {}) => {
    const { running, stdout, stderr } = launch(args, options);
    const code = await running.ended;
    return { code, stdout: stdout(), stderr: stderr() };
  };
  const postmaster = () =>
    Number(readFileSync(join(dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n', 1)[0]);
  const clear = async () => {
    for (const one of processes) one.signal('SIGKILL');
    await Promise.all(processes.map((one) => one.ended));
    await writeFile(configFile, '');
  };
  return {
    folder,
    dataFolder,
    port,
    configure: (yaml) => writeFile(configFile, yaml),
    start: (command, options = {}) => launch([command], options).running,
    run,
    async done(...args) {
      const { code, stdout, stderr } = await run(args);
      if (code !== 0) throw new Error(`muster ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    query: (text, values) => queryOnce({ host: join(dataFolder, 'postgres/socket') }, text, values),
    postmaster,
    clear,
    async remove() {
      await clear();
      // PostgreSQL ends by itself once its process is gone, and writes until then.
      await until(() => !isRunning(postmaster), 'the end of PostgreSQL');
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

/** One statement on a connection of its own; a bigint comes as a number. */
export async function queryOnce<Row extends pg.QueryResultRow>(
  at: {
    readonly host: string;
    readonly user?: string;
    readonly database?: string;
    readonly options?: string;
  },
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  const int8 = 20;
  const getTypeParser: typeof pg.types.getTypeParser = (oid: number) =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, 'text');
  const client = new pg.Client({
    port: 5432,
    user: 'muster',
    database: 'muster',
    ...at,
    types: { getTypeParser },
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Looks again and again until it is so, at most a minute. @param what is named when it never came */
export async function until<T>(
  find: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  what: string | (() => string),
): Promise<T> {
  const end = performance.now() + 60_000;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`Never came: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function inherited(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE, MUSTER_TEST_DATABASE, MUSTER_TEST_PGBIN } = process.env;
  const served = MUSTER_TEST_DATABASE === 'served';
  return {
    PATH,
    ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
    ...(served && { PGBIN: MUSTER_TEST_PGBIN ?? '/usr/lib/postgresql/15/bin' }),
  };
}

function startProcess(args: readonly string[], options: StartOptions) {
  const [program = process.execPath, ...first] = options.program ?? [process.execPath, 'bin/muster.js'];
  const child = spawn(program, [...first, ...args], {
    cwd: root,
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', ...(options.descriptors ?? [])],
  });
  const { pid, stdout, stderr } = child;
  if (pid === undefined || !stdout || !stderr) throw new Error(`${program} does not start.`);
  const lines: string[] = [];
  const said = { stdout: '', stderr: '' };
  for (const [name, stream] of [['stdout', stdout] as const, ['stderr', stderr] as const]) {
    stream.on('data', (chunk: Buffer) => {
      said[name] += chunk;
    });
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  }
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  const line = (pattern: RegExp) =>
    until(
      () => {
        const found = lines.find((one) => pattern.test(one));
        if (found === undefined && over) throw new Error(`It ended without ${pattern}:\n${lines.join('\n')}`);
        return found;
      },
      `${pattern} among\n${lines.join('\n')}`,
    );
  const running: MusterProcess = {
    pid,
    output: lines,
    line,
    ended,
    async begun() {
      await line(/^Muster (serves on|does the jobs)/);
      return running;
    },
    signal: (signal) => void child.kill(signal),
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
  return { running, stdout: () => said.stdout, stderr: () => said.stderr };
}

function isRunning(pidOf: () => number): boolean {
  try {
    return process.kill(pidOf(), 0);
  } catch {
    return false;
  }
}
