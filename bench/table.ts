/** One measured figure beside the limit that was measured in the same run. */
export interface Row {
  /** As in the list of figures: `P1`. */
  readonly figure: string;
  readonly work: string;
  readonly measured: string;
  readonly limit: string;
  /** Measured over limit; null where the figure is absolute. */
  readonly ratio: number | null;
  /** What is to be reached, in words. */
  readonly target: string;
  readonly reached: boolean;
}

/** The rows as a Markdown table, readable in a terminal as well. */
export function asTable(rows: readonly Row[]): string {
  const head = ['figure', 'work', 'measured', 'limit beside it', 'ratio', 'to reach', 'reached'];
  const cells = rows.map((row) => [
    row.figure,
    row.work,
    row.measured,
    row.limit,
    row.ratio === null ? '' : row.ratio.toFixed(2),
    row.target,
    row.reached ? 'yes' : 'NO',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line)].join(
    '\n',
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
