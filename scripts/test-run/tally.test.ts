import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingLine, judgeSkips } from './tally.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-tally-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'mixed.test.ts'),
    `import { beforeAll, describe, expect, test } from 'vitest';
test('passes', () => { expect(1).toBe(1); });
test('fails', () => { expect(1).toBe(2); });
test('skips itself', ({ skip }) => { skip('no browser here'); });
test.skip('skips silently', () => {});
test.skipIf(true)('skips by its name [needs a moon]', () => {});
describe('broken', () => {
  beforeAll(() => { throw new Error('no set-up'); });
  test('never runs', () => { expect(1).toBe(1); });
});`,
  );
  writeFileSync(join(folder, 'unloadable.test.ts'), `import './not-there.ts';`);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a run counts what passed, failed, never loaded and was skipped, with the reasons', () => {
  const script = `
    import { startVitest } from 'vitest/node';
    import { tallyOf } from ${JSON.stringify(join(import.meta.dirname, 'tally.ts'))};
    const vitest = await startVitest('test', [], { root: ${JSON.stringify(folder)}, config: false, run: true, watch: false, reporters: [{}] });
    const tally = tallyOf(vitest);
    await vitest.close();
    console.log(JSON.stringify(tally));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  const tally = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
  // Failed: the failing test, the suite whose set-up throws, the file that does not load.
  expect(tally).toMatchObject({ passed: 1, failed: 3 });
  expect(tally.skipped).toEqual([
    { name: 'mixed.test.ts > skips itself', reason: 'no browser here' },
    { name: 'mixed.test.ts > skips silently' },
    { name: 'mixed.test.ts > skips by its name [needs a moon]', reason: 'needs a moon' },
    { name: 'mixed.test.ts > broken > never runs', reason: 'the set-up of its suite failed' },
  ]);
});

test('a skip without a reason counts as a failure, and every skip does when all is required', () => {
  const tally = {
    passed: 4,
    failed: 0,
    skipped: [
      { name: 'a', reason: 'no nginx' },
      { name: 'b', reason: undefined },
    ],
  };
  expect(closingLine(judgeSkips(tally, false))).toBe('4 passed, 1 failed, 1 skipped');
  expect(closingLine(judgeSkips(tally, true))).toBe('4 passed, 2 failed');
});
