import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyBinaries, hydrate, locatePackage } from './npm-binaries.ts';
import { askForDatabaseUrl, EmbeddedPostgresProblem } from './problem.ts';
import { canEnter, programEnvironment, type RunUser, spawnIds } from './run-user.ts';

const run = promisify(execFile);
const oldestMajor = 15;

export interface PostgresBinaries {
  /** Folder that holds `postgres` and `initdb`. */
  readonly folder: string;
  /** `18.4` */
  readonly version: string;
  /** `18` */
  readonly major: number;
}

export interface BinariesOptions {
  /** Folder of other binaries (PGBIN), such as Debian's `/usr/lib/postgresql/15/bin`; without it those from npm. */
  readonly binFolder?: string | undefined;
  /** The user who must be able to run them; null: this process's own. */
  readonly user?: RunUser | null;
  /** Where the npm binaries are copied to when that user cannot reach them; without it they are used where they are. */
  readonly copyTo?: string;
}

/**
 * Finds PostgreSQL programs that run on this machine as the given user, mending or copying those from npm where needed
 * (`database.md` §1 "B in detail"). Refuses with a sentence when there are none.
 */
export async function findPostgresBinaries(options: BinariesOptions = {}): Promise<PostgresBinaries> {
  const user = options.user ?? null;
  if (options.binFolder !== undefined) return findOverride(options.binFolder, user);
  const native = locatePackage();
  const folder = join(native, 'bin');
  const linked = await hydrate(native);
  if (options.copyTo === undefined || (linked && (await canEnter(folder, user)))) {
    return { folder, ...(await versionOf(folder, user, explainPackage)) };
  }
  const copy = join(await copyBinaries(native, options.copyTo), 'bin');
  return { folder: copy, ...(await versionOf(copy, user, explainPackage)) };
}

async function findOverride(folder: string, user: RunUser | null): Promise<PostgresBinaries> {
  const found = { folder, ...(await versionOf(folder, user, explainOverride)) };
  if (found.major >= oldestMajor) return found;
  throw new EmbeddedPostgresProblem(
    `PGBIN names ${folder}, which holds PostgreSQL ${found.version}: Muster needs ${oldestMajor} or newer.`,
  );
}

async function ask(program: string, user: RunUser | null): Promise<string> {
  const options = { env: programEnvironment, cwd: '/', ...spawnIds(user) };
  return (await run(program, ['--version'], options)).stdout;
}

async function versionOf(
  folder: string,
  user: RunUser | null,
  explain: (folder: string, error: unknown) => Promise<Error>,
): Promise<{ version: string; major: number }> {
  try {
    const version = /\d+(\.\d+)*/.exec(await ask(join(folder, 'postgres'), user))?.[0] ?? '';
    return { version, major: Number.parseInt(version, 10) };
  } catch (error) {
    throw await explain(folder, error);
  }
}

async function explainOverride(folder: string, error: unknown): Promise<Error> {
  return new EmbeddedPostgresProblem(
    `PGBIN names ${folder}, but its "postgres" does not run: ${firstLine(error)}.`,
    error,
  );
}

async function explainPackage(folder: string, error: unknown): Promise<Error> {
  const present = await access(join(folder, 'postgres'), constants.X_OK).then(
    () => true,
    () => false,
  );
  // The kernel says "no such file" of a program whose loader is missing: binaries for glibc on Alpine's musl.
  if (present && isMissing(error)) {
    return askForDatabaseUrl('The embedded PostgreSQL needs glibc, which this system (Alpine?) lacks', error);
  }
  return askForDatabaseUrl(`The embedded PostgreSQL does not run here (${firstLine(error)})`, error);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function firstLine(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const text = said.trim() === '' && error instanceof Error ? error.message : said;
  return text.trim().split('\n', 1)[0]?.replace(/\.$/, '') ?? '';
}
