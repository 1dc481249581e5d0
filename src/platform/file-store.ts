import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files that people sent, by tenant and id. */
export interface FileStore {
  write(tenantId: number, id: string, bytes: Buffer): Promise<void>;
  /** Null: there is none. */
  read(tenantId: number, id: string): Promise<Buffer | null>;
  /** Does nothing where there is none. */
  remove(tenantId: number, id: string): Promise<void>;
  /** Bytes of the disk on which they lie: free for us, and in all. */
  space(): Promise<{ readonly free: number; readonly total: number }>;
  /** Every file written before a moment. */
  list(before: Date): AsyncGenerator<{ readonly tenantId: number; readonly id: string }>;
}

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps files in a folder, one a tenant below it; it is made when the first file comes. Ids are UUIDs, nothing else. */
export function openFileStore(folder: string): FileStore {
  const placeOf = (tenantId: number, id: string) => {
    if (!Number.isSafeInteger(tenantId) || !idForm.test(id)) throw new Error(`"${id}" names no file.`);
    return { home: join(folder, String(tenantId)), path: join(folder, String(tenantId), id) };
  };
  return {
    async write(tenantId, id, bytes) {
      const { home, path } = placeOf(tenantId, id);
      await mkdir(home, { recursive: true, mode: 0o700 });
      // Whole or not at all: a reader never sees half a file.
      await writeFile(`${path}.part`, bytes, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    async read(tenantId, id) {
      return readFile(placeOf(tenantId, id).path).catch(noneWhereAbsent);
    },
    async remove(tenantId, id) {
      await rm(placeOf(tenantId, id).path, { force: true });
    },
    async space() {
      const { bavail, blocks, bsize } = await statfs(await nearest(folder));
      return { free: bavail * bsize, total: blocks * bsize };
    },
    async *list(before) {
      for (const tenant of (await readdir(folder).catch(noneWhereAbsent)) ?? []) {
        if (!/^\d+$/.test(tenant)) continue;
        for (const name of (await readdir(join(folder, tenant)).catch(noneWhereAbsent)) ?? []) {
          const found = await stat(join(folder, tenant, name)).catch(noneWhereAbsent);
          if (found && found.mtime < before && idForm.test(name))
            yield { tenantId: Number(tenant), id: name };
        }
      }
    },
  };
}

/** The folder itself, or the one above it that is there: it is made when the first file comes. */
async function nearest(folder: string): Promise<string> {
  const found = await stat(folder).catch(noneWhereAbsent);
  return found || folder === dirname(folder) ? folder : nearest(dirname(folder));
}

function noneWhereAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return null;
  throw error;
}
