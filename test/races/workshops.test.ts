import { Agent } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findCase } from '../../src/modules/workshops/choices.queries.ts';
import { choose } from '../../src/modules/workshops/choices.ts';
import { editEvent, requireEvent } from '../../src/modules/workshops/events.ts';
import { companionsOf, judgeChoice } from '../../src/modules/workshops/rules.ts';
import type { EventWithWorkshops, Participant, WorkshopLink } from '../../src/modules/workshops/types.ts';
import { listen } from '../../src/platform/http/listen.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { type Answer, ask } from '../support/ask.ts';
import { openBarrier } from '../support/barrier.ts';
import {
  brokenPlaces,
  chooses,
  linkWorkshops,
  participant,
  participants,
  visitToken,
  workshopEvent,
} from '../support/workshops.ts';

const people = 300;
const connections = 60;
let muster: TestApp;
let school: TestSite;
let port: number;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

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
  school = await muster.site(`school${rounds}`);
});

/** 20 workshops in four moments, fewer places than 300 people want, some bound together and some apart. */
async function busyEvent(): Promise<{ event: EventWithWorkshops; links: WorkshopLink[] }> {
  const workshops = Array.from({ length: 20 }, (_, n) => ({
    title: `Workshop ${n}`,
    moment: `moment ${n % 4}`,
    capacity: 5 + (n % 7) * 3,
  }));
  const event = await workshopEvent(school, { workshops });
  const id = (n: number) => event.workshops[n]?.id ?? 0;
  const links: [number, number, WorkshopLink['kind']][] = [
    [id(0), id(1), 'inclusive'],
    [id(1), id(2), 'inclusive'],
    [id(7), id(4), 'inclusive'],
    [id(8), id(9), 'exclusive'],
    [id(13), id(10), 'exclusive'],
    [id(19), id(16), 'exclusive'],
  ];
  await linkWorkshops(school, event, links);
  return {
    event,
    links: links.map(([workshop1Id, workshop2Id, kind]) => ({ workshop1Id, workshop2Id, kind })),
  };
}

/** A run of numbers from 0 to 1 that the seed decides. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One workshop each of some moments, with those they are bound to: mostly possible, often full by then. */
function draw(event: EventWithWorkshops, links: readonly WorkshopLink[], roll: () => number): number[] {
  const companions = companionsOf(links);
  const wanted = ['moment 0', 'moment 1', 'moment 2', 'moment 3'].flatMap((moment) => {
    const own = event.workshops.filter((one) => one.moment === moment);
    const picked = own[Math.floor(roll() * own.length)];
    return roll() < 0.6 && picked ? [...(companions.get(picked.id) ?? [picked.id])] : [];
  });
  return wanted.length > 0 ? [...new Set(wanted)] : [event.workshops[0]?.id ?? 0];
}

interface Person extends Participant {
  readonly token: string;
}

async function invite(event: EventWithWorkshops, count = people): Promise<Person[]> {
  const all = await participants(
    muster,
    school,
    event,
    Array.from({ length: count }, () => ({})),
  );
  return Promise.all(all.map(async (one) => ({ ...one, token: await visitToken(muster, school, one) })));
}

const send = (person: Person, workshops: readonly number[]): Promise<Answer> =>
  ask(
    { port },
    {
      method: 'PUT',
      path: `/registrations/user/${person.id}`,
      host: school.host,
      authorization: `Bearer: ${person.token}`,
      body: { workshop_ids: workshops },
      agent,
    },
  );

const look = (person: Person): Promise<Answer> =>
  ask(
    { port },
    { path: `/registrations/user/${person.id}`, host: school.host, authorization: person.token, agent },
  );

/** Ids of the workshops in an answer, ascending. */
function workshopsIn({ body }: Answer): number[] {
  const isList = (value: unknown): value is { registrations: { workshop_id: number }[] } =>
    typeof value === 'object' && value !== null && 'registrations' in value;
  return isList(body) ? body.registrations.map((one) => one.workshop_id).sort((a, b) => a - b) : [];
}

const sorted = (ids: readonly number[]) => [...ids].sort((one, other) => one - other);

test.each([1, 2, 3])(
  'of 300 people on 60 connections nobody is oversold, loses a place, or loses the earlier choice by a refusal (seed %i)',
  async (seed) => {
    const { event, links } = await busyEvent();
    const guests = await invite(event);
    const roll = dice(seed);
    const tally = { chosen: 0, refused: 0 };
    const lives = guests.map(async (person) => {
      let mine: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const wanted = draw(event, links, roll);
        const answer = await send(person, wanted);
        if (answer.status === 200) {
          tally.chosen += 1;
          mine = sorted(wanted);
          expect(workshopsIn(answer)).toEqual(mine);
        } else {
          tally.refused += 1;
          expect([403, 409]).toContain(answer.status);
          expect(workshopsIn(await look(person))).toEqual(mine);
        }
      }
      return mine.length;
    });
    const held = await Promise.all(lives);
    // Both outcomes were common, or the test has shown little.
    expect(Math.min(tally.chosen, tally.refused)).toBeGreaterThan(50);
    expect(await brokenPlaces(muster, school)).toEqual([]);
    const { workshops } = await school.context.read((read) => requireEvent(read, event.id));
    expect(workshops.reduce((sum, { taken }) => sum + taken, 0)).toBe(held.reduce((sum, n) => sum + n, 0));
    expect(workshops.filter(({ taken, capacity }) => taken > capacity)).toEqual([]);
    expect(workshops.some(({ taken, capacity }) => taken === capacity)).toBe(true);
  },
);

/** Judges and then inserts, as the ancestor does (contract §7): the judge without the claim. */
async function chooseByLooking(
  person: Person,
  wanted: readonly number[],
  meet: () => Promise<void>,
): Promise<boolean> {
  return school.context.transaction(async (tx) => {
    const found = await findCase(tx, person.id, wanted);
    if (!found) throw new Error('nobody');
    const rows = await sql<{ id: number; taken: number }>`
      select workshop_id as id, count(*)::integer as taken from registrations
      where tenant_id = ${tx.tenantId} and event_id = ${found.event.id} group by workshop_id`.execute(tx.db);
    const counts = new Map(rows.rows.map(({ id, taken }) => [id, taken]));
    const workshops = found.workshops.map((one) => ({ ...one, taken: counts.get(one.id) ?? 0 }));
    const at = { ...found, workshops, wanted, byManager: false, force: false, now: tx.clock.now() };
    const isPossible = judgeChoice(at).problems.length === 0;
    await meet();
    if (!isPossible) return false;
    await sql`
      insert into registrations (tenant_id, event_id, workshop_id, participant_id, entered_at)
      select ${tx.tenantId}, ${found.event.id}, id, ${person.id}, now()
      from unnest(${[...wanted]}::bigint[]) as w (id)`.execute(tx.db);
    return true;
  });
}

test('a rush with a count before the insert instead of the claim oversells', async () => {
  const { event } = await busyEvent();
  const guests = await invite(event, 60);
  // Of different moments, bound to none.
  const hottest = [event.workshops[11]?.id ?? 0, event.workshops[14]?.id ?? 0];
  // As many at once as the server has transactions; all of them look before one of them writes.
  for (let from = 0; from < guests.length; from += 10) {
    const meet = openBarrier(10);
    const ten = guests.slice(from, from + 10);
    await Promise.all(ten.map((person) => chooseByLooking(person, hottest, meet)));
  }
  const oversold = await muster.query(
    `select w.id from workshops w join registrations r on r.tenant_id = w.tenant_id and r.workshop_id = w.id
     where w.tenant_id = $1 and w.event_id = $2 group by w.id, w.capacity having count(*) > w.capacity`,
    [school.site.tenantId, event.id],
  );
  expect(oversold.length).toBeGreaterThan(0);
});

test('who presses twice has one place', async () => {
  const event = await workshopEvent(school, { workshops: [{ capacity: people }, { moment: 'later' }] });
  const guests = await invite(event, 60);
  const ids = event.workshops.map(({ id }) => id);
  const answers = await Promise.all(guests.flatMap((person) => [send(person, ids), send(person, ids)]));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await brokenPlaces(muster, school)).toEqual([]);
  const { workshops } = await school.context.read((read) => requireEvent(read, event.id));
  expect(workshops.map(({ taken }) => taken)).toEqual([60, 60]);
});

test('people who swap A for B and B for A at once end without an error and without a deadlock', async () => {
  const half = 60;
  const event = await workshopEvent(school, {
    workshops: [{ capacity: 2 * half }, { capacity: 2 * half, moment: 'later' }, { moment: 'evening' }],
  });
  const [a = 0, b = 0, c = 0] = event.workshops.map(({ id }) => id);
  const guests = await invite(event, 2 * half);
  await Promise.all(guests.map((person, n) => chooses(school, person, n < half ? [a, c] : [c, b])));
  const answers = await Promise.all(guests.map((person, n) => send(person, n < half ? [b] : [a])));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await brokenPlaces(muster, school)).toEqual([]);
  // A deadlock would be mended by running a transaction again, unseen but slow.
  const [counted] = await muster.query(
    `select pg_stat_clear_snapshot(), deadlocks::integer from pg_stat_database where datname = current_database()`,
  );
  expect(counted).toMatchObject({ deadlocks: 0 });
});

test('an event that is opened and closed during the rush lets in nobody whom it was closed for', async () => {
  const { event, links } = await busyEvent();
  const guests = await invite(event);
  const roll = dice(7);
  const set = (available: boolean) =>
    school.context.transaction((tx) => editEvent(tx, event.id, { available }, null));
  const rush = guests.map((person) => send(person, draw(event, links, roll)));
  for (let turn = 0; turn < 6; turn += 1) await set(turn % 2 === 1);
  await set(false);
  const late = await Promise.all(guests.slice(0, 30).map((person) => send(person, draw(event, links, roll))));
  expect(new Set(late.map(({ status }) => status))).toEqual(new Set([403]));
  const statuses = new Set((await Promise.all(rush)).map(({ status }) => status));
  expect([...statuses].filter((status) => ![200, 403, 409].includes(status))).toEqual([]);
  expect(await brokenPlaces(muster, school)).toEqual([]);
});

test('a choice that was judged before the organiser closed, and claims after, is refused', async () => {
  const event = await workshopEvent(school, { workshops: [{ capacity: 5 }] });
  const ann = await participant(muster, school, event);
  const [id = 0] = event.workshops.map((one) => one.id);
  let waiting: Promise<unknown> | undefined;
  await school.context.transaction(async (tx) => {
    // Holds the places, so that the choice is judged on an open event and then waits.
    await sql`select 1 from workshops where tenant_id = ${tx.tenantId} and event_id = ${event.id} for update`.execute(
      tx.db,
    );
    waiting = school.context
      .transaction((own) => choose(own, ann.id, [id], { byManager: false, force: false }))
      .then(
        () => 'chosen',
        (error: unknown) => error,
      );
    await waitingForLock();
    await editEvent(tx, event.id, { available: false }, null);
  });
  expect(await waiting).toMatchObject({
    code: 'choice.refused',
    detail: { problems: [{ workshopId: id, code: 'closed' }] },
  });
  expect(await brokenPlaces(muster, school)).toEqual([]);
});

/** Until some transaction of this database waits for a row. */
async function waitingForLock(): Promise<void> {
  while (true) {
    const rows = await muster.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
  }
}
