import { expect, onTestFinished, test } from 'vitest';
import { openMailbox } from '../support/mailbox.ts';
import type { Blow } from './blows.ts';
import { openCrashRun } from './crash-run.ts';

const blows: Blow[] = ['the server', 'PostgreSQL', 'both', 'PostgreSQL', 'both', 'the server'];
const rounds = 5;
const limit = 300_000;

test(
  'thirty kills at random moments lose no acknowledged account and no letter into the folder',
  async () => {
    const run = await openCrashRun({ seed: Date.now() });
    onTestFinished(run.close);
    for (let round = 0; round < rounds; round += 1) await run.deal(blows);
    expect(await run.findFaults(), `seed ${run.seed}`).toEqual([]);
  },
  limit,
);

test(
  'thirty kills at random moments lose no acknowledged account and no letter to a mail server',
  async () => {
    const mailbox = await openMailbox();
    onTestFinished(mailbox.close);
    const run = await openCrashRun({ seed: Date.now(), mailbox });
    onTestFinished(run.close);
    for (let round = 0; round < rounds; round += 1) await run.deal(blows);
    expect(await run.findFaults(), `seed ${run.seed}`).toEqual([]);
  },
  limit,
);
