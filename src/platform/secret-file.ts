import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Random, randomHex } from './random.ts';

/**
 * The installation's secret: the one given, else the one in the data folder, made at the first start (0600).
 * Two first starts at once agree: the file is created exclusively, and the loser reads the winner's.
 */
export async function readSecret(given: string | null, dataFolder: string, random: Random): Promise<string> {
  if (given !== null) return given;
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, 'secret');
  const present = await readWhole(path);
  if (present !== null) return present;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${randomHex(random, 32)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const made = await readWhole(path);
  if (made === null)
    throw new Error(`The secret file ${path} is empty. Put the secret back, or remove the file.`);
  return made;
}

async function readWhole(path: string): Promise<string | null> {
  // The loser of two first starts may look between the winner's creating and writing.
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    if (text.endsWith('\n') || text.trim().length >= 32) return text.trim();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return null;
}
