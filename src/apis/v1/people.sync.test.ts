import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let alpha: TestSite;
let ask: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  ask = await openAsker(muster, alpha, await muster.account(alpha, { username: 'clerk', role: 'staff' }));
});
afterAll(() => muster.close());

/** Other databases of this server hold the horizon back too: what a copy must come to know is waited for. */
const eventually = { timeout: 20_000 };

/** A copy of the people that is kept elsewhere, by `updated_since` alone. */
function openCopy(since: string) {
  const people = new Map<string, string | null>();
  let place = since;
  return {
    people,
    async catchUp(limit = 2) {
      for (let next: string | null = place; next !== null; ) {
        const { status, body }: Awaited<ReturnType<Asker>> = await ask(
          'GET',
          `/people?limit=${limit}&updated_since=${encodeURIComponent(next)}`,
        );
        expect(status).toBe(200);
        for (const one of body.items) people.set(one.username, one.name);
        [next, place] = [body.next, body.since];
      }
    },
  };
}

test('a copy that began with everybody learns of every change, and then of nothing twice', async () => {
  for (const username of ['ann', 'ben', 'cat']) await muster.account(alpha, { username });
  const copy = openCopy('2000-01-01');
  const known = async () => {
    await copy.catchUp();
    return [...copy.people.keys()].toSorted();
  };
  await expect.poll(known, eventually).toEqual(['ann', 'ben', 'cat', 'clerk']);
  const news = async () => {
    copy.people.clear();
    await copy.catchUp();
    return [...copy.people];
  };
  await expect.poll(news, eventually).toEqual([]);
  await muster.query(`update accounts set name = 'Benjamin' where username = 'ben'`);
  await expect.poll(news, eventually).toEqual([['ben', 'Benjamin']]);
  await expect.poll(news, eventually).toEqual([]);
});

test('a transaction that was begun before the copy and commits after it is not missed', async () => {
  const copy = openCopy('2000-01-01');
  const slow = new pg.Client(muster.connection);
  await slow.connect();
  try {
    await slow.query('begin');
    await slow.query(`update accounts set name = 'Slow' where username = 'ann'`);
    // Numbered later, committed earlier: a client that takes the greatest it sees would go on behind the slow one.
    await muster.account(alpha, { username: 'quick' });
    await copy.catchUp();
    expect(copy.people.get('ann')).not.toBe('Slow');
    await slow.query('commit');
  } finally {
    await slow.end();
  }
  const known = async () => {
    await copy.catchUp();
    return [copy.people.get('ann'), copy.people.has('quick')];
  };
  await expect.poll(known, eventually).toEqual(['Slow', true]);
});

test('without waiting for the oldest transaction the slow change would be missed', async () => {
  // The negative control: the same two changes read in the order of the rows' own stamps, up to the newest seen.
  const seen = async (after: string) =>
    muster.query<{ username: string; changed_in: string }>(
      `select username, changed_in::text from accounts where tenant_id = $1 and changed_in > $2::text::xid8
       order by accounts.changed_in`,
      [alpha.site.tenantId, after],
    );
  const start = (await seen('0')).at(-1)?.changed_in ?? '0';
  const slow = new pg.Client(muster.connection);
  await slow.connect();
  try {
    await slow.query('begin');
    await slow.query(`update accounts set name = 'Slower' where username = 'ann'`);
    await muster.account(alpha, { username: 'quicker' });
    const newest = (await seen(start)).at(-1)?.changed_in ?? start;
    await slow.query('commit');
    expect((await seen(newest)).map(({ username }) => username)).toEqual([]);
  } finally {
    await slow.end();
  }
});

test('a moment narrows the first round to what was written since', async () => {
  const before = openCopy('2000-01-01');
  const settled = async () => {
    await before.catchUp();
    return [before.people.get('ann'), before.people.has('quicker')];
  };
  await expect.poll(settled, eventually).toEqual(['Slower', true]);
  muster.clock.advance(3_600_000);
  const begun = muster.clock.now().toISOString();
  await muster.account(alpha, { username: 'late' });
  const copy = openCopy(begun);
  const known = async () => {
    await copy.catchUp();
    return [...copy.people.keys()];
  };
  await expect.poll(known, eventually).toEqual(['late']);
});

test('what is neither a moment nor a place of this list is refused by its name', async () => {
  for (const text of ['yesterday', '2026-02-31', 'e30']) {
    const { status, pointers } = await ask('GET', `/people?updated_since=${text}`);
    expect([status, pointers().length]).toEqual([400, 1]);
  }
  const leap = { transaction: '1', id: 0, from: '2016-12-31T23:59:60Z' };
  const place = Buffer.from(JSON.stringify(leap)).toString('base64url');
  expect((await ask('GET', `/people?updated_since=${place}`)).status).toBe(400);
  const sorted = await ask('GET', '/people?updated_since=2026-01-01&sort=name');
  expect([sorted.status, sorted.pointers()]).toEqual([400, ['/sort']]);
});

test('a place that this database never reached has ended', async () => {
  const place = Buffer.from(JSON.stringify({ transaction: '99999999999', id: 0 })).toString('base64url');
  const { status, body } = await ask('GET', `/people?updated_since=${place}`);
  expect([status, body.code]).toEqual([410, 'list.sync_ended']);
});
