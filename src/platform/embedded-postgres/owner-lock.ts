import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresProblem } from './problem.ts';

/** What the owner of a cluster tells those who join it. */
export interface OwnerNote {
  readonly pid: number;
  readonly socketFolder: string;
}

export interface OwnerLock {
  /** Takes the lock if no process holds it. */
  tryAcquire(): boolean;
  release(): void;
  /** Closes the file; the lock goes with it. */
  close(): void;
}

/**
 * The one lock of a cluster: its holder alone makes, starts and reclaims PostgreSQL there. It is the kernel's file lock,
 * taken through SQLite since Node has no call for it: it ends with its process, however that ends, so there is no stale
 * lock to judge and two starts at once cannot both win. A file of pids would fail where pids are reused, and between
 * two containers on one volume, whose pids mean nothing to each other.
 * Nothing else in this process may open the file: closing any handle on it gives the kernel's lock away.
 */
export async function openOwnerLock(folder: string): Promise<OwnerLock> {
  const file = join(folder, 'owner.lock');
  await shareWithFolderOwner(folder, file);
  const holder = openHolder(folder, file);
  let held = false;
  return {
    tryAcquire() {
      held ||= tryBegin(holder, folder);
      return held;
    },
    release() {
      if (held) holder.exec('rollback');
      held = false;
    },
    close() {
      if (holder.isOpen) holder.close();
      held = false;
    },
  };
}

/** Written when PostgreSQL answers, under another name first: no reader sees half of it. */
export async function writeOwnerNote(folder: string, note: OwnerNote): Promise<void> {
  const making = join(folder, 'owner.json.new');
  await rm(making, { force: true });
  await writeFile(making, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
  await copyOwner(folder, making);
  await rename(making, join(folder, 'owner.json'));
}

export async function removeOwnerNote(folder: string): Promise<void> {
  await rm(join(folder, 'owner.json'), { force: true });
}

/** Null when no process says that it runs PostgreSQL here. The note may outlive its writer: try what it says. */
export async function readOwnerNote(folder: string): Promise<OwnerNote | null> {
  try {
    const note: unknown = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8'));
    return isOwnerNote(note) ? note : null;
  } catch {
    return null;
  }
}

function isOwnerNote(note: unknown): note is OwnerNote {
  if (typeof note !== 'object' || note === null || !('pid' in note) || !('socketFolder' in note))
    return false;
  return typeof note.pid === 'number' && typeof note.socketFolder === 'string';
}

/** A command run once by root must not leave a lock that the folder's own user cannot open. */
async function shareWithFolderOwner(folder: string, file: string): Promise<void> {
  try {
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
    await copyOwner(folder, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw notOurs(folder, error);
  }
}

async function copyOwner(folder: string, file: string): Promise<void> {
  const owner = await stat(folder);
  if (process.getuid?.() === 0) await chown(file, owner.uid, owner.gid);
}

function openHolder(folder: string, file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw notOurs(folder, error);
  }
}

const sqliteBusy = 5;

function tryBegin(holder: DatabaseSync, folder: string): boolean {
  try {
    // In memory: the lock file never holds anything, so a journal beside it would only be left behind by a kill.
    holder.exec('pragma journal_mode = memory; begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return false;
    throw notOurs(folder, error);
  }
}

function notOurs(folder: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmbeddedPostgresProblem(
    `PostgreSQL's folder ${folder} cannot be used (${reason}): run Muster as the user the folder belongs to.`,
    cause,
  );
}
