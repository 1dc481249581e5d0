import { chmod, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type OutgoingLetter, SendFailure, type Transport } from './contract.ts';
import { toMessage } from './message.ts';

/**
 * Writes every letter as a complete message into a file `<time>-<id>.eml` of a folder only its owner may enter.
 * A file appears under its name once it is whole and on the disk, so no reader sees half of one. Time and id are the
 * letter's own: a letter written again after a crash replaces its file.
 */
export function openFolderTransport(folder: string): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  let ready: Promise<void> | undefined;
  return {
    async send(letter) {
      try {
        ready ??= makePrivate(folder);
        await ready;
        const { message } = await composer.sendMail(toMessage(letter));
        if (!Buffer.isBuffer(message)) throw new Error('The message was not composed as a whole.');
        const name = fileName(letter);
        await writeWhole(folder, name, `.${name}.${letter.attempt}.part`, message);
        return name;
      } catch (error) {
        if (error instanceof SendFailure) throw error;
        ready = undefined;
        // A full disk or a folder without access meets every letter alike.
        throw new SendFailure('outage', error instanceof Error ? error.message : String(error));
      }
    },
    close: () => Promise.resolve(),
  };
}

async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The folder may have been there before, with another mode.
  await chmod(folder, 0o700);
}

/** Without the separators of ISO 8601: a colon is no character of a file name on every system. */
function fileName(letter: OutgoingLetter): string {
  return `${letter.writtenAt.toISOString().replace(/[-:.]/g, '')}-${letter.id}.eml`;
}

/** Durable: the content before the name, the name before the answer. */
async function writeWhole(folder: string, name: string, partName: string, content: Buffer): Promise<void> {
  const part = join(folder, partName);
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, join(folder, name));
  if (process.platform === 'win32') return;
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
