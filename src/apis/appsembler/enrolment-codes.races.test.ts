import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { crowd, type DocumentedSite, openDocumentedSite } from '../../../test/support/documented-site.ts';
import { course, look } from '../../../test/support/learning.ts';
import { generateBatch, redeem, setStatus } from '../../../test/support/v0-codes.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let alpha: DocumentedSite;
let demo: Course;

beforeEach(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await openDocumentedSite(muster, 'alpha');
  demo = await course(alpha.at);
});
afterEach(() => muster.close());

/** Contract Appsembler/Tahoe §10, defect 4: the ancestor let everybody in who came at the same time. */
test('4: of two hundred redemptions of one code at once exactly one is 200, the others are refused', async () => {
  const answers = await rush();
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const losers = answers.filter(({ status }) => status === 400);
  expect(losers).toHaveLength(199);
  for (const { body } of losers) expect(body).toMatchObject({ success: 'false', code: 'code_redeemed' });
  expect(await inside()).toBe(1);
  expect((await look(alpha.at, demo)).taken).toBe(1);
});

test('where redeeming leaves no mark, the same two hundred get in on one code', async () => {
  await muster.query(`create function forget() returns trigger language plpgsql as
    $$ begin new.redeemed_at := null; new.redeemed_by := null; return new; end $$`);
  await muster.query(
    'create trigger forget before update on enrolment_codes for each row execute function forget()',
  );
  await rush();
  expect(await inside()).toBeGreaterThan(1);
});

test('a code cancelled and redeemed at once ends cancelled with nobody in, whichever came first', async () => {
  const emails = await crowd(muster, alpha.at, 'racer', 60);
  await Promise.all(
    emails.map(async (email) => {
      const code = await makeCode();
      await Promise.all([redeem(alpha.staff, email, code), setStatus(alpha.staff, code, 'cancel')]);
    }),
  );
  const states = await muster.query<{ state: string }>(
    `select distinct (cancelled_at is not null)::text || (redeemed_at is not null)::text as state from enrolment_codes`,
  );
  expect(states).toEqual([{ state: 'truefalse' }]);
  expect([await inside(), (await look(alpha.at, demo)).taken]).toEqual([0, 0]);
});

async function makeCode(): Promise<string> {
  const { codes } = await generateBatch(alpha.staff, demo.key, 1);
  return codes[0] ?? '';
}

async function rush() {
  const [code, emails] = [await makeCode(), await crowd(muster, alpha.at, 'rusher', 200)];
  return Promise.all(emails.map((email) => redeem(alpha.staff, email, code)));
}

async function inside(): Promise<number> {
  const rows = await muster.query('select 1 from enrolments where is_active');
  return rows.length;
}
