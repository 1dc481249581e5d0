import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresBinaries } from './binaries.ts';
import { databaseName, ensureCluster, superuser } from './cluster.ts';
import {
  type OwnerLock,
  openOwnerLock,
  readOwnerNote,
  removeOwnerNote,
  writeOwnerNote,
} from './owner-lock.ts';
import { makeSocketFolder, type Place, preparePlace, socketPort } from './place.ts';
import { EmbeddedPostgresProblem } from './problem.ts';
import { keepRunning, type Upkeep } from './upkeep.ts';

export interface EmbeddedPostgresOptions {
  /** MUSTER_DATA; made when it does not exist. */
  readonly dataFolder: string;
  /** PGBIN: a folder with PostgreSQL programs to use instead of those from npm. */
  readonly binFolder?: string | undefined;
  /** Name or number of the user PostgreSQL runs as when this process is root. */
  readonly runAs?: string | undefined;
  /** More PostgreSQL settings; a test that only measures speed may give `fsync: 'off'`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log: (sentence: string) => void;
}

export interface EmbeddedPostgres {
  /** Stays the same when another process takes PostgreSQL over. */
  readonly connection: { host: string; port: number; user: string; database: string };
  /** `joined`: another Muster process of this data folder runs it. Becomes `started` when that process has ended. */
  readonly ownership: 'started' | 'joined';
  /** Folder of the cluster, its log and its lock. */
  readonly place: string;
  /** Told in a sentence of every unexpected end; the supervisor has it running again by itself. */
  onExit(listener: (sentence: string) => void): void;
  /** Shuts PostgreSQL down (fast) where this process runs it; leaves it alone where it joined. */
  stop(): Promise<void>;
}

/**
 * Brings up the PostgreSQL of a data folder on a private unix socket, or joins the one that another Muster process of
 * the folder runs (`database.md` §11). PostgreSQL ends with the process that runs it, however that ends; a process that
 * joined then starts it again within moments, under the same connection.
 * Refuses with an `EmbeddedPostgresProblem`, whose message is meant to be read by a person.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = await preparePlace(options.dataFolder, options.runAs);
  const lock = await openOwnerLock(place.folder);
  const listeners = new Set<(sentence: string) => void>();
  const tell = (sentence: string) => {
    options.log(sentence);
    for (const listener of listeners) listener(sentence);
  };
  try {
    const { socketFolder, upkeep } = await startOrJoin({ options, place, lock, tell });
    const takeover = upkeep === null ? awaitTakeover({ options, place, lock, tell }, socketFolder) : null;
    return {
      connection: connectionBy(socketFolder),
      get ownership() {
        return upkeep !== null || takeover?.upkeep() ? 'started' : 'joined';
      },
      place: place.folder,
      onExit: (listener) => void listeners.add(listener),
      async stop() {
        await takeover?.cancel();
        const owned = upkeep ?? takeover?.upkeep() ?? null;
        if (owned !== null) await giveUp(owned, place);
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

interface Circumstances {
  readonly options: EmbeddedPostgresOptions;
  readonly place: Place;
  readonly lock: OwnerLock;
  readonly tell: (sentence: string) => void;
}

interface Start {
  readonly socketFolder: string;
  /** Null: joined. */
  readonly upkeep: Upkeep | null;
}

/** How long a joining process waits for a PostgreSQL that another one is still making or recovering. */
const joinSeconds = 120;

async function startOrJoin(circumstances: Circumstances): Promise<Start> {
  const { place, lock, options } = circumstances;
  const end = performance.now() + joinSeconds * 1000;
  for (;;) {
    if (lock.tryAcquire()) return own(circumstances);
    const note = await readOwnerNote(place.folder);
    if (note !== null && (await answers(note.socketFolder))) {
      options.log(`Joining the PostgreSQL that Muster's process ${note.pid} runs for ${place.dataFolder}.`);
      return { socketFolder: note.socketFolder, upkeep: null };
    }
    if (performance.now() > end) throw silentOwner(place, note?.pid);
    await delay(20);
  }
}

/** The holder of the lock makes the cluster, reclaims it and runs it. */
async function own(circumstances: Circumstances, preferredSocketFolder?: string): Promise<Start> {
  const { options, place, tell } = circumstances;
  await removeOwnerNote(place.folder);
  const { binFolder } = options;
  const binaries = await findPostgresBinaries({ binFolder, user: place.user, copyTo: place.folder });
  await ensureCluster(place, binaries, options.log);
  const socketFolder = await makeSocketFolder(place, preferredSocketFolder);
  const settings = options.settings ?? {};
  const { log } = options;
  const upkeep = await keepRunning({ place, binaries, socketFolder, port: socketPort, settings, log, tell });
  try {
    await writeOwnerNote(place.folder, { pid: process.pid, socketFolder });
  } catch (error) {
    await upkeep.stop();
    throw error;
  }
  log(`PostgreSQL ${binaries.version} runs in ${place.folder}${place.user ? ` as ${place.user.name}` : ''}.`);
  return { socketFolder, upkeep };
}

async function giveUp(upkeep: Upkeep, place: Place): Promise<void> {
  await upkeep.stop();
  await removeOwnerNote(place.folder);
}

/** Asking the kernel for the lock costs 20 µs; the wait is what a joined process loses when the owner ends. */
const takeoverPause = 100;
const failedTakeoverPause = 5000;

interface Takeover {
  /** Null as long as the owner lives. */
  upkeep(): Upkeep | null;
  /** Waits for no owner any more; a takeover under way is finished first. */
  cancel(): Promise<void>;
}

function awaitTakeover(circumstances: Circumstances, socketFolder: string): Takeover {
  const { lock, place, tell } = circumstances;
  const cancelled = new AbortController();
  const { signal } = cancelled;
  let upkeep: Upkeep | null = null;
  const waiting = (async () => {
    for (let pause = takeoverPause; upkeep === null && !signal.aborted; ) {
      await delay(pause, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted || !lock.tryAcquire()) continue;
      tell(`The process that ran PostgreSQL for ${place.dataFolder} has ended: this one runs it now.`);
      try {
        upkeep = (await own(circumstances, socketFolder)).upkeep;
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error));
        lock.release();
        pause = failedTakeoverPause;
      }
    }
  })();
  return {
    upkeep: () => upkeep,
    async cancel() {
      cancelled.abort();
      await waiting;
    },
  };
}

function connectionBy(socketFolder: string): EmbeddedPostgres['connection'] {
  return { host: socketFolder, port: socketPort, user: superuser, database: databaseName };
}

async function answers(socketFolder: string): Promise<boolean> {
  const client = new pg.Client({ ...connectionBy(socketFolder), connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function silentOwner(place: Place, pid: number | undefined): Error {
  return new EmbeddedPostgresProblem(
    `Another Muster process${pid === undefined ? '' : ` (${pid})`} runs the PostgreSQL of ${place.dataFolder}, ` +
      `but it has not answered for ${joinSeconds} s: see ${place.log}, or end that process.`,
  );
}
