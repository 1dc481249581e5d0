import { closeSync, constants, fchownSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.ts';
import type { Place } from './place.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { send } from './reclaim.ts';
import { startWatched, type WatchedProgram } from './watched-program.ts';

export interface Postmaster {
  /** Settles when PostgreSQL has ended, for whatever reason: its exit status. */
  readonly ended: Promise<number>;
  /** Shuts down in PostgreSQL's fast way: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  readonly place: Place;
  readonly binaries: PostgresBinaries;
  readonly socketFolder: string;
  readonly port: number;
  /** Settings beside those chosen here. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (sentence: string) => void;
  /** Ends a start that is still under way. */
  readonly signal: AbortSignal;
}

/** PostgreSQL ended before it took connections; `said` is the end of its log. */
export class StartFailure extends Error {
  readonly said: string;

  constructor(said: string) {
    super(`PostgreSQL does not start: ${said}`);
    this.name = 'StartFailure';
    this.said = said;
  }
}

/** Starts PostgreSQL in a reclaimed cluster and waits until it takes connections, however long recovery needs. */
export async function launchPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { place } = options;
  const output = openLog(place);
  const begin = fstatSync(output).size;
  const program = startWatched([join(options.binaries.folder, 'postgres'), ...flags(options)], {
    signal: 'INT',
    log: output,
    cwd: place.folder,
    user: place.user,
  });
  closeSync(output);
  await readiness(options, program, begin);
  program.unref();
  return { ended: program.ended, stop: () => stop(program, place.cluster) };
}

async function readiness(options: PostmasterOptions, program: WatchedProgram, begin: number): Promise<void> {
  const { place, signal, log } = options;
  let running = true;
  const ended = program.ended.finally(() => {
    running = false;
  });
  ended.catch(() => {});
  const patience = setTimeout(() => log('PostgreSQL is still recovering what its last run left.'), 10_000);
  try {
    while (running && !signal.aborted && !(await isReady(place.cluster)))
      await Promise.race([delay(5), ended]);
    if (signal.aborted) program.end();
    if (signal.aborted) await ended;
    if (!running) throw new StartFailure(await endOfLog(place.log, begin));
  } finally {
    clearTimeout(patience);
  }
}

async function isReady(cluster: string): Promise<boolean> {
  return (await readPostmasterFile(cluster))?.ready === true;
}

/** A fast shutdown has no limit of its own; past a minute the immediate one leaves the rest to recovery. */
const fastSeconds = 60;

async function stop(program: WatchedProgram, cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  const timer = setTimeout(() => file !== null && send(file.pid, 'SIGQUIT'), fastSeconds * 1000);
  program.end();
  await program.ended;
  clearTimeout(timer);
}

/**
 * Settings of a server only one program uses. Errors are the application's to log: PostgreSQL's own lines would hold
 * the values of the row (`log_error_verbosity`) and one line for every name already taken (`log_min_messages`).
 */
function flags({ place, socketFolder, port, settings }: PostmasterOptions): string[] {
  const chosen = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(port),
    max_connections: '100',
    shared_buffers: '128MB',
    // Otherwise every kill -9 leaves a segment of 1 MB in /dev/shm.
    dynamic_shared_memory_type: 'mmap',
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  return [
    '-D',
    place.cluster,
    ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

const longestLog = 10 * 1024 * 1024;

/** Opened here and handed over, so that PostgreSQL's user needs no right in the folder; never through a link. */
function openLog(place: Place): number {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const log = openSync(place.log, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  if (place.user !== null) fchownSync(log, place.user.uid, place.user.gid);
  if (fstatSync(log).size > longestLog) ftruncateSync(log, 0);
  return log;
}

async function endOfLog(path: string, begin: number): Promise<string> {
  const log = await open(path);
  try {
    const { size } = await log.stat();
    const from = Math.max(begin, size - 4000);
    const { buffer, bytesRead } = await log.read(Buffer.alloc(4000), 0, 4000, from);
    const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n');
    return lines.slice(-4).join(' ') || 'it said nothing';
  } finally {
    await log.close();
  }
}
