import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** One step of `deploy/README.md`. */
export interface Step {
  readonly heading: string;
  /** What is typed after the `#` of root's prompt, in order. */
  readonly commands: readonly string[];
}

/** The steps of the installation guide, in its order; sections without a command are left out. */
export function readSteps(): Step[] {
  const [, ...sections] = readFileSync(join(root, 'deploy/README.md'), 'utf8').split(/^## /m);
  return sections
    .map((section) => ({ heading: section.split('\n', 1)[0] ?? '', commands: commandsIn(section) }))
    .filter(({ commands }) => commands.length > 0);
}

function commandsIn(section: string): string[] {
  const blocks = section.matchAll(/^```console\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, block = '']) =>
    block
      .trimEnd()
      .split('\n')
      .map((line) => {
        if (!line.startsWith('# ')) throw new Error(`No command of root: ${line}`);
        return line.slice(2);
      }),
  );
}
