import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Where LibreOffice is; undefined: not on this machine. */
export function findLibreoffice(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'libreoffice'))
    .find((path) => existsSync(path));
}

/** What LibreOffice shows of each sheet of a workbook, as CSV with semicolons: formulas by their results. Takes seconds. */
export async function openInLibreoffice(program: string, workbook: Buffer): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-workbook-'));
  try {
    const file = join(folder, 'book.xlsx');
    await writeFile(file, workbook);
    // Semicolon, UTF-8, cells as they show; the last number: every sheet is a file.
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1';
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, file];
    await promisify(execFile)(program, args, { timeout: 90_000 });
    const sheets = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
    return new Map(
      await Promise.all(
        sheets.map(async (name): Promise<[string, string]> => {
          return [name.slice('book-'.length, -'.csv'.length), await readFile(join(folder, name), 'utf8')];
        }),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
