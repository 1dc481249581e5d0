import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Site } from '../modules/tenants/types.ts';
import type { OwnerTx, Scope } from '../platform/database/contract.ts';
import type { ImportTally, Records } from '../platform/record-batches.ts';
import { readRecords } from '../platform/record-files.ts';
import { asOperator, type Operator } from './operator.ts';
import { CommandFailure, hint, say, sayJson } from './output.ts';
import { openProgress } from './progress.ts';

export interface ImportOptions {
  readonly site?: string;
  readonly dryRun?: boolean;
  readonly skipBad?: boolean;
  readonly json?: boolean;
}

/** What an import works with: one transaction, the site, the rows of the file. */
export interface ImportAtHand {
  readonly operator: Operator;
  readonly tx: OwnerTx;
  readonly scope: Scope;
  readonly site: Site;
  readonly records: Records;
}

export type ImportWork = (at: ImportAtHand) => Promise<ImportTally>;

/** The flags that every import has. */
export function withImportFlags(command: Command): Command {
  return command
    .option('--site <slug>', 'the site whose tenant they join (default: the default site)')
    .option('--dry-run', 'say what would happen, change nothing')
    .option('--skip-bad', 'import the good rows also where there are bad ones')
    .option('--json', 'print JSON');
}

/**
 * Imports a file: all of it or nothing, unless bad rows may be left out. Tells each bad row with its line.
 * @param command as the audit trail names it; @param noun what the rows are
 */
export async function runImport(
  command: string,
  noun: string,
  file: string,
  options: ImportOptions,
  work: ImportWork,
): Promise<void> {
  const tally = await asOperator(command, (operator) => importFile(operator, noun, file, options, work));
  const isRefused = tally.bad > 0 && !options.skipBad;
  if (options.json)
    sayJson({ ...tally, ignored: [...tally.ignored], isImported: !options.dryRun && !isRefused });
  else tell(noun, file, tally, options);
  if (isRefused) {
    const rows = tally.bad === 1 ? '1 bad row' : `${tally.bad} bad rows`;
    throw new CommandFailure(`Nothing was imported: ${rows}. Mend them, or leave them out with --skip-bad.`);
  }
}

/** Rolls everything back and carries the tally out. */
class Undone extends Error {
  readonly tally: ImportTally;

  constructor(tally: ImportTally) {
    super('undone');
    this.tally = tally;
  }
}

async function importFile(
  operator: Operator,
  noun: string,
  file: string,
  options: ImportOptions,
  work: ImportWork,
): Promise<ImportTally> {
  const { site } = await operator.at(options.site);
  const scope = operator.scopeOf(site.tenantId, site.id);
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  const progress = openProgress(noun, size);
  try {
    return await operator.owner.transaction(async (tx) => {
      const records = readRecords(file, (bytes) => progress.show(bytes));
      const tally = await work({ operator, tx, scope, site, records });
      if (options.dryRun || (tally.bad > 0 && !options.skipBad)) throw new Undone(tally);
      return tally;
    });
  } catch (error) {
    if (error instanceof Undone) return error.tally;
    throw error;
  } finally {
    progress.end();
  }
}

function tell(noun: string, file: string, tally: ImportTally, options: ImportOptions): void {
  for (const { line, message } of tally.faults) hint(`${file}:${line}: ${message}`);
  const untold = tally.bad - tally.faults.length;
  if (untold > 0) hint(`${file}: ${untold} more bad rows.`);
  if (tally.ignored.size > 0) hint(`Columns left out: ${[...tally.ignored].join(', ')}.`);
  const changed = tally.changed > 0 ? `${tally.changed} changed, ` : '';
  const counts = `${tally.made} new, ${changed}${tally.present} here already, ${tally.bad} bad`;
  say(`${noun}: ${counts}${options.dryRun ? ' (dry run, nothing was changed)' : ''}.`);
}
