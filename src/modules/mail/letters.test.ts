import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestClock } from '../../../test/support/clock.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Context, Read } from '../../platform/database/contract.ts';
import { openSite } from '../tenants/sites.ts';
import type { Site } from '../tenants/types.ts';
import { eraseLetters, postLetter, purgeLetters, whenLettersPosted } from './letters.ts';
import type { NewLetter } from './types.ts';

const day = 86_400_000;
let base: TestDatabase;
let clock = openTestClock();
let site: Site;
let alpha: Context;
let beta: Context;
beforeAll(async () => {
  base = await openTestDatabase({ clock: { now: () => clock.now() } });
  const open = (slug: string) =>
    base.database
      .acrossTenants()
      .transaction((tx) =>
        openSite(tx, { slug, name: slug, hosts: [`${slug}.test`], organisations: [], config: {} }, null),
      );
  site = await open('alpha');
  const scope = { author: null, requestId: 'test', siteId: null };
  alpha = base.database.scope({ ...scope, tenantId: site.tenantId });
  beta = base.database.scope({ ...scope, tenantId: (await open('beta')).tenantId });
});
afterAll(() => base.close());
beforeEach(async () => {
  clock = openTestClock();
  await base.query('delete from letters');
});

const letter: NewLetter = {
  kind: 'activate',
  siteId: null,
  accountId: null,
  to: { address: 'ada@example.org', name: 'Ada' },
  locale: 'en',
  content: { subject: 'Subject', text: 'Text', html: '<p>Text</p>' },
};

const lettersOf = (context: Context) =>
  context.read((read: Read) => read.db.selectFrom('letters').selectAll().execute());

test('a posted letter is a row that is due at once, its Message-ID naming the host of its site', async () => {
  const id = await alpha.transaction((tx) => postLetter(tx, { ...letter, siteId: site.id }));
  expect(await lettersOf(alpha)).toEqual([
    expect.objectContaining({
      id,
      kind: 'activate',
      locale: 'en',
      to_address: 'ada@example.org',
      subject: 'Subject',
      message_id: `<${id}@alpha.test>`,
      due_at: clock.now(),
      created_at: clock.now(),
      attempts: 0,
    }),
  ]);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('a transaction that fails leaves no letter and wakes nobody', async () => {
  const woken = vi.fn();
  const end = whenLettersPosted(woken);
  const failing = alpha.transaction(async (tx) => {
    await postLetter(tx, letter);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  end();
  expect(await lettersOf(alpha)).toEqual([]);
  expect(woken).not.toHaveBeenCalled();
});

test('whoever listens is told after the commit, when the letter can be seen', async () => {
  let seen: Promise<unknown[]> | undefined;
  const end = whenLettersPosted(() => {
    seen = lettersOf(alpha);
  });
  await alpha.transaction(async (tx) => {
    await postLetter(tx, letter);
    expect(seen).toBeUndefined();
  });
  end();
  expect(await seen).toHaveLength(1);
});

test('one tenant neither sees, changes nor erases the letters of another', async () => {
  await alpha.transaction((tx) => postLetter(tx, letter));
  expect(await lettersOf(beta)).toEqual([]);
  await beta.transaction(async (tx) => {
    // Without the filter of the statement: the database is asked, not the code.
    await sql`update letters set subject = 'taken'`.execute(tx.db);
    await sql`delete from letters`.execute(tx.db);
  });
  expect(await lettersOf(alpha)).toEqual([expect.objectContaining({ subject: 'Subject' })]);
  const foreign = beta.transaction((tx) =>
    sql`insert into letters select * from jsonb_populate_record(null::letters, jsonb_build_object(
      'tenant_id', ${site.tenantId}::bigint, 'id', gen_random_uuid(), 'kind', 'x', 'locale', 'en', 'to_address', 'x',
      'to_name', 'x', 'subject', 'x', 'text', 'x', 'html', 'x', 'message_id', 'x', 'created_at', now(), 'attempts', 0))
    `.execute(tx.db),
  );
  await expect(foreign).rejects.toThrow('row-level security');
});

test('the letters of an erased account go with it, others stay', async () => {
  await alpha.transaction(async (tx) => {
    await postLetter(tx, { ...letter, accountId: 7 });
    await postLetter(tx, { ...letter, accountId: 8 });
  });
  await beta.transaction((tx) => postLetter(tx, { ...letter, accountId: 7 }));
  await alpha.transaction((tx) => eraseLetters(tx, 7));
  expect(await lettersOf(alpha)).toEqual([expect.objectContaining({ account_id: 8 })]);
  expect(await lettersOf(beta)).toHaveLength(1);
});

test('a settled letter is erased thirty days after it was written, an open one is kept', async () => {
  const owner = base.database.acrossTenants();
  await alpha.transaction(async (tx) => {
    await postLetter(tx, { ...letter, kind: 'open' });
    await postLetter(tx, { ...letter, kind: 'settled' });
  });
  await base.query(`update letters set due_at = null where kind = 'settled'`);
  clock.advance(30 * day - 1);
  expect(await purgeLetters(owner)).toBe(0);
  clock.advance(2);
  expect(await purgeLetters(owner)).toBe(1);
  expect(await lettersOf(alpha)).toEqual([expect.objectContaining({ kind: 'open' })]);
});
