import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { readDelimitedRows } from './delimited-text.ts';

/** One row of a file, its columns by their folded names. */
export interface SentRecord {
  /** Where the row begins, counted from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A row that is no row: it is told, and reading goes on behind it. */
export interface BadRecord {
  readonly line: number;
  readonly fault: string;
}

/** A file that cannot be read as records, in a sentence. */
export class RecordFileError extends Error {
  override readonly name = 'RecordFileError';
}

/**
 * Reads a file of records, never holding more than a piece of it: JSON lines (an object a line) or CSV with a line of
 * headings, separated by comma, semicolon or tab. Told apart by the ending (`.jsonl`, `.ndjson`, `.json`, `.csv`,
 * `.tsv`), else by the first character. Empty cells, `NULL` and `\N`, which databases write, count as absent.
 * @param onProgress told the bytes read so far
 */
export async function* readRecords(
  path: string,
  onProgress: (bytes: number) => void = () => undefined,
): AsyncGenerator<SentRecord | BadRecord> {
  const start = await readStart(path);
  const text = decode(path, onProgress);
  if (isJsonLines(path, start)) yield* readJsonLines(Readable.from(text));
  else yield* readCsv(text, path);
}

/** `E-Mail Address` → `e_mail_address`: as columns are named in code. */
export function foldColumn(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

const startSize = 64 * 1024;

async function readStart(path: string): Promise<string> {
  const file = await open(path).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new RecordFileError(`${path} cannot be read: ${why}.`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startSize), 0, startSize, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new RecordFileError(`${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  } finally {
    await file.close();
  }
}

function isJsonLines(path: string, start: string): boolean {
  if (/\.(jsonl|ndjson|json)$/i.test(path)) return true;
  return !/\.(csv|tsv)$/i.test(path) && start.trimStart().startsWith('{');
}

async function* decode(path: string, onProgress: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      yield decoder.decode(chunk, { stream: true });
      onProgress(bytes);
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError)
      throw new RecordFileError(`${path} is not UTF-8: save it in that encoding.`);
    throw error;
  }
}

async function* readJsonLines(text: Readable): AsyncGenerator<SentRecord | BadRecord> {
  let line = 0;
  for await (const written of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (written.trim() === '') continue;
    const values = parseObject(written);
    yield values ? { line, values: fold(values) } : { line, fault: 'not a JSON object in one line' };
  }
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

async function* readCsv(text: AsyncIterable<string>, path: string): AsyncGenerator<SentRecord | BadRecord> {
  let headings: string[] | null = null;
  for await (const row of readDelimitedRows(text)) {
    if ('code' in row)
      throw new RecordFileError(`${path} is no CSV: line ${row.line}, cell ${row.column}: ${row.fault}`);
    const { line, cells } = row;
    if (!headings) headings = requireHeadings(cells, path);
    else if (cells.length !== headings.length)
      yield { line, fault: `${cells.length} cells, but the headings are ${headings.length}` };
    else {
      const named = headings;
      yield { line, values: fold(Object.fromEntries(cells.map((cell, at) => [named[at], cell]))) };
    }
  }
}

function requireHeadings(record: readonly string[], path: string): string[] {
  const headings = record.map(foldColumn);
  const twice = headings.find((heading, at) => headings.indexOf(heading) !== at);
  if (twice !== undefined) throw new RecordFileError(`${path} has two columns "${twice}".`);
  return headings;
}

function fold(values: object): Record<string, unknown> {
  const folded: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(values)) {
    if (value === null || value === '' || value === 'NULL' || value === '\\N') continue;
    folded[foldColumn(column)] = value;
  }
  return folded;
}
