import { Agent } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refuseClash } from '../../src/modules/festival/booking-steps.ts';
import { findBooking, insertStep } from '../../src/modules/festival/bookings.queries.ts';
import { requireStep } from '../../src/modules/festival/rules.ts';
import type {
  BookingAction,
  City,
  Festival,
  Viewer,
  WholeBooking,
} from '../../src/modules/festival/types.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { listen } from '../../src/platform/http/listen.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { type Answer, ask } from '../support/ask.ts';
import {
  artist,
  booking,
  city,
  festival,
  festivalTime,
  runCity,
  venue,
  viewer,
} from '../support/festival.ts';

const many = 100;
let muster: TestApp;
let port: number;
let at: TestSite;
let nf: City;
let day: Festival;
let ann: Account;
let vic: Account;
let cid: Account;
let tokens: Record<'ann' | 'vic' | 'cid', string>;
const agent = new Agent({ keepAlive: true, maxSockets: 50 });

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  const address = await listen(muster.server, { host: '127.0.0.1', port: 0 }, 'test');
  port = Number(new URL(address).port);
});
afterAll(async () => {
  agent.destroy();
  await muster.close();
});

let rounds = 0;
beforeEach(async () => {
  rounds += 1;
  at = await muster.site(`nf${rounds}`);
  nf = await city(at);
  day = await festival(at, nf);
  ann = await muster.account(at, { username: 'ann' });
  vic = await muster.account(at, { username: 'vic' });
  cid = await muster.account(at, { username: 'cid' });
  await runCity(at, nf, cid);
  const scopes = ['profile', 'performer', 'venue'];
  tokens = {
    ann: await muster.accessToken(at, ann, scopes),
    vic: await muster.accessToken(at, vic, scopes),
    cid: await muster.accessToken(at, cid, scopes),
  };
});

const post = (who: keyof typeof tokens, { uuid }: { uuid: string }, action: string): Promise<Answer> =>
  ask(
    { port },
    {
      method: 'POST',
      path: `/api/events/${uuid}/${action}`,
      host: at.host,
      authorization: `Bearer ${tokens[who]}`,
      agent,
    },
  );

/** Requests for an hour each that all share ten minutes: of one side the same profile, of the other one each. */
async function overlapping(shared: 'artist' | 'venue'): Promise<WholeBooking[]> {
  const one = shared === 'artist' ? await artist(at, nf, ann) : await venue(at, nf, vic);
  const made: WholeBooking[] = [];
  for (let n = 0; n < many; n += 1) {
    const startsAt = new Date(festivalTime('12:00').getTime() + n * 30_000);
    const endsAt = new Date(startsAt.getTime() + 60 * 60_000);
    const band = 'genres' in one && 'groupSize' in one ? one : await artist(at, nf, ann);
    const place = 'venueType' in one ? one : await venue(at, nf, vic);
    made.push(await booking(at, nf, { artist: band, venue: place }, { startsAt, endsAt }));
  }
  return made;
}

/** How many bookings of the city have each status. */
async function tally(): Promise<Record<string, number>> {
  const rows = await muster.query<{ status: string; count: number }>(
    `select status, count(*)::integer as count from bookings where tenant_id = $1 group by status`,
    [at.site.tenantId],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** Steps whose beginning is not the end of the one before, of all bookings of the city. */
function brokenHistories(): Promise<readonly Record<string, unknown>[]> {
  return muster.query(
    `select booking_id, from_status, before from (
       select booking_id, from_status, lag(to_status) over (partition by booking_id order by id) as before
       from booking_changes where tenant_id = $1) as steps
     where from_status is distinct from before`,
    [at.site.tenantId],
  );
}

test.each(['artist', 'venue'] as const)(
  'of 100 accepts at once of overlapping requests to one %s one succeeds, and every other is told of it',
  async (shared) => {
    const requests = await overlapping(shared);
    const answers = await Promise.all(requests.map((request) => post('vic', request, 'accept')));
    const accepted = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 409);
    expect([accepted.length, refused.length]).toEqual([1, many - 1]);
    expect(new Set(refused.map(({ body }) => Object(body).event_id))).toEqual(
      new Set([Object(accepted[0]?.body).id]),
    );
    expect(await tally()).toEqual({ accepted: 1, requested: many - 1 });
    const [counted] = await muster.query(
      `select pg_stat_clear_snapshot(), deadlocks::integer from pg_stat_database where datname = current_database()`,
    );
    expect(counted).toMatchObject({ deadlocks: 0 });
  },
);

/** Looks for a clash and then writes: the judge without the lock. @param write how the status is written */
async function acceptByLooking({ uuid }: WholeBooking, who: Viewer): Promise<boolean> {
  try {
    return await at.context.transaction(async (tx) => {
      const found = await findBooking(tx, uuid);
      if (!found) throw new Error('no booking');
      requireStep({ booking: found, city: nf, festival: day, viewer: who, now: tx.clock.now() }, 'accept');
      await refuseClash(tx, { ...found, exceptId: found.id });
      await sql`update bookings set status = 'accepted', turn = null where tenant_id = ${tx.tenantId} and uuid = ${uuid}`.execute(
        tx.db,
      );
      return true;
    });
  } catch (error) {
    if (error instanceof Refusal) return false;
    // The constraint, where it is there.
    if (error instanceof Error && 'code' in error && error.code === '23P01') return false;
    throw error;
  }
}

test('where nobody locks, the constraint still lets one accept through', async () => {
  const requests = (await overlapping('venue')).slice(0, 40);
  await Promise.all(requests.map((request) => acceptByLooking(request, viewer(vic))));
  expect((await tally()).accepted).toBe(1);
});

/** Takes a step by the table, but on what a plain read says. */
async function actByLooking({ uuid }: WholeBooking, who: Viewer, action: BookingAction): Promise<void> {
  await at.context.transaction(async (tx) => {
    const found = await findBooking(tx, uuid);
    if (!found) throw new Error('no booking');
    const step = requireStep(
      { booking: found, city: nf, festival: day, viewer: who, now: tx.clock.now() },
      action,
    );
    await sql`update bookings set status = ${step.to}, turn = null where tenant_id = ${tx.tenantId} and uuid = ${uuid}`.execute(
      tx.db,
    );
    const moments = { startsAt: found.startsAt, endsAt: found.endsAt, reason: null };
    await insertStep(tx, found.id, {
      ...moments,
      accountId: who.accountId,
      actor: 'venue',
      action,
      fromStatus: found.status,
      toStatus: step.to,
    });
  });
}

/** Bookings of one pair, an hour each and a day apart in nothing but the minute: none overlaps another's profiles. */
async function apart(count: number, status: 'requested' | 'accepted'): Promise<WholeBooking[]> {
  const made: WholeBooking[] = [];
  for (let n = 0; n < count; n += 1)
    made.push(
      await booking(
        at,
        nf,
        { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) },
        { status },
      ),
    );
  return made;
}

test.each([
  ['accept', 'vic', 'requested'],
  ['approve', 'cid', 'accepted'],
] as const)(
  '%s against a withdrawal: whichever comes first, the booking ends cancelled and its history is whole',
  async (action, who, status) => {
    const made = await apart(40, status);
    const outcomes = await Promise.all(
      made.map(async (one, n) => {
        // Who is sent first changes, so that both win now and then.
        const acts = [() => post(who, one, action), () => post('ann', one, 'cancel')];
        const sent = await Promise.all((n % 2 === 0 ? acts : acts.toReversed()).map((act) => act()));
        return n % 2 === 0 ? sent : sent.toReversed();
      }),
    );
    const statuses = outcomes.map((pair) => pair.map((answer) => answer.status).join());
    expect(new Set(statuses).isSubsetOf(new Set(['200,200', '409,200']))).toBe(true);
    expect(await tally()).toEqual({ cancelled: 40 });
    expect(await brokenHistories()).toEqual([]);
  },
);

test.each([
  ['accept', 'requested'],
  ['approve', 'accepted'],
] as const)('the same rush of %s and withdrawals on plain reads breaks histories', async (action, status) => {
  const made = await apart(40, status);
  const actor = action === 'accept' ? viewer(vic) : viewer(cid, { cityIds: [nf.id] });
  const acts = made.flatMap((one) => [
    actByLooking(one, actor, action).catch(() => undefined),
    actByLooking(one, viewer(ann), 'cancel').catch(() => undefined),
  ]);
  await Promise.all(acts);
  expect((await brokenHistories()).length).toBeGreaterThan(0);
});

// The last one: it takes the constraints away.
test('the same rush without lock and constraint books one venue many times over', async () => {
  const requests = await overlapping('venue');
  await muster.query('alter table bookings drop constraint bookings__venue_once');
  await Promise.all(requests.map((request) => acceptByLooking(request, viewer(vic))));
  expect((await tally()).accepted).toBeGreaterThan(1);
});
