import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '../../src/modules/learning/enrolments.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { course } from '../support/learning.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

/**
 * Somebody registers just before an order that names their address commits: at the worst moment, when neither sees the
 * other's rows. Tells whether they are left waiting though they have an account.
 */
async function isLeftWaiting(username: string): Promise<boolean> {
  const taught = await course(alpha);
  let registered = false;
  let registration: Promise<void> = Promise.resolve();
  await alpha.context.transaction(async (tx) => {
    await carryOut(tx, alpha.site, {
      action: 'enroll',
      identifiers: [`${username}@example.com`],
      courses: [taught],
      autoEnroll: true,
      notify: false,
      reason: '',
      force: false,
    });
    registration = muster.account(alpha, { username }).then(() => {
      registered = true;
    });
    while (!registered && !(await somebodyWaits())) await turn();
  });
  await registration;
  const rows = await muster.query('select 1 from pending_enrolments where course_id = $1', [taught.id]);
  return rows.length > 0;
}

async function somebodyWaits(): Promise<boolean> {
  const rows = await muster.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

test('whoever registers while an order names their address waits for it, and is enrolled', async () => {
  expect(await isLeftWaiting('guarded')).toBe(false);
});

test('control: without the lock of the address they are left waiting for ever', async () => {
  await muster.query(
    `create function no_lock() returns trigger language plpgsql as $$ begin return null; end $$`,
  );
  await muster.query(
    `create trigger no_lock before insert on address_buckets for each row execute function no_lock()`,
  );
  expect(await isLeftWaiting('unguarded')).toBe(true);
});
