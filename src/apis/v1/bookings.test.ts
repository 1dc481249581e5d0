import { afterAll, beforeAll, expect, test } from 'vitest';
import { artist, booking, festivalTime } from '../../../test/support/festival.ts';
import { type FestivalTown, openFestivalTown } from '../../../test/support/festival-v1.ts';

let town: FestivalTown;
beforeAll(async () => {
  town = await openFestivalTown();
});
afterAll(() => town.muster.close());

const asked = (clock: string, until: string) => ({
  artist_uuid: town.band.uuid,
  venue_uuid: town.bar.uuid,
  starts_at: `2027-06-21T${clock}`,
  ends_at: `2027-06-21T${until}`,
});
const request = async (clock: string, until: string) =>
  (await town.ask(town.ann, 'POST', '/bookings', { ...asked(clock, until), message: 'Please' })).body;
const step = (who: typeof town.ann, uuid: string, action: string, headers = {}) =>
  town.ask(who, 'POST', `/bookings/${uuid}/steps`, { action, reason: 'Because' }, headers);

test('an artist asks, the venue accepts, the city approves, and the programme shows it', async () => {
  const made = await request('09:00', '10:00');
  expect([made.status, made.waiting_for, made.starts_at]).toEqual([
    'requested',
    'venue',
    '2027-06-21T13:00:00.000Z',
  ]);
  const accepted = await step(town.bob, made.uuid, 'accept');
  expect([accepted.status, accepted.body.status, accepted.body.waiting_for]).toEqual([
    201,
    'accepted',
    'city',
  ]);
  const approved = await step(town.cat, made.uuid, 'approve');
  expect(approved.body.status).toBe('confirmed');
  const { body } = await town.ask(null, 'GET', '/programme');
  expect(body.items.map(({ uuid }: { uuid: string }) => uuid)).toEqual([made.uuid]);
  const history = await town.ask(town.ann, 'GET', `/bookings/${made.uuid}/steps`);
  const told = history.body.items.map((one: { actor: string; action: string; reason: string }) => [
    one.actor,
    one.action,
    one.reason,
  ]);
  expect(told).toEqual([
    ['artist', 'request', 'Please'],
    ['venue', 'accept', 'Because'],
    ['city', 'approve', 'Because'],
  ]);
});

test('everybody is offered just the actions that are not refused', async () => {
  const { uuid } = await request('10:00', '11:00');
  const offered = async (who: typeof town.ann) =>
    (await town.ask(who, 'GET', `/bookings/${uuid}`)).body.actions;
  expect(await offered(town.ann)).toEqual(['cancel', 'delete']);
  expect(await offered(town.bob)).toEqual(['accept', 'decline', 'edit']);
  const refused = await step(town.ann, uuid, 'accept');
  expect([refused.status, refused.body.code]).toEqual([403, 'booking.not_your_turn']);
  expect((await step(town.cat, uuid, 'approve')).status).toBe(409);
  expect((await town.ask(town.dan, 'GET', `/bookings/${uuid}`)).status).toBe(403);
  expect((await town.askElsewhere('GET', `/bookings/${uuid}`)).status).toBe(404);
  expect((await town.ask(null, 'GET', `/bookings/${uuid}`)).status).toBe(401);
});

test('the same request under one key is made once, and what is wrong is told by pointers', async () => {
  const body = asked('11:00', '11:30');
  const key = { 'idempotency-key': 'once' };
  const [one, again] = [
    await town.ask(town.ann, 'POST', '/bookings', body, key),
    await town.ask(town.ann, 'POST', '/bookings', body, key),
  ];
  expect([one.status, again.status, again.body.uuid]).toEqual([201, 201, one.body.uuid]);
  expect((await town.ask(town.ann, 'POST', '/bookings', body)).body.code).toBe('booking.asked_before');
  const wrong = { ...body, venue_uuid: town.band.uuid };
  expect((await town.ask(town.ann, 'POST', '/bookings', wrong)).body.errors[0].pointer).toBe('/venue_uuid');
  const early = { ...body, starts_at: '2027-06-20T08:00' };
  expect((await town.ask(town.ann, 'POST', '/bookings', early)).body.errors[0].pointer).toBe('/starts_at');
});

test('an answer to a booking that was changed meanwhile is 412 and changes nothing', async () => {
  const { uuid } = await request('12:00', '12:30');
  const path = `/bookings/${uuid}`;
  const { headers } = await town.ask(town.bob, 'GET', path);
  const match = { 'if-match': String(headers.etag) };
  const moved = await town.ask(
    town.bob,
    'PATCH',
    path,
    { starts_at: '2027-06-21T12:10', reason: 'Later' },
    match,
  );
  expect([moved.status, moved.body.waiting_for]).toEqual([200, 'artist']);
  expect((await step(town.bob, uuid, 'accept', match)).status).toBe(412);
  expect((await town.ask(town.bob, 'GET', path)).body.status).toBe('requested');
});

test('clashes are told before anybody is asked', async () => {
  const { uuid } = await request('13:00', '14:00');
  await step(town.bob, uuid, 'accept');
  const clashes = async (clock: string, until: string) =>
    (await town.ask(town.ann, 'POST', '/bookings/clashes', asked(clock, until))).body.items;
  expect((await clashes('13:30', '14:30'))[0]).toMatchObject({ booking_uuid: uuid, side: 'artist' });
  expect(await clashes('14:00', '14:30')).toEqual([]);
});

test('the office sees what waits with counts by status, and nobody else does', async () => {
  const queue = await town.ask(town.cat, 'GET', '/bookings?of=city&status=accepted&festival=current');
  const all = await town.ask(town.cat, 'GET', '/bookings?of=city');
  const statuses = all.body.items.map(({ status }: { status: string }) => status);
  expect(queue.body.counts).toEqual(all.body.counts);
  expect(queue.body.items.length).toBe(queue.body.counts.accepted);
  expect(queue.body.counts.accepted).toBe(statuses.filter((one: string) => one === 'accepted').length);
  expect((await town.ask(town.ann, 'GET', '/bookings?of=city')).body.code).toBe('city.not_admin');
  expect((await town.ask(town.dan, 'GET', '/bookings')).body.items).toEqual([]);
  expect((await town.ask(town.cat, 'GET', '/bookings?status=maybe')).body.errors[0].pointer).toBe('/status');
});

test('whom to call is told to the two sides once both have accepted, and to the city', async () => {
  const { uuid } = await request('15:00', '15:30');
  const contacts = async (who: typeof town.ann) =>
    (await town.ask(who, 'GET', `/bookings/${uuid}`)).body.contacts;
  expect([await contacts(town.ann), (await contacts(town.cat)) === null]).toEqual([null, false]);
  await step(town.bob, uuid, 'accept');
  expect(await contacts(town.ann)).not.toBeNull();
});

test('what is over is removed from every list', async () => {
  const { uuid } = await request('16:00', '16:30');
  await step(town.bob, uuid, 'decline');
  expect((await town.ask(town.dan, 'DELETE', `/bookings/${uuid}`)).status).toBe(403);
  expect((await town.ask(town.ann, 'DELETE', `/bookings/${uuid}`)).status).toBe(204);
  expect((await town.ask(town.ann, 'GET', `/bookings/${uuid}`)).status).toBe(404);
});

test('a list costs as many statements for thirty as for one', async () => {
  const band = await artist(town.at, town.of, town.dan);
  const ask = () => town.ask(town.dan, 'GET', '/bookings?limit=50');
  const add = (at: number) => {
    const startsAt = new Date(festivalTime('08:00').getTime() + at * 60_000);
    const endsAt = new Date(startsAt.getTime() + 60_000);
    return booking(town.at, town.of, { artist: band, venue: town.bar }, { startsAt, endsAt });
  };
  await add(0);
  const alone = await ask();
  for (let at = 1; at < 30; at += 1) await add(at);
  const all = await ask();
  expect([alone.body.items.length, all.body.items.length]).toEqual([1, 30]);
  expect(all.statements).toBe(alone.statements);
});
