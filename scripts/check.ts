import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { performance } from 'node:perf_hooks';

/**
 * `npm run check`: everything that must hold before a change is merged. One line per step with its seconds; the
 * output of a failing step in full. Leaves 1 when a step failed.
 * `npm run check -- --quick` leaves the tests out.
 */
interface Step {
  readonly name: string;
  /** The command and its arguments; programs come from node_modules/.bin. */
  readonly command: readonly [string, ...string[]];
}

interface Outcome {
  readonly code: number;
  readonly output: string;
}

const root = join(import.meta.dirname, '..');
const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;

const cheap: readonly Step[] = [
  { name: 'format, lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'walls', command: [process.execPath, 'scripts/check-walls.ts'] },
  { name: 'vocabulary', command: [process.execPath, 'scripts/check-vocabulary.ts'] },
  ...['tsconfig.json', 'web/tsconfig.json']
    .filter((config) => existsSync(join(root, config)))
    .map((config): Step => ({ name: `types (${config})`, command: ['tsc', '--noEmit', '-p', config] })),
  { name: 'unused code', command: ['knip', '--no-progress', '--no-config-hints'] },
  { name: 'schema dump', command: [process.execPath, 'scripts/dump-schema.ts', '--check'] },
  { name: 'client of the pages', command: [process.execPath, 'scripts/generate-client.ts', '--check'] },
];
const tests: Step = { name: 'tests', command: [process.execPath, 'scripts/run-tests.ts'] };

// Two at a time: each of these keeps a core busy, more would only take turns.
const queue = [...cheap];
const failed: string[] = [];
await Promise.all([drain(), drain()]);
if (!process.argv.includes('--quick')) await runStep(tests);

console.log(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function drain(): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) await runStep(step);
}

async function runStep(step: Step): Promise<void> {
  const start = performance.now();
  const { code, output } = await run(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const closing = step === tests ? `  ${output.trimEnd().split('\n').at(-1)}` : '';
  console.log(`${code === 0 ? '✓' : '✗'} ${step.name.padEnd(24)} ${seconds.padStart(6)} s${closing}`);
  if (code === 0) return;
  failed.push(step.name);
  console.log(`${output.trimEnd()}\n`);
}

function run({ command: [program, ...args] }: Step): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: path, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
