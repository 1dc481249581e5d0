import { readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isWebStale, webFolders } from '../src/platform/web-build.ts';

/**
 * Builds the pages into `web/dist`, with a compressed twin of each file. `--if-stale`: only where they are missing or
 * older than their sources. Never fails: without the pages the APIs serve, so it says in a sentence why there are none.
 */
const root = join(import.meta.dirname, '..');
const { sources, built } = webFolders(root);

if (!process.argv.includes('--if-stale') || isWebStale(root)) await build();

async function build(): Promise<void> {
  const begun = new Date();
  const fresh = `${built}-${process.pid}`;
  try {
    // A test or a shell may have set another, and React would be built with its warnings: twice the size.
    process.env.NODE_ENV = 'production';
    const { build: buildPages } = await import('vite');
    await buildPages({
      configFile: join(sources, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
    compress(join(fresh, 'assets'));
    // What changes while it builds is newer than this.
    utimesSync(join(fresh, 'index.html'), begun, begun);
    putInPlace(fresh);
    console.log('The pages were built into web/dist.');
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.warn(`The pages were not built (${why}). The APIs serve without them; npm run build makes them.`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function compress(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg|json)$/.test(name)) continue;
    const text = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
  }
}

/** A folder cannot replace a full one in one step; between the two a running server serves what it has read. */
function putInPlace(fresh: string): void {
  const old = `${fresh}-old`;
  try {
    renameSync(built, old);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  renameSync(fresh, built);
  rmSync(old, { recursive: true, force: true });
}
