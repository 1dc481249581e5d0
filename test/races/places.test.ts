import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erase } from '../../src/modules/identity/accounts.ts';
import { generateCodes, redeemCode, setCodeState } from '../../src/modules/learning/enrolment-codes.ts';
import type { Course, CourseOutcome } from '../../src/modules/learning/types.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { openBarrier } from '../support/barrier.ts';
import { course, enrol, look, membersOf } from '../support/learning.ts';
import { type TahoeClient, tahoeClient } from '../support/tahoe-client.ts';

const people = 200;
const places = 10;
let muster: TestApp;
let acme: TestSite;
let admin: TahoeClient;

beforeEach(async () => {
  muster = await openTestApp({ throttles: null });
  acme = await muster.site('acme');
  const amy = await muster.account(acme, { username: 'amy', role: 'admin' });
  admin = tahoeClient(muster, acme.host, await muster.apiToken(acme, amy));
  await muster.query(
    `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name,
       name_key, is_active, created_at, updated_at)
     select $1, gen_random_uuid(), name, name, name || '@example.com', name || '@example.com', name, name, '', name,
       true, now(), now()
     from (select 'p' || n as name from generate_series(0, $2::integer - 1) n) as made`,
    [acme.site.tenantId, people],
  );
});
afterEach(() => muster.close());

/** One person's way into a course: how many of them it let in by its own word. */
type Way = (wanted: Course, person: string, code: string) => Promise<number>;

const byCode: Way = (_wanted, person, code) =>
  acme.context
    .transaction((tx) => redeemCode(tx, { code, email: `${person}@example.com` }))
    .then(() => 1, refusedAs('enrolment.full'));

/** As v0's bulk call does. */
const byOrder: Way = async (wanted, person) => entered(await enrol(acme, [wanted], [person]));

const byTahoe: Way = async (wanted, person) => {
  const call = { action: 'enroll', identifiers: [person], courses: [wanted.key] };
  const answer = await admin.post('v1/enrollments/', call);
  expect(answer.status).toBe(201);
  const { results }: { results: { after?: { enrollment: boolean } }[] } = JSON.parse(answer.text);
  return results.filter(({ after }) => after?.enrollment).length;
};

/** Looks first and enrols then, as a server without a guard would. */
const byCounting = (wanted: Course, person: string, meet: () => Promise<void>): Promise<number> =>
  acme.context.transaction(async (tx) => {
    const { rows } = await sql<{ count: string }>`
      select count(*) from enrolments
      where tenant_id = ${tx.tenantId} and course_id = ${wanted.id} and is_active`.execute(tx.db);
    await meet();
    if (Number(rows[0]?.count) >= places) return 0;
    await sql`
      insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
      select ${tx.tenantId}, ${wanted.id}, id, 'audit', true, now(), now()
      from accounts where tenant_id = ${tx.tenantId} and username_key = ${person}`.execute(tx.db);
    return 1;
  });

test.each([1, 2, 3])(
  'of 200 people for 10 places through codes, orders and Tahoe at once exactly 10 come in (round %i)',
  async (round) => {
    const wanted = await course(acme, { capacity: places });
    expect(await rush(wanted, [byCode, byOrder, byTahoe], round)).toBe(places);
    expect(await membersOf(muster, acme, wanted)).toHaveLength(places);
    expect((await look(acme, wanted)).taken).toBe(places);
  },
);

test('calls of many people at once fill the places to the last and no further', async () => {
  const wanted = await course(acme, { capacity: places });
  const groups = Array.from({ length: 40 }, (_, n) => Array.from({ length: 5 }, (_, m) => `p${n * 5 + m}`));
  const told = await Promise.all(groups.map(async (group) => entered(await enrol(acme, [wanted], group))));
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(places);
  expect((await look(acme, wanted)).taken).toBe(places);
});

test('the same 200 with a count before the insert instead of the guard are more than 10', async () => {
  const wanted = await course(acme, { capacity: places });
  let told = 0;
  // Fewer at once than there are transactions; all of them look before one of them writes.
  for (let from = 0; from < people; from += 8) {
    const meet = openBarrier(8);
    const eight = Array.from({ length: 8 }, (_, n) => byCounting(wanted, `p${from + n}`, meet));
    told += (await Promise.all(eight)).reduce((sum, one) => sum + one, 0);
  }
  expect(told).toBeGreaterThan(places);
  expect((await membersOf(muster, acme, wanted)).length).toBeGreaterThan(places);
});

test('a code that is cancelled while it is redeemed ends cancelled, with nobody in by it', async () => {
  const wanted = await course(acme, { capacity: people });
  const codes = await codesOf(wanted, 60);
  const redeemed = await Promise.all(
    codes.map(async (code, n) => {
      const [came] = await shuffled(n, [() => redeem(code, `p${n}`), () => set(code, 'cancel')]);
      return came;
    }),
  );
  // Both orders of the two occurred, or the test has shown little.
  expect(new Set(redeemed)).toEqual(new Set([true, false]));
  expect(await statesOf(codes)).toEqual(codes.map(() => 'cancelled'));
  expect((await membersOf(muster, acme, wanted)).filter((member) => !member.endsWith('(out)'))).toEqual([]);
  expect((await look(acme, wanted)).taken).toBe(0);
});

test('a code that is restored while another redeems it is theirs or open, and never of the first', async () => {
  const wanted = await course(acme, { capacity: people });
  const codes = await codesOf(wanted, 60);
  await Promise.all(codes.map((code, n) => redeem(code, `p${n}`)));
  const redeemed = await Promise.all(
    codes.map(async (code, n) => {
      const [came] = await shuffled(n, [() => redeem(code, `p${n + 100}`), () => set(code, 'restore')]);
      return came;
    }),
  );
  expect(new Set(redeemed)).toEqual(new Set([true, false]));
  expect(await statesOf(codes)).toEqual(redeemed.map((came, n) => (came ? `p${n + 100}` : 'open')));
  const inside = (await membersOf(muster, acme, wanted)).filter((member) => !member.endsWith('(out)'));
  const expected = redeemed.flatMap((came, n) => (came ? [`p${n + 100}`] : []));
  expect(inside.toSorted()).toEqual(expected.toSorted());
  expect((await look(acme, wanted)).taken).toBe(expected.length);
});

test('people who leave by order and by their cancelled code at once leave once, and no two calls deadlock', async () => {
  const wanted = await course(acme, { capacity: 40 });
  const codes = await codesOf(wanted, 40);
  await Promise.all(codes.map((code, n) => redeem(code, `p${n}`)));
  await Promise.all(
    codes.flatMap((code, n) => [
      set(code, 'cancel'),
      enrol(acme, [wanted], [`p${n}`], { action: 'unenroll' }),
      enrol(acme, [wanted], [`p${n + 100}`]),
    ]),
  );
  const inside = (await membersOf(muster, acme, wanted)).filter((member) => !member.endsWith('(out)'));
  expect(inside.filter((member) => Number(member.slice(1)) < 100)).toEqual([]);
  expect((await look(acme, wanted)).taken).toBe(inside.length);
  // A deadlock would be mended by running a transaction again, unseen but slow.
  const [counted] = await muster.query(
    `select pg_stat_clear_snapshot(), deadlocks::integer from pg_stat_database where datname = current_database()`,
  );
  expect(counted).toMatchObject({ deadlocks: 0 });
});

test('who is erased while their order or their code waits for the course is nobody, and no fault of ours', async () => {
  const wanted = await course(acme, { capacity: 2 });
  const [code = ''] = await codesOf(wanted, 1);
  const doomed = await Promise.all(['dan', 'eve'].map((username) => muster.account(acme, { username })));
  const asked = await acme.context.transaction(async (tx) => {
    await sql`select 1 from courses where tenant_id = ${tx.tenantId} and id = ${wanted.id} for update`.execute(
      tx.db,
    );
    const call = { action: 'enroll', identifiers: ['dan', 'p1'], courses: [wanted.key] };
    const both = Promise.allSettled([
      admin.post('v1/enrollments/', call),
      acme.context.transaction((other) => redeemCode(other, { code, email: 'eve@example.com' })),
    ]);
    await expect.poll(waiting).toBe(2);
    for (const { id } of doomed) {
      await acme.context.transaction((other) => erase(other, muster.services.identity, id, 'owner'));
    }
    return { both };
  });
  const [order, redemption] = await asked.both;
  expect(order).toMatchObject({
    value: {
      status: 201,
      body: {
        results: [
          { identifier: 'dan', invalidIdentifier: true },
          { identifier: 'p1', course: wanted.key },
        ],
      },
    },
  });
  expect(redemption).toMatchObject({ reason: { code: 'code.user_not_found' } });
  expect(await statesOf([code])).toEqual(['open']);
  expect((await look(acme, wanted)).taken).toBe(1);
});

/** How many statements wait for a lock. */
async function waiting(): Promise<number> {
  const found = await muster.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return found.length;
}

/** Sends everybody at once, each by one of the ways. @returns how many were told that they are in */
async function rush(wanted: Course, ways: readonly Way[], round: number): Promise<number> {
  const codes = await codesOf(wanted, people);
  const told = await Promise.all(
    Array.from({ length: people }, (_, n) => {
      const way = ways[(n + round) % ways.length] ?? byOrder;
      // Another person is the first in each round.
      const person = (n * 7 + round * 31) % people;
      return way(wanted, `p${person}`, codes[n] ?? '');
    }),
  );
  return told.reduce((sum, one) => sum + one, 0);
}

function entered(outcomes: readonly CourseOutcome[]): number {
  return outcomes.flatMap((one) => one.outcomes).filter((one) => 'after' in one && one.after.enrollment)
    .length;
}

async function codesOf(wanted: Course, count: number): Promise<string[]> {
  const { codes } = await acme.context.transaction((tx) => generateCodes(tx, wanted, count));
  return codes;
}

/** Whether the code let the person in. */
function redeem(code: string, person: string): Promise<boolean> {
  return acme.context
    .transaction((tx) => redeemCode(tx, { code, email: `${person}@example.com` }))
    .then(() => 1, refusedAs('code.cancelled', 'code.redeemed'))
    .then((came) => came === 1);
}

async function set(code: string, action: 'cancel' | 'restore'): Promise<boolean> {
  await acme.context.transaction((tx) => setCodeState(tx, code, action));
  return true;
}

/** Starts two things at once, every other time the second one first. @returns what they made, in their own order */
function shuffled(n: number, [first, second]: [() => Promise<boolean>, () => Promise<boolean>]) {
  const late = n % 2 === 0 ? null : second();
  return Promise.all([first(), late ?? second()]);
}

/** `open`, `cancelled`, or who redeemed it. */
async function statesOf(codes: readonly string[]): Promise<string[]> {
  const rows = await muster.query<{ code: string; state: string }>(
    `select code, case when cancelled_at is not null then 'cancelled' else coalesce(username, 'open') end as state
     from enrolment_codes k left join accounts a on a.tenant_id = k.tenant_id and a.id = k.redeemed_by
     where code = any($1)`,
    [codes],
  );
  const states = new Map(rows.map(({ code, state }) => [code, state]));
  return codes.map((code) => states.get(code) ?? 'lost');
}

/** Zero for a refusal of these codes; anything else is thrown on. */
function refusedAs(...codes: readonly string[]): (error: unknown) => number {
  return (error) => {
    if (error instanceof Error && 'code' in error && codes.some((code) => code === error.code)) return 0;
    throw error;
  };
}
