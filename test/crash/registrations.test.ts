import { expect, onTestFinished, test, vi } from 'vitest';
import { openMailbox } from '../support/mailbox.ts';
import { openCrashRun } from './crash-run.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Quality R2 in its short form: one blow of each kind. `registrations.long.test.ts` deals many. */
test('after kill -9 of the server, of PostgreSQL and of both every acknowledged account is there whole, and its letter is a file', async () => {
  const run = await openCrashRun();
  onTestFinished(run.close);
  await run.deal(['the server', 'PostgreSQL', 'both']);
  expect(await run.findFaults()).toEqual([]);

  // The proof is worth something only if it finds what is missing.
  await run.place.query(`delete from activity where verb = 'registered' and object_id = '20'`);
  await run.place.query('delete from letters where account_id = (select max(account_id) from letters)');
  const faults = (await run.findFaults()).join(' ');
  expect(faults).toContain('has 0 rows in the activity log.');
  expect(faults).toContain('has 1 links and 0 letters.');
});

test('the same with a mail server: every letter arrives at least once, under one Message-ID', async () => {
  const mailbox = await openMailbox();
  onTestFinished(mailbox.close);
  const run = await openCrashRun({ mailbox });
  onTestFinished(run.close);
  await run.deal(['both', 'PostgreSQL', 'the server']);
  expect(await run.findFaults()).toEqual([]);
});
