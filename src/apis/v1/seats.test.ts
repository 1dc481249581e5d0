import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { openStream } from '../../../test/support/event-streams.ts';
import { isRecord } from '../../../test/support/route-requests.ts';
import { chooses, participant, visitToken, workshopEvent } from '../../../test/support/workshops.ts';
import type { EventWithWorkshops } from '../../modules/workshops/types.ts';
import { listen } from '../../platform/http/listen.ts';

let muster: TestApp;
let alpha: TestSite;
let event: EventWithWorkshops;
let port: number;
let token: string;
beforeAll(async () => {
  muster = await openTestApp({ throttles: null, seats: { poll: 600_000 } });
  alpha = await muster.site('alpha');
  event = await workshopEvent(alpha, { workshops: [{ title: 'Yoga', capacity: 3 }] });
  port = Number(new URL(await listen(muster.server, { host: '127.0.0.1', port: 0 }, 'test')).port);
  token = await visitToken(muster, alpha, await participant(muster, alpha, event));
});
afterAll(() => muster.close());

const ask = (
  path: string,
  headers: Record<string, string> = { authorization: `Bearer ${token}` },
  at = alpha,
) => muster.server.inject({ url: `/api/v1${path}`, headers: { host: at.host, ...headers } });

test('the free places of an event are told to its participants and to staff', async () => {
  const [id] = event.workshops.map((one) => one.id);
  const answer = await ask(`/events/${event.id}/seats`);
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { workshops: [{ id, capacity: 3, taken: 0, free: 3 }], is_open: true, version: 1 },
  ]);
  const staff = await muster.apiToken(
    alpha,
    await muster.account(alpha, { username: 'staff', role: 'staff' }),
  );
  expect((await ask(`/events/${event.id}/seats`, { authorization: `Token ${staff}` })).json()).toEqual(
    answer.json(),
  );
  expect((await ask('/events/999999/seats', { authorization: `Token ${staff}` })).statusCode).toBe(404);
});

test('strangers and participants of other events are told nothing', async () => {
  const other = await workshopEvent(alpha);
  for (const path of [`/events/${other.id}/seats`, `/events/${other.id}/seats/stream`]) {
    expect((await ask(path)).statusCode).toBe(403);
    expect((await ask(path, {})).statusCode).toBe(401);
  }
});

test("another's choice is told to the pages that are open, by their cookie", async () => {
  const [id = 0] = event.workshops.map((one) => one.id);
  const path = `/api/v1/events/${event.id}/seats/stream`;
  const stream = await openStream({ port }, { host: alpha.host, path, cookie: `muster_visit=${token}` });
  onTestFinished(() => stream.close());
  expect(await stream.event()).toMatchObject({ workshops: [{ id, taken: 0 }] });
  await chooses(alpha, await participant(muster, alpha, event), [id]);
  const told = await stream.event(
    (data) => isRecord(data) && Array.isArray(data.workshops) && data.workshops[0].taken === 1,
  );
  expect(told).toMatchObject({ workshops: [{ id, capacity: 3, taken: 1, free: 2 }], is_open: true });
});
