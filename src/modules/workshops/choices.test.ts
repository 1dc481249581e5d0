import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { edits, schoolDay } from '../../../test/support/school-day.ts';
import {
  brokenPlaces,
  chooses,
  linkWorkshops,
  participant,
  workshopEvent,
} from '../../../test/support/workshops.ts';
import { Refusal } from '../../platform/refusal.ts';
import { choose, listChoice, withdraw } from './choices.ts';
import { editEvent } from './events.ts';
import { whenSeatsChange } from './seats.ts';
import type { EventChange, Participant } from './types.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

const pupil = (event: { id: number }, targetGroup: string | null = null): Promise<Participant> =>
  participant(muster, alpha, event, { targetGroup });
const day = (more?: Partial<EventChange>, limits?: readonly number[]) => schoolDay(alpha, more, limits);

function asManager({ id }: { id: number }, wanted: readonly number[], force = false) {
  return alpha.context.transaction((tx) => choose(tx, id, wanted, { byManager: true, force }));
}

function withdraws({ id }: { id: number }, workshopId: number, byManager = false) {
  return alpha.context.transaction((tx) => withdraw(tx, id, workshopId, { byManager }));
}

async function chosen({ id }: { id: number }): Promise<number[]> {
  const { registrations } = await alpha.context.read((read) => listChoice(read, id));
  return registrations.map(({ workshopId }) => workshopId);
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.catch((caught: unknown) => caught);
  if (error instanceof Refusal) return error;
  throw new Error(`not refused: ${error}`);
}

async function placesOf(id: number): Promise<unknown> {
  const [row] = await muster.query('select taken, capacity, granted from workshops where id = $1', [id]);
  return row;
}

describe('choosing', () => {
  test('keeps what stays, with its id and time, even where it is full', async () => {
    const { event, yoga, chess, judo } = await day({}, [1, 5, 1, 5]);
    const one = await pupil(event);
    const [first] = await chooses(alpha, one, [yoga]);
    muster.clock.advance(60_000);
    const [kept, added] = await chooses(alpha, one, [judo, yoga]);
    expect(kept).toEqual(first);
    expect(added?.enteredAt).toEqual(muster.clock.now());
    const rest = await chooses(alpha, one, [chess, judo]);
    expect(rest.map(({ workshopId }) => workshopId)).toEqual([judo, chess]);
    expect(await placesOf(yoga)).toEqual({ taken: 0, capacity: 1, granted: 0 });
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('tells all problems by workshop, each workshop’s in the order of the checks, with the places left', async () => {
    const { event, yoga, chess, judo, music } = await day({}, [0, 5, 5, 5]);
    await edits(alpha, event, {
      workshops: event.workshops.map((one) => ({ ...one, targetGroup: one.id === yoga ? 'a|b' : '' })),
    });
    await linkWorkshops(alpha, event, [
      [yoga, judo, 'exclusive'],
      [yoga, music, 'inclusive'],
    ]);
    const other = (await day()).yoga;
    const one = await pupil(event, 'c');
    const refusal = await refusalOf(chooses(alpha, one, [999_999, judo, chess, yoga, other]));
    expect(refusal.code).toBe('choice.refused');
    expect(refusal.detail.problems).toEqual([
      { workshopId: yoga, code: 'several_events', with: [] },
      { workshopId: yoga, code: 'full', with: [] },
      { workshopId: yoga, code: 'group', with: [] },
      { workshopId: yoga, code: 'moment', with: [chess] },
      { workshopId: yoga, code: 'needs', with: [music] },
      { workshopId: yoga, code: 'excludes', with: [judo] },
      { workshopId: chess, code: 'several_events', with: [] },
      { workshopId: chess, code: 'moment', with: [yoga] },
      { workshopId: judo, code: 'several_events', with: [] },
      { workshopId: judo, code: 'excludes', with: [yoga] },
      { workshopId: other, code: 'other_event', with: [] },
      { workshopId: other, code: 'several_events', with: [] },
      { workshopId: 999_999, code: 'unknown', with: [] },
    ]);
    expect(refusal.detail.workshops).toEqual([
      { id: yoga, title: 'Yoga', free: 0 },
      { id: chess, title: 'Chess', free: 5 },
      { id: judo, title: 'Judo', free: 5 },
      { id: music, title: 'Music', free: 5 },
    ]);
  });

  test('that is refused changes no row and tells nobody', async () => {
    const { event, yoga, chess, judo } = await day({}, [0, 5, 5, 5]);
    const one = await pupil(event);
    await chooses(alpha, one, [chess, judo]);
    const heard: number[] = [];
    const end = whenSeatsChange(({ eventId }) => heard.push(eventId));
    const before = await digestContents(muster.query);
    for (const wanted of [[], [yoga, judo], [judo, 999_999]]) await refusalOf(chooses(alpha, one, wanted));
    expect(await digestContents(muster.query)).toEqual(before);
    // Nor does a choice that is the old one.
    await chooses(alpha, one, [judo, chess]);
    expect(await digestContents(muster.query)).toEqual(before);
    expect(heard).toEqual([]);
    await chooses(alpha, one, [judo]);
    end();
    expect(heard).toEqual([event.id]);
  });

  test('leaves a trace of who chose', async () => {
    const { event, yoga } = await day();
    const one = await pupil(event);
    await chooses(alpha, one, [yoga]);
    await withdraws(one, yoga);
    const traces = await muster.query<{ verb: string }>(
      "select verb from activity where object_type = 'participant' and object_id = $1 order by id",
      [String(one.id)],
    );
    expect(traces.map(({ verb }) => verb)).toEqual(['chose', 'withdrew']);
  });

  test('an edit that overtakes the choice is judged by, not the event as it was', async () => {
    const { event, yoga } = await day();
    const one = await pupil(event);
    let choosing: Promise<unknown> | undefined;
    await alpha.context.transaction(async (tx) => {
      await editEvent(tx, event.id, { available: false }, null);
      choosing = refusalOf(chooses(alpha, one, [yoga]));
      // The choice was judged while the event was open, and waits for its place.
      await expect.poll(waiting).toBe(1);
    });
    expect(await choosing).toMatchObject({ code: 'choice.refused' });
    expect(await chosen(one)).toEqual([]);
    expect(await placesOf(yoga)).toEqual({ taken: 0, capacity: 10, granted: 0 });
  });

  async function waiting(): Promise<number | undefined> {
    const rows = await muster.query<{ n: number }>(
      "select count(*)::integer as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows[0]?.n;
  }

  test('for somebody who is not there is refused as missing, for another tenant’s too', async () => {
    const { event, yoga } = await day();
    const one = await pupil(event);
    const beta = await muster.site('beta');
    for (const [at, id] of [
      [alpha, 999_999],
      [beta, one.id],
    ] as const) {
      expect((await refusalOf(chooses(at, { id }, [yoga]))).code).toBe('participant.unknown');
      expect((await refusalOf(at.context.read((read) => listChoice(read, id)))).kind).toBe('missing');
    }
  });
});

describe('managers', () => {
  test('choose while the event is closed, and by force beyond the limit: it is granted, and ends with the place', async () => {
    const { event, yoga, chess } = await day({ available: false }, [1, 5, 5, 5]);
    const [first, second, third] = [await pupil(event), await pupil(event), await pupil(event)];
    await asManager(first, [yoga]);
    expect((await refusalOf(asManager(second, [yoga]))).code).toBe('choice.refused');
    await asManager(second, [yoga], true);
    expect(await placesOf(yoga)).toEqual({ taken: 2, capacity: 1, granted: 2 });
    await asManager(third, [yoga], true);
    expect(await placesOf(yoga)).toEqual({ taken: 3, capacity: 1, granted: 3 });
    await asManager(first, [chess]);
    expect(await placesOf(yoga)).toEqual({ taken: 2, capacity: 1, granted: 2 });
    // What was granted to one is not another's to take.
    expect((await refusalOf(asManager(first, [yoga]))).code).toBe('choice.refused');
    await withdraws(second, yoga, true);
    expect(await placesOf(yoga)).toEqual({ taken: 1, capacity: 1, granted: 0 });
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('force where there is room grants nothing', async () => {
    const { event, yoga } = await day({}, [2, 5, 5, 5]);
    await asManager(await pupil(event), [yoga], true);
    expect(await placesOf(yoga)).toEqual({ taken: 1, capacity: 2, granted: 0 });
  });

  test('change nothing in an archived event', async () => {
    const { event, yoga, chess } = await day();
    const one = await pupil(event);
    await chooses(alpha, one, [yoga]);
    await muster.query('update events set archived_at = now() where id = $1', [event.id]);
    expect((await refusalOf(asManager(one, [chess]))).code).toBe('event.archived');
    expect((await refusalOf(withdraws(one, yoga, true))).code).toBe('event.archived');
    expect(await chosen(one)).toEqual([yoga]);
  });
});

describe('withdrawing', () => {
  test('takes inclusive partners along, also those of partners, and nothing else', async () => {
    const titles = ['a', 'b', 'c', 'd', 'e'];
    const event = await workshopEvent(alpha, {
      workshops: titles.map((title) => ({ title, moment: title, capacity: 3 })),
    });
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = event.workshops.map(({ id }) => id);
    const one = await pupil(event);
    await chooses(alpha, one, [a, c, d]);
    // Later: b was never chosen, and what goes goes all the same.
    await linkWorkshops(alpha, event, [
      [b, a, 'inclusive'],
      [b, c, 'inclusive'],
      [d, e, 'exclusive'],
    ]);
    await withdraws(one, c);
    expect(await chosen(one)).toEqual([d]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('is for participants while the event is open, for managers always', async () => {
    const { event, yoga, judo } = await day();
    const one = await pupil(event);
    await chooses(alpha, one, [yoga, judo]);
    await edits(alpha, event, { closesAt: muster.clock.now() });
    expect((await refusalOf(withdraws(one, yoga))).code).toBe('choice.closed');
    expect(await chosen(one)).toEqual([yoga, judo]);
    await withdraws(one, yoga, true);
    expect(await chosen(one)).toEqual([judo]);
  });

  test('what was not chosen is missing, before anything else is said', async () => {
    const { event, yoga } = await day({ available: false });
    const one = await pupil(event);
    expect((await refusalOf(withdraws(one, yoga))).code).toBe('registration.unknown');
    expect((await refusalOf(withdraws({ id: 999_999 }, yoga))).code).toBe('participant.unknown');
  });
});

test('a choice of 1 workshop and one of 30 cost the same statements', async () => {
  const counts: number[] = [];
  for (const size of [1, 30]) {
    const workshops = Array.from({ length: size }, (_, at) => ({ title: `${at}`, moment: `${at}` }));
    const event = await workshopEvent(alpha, { workshops });
    const one = await pupil(event);
    const ids = event.workshops.map(({ id }) => id);
    muster.statements.length = 0;
    await chooses(alpha, one, ids);
    await withdraws(one, ids[0] ?? 0);
    counts.push(muster.statements.length);
  }
  expect(counts[1]).toBe(counts[0]);
});
