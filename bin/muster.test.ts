import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const program = `
  const [command] = process.argv.slice(2);
  if (command === 'leave') process.exit(7);
  const waiting = setInterval(() => {}, 1000);
  process.on('SIGTERM', () => { console.log('drained'); clearInterval(waiting); process.exitCode = 5; });
  const version: string = process.versions.node;
  console.log(version);
`;
let clone: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'muster-bin-'));
  for (const folder of ['bin', 'src']) mkdirSync(join(clone, folder));
  writeFileSync(join(clone, 'package.json'), '{"type":"module"}');
  writeFileSync(join(clone, 'src/main.ts'), program);
  cpSync(join(root, 'bin/muster.js'), join(clone, 'bin/muster.js'));
});

afterAll(() => rmSync(clone, { recursive: true }));

test('an older Node hands over to the pinned one, with its exit code and its signals', async (context) => {
  const older = findOlderNode(context);
  installPinned(true);
  expect(spawnSync(older, ['bin/muster.js', 'leave'], { cwd: clone }).status).toBe(7);

  const child = spawn(older, ['bin/muster.js'], { cwd: clone, stdio: ['ignore', 'pipe', 'inherit'] });
  expect(Number.parseInt(await nextOutput(child), 10)).toBeGreaterThanOrEqual(24);
  child.kill('SIGTERM');
  expect(await nextOutput(child)).toBe('drained\n');
  const [code] = await once(child, 'exit');
  expect(code).toBe(5);
});

test('a server under npm start drains when npm is stopped, although the shell between them tells it nothing', async () => {
  const environment = { ...process.env, npm_lifecycle_event: 'start' };
  const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" bin/muster.js; true`], {
    cwd: clone,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await nextOutput(shell);
  shell.kill('SIGKILL');
  expect(await nextOutput(shell)).toBe('drained\n');
});

test('an older Node without a pinned one says what is missing in one sentence', (context) => {
  const older = findOlderNode(context);
  installPinned(false);
  const { status, stderr } = spawnSync(older, ['bin/muster.js'], { cwd: clone, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^muster: this is Node \d+.*run "npm ci" in the folder of Muster, or install Node 24\.\n$/,
  );
});

test('a Node that is new enough runs Muster itself', () => {
  installPinned(false);
  const { status } = spawnSync(process.execPath, ['bin/muster.js', 'leave'], { cwd: clone });
  expect(status).toBe(7);
});

function findOlderNode({ skip }: TestContext): string {
  const older = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((node) => existsSync(node) && isOlder(node));
  return older ?? skip('no Node of version 18 to 23 on the PATH');
}

function isOlder(node: string): boolean {
  const major = Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout)?.[1]);
  return major >= 18 && major < 24;
}

function installPinned(installed: boolean): void {
  rmSync(join(clone, 'node_modules'), { force: true });
  if (installed) symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
}

async function nextOutput(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the child has no output');
  const [chunk] = await once(child.stdout, 'data');
  return String(chunk);
}
