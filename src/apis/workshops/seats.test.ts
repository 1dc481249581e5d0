import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type OpenStream, openStream } from '../../../test/support/event-streams.ts';
import { isRecord } from '../../../test/support/route-requests.ts';
import { chooses, linkWorkshops, participants, workshopEvent } from '../../../test/support/workshops.ts';
import { editEvent, setArchived } from '../../modules/workshops/events.ts';
import type { EventWithWorkshops } from '../../modules/workshops/types.ts';
import { drain } from '../../platform/http/drain.ts';
import { listen } from '../../platform/http/listen.ts';

/** Longer than a test: what comes in time has been announced. */
const never = 600_000;

let muster: TestApp;
let port: number;
beforeAll(async () => {
  muster = await openTestApp({ throttles: null, seats: { poll: never } });
  port = await portOf(muster);
});
afterAll(() => muster.close());

async function portOf({ server }: TestApp): Promise<number> {
  return Number(new URL(await listen(server, { host: '127.0.0.1', port: 0 }, 'test')).port);
}

let sites = 0;

/** A site of its own, with an event of two workshops and people in it. */
async function school(people = 3) {
  sites += 1;
  const at = await muster.site(`seats${sites}`);
  const event = await workshopEvent(at, {
    workshops: [
      { title: 'One', moment: 'am', capacity: 100 },
      { title: 'Two', moment: 'pm', capacity: 2 },
    ],
  });
  const everybody = await participants(
    muster,
    at,
    event,
    Array.from({ length: people }, () => ({})),
  );
  const [first = 0, second = 0] = event.workshops.map(({ id }) => id);
  return { at, event, first, second, everybody };
}

async function follow(at: TestSite, { id }: { id: number }, on = port): Promise<OpenStream> {
  const stream = await openStream({ port: on }, { host: at.host, path: `/events/${id}/seats` });
  onTestFinished(() => stream.close());
  return stream;
}

const read = (at: TestSite, id: number | string, headers = {}) =>
  muster.server.inject({ url: `/events/${id}/seats`, headers: { host: at.host, ...headers } });

const registered = (workshop: number, count: number) => (data: unknown) =>
  isRecord(data) &&
  Array.isArray(data.workshops) &&
  data.workshops.some((one) => one.id === workshop && one.registered === count);

/** The statements by which places are read, whoever follows. */
const seatReads = () => muster.statements.filter((text) => text.includes('"opensAt"')).length;

test('a client that takes JSON is told the places of all workshops at this moment', async () => {
  const { at, event, first, second, everybody } = await school();
  const [one] = everybody;
  if (one) await chooses(at, one, [first, second]);
  for (const accept of ['application/json', '*/*', undefined, 'text/event-stream;q=0, application/json']) {
    const answer = await read(at, event.id, accept === undefined ? {} : { accept });
    expect([answer.statusCode, answer.headers.vary]).toEqual([200, 'Accept']);
    expect(answer.json()).toEqual({
      workshops: [
        { id: first, limit: 100, registered: 1, free: 99 },
        { id: second, limit: 2, registered: 1, free: 1 },
      ],
      open: true,
      version: 1,
    });
  }
});

test('the first message comes at once and is what JSON says', async () => {
  const { at, event } = await school();
  const stream = await follow(at, event);
  expect(stream.answer.headers).toMatchObject({ 'cache-control': 'no-cache, no-transform', vary: 'Accept' });
  expect(await stream.event()).toEqual((await read(at, event.id)).json());
});

test("another's choice is told to the pages that are open, without their asking", async () => {
  const { at, event, first, everybody } = await school();
  const [one, two] = everybody;
  const stream = await follow(at, event);
  await stream.event();
  if (one) await chooses(at, one, [first]);
  expect(await stream.event(registered(first, 1))).toMatchObject({ open: true, version: 1 });
  if (two) await chooses(at, two, [first]);
  await stream.event(registered(first, 2));
  expect(stream.events).toHaveLength(3);
});

test('edits of the event are told: the switch, limits, links', async () => {
  const { at, event, first, second } = await school();
  const stream = await follow(at, event);
  await stream.event();
  await at.context.transaction((tx) => editEvent(tx, event.id, { available: false }, null));
  const closed = (data: unknown) => isRecord(data) && data.open === false && data.version === 2;
  await stream.event(closed);
  await linkWorkshops(at, event, [[first, second, 'inclusive']]);
  expect(await stream.event((data) => isRecord(data) && data.version === 3)).toMatchObject({ open: false });
});

test('a rush of 100 choices is told in far fewer messages, and the last one is right', async () => {
  const { at, event, first, everybody } = await school(100);
  const stream = await follow(at, event);
  await stream.event();
  const start = performance.now();
  await Promise.all(everybody.map((one) => chooses(at, one, [first])));
  await stream.event(registered(first, 100));
  const seconds = (performance.now() - start) / 1000;
  expect(stream.events.length).toBeLessThanOrEqual(3 + Math.ceil(seconds * 5));
  expect(stream.events.length).toBeLessThan(50);
  expect(stream.events.at(-1)).toEqual((await read(at, event.id)).json());
});

test('1000 open streams cost one read for a change, and all of them are told', {
  timeout: 60_000,
}, async () => {
  const { at, event, first, everybody } = await school();
  const streams: OpenStream[] = [];
  for (let count = 0; count < 20; count += 1)
    streams.push(...(await Promise.all(Array.from({ length: 50 }, () => follow(at, event)))));
  await Promise.all(streams.map((stream) => stream.event()));
  const before = seatReads();
  const [one] = everybody;
  if (one) await chooses(at, one, [first]);
  await Promise.all(streams.map((stream) => stream.event(registered(first, 1))));
  expect(seatReads() - before).toBe(1);
});

test('streams that open at once share their first read', async () => {
  const { at, event } = await school();
  const before = seatReads();
  const streams = await Promise.all(Array.from({ length: 20 }, () => follow(at, event)));
  await Promise.all(streams.map((stream) => stream.event()));
  expect(seatReads() - before).toBe(1);
});

test('unknown and archived events are 404, in either form', async () => {
  const { at, event } = await school();
  await at.context.transaction((tx) =>
    setArchived(tx, event.id, { isArchived: true, forgetParticipants: false }),
  );
  for (const accept of ['application/json', 'text/event-stream']) {
    for (const id of [event.id, 987_654, 'x', '0', '1e3']) {
      const answer = await read(at, id, { accept });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        404,
        expect.stringMatching(/json/),
      ]);
    }
  }
});

test('a stream ends when its event is archived, and goes on to be found when it is taken out again', async () => {
  const { at, event } = await school();
  const archive = (isArchived: boolean) =>
    at.context.transaction((tx) => setArchived(tx, event.id, { isArchived, forgetParticipants: false }));
  const stream = await follow(at, event);
  await stream.event();
  await archive(true);
  expect(await stream.ended).toBe(true);
  await archive(false);
  expect(await (await follow(at, event)).event()).toMatchObject({ version: 3 });
});

test("another tenant's event is an unknown one, and its changes wake nobody here", async () => {
  const [mine, other] = [await school(), await school()];
  const unknown = await read(mine.at, 987_654);
  const foreign = await read(mine.at, other.event.id);
  const shown = (body: string) => body.replaceAll(/\d+/g, '#');
  expect([foreign.statusCode, shown(foreign.body)]).toEqual([404, shown(unknown.body)]);
  const [stream, theirs] = [await follow(mine.at, mine.event), await follow(other.at, other.event)];
  await Promise.all([stream.event(), theirs.event()]);
  const [one] = other.everybody;
  const before = seatReads();
  if (one) await chooses(other.at, one, [other.first]);
  await theirs.event(registered(other.first, 1));
  expect([seatReads() - before, stream.events.length]).toEqual([1, 1]);
});

test('what no announcement told is seen by the poll: a lost one, and opening times that pass', async () => {
  const polled = await openTestApp({ throttles: null, seats: { poll: 30 } });
  onTestFinished(() => polled.close());
  const opensAt = new Date(polled.clock.now().getTime() + 60_000);
  const event: EventWithWorkshops = await workshopEvent(polled.home, {
    opensAt,
    workshops: [{ capacity: 5 }],
  });
  const stream = await follow(polled.home, event, await portOf(polled));
  expect(await stream.event()).toMatchObject({ open: false });
  // Past every announcement.
  await polled.query('update workshops set taken = 2');
  const [workshop] = event.workshops;
  await stream.event(registered(workshop?.id ?? 0, 2));
  polled.clock.advance(60_000);
  expect(await stream.event((data) => isRecord(data) && data.open === true)).toMatchObject({ version: 1 });
});

test('a draining server ends its streams cleanly, for clients to come back elsewhere', async () => {
  const drained = await openTestApp({ throttles: null });
  onTestFinished(() => drained.close());
  const event = await workshopEvent(drained.home);
  const stream = await follow(drained.home, event, await portOf(drained));
  await stream.event();
  const gone = drain(drained.server, { idle: 50 });
  expect(await stream.ended).toBe(true);
  expect(await gone).toEqual({ cut: 0 });
});

test('an event that nobody follows any more is read no more', async () => {
  const quiet = await openTestApp({ throttles: null, seats: { poll: 20 } });
  onTestFinished(() => quiet.close());
  const event = await workshopEvent(quiet.home);
  const stream = await follow(quiet.home, event, await portOf(quiet));
  await stream.event();
  stream.close();
  // Quiet for ten turns of the poll; else the test's time runs out.
  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  let seen = -1;
  for (let quietTurns = 0; quietTurns < 10; await turn()) {
    quietTurns = quiet.statements.length === seen ? quietTurns + 1 : 0;
    seen = quiet.statements.length;
  }
  expect(seen).toBeGreaterThan(0);
});
