import { chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
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
        const { message } = await composer.sendMail(marked(letter));
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

/** Deletes the letters of a folder that concern one of these. A folder that is not there holds none. */
export async function forgetLetters(folder: string, marks: readonly string[]): Promise<void> {
  for (const name of await readdir(folder).catch(noneWhereAbsent)) {
    const path = join(folder, name);
    const head = /\.(eml|part)$/.test(name) ? await readHead(path) : '';
    const concerns = new RegExp(`^${concernsHeader}: ([^\\r\\n]*)`, 'im').exec(head)?.[1]?.split(' ') ?? [];
    if (concerns.some((mark) => marks.includes(mark))) await rm(path, { force: true });
  }
}

const concernsHeader = 'X-Muster-Concerns';

function marked(letter: OutgoingLetter): SendMailOptions {
  const { headers, ...message } = toMessage(letter);
  const concerns = letter.concerns ?? [];
  return {
    ...message,
    headers: { ...headers, ...(concerns.length > 0 && { [concernsHeader]: concerns.join(' ') }) },
  };
}

/** The headers of a letter, each on one line; they stand in its first bytes, before the first empty line. */
async function readHead(path: string): Promise<string> {
  const file = await open(path).catch(noneWhereAbsent);
  if (!('read' in file)) return '';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0);
    const [head = ''] = buffer.toString('latin1', 0, bytesRead).split(/\r?\n\r?\n/, 1);
    return head.replace(/\r?\n[ \t]+/g, ' ');
  } finally {
    await file.close();
  }
}

const headSize = 16_384;

function noneWhereAbsent(error: unknown): [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
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
