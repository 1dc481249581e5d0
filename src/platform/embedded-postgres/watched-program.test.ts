import { openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startWatched } from './watched-program.ts';

const startNode = (script: string) =>
  startWatched([process.execPath, '-e', script], {
    signal: 'INT',
    log: openSync('/dev/null', 'w'),
    cwd: '/',
    user: null,
  });

test('a program told to end before it listens to signals ends as soon as it does', async () => {
  const program = startNode(
    "process.on('SIGINT', () => process.exit(7)); setTimeout(() => process.exit(1), 10_000)",
  );
  program.end();
  // 130: the signal came when Node no longer ignored it and the script did not listen yet. Never 1, the timer's.
  expect([7, 130]).toContain(await program.ended);
});

test('the exit status of a program, and the signal that ended it, are told', async () => {
  expect(await startNode('process.exit(3)').ended).toBe(3);
  expect(await startNode("process.kill(process.pid, 'SIGKILL')").ended).toBe(128 + 9);
});
