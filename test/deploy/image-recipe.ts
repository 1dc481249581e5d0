import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { root } from './installation-guide.ts';

/** A line of a Dockerfile: `{ word: 'COPY', rest: 'bin ./bin' }`. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The stages of `deploy/Dockerfile` in order, each from its `FROM` on. */
export function readStages(): Instruction[][] {
  const text = readFileSync(join(root, 'deploy/Dockerfile'), 'utf8');
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === '') throw new Error(`No instruction: ${line}`);
    if (word === 'FROM') stages.push([]);
    stages.at(-1)?.push({ word, rest });
  }
  return stages;
}

/** What is copied from the clone: sources and the place in the image, relative to `WORKDIR`. */
export function copiesOf(stage: readonly Instruction[]): { from: string; to: string }[] {
  return stage
    .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from='))
    .flatMap(({ rest }) => {
      const words = rest.split(' ');
      const to = words.at(-1) ?? '';
      return words.slice(0, -1).map((from) => ({ from, to: to === './' ? from : to }));
    });
}

/** The variables that `ENV` sets, without `PATH`. */
export function environmentOf(stage: readonly Instruction[]): Record<string, string> {
  const pairs = stage.filter(({ word }) => word === 'ENV').flatMap(({ rest }) => rest.split(/\s+/));
  const variables = pairs.map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')];
  });
  return Object.fromEntries(variables.filter(([name]) => name !== 'PATH'));
}

/** Copies as a build would: what `.dockerignore` keeps from the builder cannot arrive. */
export function copyIntoImage(stage: readonly Instruction[], folder: string): void {
  const reaches = readIgnored();
  for (const { from, to } of copiesOf(stage)) {
    if (!existsSync(join(root, from)) || !reaches(from)) throw new Error(`COPY ${from}: not in the context`);
    cpSync(join(root, from), join(folder, to), {
      recursive: true,
      filter: (source) => reaches(source.slice(root.length).replace(/^\//, '')),
    });
  }
}

/** As Docker reads `.dockerignore`: the last pattern that fits decides, and one that names a folder fits all in it. */
function readIgnored(): (path: string) => boolean {
  const patterns = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (path) => {
    const fitting = patterns.filter((pattern) => {
      const plain = pattern.replace(/^!/, '');
      return matchesGlob(path, plain) || matchesGlob(path, `${plain}/**`);
    });
    return fitting.at(-1)?.startsWith('!') ?? true;
  };
}
