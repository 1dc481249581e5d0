import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Alpha, makeAlpha } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { type OpenStream, openStream } from '../support/event-streams.ts';
import {
  freePort,
  type MusterPlace,
  type MusterProcess,
  openMusterPlace,
} from '../support/muster-process.ts';
import { isRecord } from '../support/route-requests.ts';

// Processes start here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Two `muster serve` of one installation, each on a port of its own. */
let place: MusterPlace;
let alpha: Alpha;
let servers: { port: number; process: MusterProcess }[];
let eventId: number;
let workshopId: number;
let people: number[];

beforeAll(async () => {
  place = await openMusterPlace({ MUSTER_THROTTLE: 'off' });
  const port = await freePort();
  const first = await place.start('serve').begun();
  const second = await place.start('serve', { env: { PORT: String(port) } }).begun();
  servers = [
    { port: place.port, process: first },
    { port, process: second },
  ];
  alpha = await makeAlpha(place);
  const event = await manage('POST', '/events', { name: 'fair', available: true });
  eventId = Number(event.id);
  const { workshops } = await manage('PUT', `/events/${eventId}`, {
    workshops: [{ title: 'One', limit: 9 }],
  });
  workshopId = Array.isArray(workshops) ? Number(workshops[0]?.id) : 0;
  const made = await place.query<{ id: number }>(
    `insert into participants (tenant_id, event_id, full_name, created_at, updated_at)
     select e.tenant_id, e.id, 'Person ' || n, now(), now() from events e, generate_series(1, 9) as g (n)
     where e.id = $1 returning id`,
    [eventId],
  );
  people = made.map(({ id }) => id);
});
afterAll(() => place?.remove());

async function manage(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  port = place.port,
): Promise<Record<string, unknown>> {
  const answer = await ask({ port }, { ...alpha, method, path, body });
  if (answer.status !== 200 || !isRecord(answer.body)) throw new Error(JSON.stringify(answer));
  return answer.body;
}

async function follow(port: number): Promise<OpenStream> {
  const stream = await openStream({ port }, { host: alpha.host, path: `/events/${eventId}/seats` });
  onTestFinished(() => stream.close());
  return stream;
}

const registered = (count: number) => (data: unknown) =>
  isRecord(data) && Array.isArray(data.workshops) && data.workshops[0]?.registered === count;

test('a choice in either process is told to the pages that the other serves, long before the next poll', async () => {
  const streams = await Promise.all(servers.map(({ port }) => follow(port)));
  await Promise.all(streams.map((stream) => stream.event(registered(0))));
  const start = performance.now();
  for (const [index, person] of people.slice(0, 6).entries()) {
    const [here, there] = index % 2 === 0 ? servers : servers.toReversed();
    const body = { workshop_ids: [workshopId] };
    await manage('PUT', `/registrations/user/${person}`, body, here?.port);
    await streams[there === servers[0] ? 0 : 1]?.event(registered(index + 1));
  }
  // By polls of five seconds alone, six changes one after the other take at least 25.
  expect(performance.now() - start).toBeLessThan(15_000);
  await Promise.all(streams.map((stream) => stream.event(registered(6))));
});

test('a change that was never announced is seen by both all the same', async () => {
  const streams = await Promise.all(servers.map(({ port }) => follow(port)));
  await place.query('update workshops set taken = 8 where id = $1', [workshopId]);
  const seen = await Promise.all(streams.map((stream) => stream.event(registered(8))));
  expect(seen).toEqual(Array(2).fill(expect.objectContaining({ open: true })));
});

test('a server that stops ends its streams at once, and the others go on', async () => {
  const [first, second] = await Promise.all(servers.map(({ port }) => follow(port)));
  await Promise.all([first?.event(), second?.event()]);
  expect(await servers[1]?.process.end()).toBe(0);
  expect(await second?.ended).toBe(true);
  await place.query('update workshops set taken = 7 where id = $1', [workshopId]);
  await first?.event(registered(7));
});
