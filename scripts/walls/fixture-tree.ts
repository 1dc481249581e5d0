import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Checked {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Writes a small tree to a temporary folder, runs one of the check scripts on it and removes it.
 * @param script file name below `scripts/`
 * @param files text by path, relative to the tree
 */
export function checkTree(script: string, files: Readonly<Record<string, string>>): Checked {
  const root = mkdtempSync(join(tmpdir(), 'muster-tree-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const path = join(import.meta.dirname, '..', script);
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, root], { encoding: 'utf8' });
    return { code: status, output: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}
