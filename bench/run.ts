import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measurePointRead } from './p1-point-read.ts';
import { measureChoices } from './p2-choices.ts';
import { measureLogins } from './p3-logins.ts';
import { measureAnalytics } from './p4-analytics.ts';
import { measureBulk } from './p5-bulk.ts';
import { measureFiles } from './p6-files.ts';
import { measureStart } from './p7-start.ts';
import { measureScale } from './p8-scale.ts';
import { measureFeeds } from './p9-feeds.ts';
import { asTable, type Row } from './table.ts';

/**
 * `npm run bench [-- p1 p3 …] [--seconds N]`: measures each figure beside its limit on this machine and prints one
 * table; all figures together are written to `bench/results/`. Ratios count, not seconds: machines differ.
 */
const figures: Readonly<Record<string, (seconds: number) => Promise<Row[]>>> = {
  p1: measurePointRead,
  p2: measureChoices,
  p3: measureLogins,
  p4: measureAnalytics,
  p5: measureBulk,
  p6: measureFiles,
  p7: measureStart,
  p8: measureScale,
  p9: measureFeeds,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '5' } },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(figures);
const rows: Row[] = [];
for (const name of chosen) {
  const measure = figures[name.toLowerCase()];
  if (!measure) {
    console.error(`There is no figure "${name}"; known: ${Object.keys(figures).join(', ')}.`);
    process.exit(2);
  }
  console.error(`measuring ${name} …`);
  rows.push(...(await measure(Number(values.seconds))));
}
const table = asTable(rows);
console.log(table);
if (positionals.length === 0) {
  const folder = join(import.meta.dirname, 'results');
  const day = new Date().toISOString().slice(0, 10);
  await mkdir(folder, { recursive: true });
  const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  await writeFile(join(folder, `${day}.md`), `# ${day}\n\n${machine}\n\n${table}\n`);
}
