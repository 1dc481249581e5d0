import type { BadRecord, SentRecord } from './record-files.ts';
import type { JudgedRow } from './record-values.ts';

/** What an import did. Faults beyond the first hundred are counted only. */
export interface ImportTally {
  made: number;
  /** Here already, and changed to what the file says. */
  changed: number;
  /** Here already, and left as they are: an import may be repeated. */
  present: number;
  bad: number;
  readonly faults: { readonly line: number; readonly message: string }[];
  /** Columns of the file that nothing was made of. */
  readonly ignored: Set<string>;
}

export type Records = AsyncIterable<SentRecord | BadRecord>;

export interface Judged<Row> {
  readonly line: number;
  readonly row: Row;
}

/** What became of a row that was not made: a fault, or null where it was here already. */
export interface Outcome {
  readonly line: number;
  readonly fault: string | null;
  readonly isChanged?: boolean;
}

const batchSize = 1000;
const keptFaults = 100;

/**
 * Judges records one by one and writes the good ones in batches of 1000. Bad ones are told with their line and left out.
 * @param columns what the judge looks at; others are named in the tally
 * @param write writes a batch and answers what became of the rows that it did not make
 */
export async function importBatches<Row>(
  records: Records,
  columns: ReadonlySet<string>,
  judge: (record: SentRecord) => JudgedRow<Row>,
  write: (batch: readonly Judged<Row>[]) => Promise<readonly Outcome[]>,
): Promise<ImportTally> {
  const tally: ImportTally = { made: 0, changed: 0, present: 0, bad: 0, faults: [], ignored: new Set() };
  let batch: Judged<Row>[] = [];
  const flush = async () => {
    const outcomes = batch.length > 0 ? await write(batch) : [];
    tally.made += batch.length - outcomes.length;
    for (const { line, fault, isChanged } of outcomes) {
      if (fault !== null) noteFault(tally, line, fault);
      else if (isChanged) tally.changed += 1;
      else tally.present += 1;
    }
    batch = [];
  };
  for await (const record of records) {
    if ('fault' in record) {
      noteFault(tally, record.line, record.fault);
      continue;
    }
    for (const column of Object.keys(record.values)) if (!columns.has(column)) tally.ignored.add(column);
    const judged = judge(record);
    if ('fault' in judged) noteFault(tally, record.line, judged.fault);
    else batch.push({ line: record.line, row: judged.row });
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  tally.faults.sort((one, other) => one.line - other.line);
  return tally;
}

/** Answers true once for each key: of two equal rows of a file the first is made, the second was here already. */
export function claimOnce(keys: readonly string[]): (key: string) => boolean {
  const waiting = new Set(keys);
  return (key) => waiting.delete(key);
}

function noteFault(tally: ImportTally, line: number, message: string): void {
  tally.bad += 1;
  if (tally.faults.length < keptFaults) tally.faults.push({ line, message });
}
