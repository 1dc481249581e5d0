import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { createLog } from '../../platform/log.ts';
import { refuse } from '../../platform/refusal.ts';
import { openErrandWork } from './errand-work.ts';
import { beginErrand, cancelErrand, listErrandRows, requireErrand } from './errands.ts';
import type { Errand, ErrandKind } from './types.ts';

let muster: TestApp;
let alpha: TestSite;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  await muster.query('create table marks (subject text not null)');
  await muster.query('grant insert on marks to muster_app');
});
afterAll(() => muster.close());
beforeEach(async () => {
  await muster.query('delete from errands');
  await muster.query('delete from marks');
});

/** Leaves a happening for each row, so that work which is lost or done twice is seen. */
function marking(before: (errand: Errand) => Promise<void> | void = () => undefined): ErrandKind {
  return {
    name: 'test.mark',
    batch: 3,
    async work(tx, _site, errand) {
      const subjects = errand.rows.map(({ subject }) => subject);
      await sql`insert into marks select unnest(${subjects}::text[])`.execute(tx.db);
      await before(errand);
      return { outcomes: errand.rows.map(({ subject }) => ({ subject, outcome: 'marked' })) };
    },
  };
}

const { log } = createLog({ stream: { write: () => undefined } });

function worker(...kinds: ErrandKind[]) {
  return openErrandWork({
    owner: muster.database.acrossTenants(),
    open: (scope) => muster.database.scope(scope),
    kinds,
    log,
  });
}

const rowsNamed = (count: number) => Array.from({ length: count }, (_, n) => ({ subject: `row ${n + 1}` }));
const begin = (count: number, kind = 'test.mark') =>
  alpha.context.transaction((tx) =>
    beginErrand(tx, alpha.site.id, { kind, input: {}, rows: rowsNamed(count) }),
  );
const now = (uuid: string) => alpha.context.read((read) => requireErrand(read, uuid));
const marks = async () =>
  (await muster.query<{ subject: string }>('select subject from marks')).map(({ subject }) => subject);

test('an errand is done row by row, with what came of each', async () => {
  const { uuid, state, total } = await begin(7);
  expect([state, total]).toEqual(['waiting', 7]);
  await worker(marking())();
  expect(await now(uuid)).toMatchObject({ state: 'done', done: 7, total: 7, outcomes: { marked: 7 } });
  expect(await marks()).toEqual(rowsNamed(7).map(({ subject }) => subject));
  const shown = await alpha.context.read((read) => listErrandRows(read, uuid, {}, { limit: 10, after: 5 }));
  expect(shown).toEqual([
    { number: 6, subject: 'row 6', target: null, outcome: 'marked', message: null },
    { number: 7, subject: 'row 7', target: null, outcome: 'marked', message: null },
  ]);
});

test('an errand without rows is over at once', async () => {
  const { uuid } = await begin(0);
  await worker(marking())();
  expect(await now(uuid)).toMatchObject({ state: 'done', done: 0, total: 0 });
});

test('of a worker that dies in a batch the whole batches stay, and the next one does the rest once', async () => {
  const { uuid } = await begin(8);
  let release: (error: Error) => void = () => undefined;
  const dying = new Promise<void>((resolve) => {
    const kind = marking((errand) => {
      if (errand.done < 3) return;
      resolve();
      return new Promise((_, reject) => (release = reject));
    });
    void worker(kind)();
  });
  await dying;
  expect(await now(uuid)).toMatchObject({ state: 'running', done: 3 });
  await worker(marking())();
  expect(await now(uuid), 'it is still taken').toMatchObject({ done: 3 });
  // What a database does for a process that is gone.
  release(new Error('died'));
  muster.clock.advance(120_001);
  await worker(marking())();
  expect(await now(uuid)).toMatchObject({ state: 'done', done: 8 });
  expect((await marks()).toSorted()).toEqual(rowsNamed(8).map(({ subject }) => subject));
});

test('of two workers with one batch, since the first was thought dead, one does it', async () => {
  const { uuid } = await begin(3);
  let isFirst = true;
  const kind = marking(async () => {
    if (!isFirst) return;
    isFirst = false;
    muster.clock.advance(120_001);
    await worker(marking())();
  });
  await worker(kind)();
  expect(await now(uuid)).toMatchObject({ state: 'done', done: 3 });
  expect(await marks()).toHaveLength(3);
});

test('what is cancelled while it runs ends after a whole batch', async () => {
  const { uuid } = await begin(9);
  const kind = marking(async ({ done }) => {
    if (done !== 3) return;
    const asked = await alpha.context.transaction((tx) => cancelErrand(tx, uuid));
    expect(asked).toMatchObject({ state: 'running', done: 3 });
  });
  await worker(kind)();
  expect(await now(uuid)).toMatchObject({ state: 'cancelled', done: 6 });
  expect(await marks()).toHaveLength(6);
});

test('what waits is cancelled at once, and what is over cannot be', async () => {
  const { uuid } = await begin(3);
  const cancel = () => alpha.context.transaction((tx) => cancelErrand(tx, uuid));
  expect(await cancel()).toMatchObject({ state: 'cancelled', done: 0 });
  await expect(cancel()).rejects.toMatchObject({ code: 'job.over' });
  await worker(marking())();
  expect(await marks()).toEqual([]);
});

test('a refusal fails the errand, undoes its batch and says why', async () => {
  const { uuid } = await begin(6);
  const kind = marking(({ done }) => {
    if (done === 3) throw refuse('missing', 'course.unknown', 'The course is gone.');
  });
  await worker(kind)();
  expect(await now(uuid)).toMatchObject({
    state: 'failed',
    done: 3,
    problem: { code: 'course.unknown', message: 'The course is gone.' },
  });
  expect(await marks()).toHaveLength(3);
});

test('what breaks is tried six times and then has failed', async () => {
  const { uuid } = await begin(3);
  let tries = 0;
  const kind = marking(() => {
    tries += 1;
    throw new Error('it broke');
  });
  for (let round = 0; round < 10; round += 1) {
    await worker(kind)();
    muster.clock.advance(20 * 60_000);
  }
  expect(tries).toBe(6);
  expect(await now(uuid)).toMatchObject({ state: 'failed', problem: { code: 'job.broke' } });
  expect(await marks()).toEqual([]);
});

test('a worker that stops gives the errand back after the batch at hand, for the next one to take at once', async () => {
  const { uuid } = await begin(9);
  const stopping = new AbortController();
  await worker(marking(() => stopping.abort()))(stopping.signal);
  expect(await now(uuid)).toMatchObject({ state: 'running', done: 3 });
  await worker(marking())();
  expect(await now(uuid)).toMatchObject({ state: 'done', done: 9 });
});

test('errands take turns, so that a short one does not wait for a long one', async () => {
  const long = await begin(150);
  muster.clock.advance(1);
  const short = await begin(3);
  let doneOfLong = 0;
  const kind = marking(async (errand) => {
    if (errand.uuid === short.uuid) doneOfLong = (await now(long.uuid)).done;
  });
  await worker(kind)();
  expect(await now(long.uuid)).toMatchObject({ state: 'done' });
  expect(doneOfLong).toBe(60);
});
