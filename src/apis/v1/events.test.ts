import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { pointersOf, type V1Client, v1Client, v1ClientOf } from '../../../test/support/v1-client.ts';
import { chooses, participants } from '../../../test/support/workshops.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let staff: V1Client;
let stranger: V1Client;

beforeAll(async () => {
  muster = await openTestApp();
  [alpha, beta] = [await muster.site('alpha'), await muster.site('beta')];
  [staff, stranger] = [await v1ClientOf(muster, alpha, 'staff'), await v1ClientOf(muster, beta, 'staff')];
});
afterAll(() => muster.close());

let made = 0;
async function makeEvent(workshops: readonly object[] = [], more: object = {}) {
  made += 1;
  const { body } = await staff.post('/events', { name: `Day ${made}`, is_switched_on: true, ...more });
  if (workshops.length === 0) return body;
  return (await staff.put(`/events/${body.id}/workshops`, { workshops })).body.event;
}

test('an event is made, read with its times as its clocks show them, changed and deleted', async () => {
  const created = await staff.post('/events', {
    name: 'Open day',
    opens_at: '2027-01-10T09:00',
    time_zone: 'Europe/Brussels',
  });
  expect([created.status, created.headers.location]).toEqual([201, `/api/v1/events/${created.body.id}`]);
  expect(created.body).toMatchObject({
    opens_at: '2027-01-10T08:00:00.000Z',
    opens_at_local: '2027-01-10T09:00',
    is_switched_on: false,
    is_open: false,
    workshops: [],
  });
  const path = `/events/${created.body.id}`;
  const changed = await staff.patch(path, { name: 'Closed day', opens_at: null, is_switched_on: true });
  expect(changed.body).toMatchObject({ name: 'Closed day', opens_at: null, is_open: true });
  expect((await staff.delete(path)).status).toBe(204);
  expect((await staff.get(path)).status).toBe(404);
});

test('only staff run events: a member and a participant may not, and nobody must sign in', async () => {
  const { id } = await makeEvent();
  const member = await v1ClientOf(muster, alpha, 'member');
  expect((await member.get('/events')).status).toBe(403);
  expect((await v1Client(muster, alpha, null).get(`/events/${id}`)).status).toBe(401);
});

test('an event of another tenant is none, whatever is asked of it', async () => {
  const { id } = await makeEvent([{ title: 'Yoga' }]);
  const [one] = await participants(muster, alpha, { id }, [{}]);
  const asked = [
    stranger.get(`/events/${id}`),
    stranger.patch(`/events/${id}`, { name: 'Mine' }),
    stranger.delete(`/events/${id}`),
    stranger.post(`/events/${id}/copy`, { name: 'Mine' }),
    stranger.put(`/events/${id}/workshops`, { workshops: [] }),
    stranger.put(`/events/${id}/workshops?dry_run=true`, { workshops: [] }),
    stranger.get(`/events/${id}/links`),
    stranger.put(`/events/${id}/links`, { links: [] }),
    stranger.get(`/events/${id}/fill`),
    stranger.get(`/events/${id}/participants`),
    stranger.post(`/events/${id}/participants`, { full_name: 'Me' }),
    stranger.post(`/events/${id}/participants/import`, 'Name\nMe\n'),
    stranger.post(`/events/${id}/participants/import?dry_run=true`, 'Name\nMe\n'),
    stranger.get(`/events/${id}/participants.csv`),
    stranger.get(`/events/${id}/registrations`),
    stranger.get(`/events/${id}/registrations.csv`),
    stranger.get(`/events/${id}/registrations.xlsx`),
    stranger.get(`/events/${id}/key-cards.pdf`),
    stranger.get(`/participants/${one?.id}`),
    stranger.patch(`/participants/${one?.id}`, { full_name: 'Mine' }),
    stranger.post(`/participants/${one?.id}/key`),
    stranger.delete(`/participants/${one?.id}`),
  ];
  const codes = (await Promise.all(asked)).map(({ status, body }) => [status, body?.code]);
  expect(new Set(codes.map(String))).toEqual(new Set(['404,event.unknown', '404,participant.unknown']));
  expect((await staff.get(`/events/${id}`)).body.workshops).toHaveLength(1);
});

test('the list tells the newest first by pages, with what stands in each', async () => {
  const first = await makeEvent([{ capacity: 3 }, { capacity: 4 }]);
  const second = await makeEvent();
  const [one] = await participants(muster, alpha, first, [{}, {}]);
  await chooses(alpha, { id: one?.id ?? 0 }, [first.workshops[0].id]);
  const page = await staff.get('/events?limit=1');
  expect(page.body.items.map(({ id }: { id: number }) => id)).toEqual([second.id]);
  const next = await staff.get(`/events?limit=1&cursor=${page.body.next}`);
  expect(next.body.items[0]).toMatchObject({
    id: first.id,
    counts: { workshops: 2, participants: 2, capacity: 7, taken: 1 },
  });
  expect((await staff.get('/events?cursor=nonsense')).body.code).toBe('list.bad_cursor');
});

test('a list costs the same statements for 1 event and for 30', async () => {
  const cost = async (limit: number) => {
    muster.statements.length = 0;
    await staff.get(`/events?limit=${limit}`);
    return muster.statements.length;
  };
  const few = await cost(1);
  for (let at = 0; at < 30; at += 1) await makeEvent();
  expect(await cost(30)).toBe(few);
});

test('archiving hides an event, and may forget its people for good', async () => {
  const event = await makeEvent();
  await participants(muster, alpha, event, [{}]);
  const path = `/events/${event.id}`;
  expect(pointersOf(await staff.patch(path, { forget_participants: true }))).toEqual([
    '/forget_participants',
  ]);
  const archived = await staff.patch(path, {
    is_archived: true,
    forget_participants: true,
    name: 'Last year',
  });
  expect(archived.body).toMatchObject({ is_archived: true, is_open: false, name: 'Last year' });
  const listed = (await staff.get('/events?archived=true')).body.items;
  expect(listed.find(({ id }: { id: number }) => id === event.id).counts.participants).toBe(0);
  expect((await staff.patch(path, { name: 'Edited' })).body.code).toBe('event.archived');
  expect((await staff.patch(path, { is_archived: false, name: 'Edited' })).body.name).toBe('Edited');
});

test('whoever read an older version is refused with 412, and a choice makes nobody stale', async () => {
  const event = await makeEvent([{ title: 'Yoga' }]);
  const path = `/events/${event.id}`;
  const match = { 'if-match': String((await staff.get(path)).headers.etag) };
  const [one] = await participants(muster, alpha, event, [{}]);
  await chooses(alpha, { id: one?.id ?? 0 }, [event.workshops[0].id]);
  expect((await staff.patch(path, { time_zone: 'Europe/Berlin' }, match)).status).toBe(200);
  const attempts = [
    staff.patch(path, { name: 'x' }, match),
    staff.put(`${path}/workshops`, { workshops: [] }, match),
    staff.put(`${path}/workshops?dry_run=true`, { workshops: [] }, match),
    staff.put(`${path}/links`, { links: [] }, match),
    staff.delete(path, match),
  ];
  for (const { status, body } of await Promise.all(attempts))
    expect([status, body.code]).toEqual([412, 'event.stale']);
});

test('what is wrong is told by pointer, and nothing is made of it', async () => {
  const { id, name } = await makeEvent();
  const bad = await staff.post('/events', { name: 'Bad', opens_at: 'tomorrow', time_zone: 'Mars' });
  expect([bad.status, pointersOf(bad).sort()]).toEqual([400, ['/opens_at', '/time_zone']]);
  expect(pointersOf(await staff.post('/events', { name: 'Bad', colour: 'red' }))).toEqual(['/colour']);
  expect((await staff.post('/events', { name })).body.code).toBe('event.name_taken');
  const workshops = await staff.put(`/events/${id}/workshops`, {
    workshops: [{ title: 'a' }, { title: 'b', target_group: 'x\u0007' }],
  });
  expect([workshops.status, pointersOf(workshops)]).toEqual([400, ['/workshops/1/target_group']]);
  expect((await staff.get(`/events/${id}`)).body.workshops).toEqual([]);
});

test('a write that names itself is carried out once', async () => {
  const key = { 'idempotency-key': 'make-it-once' };
  const first = await staff.post('/events', { name: 'Only one' }, key);
  const again = await staff.post('/events', { name: 'Only one' }, key);
  expect([again.status, again.body.id, again.headers['idempotency-replayed']]).toEqual([
    201,
    first.body.id,
    'true',
  ]);
});

test('a copy has the workshops and the links, in their order, and nobody', async () => {
  const event = await makeEvent([{ title: 'A' }, { title: 'B' }]);
  const [a, b] = event.workshops.map(({ id }: { id: number }) => id);
  await staff.put(`/events/${event.id}/workshops`, { workshops: [{ id: b }, { id: a }] });
  const links = [{ workshop1_id: a, workshop2_id: b, kind: 'exclusive' }];
  await staff.put(`/events/${event.id}/links`, { links });
  const { status, body } = await staff.post(`/events/${event.id}/copy`, { name: 'Next year' });
  expect([status, body.workshops.map(({ title }: { title: string }) => title)]).toEqual([201, ['B', 'A']]);
  expect((await staff.get(`/events/${body.id}/links`)).body.links).toMatchObject([{ kind: 'exclusive' }]);
});
